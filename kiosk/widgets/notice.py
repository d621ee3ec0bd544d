"""A short sentence over the painting, with a turning mark while something is done."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, SHADE, TEXT, Metrics, sans
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import line_height_px

TURN_MS = 16
DEGREES_A_TURN = 5
MOST_LINES = 4


class Notice(QWidget):
    """Shows one sentence in a dark plate; invisible while it has nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._busy = False
        self._angle = 0
        self._text_px = 27
        self._most_width_px = 600
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now."""
        return self._sentence

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._text_px = round(1.1 * metrics.text_px)
        self.resize(self.sizeHint())

    def set_room(self, most_width_px: int) -> None:
        """Choose how wide it may grow."""
        self._most_width_px = most_width_px
        self.resize(self.sizeHint())

    def say(self, sentence: str, *, busy: bool = False) -> bool:
        """Show a sentence, or nothing if it is empty.

        Args:
            sentence: Plain words.
            busy: Whether work is being done meanwhile.

        Returns:
            Whether that is another notice than before.
        """
        if (sentence, busy) == (self._sentence, self._busy):
            return False
        self._sentence, self._busy = sentence, busy
        self.setAccessibleName(sentence)
        self.resize(self.sizeHint())
        self.setVisible(bool(sentence))
        if busy and sentence:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()
        return True

    def sizeHint(self) -> QSize:
        """Room for the sentence, wrapped where it must be."""
        lines = self._lines()
        metrics = QFontMetrics(sans(self._text_px))
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        pad = self._text_px
        height = len(lines) * line_height_px(sans(self._text_px)) + round(1.3 * pad)
        return QSize(widest + 2 * pad + self._mark_room() + 2, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate, the mark and the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(244, 238, 228, 40), 1.0))
        painter.setBrush(SHADE)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(plate.height() / 2.0, 1.2 * self._text_px)
        painter.drawRoundedRect(plate, radius, radius)
        if self._busy:
            self._draw_mark(painter)
        font = sans(self._text_px)
        painter.setFont(font)
        painter.setPen(TEXT)
        height = line_height_px(font)
        lines = self._lines()
        top = (self.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            place = QRect(
                self._mark_room(),
                top + number * height,
                self.width() - self._mark_room(),
                height,
            )
            shift = self._text_px // 4 if self._busy else 0
            painter.drawText(
                place.translated(-shift, 0), Qt.AlignmentFlag.AlignCenter, line
            )
        painter.end()

    def _draw_mark(self, painter: QPainter) -> None:
        size = 1.05 * self._text_px
        mark = QRectF(0.95 * self._text_px, (self.height() - size) / 2.0, size, size)
        pen = QPen(QColor(244, 238, 228, 60), 0.13 * self._text_px)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(mark)
        pen.setColor(GOLD)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(mark, -self._angle * 16, 100 * 16)

    def _lines(self) -> list[str]:
        room = self._most_width_px - 2 * self._text_px - self._mark_room()
        return balanced(self._sentence, sans(self._text_px), room, MOST_LINES)

    def _mark_room(self) -> int:
        return round(1.9 * self._text_px) if self._busy else 0

    def _turn(self) -> None:
        self._angle = (self._angle + DEGREES_A_TURN) % 360
        self.update()
