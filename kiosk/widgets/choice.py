"""One of a few values, as chips beside and beneath each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.buttons import INK, OUTLINE
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import line_height_px

MOST_LINES = 3


class Chip(QAbstractButton):
    """One value; the chosen one is filled and has a dot, not only a colour."""

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self._touch_px = 76
        self._most_width_px = 10_000
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's; long words take more lines."""
        self._touch_px = metrics.touch_px
        self._most_width_px = most_width_px
        self.setFont(sans(metrics.small_px))
        self.resize(self.sizeHint())

    def lines(self) -> list[str]:
        """The words as they are shown."""
        room = self._most_width_px - 2 * self._air_px() - self._dot_room_px()
        # A path may be broken after each of its parts.
        words = self.text().replace("/", "/\u200b").replace("\\", "\\\u200b")
        return balanced(words, self.font(), room, MOST_LINES)

    def sizeHint(self) -> QSize:
        """Room for the words with air around them."""
        lines, measure = self.lines(), QFontMetrics(self.font())
        widest = max((measure.horizontalAdvance(line) for line in lines), default=0)
        width = widest + 2 * self._air_px() + self._dot_room_px()
        height = len(lines) * line_height_px(self.font()) + self._touch_px // 3
        return QSize(max(width, self._touch_px), max(height, self._touch_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, the dot and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        filled = self.isChecked() or self.isDown()
        inset = 0.09 * self._touch_px
        shape = QRectF(self.rect()).adjusted(1.5, inset, -1.5, -inset)
        fill = GOLD if self.isDown() else TEXT
        painter.setPen(QPen(GOLD, 4.0) if self.hasFocus() else QPen(OUTLINE, 2.0))
        painter.setBrush(fill if filled else QColor(255, 255, 255, 14))
        radius = 0.4 * self._touch_px
        painter.drawRoundedRect(shape, radius, radius)
        ink = INK if filled else TEXT
        self._draw_dot(painter, ink)
        self._draw_words(painter, ink)
        painter.end()

    def _draw_dot(self, painter: QPainter, ink: QColor) -> None:
        size = 0.5 * self.font().pixelSize()
        dot = QRectF(self._air_px(), (self.height() - size) / 2, size, size)
        painter.setPen(QPen(ink, 2.0))
        painter.setBrush(ink if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        lines, height = self.lines(), line_height_px(self.font())
        painter.setPen(ink)
        left = self._air_px() + self._dot_room_px()
        y = (self.height() - height * len(lines)) / 2.0
        for line in lines:
            row = QRectF(left, y, self.width() - left, height)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)
            y += height

    def _air_px(self) -> int:
        return round(0.32 * self._touch_px)

    def _dot_room_px(self) -> int:
        return round(0.9 * QFont(self.font()).pixelSize())


class Choice(QWidget):
    """Chips of which one is chosen."""

    value_chosen = Signal(str)
    """Somebody has touched a value that was not chosen before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}

    @property
    def chosen(self) -> str | None:
        """The chosen value, if there is one."""
        marked = (value for value, chip in self._chips.items() if chip.isChecked())
        return next(marked, None)

    def chip(self, value: str) -> Chip:
        """The chip of a value."""
        return self._chips[value]

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer values, each with its words; what was chosen stays so."""
        if tuple(value for value, _words in options) == tuple(self._chips):
            for value, words in options:
                self._chips[value].setText(words)
                self._chips[value].setAccessibleName(words)
            return
        before = self.chosen
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for value, words in options:
            chip = Chip(self, words)
            chip.toggled.connect(lambda on, value=value: self._on_toggled(on, value))
            chip.show()
            self._chips[value] = chip
        if before is not None:
            self.choose(before)

    def choose(self, value: str) -> None:
        """Mark a value; nothing is told, and an unknown one changes nothing."""
        chip = self._chips.get(value)
        if chip is not None:
            blocked = self.blockSignals(True)
            chip.setChecked(True)
            self.blockSignals(blocked)

    def arrange(self, width_px: int, metrics: Metrics) -> QSize:
        """Lay the chips out in a width.

        Returns:
            The size that they take.
        """
        gap = max(8, metrics.gap_px // 3)
        x = y = widest = row_height = 0
        for chip in self._chips.values():
            chip.apply_metrics(metrics, width_px)
            if x and x + chip.width() > width_px:
                x, y = 0, y + row_height + gap
                row_height = 0
            chip.move(x, y)
            x += chip.width() + gap
            widest = max(widest, x - gap)
            row_height = max(row_height, chip.height())
        self.resize(widest, y + row_height)
        return self.size()

    def _on_toggled(self, on: bool, value: str) -> None:
        if on:
            self.value_chosen.emit(value)
