"""Where things stand beside a painting, for high and for wide windows: pure arithmetic.

A high window has the painting above, then a band with the label, the shutter, the guide
and the small camera picture, then the row of cards and the way out. A wide window has
the painting at the left in its full height and the rest in a column at the right.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton

from kiosk.theme import Metrics
from kiosk.widgets.card import small_card_height_px
from kiosk.widgets.gallery import row_card_width_px

COLUMN_SHARE = 0.34
CARD_COLUMNS = 3
BAND_SHARE = 0.18
"""Height of the band with the guide, in short sides of the window."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places in the window, in device-independent pixels.

    Attributes:
        picture: The painting with its frame.
        label: Title, artist and year.
        shutter: The shutter button.
        guide: How heads are turned; a square.
        glimpse: The small camera picture.
        leave: The way out.
        status: The quiet line.
        gallery: The cards.
        columns: Cards beside each other; 0 for a single row.
        words: Where a screen without cards puts its words and buttons.
    """

    picture: QRect
    label: QRect
    shutter: QRect
    guide: QRect
    glimpse: QRect
    leave: QRect
    status: QRect
    gallery: QRect
    columns: int
    words: QRect


def arrange(size: QSize, metrics: Metrics) -> Arrangement:
    """Arrange a window of a size."""
    return (
        _arrange_high(size, metrics)
        if metrics.portrait
        else _arrange_wide(size, metrics)
    )


def button_height_px(metrics: Metrics) -> int:
    """Height of a button with words on it."""
    return max(metrics.touch_px, round(3.0 * metrics.text_px))


def lined_up(button: QAbstractButton, left_px: int) -> int:
    """Where a quiet button begins so that its words do at ``left_px``; 0 at least."""
    words = QFontMetrics(button.font()).horizontalAdvance(button.text())
    return max(0, left_px - max(0, button.width() - words) // 2)


def _arrange_high(size: QSize, metrics: Metrics) -> Arrangement:
    margin, gap, shutter = metrics.margin_px, metrics.gap_px, metrics.shutter_px
    width = size.width() - 2 * margin
    button = button_height_px(metrics)
    leave_top = size.height() - margin // 2 - button
    cards = small_card_height_px(metrics, row_card_width_px(metrics))
    cards_top = leave_top - gap // 4 - cards
    band = max(shutter, round(BAND_SHARE * size.width()))
    band_top = cards_top - gap // 2 - band
    picture_top = round(0.6 * margin)
    side = (width - shutter) // 2 - gap
    right = size.width() - margin
    guide = min(band, (side - gap) // 2)
    edge = margin - metrics.card_pad_px  # so that pictures and words line up
    middle = band_top + band // 2
    return Arrangement(
        picture=QRect(margin, picture_top, width, band_top - gap - picture_top),
        label=QRect(margin, band_top, side, band),
        shutter=QRect(
            (size.width() - shutter) // 2, middle - shutter // 2, shutter, shutter
        ),
        guide=QRect(right - side, middle - guide // 2, guide, guide),
        glimpse=QRect(right - side + guide + gap, band_top, side - guide - gap, band),
        leave=QRect(margin, leave_top, side, button),
        status=QRect(margin + side + gap, leave_top, width - side - gap, button),
        # To the window's very edge, so that the row is seen to go on.
        gallery=QRect(edge, cards_top, size.width() - edge, cards),
        columns=0,
        words=QRect(margin, band_top, width, size.height() - margin - band_top),
    )


def _arrange_wide(size: QSize, metrics: Metrics) -> Arrangement:
    margin, gap, shutter = metrics.margin_px, metrics.gap_px, metrics.shutter_px
    column = round(COLUMN_SHARE * size.width()) - margin
    left = size.width() - margin - column
    label = round(2.44 * metrics.title_px + 1.7 * metrics.text_px)
    picture_top = round(0.6 * margin)
    bottom = size.height() - margin
    shutter_top = bottom - shutter
    button = button_height_px(metrics)
    side = max(metrics.touch_px, (column - shutter) // 2 - gap // 2)
    shutter_left = left + side + gap // 2
    status_left = shutter_left + shutter + gap // 2
    band = round(BAND_SHARE * size.height())
    band_top = shutter_top - gap - band
    guide = min(band, (column - gap) // 2)
    cards_top = margin + label + gap // 2
    edge = left - metrics.card_pad_px  # so that pictures and words line up
    middle = shutter_top + shutter // 2 - button // 2
    return Arrangement(
        picture=QRect(margin, picture_top, left - 2 * margin, bottom - picture_top),
        label=QRect(left, margin, column, label),
        shutter=QRect(shutter_left, shutter_top, shutter, shutter),
        guide=QRect(left, band_top + (band - guide) // 2, guide, guide),
        glimpse=QRect(left + guide + gap, band_top, column - guide - gap, band),
        leave=QRect(left, middle, side, button),
        status=QRect(status_left, middle, left + column - status_left, button),
        gallery=QRect(
            edge, cards_top, column + left - edge, band_top - gap - cards_top
        ),
        columns=CARD_COLUMNS,
        words=QRect(left, margin, column, size.height() - 2 * margin),
    )
