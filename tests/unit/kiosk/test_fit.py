"""Everything fits: in every language, high and wide, on a large and a small screen."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QMarginsF, QPoint, QRect, QRectF
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from kiosk.screens.staff_pages.board import Board
from kiosk.settings.kinds import LANGUAGES
from kiosk.theme import TOUCH_MM, dress
from kiosk.widgets.card import SmallCard
from kiosk.widgets.hung import HungPicture
from kiosk.widgets.pager import Pager
from kiosk.widgets.painting_card import PaintingCard
from kiosk.widgets.pin_pad import DELETE, PadKey
from tests.every_screen import STATES, EveryScreen
from tests.ink import Ink, painted_words

LARGE, SMALL = 32.0, 15.6
ROOMS = [
    *(
        (size, LARGE, code)
        for size in ((1080, 1920), (1920, 1080))
        for code in LANGUAGES
    ),
    *(
        (size, SMALL, code)
        for size in ((768, 1366), (1366, 768))
        for code in ("de", "ru")
    ),
]
BLUR_PX = 1.0
"""Letters are smoothed at their edges."""


@pytest.fixture(scope="module")
def rooms(qapp) -> Iterator[dict[object, EveryScreen]]:
    dress(qapp)
    made: dict[object, EveryScreen] = {}
    yield made
    for screens in made.values():
        screens.close()


@pytest.mark.parametrize(
    ("size", "diagonal_in", "code"),
    ROOMS,
    ids=lambda value: (
        "x".join(map(str, value)) if isinstance(value, tuple) else str(value)
    ),
)
def test_everything_fits(rooms, size, diagonal_in: float, code: str) -> None:
    if (size, diagonal_in) not in rooms:
        rooms[size, diagonal_in] = EveryScreen(size, diagonal_in)
    screens = rooms[size, diagonal_in]
    screens.speak(code)
    found = []
    for name in STATES:
        screens.show(name)
        found += [f"{name}: {fault}" for fault in faults(screens)]
    screens.speak("en")

    assert not found, "\n" + "\n".join(found)


def test_what_does_not_fit_is_found(qapp) -> None:
    dress(qapp)
    screens = EveryScreen((1080, 1920), LARGE)
    screens.speak("en")
    screens.show("result_with_tries")
    assert faults(screens) == []
    result = screens.stage.result
    result.keep.resize(result.keep.width(), 20)
    result.again.setGeometry(result.other.geometry())
    result.leave.move(screens.window.width() - 40, result.leave.y())
    result._heading.resize(200, 30)
    result._hint.setAlignment(result._tries.alignment())
    result._hint.move(result._tries.pos())

    found = " ".join(faults(screens))
    screens.close()
    for fault in (
        "small: WordButton",
        "clipped: WordButton 'Keep it'",
        "overlap: WordButton 'Again' | WordButton 'Another painting'",
        "outside: WordButton 'Leave'",
        "clipped: FittedLabel 'Your portrait is finished'",
        "overlap: FittedLabel 'Touch and hold to compare' | FittedLabel 'Tries left",
    ):
        assert fault in found


def faults(screens: EveryScreen) -> list[str]:
    """What cannot be read or touched."""
    window, top = screens.window, screens.top
    ink = [
        one
        for one in painted_words(window)
        if one.widget is top or top.isAncestorOf(one.widget)
    ]
    found, scrolled = [], []
    for board in top.findChildren(Board):
        if board.isVisibleTo(top):
            words = painted_words(board.page)
            found += [*_too_wide(board, words), *_overlapping(words, board.page)]
            scrolled += words
    return [
        *found,
        *_clipped([*ink, *scrolled]),
        *_left_out(top, ink, scrolled),
        *_outside(window, ink),
        *_overlapping(ink, window),
        *_hard_to_touch(window, top, screens.scale),
    ]


def _clipped(ink: list[Ink]) -> list[str]:
    blur = QMarginsF(BLUR_PX, BLUR_PX, BLUR_PX, BLUR_PX)
    found = (
        f"clipped: {_name(one)} needs {_edges(one.box)} of {_edges(one.room)}"
        for one in ink
        if not one.room.marginsAdded(blur).contains(one.box)
    )
    return list(dict.fromkeys(found))


def _left_out(top: QWidget, ink: list[Ink], scrolled: list[Ink]) -> list[str]:
    """Words that are cut off with an ellipsis, or not painted at all."""
    found = [f"cut: {_name(one)}" for one in [*ink, *scrolled] if "…" in one.words]
    painted: dict[QWidget, str] = defaultdict(str)
    for one in scrolled:
        painted[one.widget] += one.words
    for one in ink:
        if one.widget not in {other.widget for other in scrolled}:
            painted[one.widget] += one.words
    for kind in (QLabel, QAbstractButton):
        for widget in top.findChildren(kind):
            if _out_of_sight(widget, top):
                continue
            said, seen = _said(widget), painted[widget]
            if widget.isVisibleTo(top) and _letters(said) != _letters(seen):
                found.append(f"left out: {said} | {seen}")
    return found


def _out_of_sight(widget: QWidget, top: QWidget) -> bool:
    """Whether it is on another page, or swiped to the side."""
    seen = _seen(widget, top)
    cut = isinstance(widget, SmallCard) and seen.size() != widget.size()
    return cut or (_inside(widget, Pager) and seen.isEmpty())


def _said(widget: QLabel | QAbstractButton) -> str:
    """All words that belong on a widget."""
    if isinstance(widget, PaintingCard):
        text = widget.text_shown
        room = widget.room_words() if text.room > 1 else ""
        return f"{text.title} {text.origin} {text.museum} {room}"
    if isinstance(widget, SmallCard):
        room_for = widget.text_shown.room
        return str(room_for) if room_for > 1 else ""
    drawn = isinstance(widget, PadKey) and widget._name == DELETE
    return "" if drawn else widget.text()


def _outside(window: QWidget, ink: list[Ink]) -> list[str]:
    """Words that are not to be seen because a parent or the window ends before."""
    blur = QMarginsF(BLUR_PX, BLUR_PX, BLUR_PX, BLUR_PX)
    return [
        f"outside: {_name(one)}"
        for one in ink
        if not _inside(one.widget, QAbstractScrollArea)
        and not QRectF(_seen(one.widget, window))
        .marginsAdded(blur)
        .contains(one.on(window))
    ]


def _too_wide(board: Board, ink: list[Ink]) -> list[str]:
    """Words on a page that scrolls, but only up and down."""
    width = min(board.page.width(), board.viewport().width()) + BLUR_PX
    return [
        f"too wide: {_name(one)}" for one in ink if one.on(board.page).right() > width
    ]


def _overlapping(ink: list[Ink], ground: QWidget) -> list[str]:
    found = []
    for one, other in combinations(ink, 2):
        common = one.on(ground).intersected(other.on(ground))
        seen = _seen(one.widget, ground).intersected(_seen(other.widget, ground))
        common = common.intersected(QRectF(seen))
        if min(common.width(), common.height()) > BLUR_PX:
            found.append(f"overlap: {_name(one)} | {_name(other)}")
    return found


def _hard_to_touch(window: QWidget, top: QWidget, px_per_mm: float) -> list[str]:
    least = TOUCH_MM * px_per_mm - 0.5
    found = []
    places: dict[QWidget, QRect] = {}
    touched = [*top.findChildren(QAbstractButton), *top.findChildren(HungPicture)]
    for widget in touched:
        seen = _seen(widget, window)
        if not widget.isVisibleTo(top) or seen.isEmpty():
            continue
        name = f"{type(widget).__name__} {widget.accessibleName()}"
        if min(widget.width(), widget.height()) < least:
            found.append(f"small: {name} {widget.size().toTuple()} < {least:.0f}")
        if isinstance(widget, HungPicture):
            continue  # its shadow may leave the window
        if not _inside(widget, QAbstractScrollArea) and seen.size() != widget.size():
            found.append(f"outside: {name}")
        places[widget] = seen
    for (one, first), (other, second) in combinations(places.items(), 2):
        if first.intersects(second):
            found.append(
                f"overlap: {one.accessibleName()} | {other.accessibleName()} "
                f"{first.intersected(second).size().toTuple()}"
            )
    return found


def _seen(widget: QWidget, ground: QWidget) -> QRect:
    """The part of a widget that its parents let be seen, in pixels of the ground."""
    seen = QRect(widget.mapTo(ground, QPoint()), widget.size())
    parent = widget
    while parent is not ground:
        parent = parent.parentWidget()
        seen = seen.intersected(QRect(parent.mapTo(ground, QPoint()), parent.size()))
    return seen


def _inside(widget: QWidget, kind: type) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kind) or _inside(parent, kind))


def _letters(words: str) -> str:
    return "".join(words.replace("\u200b", "").split())


def _name(ink: Ink) -> str:
    return f"{type(ink.widget).__name__} '{ink.words}'"


def _edges(box: QRectF) -> str:
    return "{:.0f},{:.0f} to {:.0f},{:.0f}".format(*box.getCoords())
