"""A switch: on or off, seen by the place of its knob and by a tick."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics
from kiosk.widgets.buttons import INK, OUTLINE
from kiosk.widgets.sign import TICK

WIDTH_SHARE = 1.5
"""Of the touched height."""
TRACK_SHARE = 0.56


class Switch(QAbstractButton):
    """A checkable switch; its accessible name is set by whoever uses it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._touch_px = 76
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._touch_px = metrics.touch_px
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for a finger."""
        return QSize(round(WIDTH_SHARE * self._touch_px), self._touch_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, the knob, and a tick while it is on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        high = TRACK_SHARE * self.height()
        wide = self.width() - 0.16 * self.height()
        track = QRectF(
            (self.width() - wide) / 2, (self.height() - high) / 2, wide, high
        )
        if self.hasFocus():
            painter.setPen(QPen(GOLD, 3.0))
            ring = track.adjusted(-5.0, -5.0, 5.0, 5.0)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        on = self.isChecked()
        painter.setPen(QPen(GOLD if on else OUTLINE, 2.5))
        painter.setBrush(GOLD if on else QColor(255, 255, 255, 14))
        painter.drawRoundedRect(track, high / 2, high / 2)
        self._draw_knob(painter, track)
        painter.end()

    def _draw_knob(self, painter: QPainter, track: QRectF) -> None:
        on = self.isChecked()
        radius = 0.36 * track.height()
        inset = track.height() / 2
        x = track.right() - inset if on else track.left() + inset
        centre = QPointF(x, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INK if on else TEXT)
        painter.drawEllipse(centre, radius, radius)
        if not on:
            return
        pen = QPen(GOLD, 0.24 * radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = [centre + QPointF(x * radius, y * radius) for x, y in TICK]
        painter.drawPolyline(QPolygonF(corners))
