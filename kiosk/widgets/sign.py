"""A round sign: a tick, an exclamation mark or a cross."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.staff.facts import Condition
from kiosk.theme import GOLD
from kiosk.widgets.buttons import INK

COLOURS = {
    Condition.GOOD: QColor("#a3c792"),
    Condition.WATCH: GOLD,
    Condition.BAD: QColor("#ec9a86"),
}
TICK = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.34))
CROSS = (((-0.34, -0.34), (0.34, 0.34)), ((-0.34, 0.34), (0.34, -0.34)))


class Sign(QWidget):
    """Says how something is by shape; the colour only repeats it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._condition = Condition.GOOD
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def condition(self) -> Condition:
        """What it says."""
        return self._condition

    def set_condition(self, condition: Condition) -> None:
        """Say something else."""
        self._condition = condition
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and the mark on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(COLOURS[self._condition])
        radius = min(self.width(), self.height()) / 2.0
        centre = QPointF(self.width() / 2.0, self.height() / 2.0)
        painter.drawEllipse(centre, radius, radius)
        pen = QPen(INK, 0.22 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)

        def line(*corners: tuple[float, float]) -> None:
            points = [centre + QPointF(x * radius, y * radius) for x, y in corners]
            painter.drawPolyline(QPolygonF(points))

        if self._condition is Condition.GOOD:
            line(*TICK)
        elif self._condition is Condition.WATCH:
            line((0.0, -0.5), (0.0, 0.12))
            line((0.0, 0.48), (0.0, 0.5))
        else:
            for stroke in CROSS:
                line(*stroke)
        painter.end()
