"""Small line drawings that say what words beside them say."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

LINE = 0.085
"""Width of the lines over the size of the sign."""


def draw_sign(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw a sign.

    Args:
        painter: With antialiasing.
        name: ``step_in``, ``come_closer``, ``step_back``, ``look_here``, ``too_dark``
            or ``bring_somebody``; nothing is drawn for any other.
        place: A square.
        colour: Of the lines.
    """
    path = _PATHS.get(name)
    if path is None:
        return
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    pen = QPen(colour, LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _lines(*polylines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for polyline in polylines:
        path.moveTo(*polyline[0])
        for point in polyline[1:]:
            path.lineTo(*point)
    return path


def _step_in() -> QPainterPath:
    """Head and shoulders between the corners of a picture."""
    low, high, arm = 0.05, 0.95, 0.18
    path = _lines(
        ((low, low + arm), (low, low), (low + arm, low)),
        ((high - arm, low), (high, low), (high, low + arm)),
        ((high, high - arm), (high, high), (high - arm, high)),
        ((low + arm, high), (low, high), (low, high - arm)),
    )
    path.addEllipse(QPointF(0.5, 0.37), 0.15, 0.17)
    path.moveTo(0.22, 0.84)
    path.cubicTo(0.24, 0.58, 0.76, 0.58, 0.78, 0.84)
    return path


def _arrow(tip: float, tail: float) -> QPainterPath:
    """An arrow below a line that stands for the screen."""
    barb = 0.22 if tail > tip else -0.22
    return _lines(
        ((0.1, 0.08), (0.9, 0.08)),
        ((0.5, tail), (0.5, tip)),
        ((0.26, tip + barb), (0.5, tip), (0.74, tip + barb)),
    )


def _look_here() -> QPainterPath:
    """An eye."""
    path = QPainterPath(QPointF(0.04, 0.5))
    path.cubicTo(0.26, 0.14, 0.74, 0.14, 0.96, 0.5)
    path.cubicTo(0.74, 0.86, 0.26, 0.86, 0.04, 0.5)
    path.addEllipse(QPointF(0.5, 0.5), 0.15, 0.15)
    return path


def _bring_somebody() -> QPainterPath:
    """A head and shoulders, and another behind."""
    path = QPainterPath()
    path.addEllipse(QPointF(0.36, 0.34), 0.15, 0.17)
    path.moveTo(0.08, 0.86)
    path.cubicTo(0.1, 0.56, 0.62, 0.56, 0.64, 0.86)
    path.moveTo(0.58, 0.18)
    path.cubicTo(0.82, 0.1, 0.86, 0.46, 0.64, 0.5)
    path.moveTo(0.7, 0.6)
    path.cubicTo(0.84, 0.62, 0.91, 0.72, 0.92, 0.86)
    return path


def _too_dark() -> QPainterPath:
    """A light bulb."""
    path = QPainterPath(QPointF(0.38, 0.74))
    path.cubicTo(0.38, 0.58, 0.2, 0.56, 0.2, 0.34)
    path.cubicTo(0.2, -0.06, 0.8, -0.06, 0.8, 0.34)
    path.cubicTo(0.8, 0.56, 0.62, 0.58, 0.62, 0.74)
    path.closeSubpath()
    path.addPath(_lines(((0.42, 0.88), (0.58, 0.88))))
    return path


_PATHS = {
    "step_in": _step_in(),
    "come_closer": _arrow(0.28, 0.95),
    "step_back": _arrow(0.95, 0.28),
    "look_here": _look_here(),
    "too_dark": _too_dark(),
    "bring_somebody": _bring_somebody(),
}
