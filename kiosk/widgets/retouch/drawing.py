"""Draws faces, points and strokes over a painting, seen through a viewport."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.theme import GOLD, TEXT, sans
from kiosk.widgets.buttons import INK
from kiosk.widgets.retouch.shown import MeshLines, Paint, ShownFace
from kiosk.widgets.retouch.viewport import Viewport

MESH = QColor(244, 238, 228, 105)
MESH_SHADE = QColor(10, 8, 7, 70)
ASIDE = QColor(244, 238, 228, 190)
MOVED = QColor("#7fd0e8")
PAINTS = {
    Paint.FRONT: QColor(226, 84, 60, 150),
    Paint.FREE: QColor(70, 160, 220, 150),
    Paint.ERASER: QColor(244, 238, 228, 120),
}
CLEAR_PX = 18.0
"""From this mean distance of points on their net is drawn in full."""
FAINTEST = 0.4
_SHADE = QColor(10, 8, 7, 170)


def seen(face: ShownFace, viewport: Viewport) -> list[QPointF]:
    """The points of a face in the room."""
    return [viewport.to_view(face.points.at(k)) for k in range(face.points.size())]


def draw_mesh(painter: QPainter, points: list[QPointF], lines: MeshLines) -> None:
    """Draw the net of the chosen face; fainter where it would hide the painting."""
    edges = [QLineF(points[a], points[b]) for a, b in lines.edges]
    mean_px = sum(edge.length() for edge in edges) / max(1, len(edges))
    painter.save()
    painter.setOpacity(min(1.0, max(FAINTEST, mean_px / CLEAR_PX)))
    painter.setPen(QPen(MESH_SHADE, 2.4))
    painter.drawLines(edges)
    painter.setPen(QPen(MESH, 1.1))
    painter.drawLines(edges)
    painter.restore()


def draw_outline(
    painter: QPainter, points: list[QPointF], lines: MeshLines, *, offered: bool
) -> None:
    """Draw the edge of a face that is not chosen; dashed if nobody steps in."""
    around = QPolygonF([points[k] for k in lines.outline])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_SHADE, 5.0))
    painter.drawPolygon(around)
    style = Qt.PenStyle.SolidLine if offered else Qt.PenStyle.DashLine
    painter.setPen(QPen(ASIDE, 2.5, style))
    painter.drawPolygon(around)


def draw_handles(
    painter: QPainter, handles: Sequence[tuple[QPointF, bool, bool]], radius_px: float
) -> None:
    """Draw the points that can be dragged; moved ones are rings.

    Args:
        painter: Of the widget.
        handles: Place of each, whether it was moved, whether it is held.
        radius_px: Of a point that is not held.
    """
    for place, moved, held in handles:
        radius = 1.5 * radius_px if held else radius_px
        fill = TEXT if held else GOLD
        painter.setPen(QPen(_SHADE, 1.6))
        painter.setBrush(MOVED if moved else fill)
        painter.drawEllipse(place, radius, radius)
        if moved:
            painter.setBrush(INK)
            painter.drawEllipse(place, 0.5 * radius, 0.5 * radius)


def draw_number(painter: QPainter, place: QPointF, number: int, size_px: int) -> None:
    """Write a face's place in the order, or a mark's number, on a disc."""
    painter.setPen(QPen(_SHADE, 2.0))
    painter.setBrush(GOLD)
    painter.drawEllipse(place, 0.8 * size_px, 0.8 * size_px)
    painter.setFont(sans(size_px, strong=True))
    painter.setPen(INK)
    room = QRectF(0.0, 0.0, 4.0 * size_px, 2.0 * size_px)
    room.moveCenter(place)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))


def draw_cross(painter: QPainter, place: QPointF, arm_px: float) -> None:
    """Draw where exactly a finger points."""
    lines = [
        QLineF(place - QPointF(arm_px, 0), place - QPointF(0.25 * arm_px, 0)),
        QLineF(place + QPointF(0.25 * arm_px, 0), place + QPointF(arm_px, 0)),
        QLineF(place - QPointF(0, arm_px), place - QPointF(0, 0.25 * arm_px)),
        QLineF(place + QPointF(0, 0.25 * arm_px), place + QPointF(0, arm_px)),
    ]
    painter.setPen(QPen(_SHADE, 5.0))
    painter.drawLines(lines)
    painter.setPen(QPen(TEXT, 2.0))
    painter.drawLines(lines)


def draw_stroke(
    painter: QPainter, places: Sequence[QPointF], radius_px: float, paint: Paint
) -> None:
    """Draw a stroke of the brush while it is under the finger."""
    pen = QPen(PAINTS[paint], 2 * radius_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    path = QPainterPath(places[0])
    for place in places[1:]:
        path.lineTo(place)
    if len(places) == 1:
        path.lineTo(places[0] + QPointF(0.01, 0.0))
    painter.drawPath(path)
    painter.setPen(QPen(_SHADE, 3.0))
    painter.drawEllipse(places[-1], radius_px, radius_px)
    painter.setPen(QPen(TEXT, 1.4))
    painter.drawEllipse(places[-1], radius_px, radius_px)
