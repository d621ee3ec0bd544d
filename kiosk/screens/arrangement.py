"""Where things stand on the screens, for high and for wide windows: pure arithmetic.

A high window has the painting above, then a band with label, shutter and a quiet line,
then the row of cards. A wide window has the painting at the left in its full height and
a column with label, cards and shutter at the right.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from kiosk.theme import Metrics, sans
from kiosk.widgets.card import card_height_px
from kiosk.widgets.gallery import row_card_width_px
from kiosk.widgets.text import line_height_px

COLUMN_SHARE = 0.34
CARD_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places in the window, in device-independent pixels.

    Attributes:
        picture: The painting with its frame.
        label: Title, artist and year.
        shutter: The shutter button.
        status: The quiet line.
        gallery: The cards.
        columns: Cards beside each other; 0 for a single row.
        words: Where a screen without cards puts its words and buttons.
    """

    picture: QRect
    label: QRect
    shutter: QRect
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


def _arrange_high(size: QSize, metrics: Metrics) -> Arrangement:
    margin, gap, shutter = metrics.margin_px, metrics.gap_px, metrics.shutter_px
    width = size.width() - 2 * margin
    cards = card_height_px(metrics, row_card_width_px(metrics))
    cards_top = size.height() - margin - cards
    band_top = cards_top - gap - shutter
    picture_top = round(0.6 * margin)
    side = (width - shutter) // 2 - gap
    edge = margin - metrics.card_pad_px  # so that pictures and words line up
    return Arrangement(
        picture=QRect(margin, picture_top, width, band_top - gap - picture_top),
        label=QRect(margin, band_top - gap // 2, side, shutter + gap),
        shutter=QRect((size.width() - shutter) // 2, band_top, shutter, shutter),
        status=QRect(size.width() - margin - side, band_top, side, shutter),
        # To the window's very edge, so that the row is seen to go on.
        gallery=QRect(edge, cards_top, size.width() - edge, cards),
        columns=0,
        words=QRect(margin, band_top, width, size.height() - margin - band_top),
    )


def _arrange_wide(size: QSize, metrics: Metrics) -> Arrangement:
    margin, gap, shutter = metrics.margin_px, metrics.gap_px, metrics.shutter_px
    column = round(COLUMN_SHARE * size.width()) - margin
    left = size.width() - margin - column
    height = size.height() - 2 * margin
    label = round(2.44 * metrics.title_px + 1.7 * metrics.text_px)
    line = line_height_px(sans(metrics.small_px))
    status_top = size.height() - margin // 2 - line
    shutter_top = status_top - gap // 2 - shutter
    cards_top = margin + label + gap // 2
    picture_top = round(0.6 * margin)
    edge = left - metrics.card_pad_px  # so that pictures and words line up
    return Arrangement(
        picture=QRect(
            margin,
            picture_top,
            left - 2 * margin,
            size.height() - margin - picture_top,
        ),
        label=QRect(left, margin, column, label),
        shutter=QRect(left + (column - shutter) // 2, shutter_top, shutter, shutter),
        status=QRect(left, status_top, column, line),
        gallery=QRect(
            edge, cards_top, column + left - edge, shutter_top - gap - cards_top
        ),
        columns=CARD_COLUMNS,
        words=QRect(left, margin, column, height),
    )
