"""Where things stand in the editor, in high and in wide windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.screens.editor_panels.row import lay_row
from kiosk.screens.editor_panels.verdict import VerdictView
from kiosk.screens.staff_pages.page import Page
from kiosk.theme import Metrics, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign_button import SignButton
from kiosk.widgets.tabs import Tabs

COLUMN_SHARE = 0.36
COLUMN_TOUCHES = 9.6
"""A wide window's column has room for so many fingers beside each other."""
LONG_TITLE_LINES = 2
FIRST_SHARE = 0.58
"""Of the pictures' room for the one that is worked on."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What is put in its place.

    Attributes:
        title: Of the painting.
        verdict: How well it suits.
        signs: Undo, redo and zoom.
        tabs: The tools.
        panels: One for each tool, and one that asks; they share a place.
        said: A line of what happened.
        close: Leaves.
        save: Saves.
    """

    title: Paragraph
    verdict: VerdictView
    signs: Sequence[SignButton]
    tabs: Tabs
    panels: Sequence[Page]
    said: Paragraph
    close: WordButton
    save: WordButton


def place_high(size: QSize, metrics: Metrics, parts: Parts) -> QRect:
    """Put words above the pictures and everything that is touched beneath them.

    Returns:
        The pictures' place.
    """
    margin, gap = metrics.margin_px, metrics.gap_px
    width = size.width() - 2 * margin
    y = _lay_title(parts.title, margin, round(0.5 * margin), width, metrics)
    parts.verdict.move(margin, y)
    top = y + parts.verdict.arrange(width, metrics) + gap // 2
    y = _lay_foot(parts, margin, size.height() - margin, width, metrics) - gap
    gap_px = metrics.gap_px // 2
    beside = parts.close.width() + gap_px
    room = width - beside - parts.save.width() - gap_px
    _lay_said(parts.said, margin + beside, parts.close.geometry().center().y(), room)
    y = _lay_panels(parts.panels, margin, y, width, metrics) - gap // 2
    tabs = parts.tabs.arrange(width, metrics, upright=False)
    y -= tabs.height()
    parts.tabs.move(margin, y)
    y -= gap // 2 + metrics.touch_px
    _lay_signs(parts.signs, margin, y, width, metrics)
    return QRect(margin, top, width, max(1, y - gap // 2 - top))


def place_wide(size: QSize, metrics: Metrics, parts: Parts) -> QRect:
    """Put everything but the pictures into a column at their right.

    Returns:
        The pictures' place.
    """
    margin, gap = metrics.margin_px, metrics.gap_px
    column = round(
        max(COLUMN_SHARE * size.width() - margin, COLUMN_TOUCHES * metrics.touch_px)
    )
    left = size.width() - margin - column
    y = _lay_title(parts.title, left, round(0.6 * margin), column, metrics)
    parts.verdict.move(left, y)
    y += parts.verdict.arrange(column, metrics) + gap // 2
    tabs = parts.tabs.arrange(column, metrics, upright=False)
    parts.tabs.move(left, y)
    top = y + tabs.height() + gap // 2
    foot = _lay_foot(parts, left, size.height() - margin, column, metrics) - gap // 2
    for panel in parts.panels:
        high = panel.arrange(column, metrics)
        panel.setGeometry(left, top, column, max(1, max(high, foot - top)))
    y = size.height() - margin - metrics.touch_px
    room = left - gap - margin
    _lay_signs(parts.signs, margin, y, room, metrics)
    free = parts.signs[2].x() - parts.signs[1].geometry().right() - 2 * gap
    left = parts.signs[1].geometry().right() + gap
    _lay_said(parts.said, left, y + metrics.touch_px // 2, free)
    return QRect(margin, margin, room, max(1, y - gap // 2 - margin))


def split(room: QRect, aspect: float, gap_px: int) -> tuple[QRect, QRect]:
    """Two places for pictures of one shape, beside or beneath each other.

    Args:
        room: For both.
        aspect: Their width over their height.
        gap_px: Between them.

    Returns:
        The place of the first, which is larger, and of the second, so that the first
        picture becomes as large as it can.
    """
    wide = max(1, round(FIRST_SHARE * (room.width() - gap_px)))
    left = QRect(room.left(), room.top(), wide, room.height())
    right = room.adjusted(wide + gap_px, 0, 0, 0)
    high = max(1, round(FIRST_SHARE * (room.height() - gap_px)))
    top = QRect(room.left(), room.top(), room.width(), high)
    bottom = room.adjusted(0, high + gap_px, 0, 0)

    def height(place: QRect) -> float:
        return min(place.height(), place.width() / aspect)

    return (left, right) if height(left) >= height(top) else (top, bottom)


def _lay_title(
    title: Paragraph, x_px: int, y_px: int, width_px: int, metrics: Metrics
) -> int:
    """Smaller letters for titles that would take too many lines."""
    bottom = y_px
    for scale in (1.0, 0.85, 0.7):
        title.set_face(serif(round(scale * metrics.title_px)))
        bottom = title.lay(x_px, y_px, width_px)
        if len(title.lines) <= (1 if scale > 0.7 else LONG_TITLE_LINES):
            break
    return bottom


def _lay_signs(
    signs: Sequence[SignButton], x_px: int, y_px: int, width_px: int, metrics: Metrics
) -> None:
    """Undo and redo at the left, zoom at the right."""
    for sign in signs:
        sign.apply_metrics(metrics)
    things: Sequence[QWidget] = signs[:2]
    lay_row(things, x_px, y_px, width_px, metrics)
    gap = max(10, metrics.gap_px // 2)
    x = x_px + width_px
    for sign in reversed(signs[2:]):
        x -= sign.width()
        sign.move(x, y_px)
        x -= gap


def _lay_panels(
    panels: Sequence[Page], x_px: int, bottom_px: int, width_px: int, metrics: Metrics
) -> int:
    """Let all panels stand on one line; the highest says how high.

    Returns:
        Their top.
    """
    highest = max(panel.arrange(width_px, metrics) for panel in panels)
    for panel in panels:
        panel.setGeometry(x_px, bottom_px - highest, width_px, highest)
    return bottom_px - highest


def _lay_foot(
    parts: Parts, x_px: int, bottom_px: int, width_px: int, metrics: Metrics
) -> int:
    """The way out at the left, saving at the right.

    Returns:
        Their top.
    """
    gap = metrics.gap_px // 2
    for button in (parts.close, parts.save):
        button.apply_metrics(metrics, (width_px - gap) // 2)
    top = bottom_px - max(parts.close.height(), parts.save.height())
    parts.close.move(x_px, top)
    parts.save.move(x_px + width_px - parts.save.width(), top)
    return top


def _lay_said(said: Paragraph, x_px: int, middle_px: int, width_px: int) -> None:
    """What happened, around the middle of a row."""
    said.move(x_px, middle_px - said.height_in(max(16, width_px)) // 2)
