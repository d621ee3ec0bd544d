"""A magnifying glass beside the finger that covers what it drags."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.theme import GOLD, PANEL
from kiosk.widgets.retouch.drawing import draw_cross
from kiosk.widgets.retouch.picture import Picture
from kiosk.widgets.retouch.viewport import Viewport

ENLARGES = 2.5
ACROSS_SHARE = 2.6
"""Its diameter over what a finger needs."""
AWAY_SHARE = 2.2


def draw_magnified(
    painter: QPainter,
    room: QSizeF,
    aim: QPointF,
    touch_px: float,
    viewport: Viewport,
    picture: Picture,
    draw_over: Callable[[QPainter], None],
) -> None:
    """Draw the glass.

    Args:
        painter: Of the widget.
        room: The widget's size.
        aim: The place in it that is looked at.
        touch_px: What a finger needs.
        viewport: What is seen of the picture.
        picture: The picture.
        draw_over: Draws what lies over the picture.
    """
    across = min(ACROSS_SHARE * touch_px, room.width(), room.height())
    glass = QRectF(0.0, 0.0, across, across)
    glass.moveCenter(centre_for(room, aim, across, touch_px))
    painter.save()
    path = QPainterPath()
    path.addEllipse(glass)
    painter.setClipPath(path)
    painter.fillRect(glass, PANEL)
    painter.translate(glass.center() - aim * ENLARGES)
    painter.scale(ENLARGES, ENLARGES)
    around = QRectF(0.0, 0.0, across / ENLARGES, across / ENLARGES)
    around.moveCenter(aim)
    picture.draw(painter, viewport, around)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_over(painter)
    painter.restore()
    draw_cross(painter, glass.center(), 0.2 * across)
    painter.setPen(QPen(GOLD, 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(glass)


def centre_for(
    room: QSizeF, aim: QPointF, across_px: float, touch_px: float
) -> QPointF:
    """Above the finger, or beside it where there is no room above."""
    away, half = AWAY_SHARE * touch_px, across_px / 2
    x, y = aim.x(), aim.y() - away
    if y < half:
        side = -1.0 if aim.x() > room.width() / 2 else 1.0
        x, y = aim.x() + side * away, max(half, aim.y() - 0.4 * away)
    return QPointF(
        min(max(x, half), max(half, room.width() - half)),
        min(max(y, half), max(half, room.height() - half)),
    )
