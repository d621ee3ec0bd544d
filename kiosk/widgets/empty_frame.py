"""A small empty frame on the wall in which light comes and goes, as a sign of life."""

import math

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.widgets.wall import SHADOW_REACH, paint_frame

BREATH_MS = 7000
STEP_MS = 66
STILL_STRENGTH = 0.5
"""How strong the light is where nothing may move."""
ASPECT = 1.25
CANVAS = QColor("#171310")
GLOW = QColor(232, 160, 98, 92)


class EmptyFrame(QWidget):
    """The frame without a picture; its light breathes while it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame_px = 20
        self._mounted: QPixmap | None = None
        self._reduced = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._breathe)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hang(self, centre_x: int, top: int, height_px: int, frame_px: int) -> None:
        """Choose where it hangs.

        Args:
            centre_x: Its middle.
            top: Upper edge of the frame.
            height_px: Of the frame.
            frame_px: Width of its wood.
        """
        self._frame_px = frame_px
        self._mounted = None
        air = self._air_px()
        size = QSize(round(height_px / ASPECT), height_px)
        frame = QRect(centre_x - size.width() // 2, top, size.width(), size.height())
        self.setGeometry(frame.adjusted(-air, -air, air, air))
        self.update()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Keep the light still, or let it breathe."""
        self._reduced = reduced
        self._run()
        self.update()

    def strength(self) -> float:
        """How strong the light is now, 0 to 1."""
        if not self._timer.isActive():
            return STILL_STRENGTH
        turn = 2.0 * math.pi * self._clock.elapsed() / BREATH_MS
        return 0.5 + 0.5 * math.sin(turn)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the bare canvas and the light on it."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._mounting())
        canvas = self._canvas()
        painter.setOpacity(0.35 + 0.65 * self.strength())
        light = QRadialGradient(
            QPointF(canvas.center().x(), canvas.top() + 0.38 * canvas.height()),
            0.62 * canvas.height(),
        )
        faint = QColor(GLOW)
        faint.setAlpha(0)
        light.setColorAt(0.0, GLOW)
        light.setColorAt(1.0, faint)
        painter.fillRect(canvas, light)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to breathe."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _run(self) -> None:
        if self._reduced or not self.isVisible():
            self._timer.stop()
        elif not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def _breathe(self) -> None:
        self.update(self._canvas())

    def _canvas(self) -> QRect:
        border = self._air_px() + self._frame_px
        return self.rect().adjusted(border, border, -border, -border)

    def _mounting(self) -> QPixmap:
        """Frame, shadow and canvas, painted once for a size."""
        if self._mounted is None:
            ratio = self.devicePixelRatioF()
            self._mounted = QPixmap(self.size() * ratio)
            self._mounted.setDevicePixelRatio(ratio)
            self._mounted.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._mounted)
            paint_frame(painter, self._canvas(), self._frame_px)
            painter.fillRect(self._canvas(), CANVAS)
            painter.end()
        return self._mounted

    def _air_px(self) -> int:
        """Room for the shadow around the frame."""
        return round((SHADOW_REACH + 0.5) * self._frame_px)
