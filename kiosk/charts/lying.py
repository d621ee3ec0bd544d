"""Paints charts that are read line by line: bars and funnels."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from kiosk.charts.axis import draw_legend
from kiosk.charts.colours import between, letters_on
from kiosk.charts.look import Look
from kiosk.charts.values import Bars, Funnel

MOST_LABEL_SHARE = 0.42
LARGEST_ROW, LARGEST_PICTURE_ROW = 2.6, 4.4
"""Over the height of letters."""
PICTURE_SHAPE = 0.82
FACE_HEIGHT = 0.30
"""Where faces mostly are, from the top: what a crop keeps."""


def paint_bars(painter: QPainter, place: QRectF, chart: Bars, look: Look) -> None:
    """Paint bars with their labels before and their texts behind them."""
    colours = (look.other, look.main)
    used = draw_legend(painter, place.topLeft(), chart.names, colours, look)
    place = place.adjusted(0.0, used, 0.0, 0.0)
    if not chart.bars:
        return
    measure, strong = QFontMetricsF(look.font), QFontMetricsF(look.strong)
    gap = 0.6 * look.letters_px
    label_px = min(
        max(measure.horizontalAdvance(bar.label) for bar in chart.bars) + gap,
        MOST_LABEL_SHARE * place.width(),
    )
    pictured = any(bar.picture is not None for bar in chart.bars)
    largest = LARGEST_PICTURE_ROW if pictured else LARGEST_ROW
    row = min(place.height() / len(chart.bars), largest * measure.height())
    picture_px = PICTURE_SHAPE * 0.86 * row + gap if pictured else 0.0
    text_px = max(strong.horizontalAdvance(bar.text) for bar in chart.bars) + 2 * gap
    longest = max((bar.whole for bar in chart.bars), default=0.0) or 1.0
    room = max(1.0, place.width() - picture_px - label_px - text_px)
    for number, bar in enumerate(chart.bars):
        line = QRectF(place.left(), place.top() + number * row, place.width(), row)
        if bar.picture is not None:
            _draw_picture(painter, line, bar.picture)
        line.setLeft(line.left() + picture_px)
        _write(painter, line, bar.label, label_px - gap, look)
        thick = min(0.55 * row, 1.1 * measure.height())
        shape = QRectF(
            line.left() + label_px,
            line.center().y() - thick / 2.0,
            room * bar.whole / longest,
            thick,
        )
        painter.fillRect(shape, look.main if bar.part is None else look.other)
        if bar.part is not None:
            front = QRectF(shape)
            front.setWidth(room * bar.part / longest)
            painter.fillRect(front, look.main)
        painter.setFont(look.strong)
        painter.setPen(look.ink)
        behind = QRectF(shape.right() + gap, line.top(), text_px, row)
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, bar.text)


def paint_funnel(painter: QPainter, place: QRectF, chart: Funnel, look: Look) -> None:
    """Paint steps in the middle, with what was lost between them."""
    if not chart.steps:
        return
    measure = QFontMetricsF(look.font)
    gap = 0.6 * look.letters_px
    label_px = min(
        max(measure.horizontalAdvance(step.label) for step in chart.steps) + gap,
        MOST_LABEL_SHARE * place.width(),
    )
    row = place.height() / (len(chart.steps) - 0.4)
    high = 0.6 * row
    room = QRectF(
        place.left() + label_px, place.top(), place.width() - label_px, place.height()
    )
    for number, step in enumerate(chart.steps):
        line = QRectF(place.left(), place.top() + number * row, place.width(), high)
        _write(painter, line, step.label, label_px - gap, look)
        wide = room.width() * step.share
        shape = QRectF(room.center().x() - wide / 2.0, line.top(), wide, high)
        colour = between(look.other, look.main, step.share)
        painter.fillRect(shape, colour)
        _write_in(painter, shape, room, step.text, look, letters_on(colour))
        if step.lost:
            painter.setFont(look.font)
            painter.setPen(look.quiet)
            beneath = QRectF(room.left(), line.bottom(), room.width(), row - high)
            painter.drawText(beneath, Qt.AlignmentFlag.AlignCenter, step.lost)


def _draw_picture(painter: QPainter, line: QRectF, picture: QImage) -> None:
    """Fill a small place at the left, cut to its shape."""
    high = 0.86 * line.height()
    place = QRectF(
        line.left(), line.center().y() - high / 2, PICTURE_SHAPE * high, high
    )
    scale = max(place.width() / picture.width(), high / picture.height())
    cut = QRectF(0.0, 0.0, place.width() / scale, high / scale)
    cut.moveLeft((picture.width() - cut.width()) / 2.0)
    cut.moveTop(FACE_HEIGHT * (picture.height() - cut.height()))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture, cut)


def _write(
    painter: QPainter, line: QRectF, label: str, width_px: float, look: Look
) -> None:
    painter.setFont(look.font)
    painter.setPen(look.ink)
    measure = QFontMetricsF(look.font)
    side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    room = QRectF(line.left(), line.top(), width_px, line.height())
    if measure.horizontalAdvance(label) <= width_px:
        painter.drawText(room, side, label)
    elif 2.0 * measure.height() <= line.height():
        painter.drawText(room, int(side) | int(Qt.TextFlag.TextWordWrap), label)
    else:
        elided = measure.elidedText(label, Qt.TextElideMode.ElideRight, width_px)
        painter.drawText(room, side, elided)


def _write_in(
    painter: QPainter,
    shape: QRectF,
    room: QRectF,
    text: str,
    look: Look,
    letters: QColor,
) -> None:
    """Write in a shape, or beside it where it is too narrow."""
    painter.setFont(look.strong)
    wide = QFontMetricsF(look.strong).horizontalAdvance(text) + look.letters_px
    if wide <= shape.width():
        painter.setPen(letters)
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
        return
    painter.setPen(look.ink)
    left = min(shape.right() + 0.5 * look.letters_px, room.right() - wide)
    corner = QPointF(left, shape.top())
    beside = QRectF(corner.x(), corner.y(), wide, shape.height())
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, text)
