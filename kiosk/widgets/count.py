"""The large number that counts down to the portrait."""

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, sans

TICK_MS = 33
SECOND_MS = 1000.0
DISC = QColor(10, 8, 7, 150)
TRACK = QColor(244, 238, 228, 60)
DIGIT_SHARE = 0.80
"""Size of the digit's letters over the disc's diameter."""
RING_SHARE = 0.035


class Count(QWidget):
    """A digit on a dark disc, with a ring that runs down as the seconds do.

    Args:
        parent: The screen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._seconds: int | None = None
        self._whole = 1
        self._reduced = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def seconds(self) -> int | None:
        """What it shows now."""
        return self._seconds

    def show_seconds(self, seconds: int | None) -> None:
        """Show a number, or nothing.

        Args:
            seconds: Still to go; the first one after None is the whole.
        """
        if seconds is not None:
            self._whole = max(1, self._whole if self._seconds else seconds, seconds)
            self.setAccessibleName(str(seconds))
        self._seconds = seconds
        self._since.start()
        self._run()
        self.setVisible(seconds is not None)
        self.update()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Leave the ring away, or not."""
        self._reduced = reduced
        self._run()
        self.update()

    def share_left(self) -> float:
        """How much of the whole time is left, 1 to 0."""
        if self._seconds is None:
            return 0.0
        gone = min(1.0, self._since.elapsed() / SECOND_MS)
        return max(0.0, self._seconds - gone) / self._whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc, the ring and the digit."""
        if self._seconds is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        painter.translate(self.width() / 2.0, self.height() / 2.0)
        line = RING_SHARE * side
        radius = side / 2.0 - line
        ring = QRectF(-radius, -radius, 2.0 * radius, 2.0 * radius)
        painter.setBrush(DISC)
        painter.setPen(QPen(TRACK, line))
        painter.drawEllipse(ring)
        if not self._reduced:
            pen = QPen(GOLD, line)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(self.share_left() * 360 * 16))
        self._draw_digit(painter, str(self._seconds), DIGIT_SHARE * side)
        painter.end()

    @staticmethod
    def _draw_digit(painter: QPainter, digit: str, size: float) -> None:
        """Centred on its own ink: digits are of uneven shape."""
        size *= 1.0 if len(digit) == 1 else 0.72
        path = QPainterPath()
        path.addText(0.0, 0.0, sans(round(size), strong=True), digit)
        path.translate(-path.boundingRect().center())
        painter.fillPath(path, TEXT)

    def _run(self) -> None:
        if self._seconds is not None and not self._reduced:
            self._timer.start()
        else:
            self._timer.stop()
