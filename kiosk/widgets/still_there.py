"""The question to somebody who has not touched anything for a while."""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, QUIET_TEXT, TEXT, measure, px_per_mm, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.text import line_height_px

DIM = QColor(8, 6, 5, 222)
TRACK = QColor(244, 238, 228, 46)
RING_SHARE = 0.24
"""Diameter of the ring, in short sides of the window."""
WIDTH_SHARE = 0.8
SECOND_MS = 1000


class StillThere(QWidget):
    """Dims what it covers, asks, and counts down; whoever touches anything stays.

    Covers its parent, also when that changes its size.

    Args:
        parent: The window.
        scale: Device-independent pixels in a millimetre of the screen; None takes
            those of a usual kiosk.
    """

    stayed = Signal()
    """Somebody is there."""

    def __init__(self, parent: QWidget, scale: float | None = None) -> None:
        super().__init__(parent)
        self._covered = parent
        self._scale = scale
        self._seconds = 0
        self._most_seconds = 0
        self._left = 0.0
        self._reduced = False
        self._ring = QRectF()
        self._question = FittedLabel(self)
        self._warning = FittedLabel(self, QUIET_TEXT)
        self.here = WordButton(self, Weight.MAIN)
        self.here.pressed.connect(self.stayed)
        self._run = QVariantAnimation(self)
        self._run.setEasingCurve(QEasingCurve.Type.Linear)
        self._run.setDuration(SECOND_MS)
        self._run.valueChanged.connect(self._set_left)
        for label in (self._question, self._warning):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Touches that nobody wants would go on to what is beneath.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        parent.installEventFilter(self)
        self._say()

    @property
    def seconds(self) -> int:
        """What it counts down from just now; 0 while it is hidden."""
        return self._seconds

    def show_seconds(self, seconds: int) -> None:
        """Ask, or go on counting.

        Args:
            seconds: Left until everything is wiped; the first number since it was
                hidden is a full ring.
        """
        if self.isVisible() and seconds == self._seconds:
            return
        self._seconds = max(0, seconds)
        self._most_seconds = max(self._most_seconds, self._seconds, 1)
        if not self.isVisible():
            self._say()
            self._cover()
            self.show()
        self.raise_()
        self._count()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Let the ring go in steps of seconds, or run."""
        self._reduced = reduced

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A touch anywhere says that somebody is there."""
        self.stayed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language; while it is hidden nobody needs it to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._say()
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it covers."""
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self._cover()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin anew next time."""
        super().hideEvent(event)
        self._run.stop()
        self._seconds = self._most_seconds = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dusk, the ring and the seconds in it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), DIM)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 0.035 * self._ring.width()
        line = self._ring.adjusted(width, width, -width, -width)
        painter.setPen(QPen(TRACK, width))
        painter.drawEllipse(line)
        pen = QPen(GOLD, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        share = min(1.0, self._left / max(1, self._most_seconds))
        painter.drawArc(line, 90 * 16, round(share * 360 * 16))
        digits = serif(round(0.46 * self._ring.height()))
        painter.setFont(digits)
        painter.setPen(TEXT)
        number = str(self._seconds)
        ink = QFontMetricsF(digits)
        painter.drawText(
            QPointF(
                self._ring.center().x() - ink.horizontalAdvance(number) / 2.0,
                self._ring.center().y() + ink.capHeight() / 2.0,
            ),
            number,
        )
        painter.end()

    def _count(self) -> None:
        """Let the ring run down to the next second."""
        self._run.stop()
        self._set_left(float(self._seconds))
        if not self._reduced and self._seconds:
            self._run.setStartValue(float(self._seconds))
            self._run.setEndValue(float(self._seconds - 1))
            self._run.start()
        self.update()

    def _set_left(self, seconds: float) -> None:
        self._left = seconds
        self.update(self._ring.toAlignedRect())

    def _say(self) -> None:
        self._question.say(self.tr("Are you still there?"))
        self._warning.say(self.tr("Everything of you is wiped when the time is up."))
        self.here.setText(self.tr("I am here"))
        self.setAccessibleName(self._question.text())

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())
        self._place()

    def _place(self) -> None:
        """Question, ring, warning and button beneath each other in the middle."""
        size = self.size()
        scale = self._scale or px_per_mm((size.width(), size.height()), None)
        metrics = measure(size.width(), size.height(), scale)
        gap = metrics.gap_px
        width = round(WIDTH_SHARE * size.width())
        question, warning = (
            serif(metrics.heading_px),
            sans(round(1.1 * metrics.text_px)),
        )
        ring = round(RING_SHARE * min(size.width(), size.height()))
        whole = self._question.fit(question, width, 3 * line_height_px(question))
        whole += self._warning.fit(warning, width, 4 * line_height_px(warning))
        self.here.apply_metrics(metrics, width)
        whole += ring + self.here.height() + 4 * gap
        left, y = (size.width() - width) // 2, max(0, (size.height() - whole) // 2)
        self._question.move(left, y)
        y += self._question.height() + gap
        self._ring = QRectF((size.width() - ring) / 2.0, y, ring, ring)
        y += ring + gap
        self._warning.move(left, y)
        y += self._warning.height() + 2 * gap
        self.here.move((size.width() - self.here.width()) // 2, y)
        self.update()
