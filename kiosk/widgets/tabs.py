"""Tabs of the staff area: a row, or a column in a wide window."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, QUIET_TEXT, TEXT, Metrics, sans

SCALES = (1.0, 0.92, 0.84, 0.76)


class Tab(QAbstractButton):
    """One tab; the open one is strong, brighter and has a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.upright = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def least_width_px(self, font: QFont) -> int:
        """Room for the words in strong letters, with air."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(strong).horizontalAdvance(self.text())
        return words + round(1.1 * font.pixelSize())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        opened = self.isChecked()
        shape = QRectF(self.rect()).adjusted(2.0, 2.0, -2.0, -2.0)
        if opened or self.isDown():
            painter.fillRect(self.rect(), QColor(255, 255, 255, 16))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if opened else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(TEXT if opened or self.isDown() else QUIET_TEXT)
        words = shape.adjusted(0.75 * font.pixelSize() if self.upright else 0, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignVCenter
        side |= (
            Qt.AlignmentFlag.AlignLeft
            if self.upright
            else Qt.AlignmentFlag.AlignHCenter
        )
        painter.drawText(words, side, self.text())
        if opened:
            thick = max(4, self.height() // 16)
            if self.upright:
                painter.fillRect(0, 0, thick, self.height(), GOLD)
            else:
                painter.fillRect(0, self.height() - thick, self.width(), thick, GOLD)
        if self.hasFocus():
            painter.setPen(QPen(GOLD, 3.0))
            painter.drawRoundedRect(shape, 8.0, 8.0)
        painter.end()


class Tabs(QWidget):
    """Tabs of which one is open."""

    tab_chosen = Signal(str)
    """Somebody has touched a tab; carries its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs: dict[str, Tab] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The tabs that can be seen, in their order."""
        return tuple(name for name, tab in self._tabs.items() if not tab.isHidden())

    def tab(self, name: str) -> Tab:
        """The tab of a name."""
        return self._tabs[name]

    def set_tabs(self, tabs: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Offer tabs.

        Args:
            tabs: Name and words of every tab there is; the names never change.
            shown: Names of those that can be seen.
        """
        for name, words in tabs:
            if name not in self._tabs:
                self._tabs[name] = Tab(self)
                self._tabs[name].clicked.connect(
                    lambda _=False, name=name: self.tab_chosen.emit(name)
                )
            self._tabs[name].setText(words)
            self._tabs[name].setAccessibleName(words)
            self._tabs[name].setVisible(name in shown)

    def choose(self, name: str) -> None:
        """Mark a tab as open; nothing is told."""
        self._tabs[name].setChecked(True)

    def least_column_px(self, metrics: Metrics) -> int:
        """Width of a column that all words fit into."""
        font = sans(metrics.text_px)
        return max(
            (self._tabs[name].least_width_px(font) for name in self.names), default=0
        )

    def arrange(self, width_px: int, metrics: Metrics, *, upright: bool) -> QSize:
        """Lay the tabs out.

        Args:
            width_px: Room for them.
            metrics: The window's sizes.
            upright: Whether they stand beneath each other.

        Returns:
            The size that they take.
        """
        tabs = [self._tabs[name] for name in self.names]
        font, columns = _fitting(tabs, width_px, metrics, 1 if upright else len(tabs))
        row_px = max(metrics.touch_px, round(2.2 * metrics.text_px))
        for number, tab in enumerate(tabs):
            row, column = divmod(number, columns)
            left = column * width_px // columns
            right = (column + 1) * width_px // columns
            tab.upright = upright
            tab.setFont(font)
            tab.setGeometry(left, row * row_px, right - left, row_px)
        rows = -(-len(tabs) // columns)
        self.resize(width_px, rows * row_px)
        return self.size()


def _fitting(
    tabs: Sequence[Tab], width_px: int, metrics: Metrics, columns: int
) -> tuple[QFont, int]:
    """The largest letters that all words fit in, beside each other if they can."""
    font = sans(metrics.text_px)
    for beside in dict.fromkeys((columns, -(-columns // 2), 1)):
        for scale in SCALES:
            font = sans(round(scale * metrics.text_px))
            if all(tab.least_width_px(font) <= width_px // beside for tab in tabs):
                return font, beside
    return font, 1
