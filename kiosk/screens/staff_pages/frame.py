"""What stands around a page of the staff area, in high and in wide windows."""

from PySide6.QtCore import QRect, QSize

from kiosk.screens.staff_pages.board import bar_room_px
from kiosk.theme import Metrics
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.tabs import Tabs

COLUMN_SHARE = 0.24
MOST_COLUMN_SHARE = 0.32
"""A wide window's column grows so far for the words on the way back."""
ROUNDING_PX = 4
"""Words that just fit must not break because a width was rounded."""


def place_high(
    size: QSize,
    metrics: Metrics,
    heading: Paragraph,
    tabs: Tabs,
    said: Paragraph,
    back: WordButton,
) -> QRect:
    """Put heading and tabs above the page, the rest beneath it.

    Returns:
        The page's place.
    """
    margin, gap = metrics.margin_px, metrics.gap_px
    width = size.width() - 2 * margin
    y = heading.lay(margin, round(0.6 * margin), width) + gap // 2
    took = tabs.arrange(width, metrics, upright=False)
    tabs.move(margin, y)
    y += took.height() + gap
    back.apply_metrics(metrics, width)
    foot = size.height() - margin - back.height()
    back.move(size.width() - margin - back.width(), foot)
    beside = width - back.width() - gap
    words = said.height_in(beside)
    top = size.height() - margin - max(words, (back.height() + words) // 2)
    said.lay(margin, top, beside)
    right = size.width() - margin + bar_room_px(metrics)
    return QRect(margin, y, right - margin, min(foot, top) - gap - y)


def place_wide(
    size: QSize,
    metrics: Metrics,
    heading: Paragraph,
    tabs: Tabs,
    said: Paragraph,
    back: WordButton,
) -> QRect:
    """Put everything into a column at the left of the page.

    Returns:
        The page's place.
    """
    margin, gap = metrics.margin_px, metrics.gap_px
    back.apply_metrics(metrics)
    column = max(
        round(COLUMN_SHARE * size.width()) - margin,
        min(back.width() + ROUNDING_PX, round(MOST_COLUMN_SHARE * size.width())),
        tabs.least_column_px(metrics),
    )
    y = heading.lay(margin, margin, column) + gap
    tabs.arrange(column, metrics, upright=True)
    tabs.move(margin, y)
    back.apply_metrics(metrics, column)
    foot = size.height() - margin - back.height()
    back.move(margin, foot)
    words = said.height_in(column)
    said.lay(margin, foot - gap - words, column)
    x = margin + column + 2 * gap
    right = size.width() - margin + bar_room_px(metrics)
    return QRect(x, margin, right - x, size.height() - 2 * margin)
