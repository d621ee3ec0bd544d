"""A round button with a drawn sign instead of a word."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics
from kiosk.widgets.buttons import INK, OUTLINE


class Drawn(Enum):
    """What is drawn: lines in units of half the button."""

    LESS = (((-0.36, 0.0), (0.36, 0.0)),)
    MORE = (((-0.36, 0.0), (0.36, 0.0)), ((0.0, -0.36), (0.0, 0.36)))
    UP = (((-0.34, 0.16), (0.0, -0.2), (0.34, 0.16)),)
    DOWN = (((-0.34, -0.16), (0.0, 0.2), (0.34, -0.16)),)
    LEFT = (((0.16, -0.34), (-0.2, 0.0), (0.16, 0.34)),)
    RIGHT = (((-0.16, -0.34), (0.2, 0.0), (-0.16, 0.34)),)
    EDIT = (
        ((-0.36, 0.38), (-0.3, 0.12), (0.2, -0.38), (0.4, -0.18), (-0.1, 0.32)),
        ((-0.1, 0.32), (-0.36, 0.38)),
        ((0.06, -0.24), (0.26, -0.04)),
    )
    UNDO = (
        ((-0.12, -0.42), (-0.38, -0.18), (-0.12, 0.06)),
        ((-0.38, -0.18), (0.1, -0.18), (0.3, -0.1), (0.38, 0.08)),
        ((0.38, 0.08), (0.3, 0.26), (0.1, 0.34), (-0.2, 0.34)),
    )
    REDO = (
        ((0.12, -0.42), (0.38, -0.18), (0.12, 0.06)),
        ((0.38, -0.18), (-0.1, -0.18), (-0.3, -0.1), (-0.38, 0.08)),
        ((-0.38, 0.08), (-0.3, 0.26), (-0.1, 0.34), (0.2, 0.34)),
    )
    WHOLE = (
        ((-0.36, -0.14), (-0.36, -0.36), (-0.14, -0.36)),
        ((0.36, -0.14), (0.36, -0.36), (0.14, -0.36)),
        ((-0.36, 0.14), (-0.36, 0.36), (-0.14, 0.36)),
        ((0.36, 0.14), (0.36, 0.36), (0.14, 0.36)),
    )


class SignButton(QAbstractButton):
    """As large as a finger; its accessible name is set by whoever uses it.

    Args:
        parent: What it stands on.
        drawn: The sign.
    """

    def __init__(self, parent: QWidget, drawn: Drawn) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self._touch_px = 76
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._touch_px = metrics.touch_px
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for a finger."""
        return QSize(self._touch_px, self._touch_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.3)
        border = 0.08 * self.height()
        disc = QRectF(self.rect()).adjusted(border, border, -border, -border)
        if self.hasFocus():
            painter.setPen(QPen(GOLD, 3.0))
        else:
            painter.setPen(QPen(OUTLINE, 2.0))
        painter.setBrush(GOLD if self.isDown() else QColor(255, 255, 255, 14))
        painter.drawEllipse(disc)
        pen = QPen(INK if self.isDown() else TEXT, 0.075 * disc.height())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = disc.height() / 2.0
        for line in self._drawn.value:
            corners = [disc.center() + QPointF(x * half, y * half) for x, y in line]
            painter.drawPolyline(QPolygonF(corners))
        painter.end()
