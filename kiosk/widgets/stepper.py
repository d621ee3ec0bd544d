"""A whole number between two limits, with a button for less and one for more."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.sign_button import Drawn, SignButton

FIRST_REPEAT_MS = 500
REPEAT_MS = 90


class Stepper(QWidget):
    """Shows a number; a held button goes on, and tells the number when let go."""

    value_chosen = Signal(int)
    """Somebody has settled on another number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value, self._told = 0, 0
        self._least, self._most = 0, 1
        self._words: Callable[[int], str] = str
        self._touch_px = 76
        self._font = sans(27)
        self.less = SignButton(self, Drawn.LESS)
        self.more = SignButton(self, Drawn.MORE)
        for button, step in ((self.less, -1), (self.more, 1)):
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(FIRST_REPEAT_MS)
            button.setAutoRepeatInterval(REPEAT_MS)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
            button.released.connect(self._tell_if_let_go)

    @property
    def value(self) -> int:
        """The number that it shows."""
        return self._value

    def set_range(self, least: int, most: int) -> None:
        """Choose the smallest and the largest number."""
        self._least, self._most = least, max(least, most)
        self.set_value(self._value)

    def set_value(self, value: int) -> None:
        """Show a number, or the nearest that is allowed; nothing is told."""
        self._value = self._told = min(max(value, self._least), self._most)
        self._follow()

    def set_words(self, words: Callable[[int], str]) -> None:
        """Choose how a number is said."""
        self._words = words
        self._follow()

    def set_names(self, less: str, more: str) -> None:
        """Say what the two buttons do, for screen readers."""
        self.less.setAccessibleName(less)
        self.more.setAccessibleName(more)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._touch_px = metrics.touch_px
        self._font = sans(metrics.text_px, strong=True)
        for button in (self.less, self.more):
            button.apply_metrics(metrics)
        self.resize(self.sizeHint())
        self.more.move(self.width() - self.more.width(), 0)

    def sizeHint(self) -> QSize:
        """Room for both buttons and the longest words between them."""
        measure = QFontMetrics(self._font)
        said = [self._words(n) for n in (self._least, self._most, self._value)]
        words = max(measure.horizontalAdvance(text) for text in said)
        air = round(0.3 * self._touch_px)
        return QSize(2 * (self._touch_px + air) + words, self._touch_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the number."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.6)
        painter.setFont(self._font)
        painter.setPen(TEXT)
        between = QRect(
            self._touch_px, 0, self.width() - 2 * self._touch_px, self.height()
        )
        words = self._words(self._value)
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _step(self, step: int) -> None:
        self._value = min(max(self._value + step, self._least), self._most)
        self._follow()
        self._tell_if_let_go()

    def _tell_if_let_go(self) -> None:
        held = self.less.isDown() or self.more.isDown()
        if not held and self._value != self._told:
            self._told = self._value
            self.value_chosen.emit(self._value)

    def _follow(self) -> None:
        """Let the buttons and screen readers follow the number."""
        has_focus = self.less.hasFocus() or self.more.hasFocus()
        self.less.setEnabled(self._value > self._least)
        self.more.setEnabled(self._value < self._most)
        if has_focus and not (self.less.hasFocus() or self.more.hasFocus()):
            other = self.more if self._value == self._least else self.less
            other.setFocus(Qt.FocusReason.TabFocusReason)
        self.setAccessibleDescription(self._words(self._value))
        self.update()
