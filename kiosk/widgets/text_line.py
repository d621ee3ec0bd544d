"""One line of text that is typed on our keyboard, or on a real one."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.buttons import OUTLINE

MOST_LETTERS = 80
HEIGHT_SHARE = 1.2
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextLine(QWidget):
    """Shows what was typed, its end always in view."""

    entered = Signal()
    """The text is finished, by a real keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = self._hint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text[:MOST_LETTERS]
        self.update()

    def set_hint(self, hint: str) -> None:
        """Say in quiet letters what may be typed."""
        self._hint = hint
        self.setAccessibleName(hint)
        self.update()

    def type(self, letters: str) -> None:
        """Put letters at the end."""
        self.set_text(self._text + letters)

    def erase(self) -> None:
        """Take the last letter away."""
        self.set_text(self._text[:-1])

    def apply_metrics(self, metrics: Metrics, width_px: int) -> None:
        """Take its sizes from the window's."""
        self.setFont(sans(metrics.text_px))
        self.resize(width_px, round(HEIGHT_SHARE * metrics.touch_px))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed on a real keyboard."""
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.text().isprintable() and event.text():
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the words and where the next letter goes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(2.0, 2.0, -2.0, -2.0)
        painter.setPen(QPen(GOLD if self.hasFocus() else OUTLINE, 2.0))
        painter.setBrush(QColor(255, 255, 255, 12))
        painter.drawRoundedRect(shape, 0.2 * shape.height(), 0.2 * shape.height())
        air = 0.35 * shape.height()
        room = shape.adjusted(air, 0.0, -air, 0.0)
        painter.setFont(self.font())
        painter.setPen(TEXT if self._text else QUIET_TEXT)
        measure = QFontMetricsF(self.font())
        words = self._text or self._hint
        if self._text:
            words = measure.elidedText(words, Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        end = room.left() + (measure.horizontalAdvance(words) if self._text else 0.0)
        caret = QRectF(end + 2.0, shape.top() + air, 2.0, shape.height() - 2.0 * air)
        painter.fillRect(caret, GOLD)
        painter.end()
