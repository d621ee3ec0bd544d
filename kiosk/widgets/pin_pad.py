"""Keys for a PIN, of which never more than the number of digits is shown."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.buttons import INK, OUTLINE

LEAST_DIGITS = 4
MOST_DIGITS = 8
COLUMNS, ROWS = 3, 4
KEY_SHARE = 1.6
"""Height of a key over what a finger needs."""
KEY_ASPECT = 1.35
DELETE, DONE = "delete", "done"
ORDER = ("1", "2", "3", "4", "5", "6", "7", "8", "9", DELETE, "0", DONE)
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PadKey(QAbstractButton):
    """One key.

    Args:
        parent: The pad.
        name: A digit, or what the key does.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        filled = self.isDown() or self._name == DONE
        shape = QRectF(self.rect()).adjusted(2.0, 2.0, -2.0, -2.0)
        painter.setPen(QPen(GOLD, 4.0) if self.hasFocus() else QPen(OUTLINE, 1.5))
        fill = GOLD if self.isDown() else TEXT
        painter.setBrush(fill if filled else QColor(255, 255, 255, 16))
        radius = 0.22 * shape.height()
        painter.drawRoundedRect(shape, radius, radius)
        ink = INK if filled else TEXT
        if self._name == DELETE:
            self._draw_delete(painter, shape, ink)
        else:
            share = 0.3 if self._name == DONE else 0.42
            painter.setFont(sans(round(share * shape.height()), strong=True))
            painter.setPen(ink)
            painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _draw_delete(self, painter: QPainter, shape: QRectF, ink: QColor) -> None:
        """The usual arrow with a cross in it."""
        unit = 0.17 * shape.height()
        pen = QPen(ink, 0.26 * unit)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = shape.center()
        outline = ((-1.9, 0.0), (-0.8, -1.1), (1.7, -1.1), (1.7, 1.1), (-0.8, 1.1))
        painter.drawPolygon(
            QPolygonF([middle + QPointF(x * unit, y * unit) for x, y in outline])
        )
        for way in (1.0, -1.0):
            arm = QPointF(0.45 * unit, way * 0.45 * unit)
            heart = middle + QPointF(0.45 * unit, 0.0)
            painter.drawLine(heart - arm, heart + arm)


class PinPad(QWidget):
    """Dots for the digits, and three by four keys; a keyboard works too."""

    entered = Signal(str)
    """A PIN of a proper length was finished with OK; the pad is empty again."""
    typed = Signal()
    """A digit was added or taken away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._digits = ""
        self._dots_px = 60
        self._ringed = False
        self._keys = {name: PadKey(self, name) for name in ORDER}
        for name, key in self._keys.items():
            key.clicked.connect(lambda _=False, name=name: self._press(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        self._follow()

    def key(self, name: str) -> PadKey:
        """The key of a digit, or "delete" or "done"."""
        return self._keys[name]

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        for name, key in self._keys.items():
            words = {DELETE: self.tr("Delete"), DONE: self.tr("OK")}.get(name, name)
            key.setText(words)
            key.setAccessibleName(words)
        self.setAccessibleName(self.tr("PIN pad"))
        self._follow()

    def clear(self) -> None:
        """Forget what was typed."""
        self._digits = ""
        self._follow()

    def apply_metrics(self, metrics: Metrics, room: QSize) -> None:
        """Take its size from the window's; keys shrink to what a finger needs.

        Args:
            metrics: The window's sizes.
            room: What it may take; more is taken only where a finger needs it.
        """
        gap = max(8, metrics.gap_px // 2)
        self._dots_px = round(0.8 * metrics.touch_px)
        high = (room.height() - self._dots_px - ROWS * gap) // ROWS
        height = min(high, round(KEY_SHARE * metrics.touch_px))
        height = max(height, metrics.touch_px)
        wide = (room.width() - (COLUMNS - 1) * gap) // COLUMNS
        width = max(metrics.touch_px, min(wide, round(KEY_ASPECT * height)))
        for number, key in enumerate(self._keys.values()):
            row, column = divmod(number, COLUMNS)
            top = self._dots_px + gap + row * (height + gap)
            key.setGeometry(column * (width + gap), top, width, height)
        self.resize(
            COLUMNS * (width + gap) - gap, self._dots_px + ROWS * (height + gap)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Backspace and Enter."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key of the keyboard, wherever the focus is.

        Returns:
            Whether it was for the pad.
        """
        text = event.text()
        if not self.isEnabled():
            return False
        if len(text) == 1 and text in "0123456789":
            self._press(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._press(DELETE)
        elif event.key() in ENTER:
            self._press(DONE)
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed as soon as nobody sees the pad."""
        super().hideEvent(event)
        self.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has come here; a finger needs no ring."""
        self._ringed = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dot for each digit and a ring for each that is still needed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        row = QRect(0, 0, self.width(), self._dots_px)
        if self._ringed:
            painter.setPen(QPen(GOLD, 3.0))
            painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -2), 10.0, 10.0)
        count = max(LEAST_DIGITS, len(self._digits))
        radius = 0.13 * self._dots_px
        step = min(5.2 * radius, (self.width() - 2 * radius) / MOST_DIGITS)
        x = row.center().x() - (count - 1) * step / 2.0
        for number in range(count):
            centre = QPointF(x + number * step, row.center().y())
            painter.setPen(QPen(TEXT, 2.0))
            typed = number < len(self._digits)
            painter.setBrush(TEXT if typed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)
        painter.end()

    def _press(self, name: str) -> None:
        if name == DONE:
            self._finish()
            return
        if name == DELETE:
            self._digits = self._digits[:-1]
        elif len(self._digits) < MOST_DIGITS:
            self._digits += name
        self._follow()
        self.typed.emit()

    def _finish(self) -> None:
        if len(self._digits) >= LEAST_DIGITS:
            digits = self._digits
            self.clear()
            self.entered.emit(digits)

    def _follow(self) -> None:
        """Let the keys and screen readers follow the number of digits."""
        count = len(self._digits)
        words = self.tr("Digits entered: %1").replace("%1", str(count))
        self.setAccessibleDescription(words)
        for name, useful in (
            (DELETE, count > 0),
            (DONE, count >= LEAST_DIGITS),
        ):
            key = self._keys[name]
            if key.hasFocus() and not useful:
                self.setFocus(Qt.FocusReason.TabFocusReason)
            key.setEnabled(useful)
        self.update()
