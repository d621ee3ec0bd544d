"""A language with longer words than English, and checks that words have room."""

from itertools import combinations

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Chip
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.new_pin import NewPin
from kiosk.widgets.pin_pad import PinPad
from kiosk.widgets.tabs import Tab, Tabs

SHARE = 0.4


class Longer(QTranslator):
    """Says everything with 40 % more letters, as some languages do."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        more = source[: -(-round(SHARE * len(source)) // 1)].replace("%", "")
        return source + (" " if " " in source else "") + more.strip().lower()


def misfits(screen: QWidget) -> list[str]:
    """What is cut off, sticks out or covers something else."""
    found = []
    for label in _seen(screen, FittedLabel):
        measure = QFontMetricsF(label.set_in)
        widest = max(
            (measure.horizontalAdvance(line) for line in label.lines), default=0
        )
        if widest > label.width() + 1 or any("…" in line for line in label.lines):
            found.append(f"cut: {label.text()}")
    for button in _seen(screen, WordButton):
        lines, font = button._lines()
        measure = QFontMetricsF(font)
        widest = max((measure.horizontalAdvance(line) for line in lines), default=0)
        if widest > button.width() or any("…" in line for line in lines):
            found.append(f"cut: {button.text()}")
    found += [
        f"cut: {chip.text()}"
        for chip in _seen(screen, Chip)
        if any("…" in line for line in chip.lines())
    ]
    found += [
        f"cut: {tab.text()}"
        for tab in _seen(screen, Tab)
        if tab.least_width_px(tab.font()) > tab.width()
    ]
    return found + _misplaced(screen)


def too_small(screen: QWidget, touch_px: int) -> list[str]:
    """Buttons that a finger may miss."""
    return [
        f"{button.accessibleName() or button.text()}: {button.size().toTuple()}"
        for button in _seen(screen, QAbstractButton)
        if min(button.size().toTuple()) < touch_px
    ]


def _misplaced(screen: QWidget) -> list[str]:
    found = []
    seen = [thing for thing in _seen(screen, QWidget) if not thing.size().isEmpty()]
    for thing in seen:
        parent = thing.parentWidget()
        name = _name(thing)
        if not parent.rect().contains(thing.geometry()) and not _scrolled(thing):
            found.append(f"sticks out: {type(thing).__name__} {name}")
    kinds = FittedLabel | QAbstractButton | NewPin | PinPad | Tabs | LanguageBar
    solid = [thing for thing in seen if isinstance(thing, kinds)]
    for one, other in combinations(solid, 2):
        if one.parent() is other.parent() and one.geometry().intersects(
            other.geometry()
        ):
            found.append(f"overlap: {_name(one)} | {_name(other)}")
    return found


def _name(thing: QWidget) -> str:
    text = getattr(thing, "text", str)()
    return thing.accessibleName() or text or type(thing).__name__


def _scrolled(thing: QWidget) -> bool:
    """Whether it is what a scroll area moves: higher than its window, no wider."""
    area = thing.parentWidget().parentWidget()
    moves = area is not None and getattr(area, "widget", lambda: None)() is thing
    return moves and thing.width() <= area.viewport().width()


def _seen(screen: QWidget, kind: type) -> list:
    return [thing for thing in screen.findChildren(kind) if thing.isVisible()]
