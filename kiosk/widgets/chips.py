"""Categories to choose from; a touch shows only what belongs to one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.card import INK
from kiosk.widgets.focus import FocusButton
from kiosk.widgets.lines import balanced

OUTLINE = QColor(244, 238, 228, 120)
TICK = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.34))


class Chip(FocusButton):
    """One category; the chosen one is filled and has a tick.

    Args:
        parent: The row.
        words: Its name.
    """

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self._height_px = 76
        self._most_width_px = 10_000
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's; it keeps within a width."""
        self._height_px, self._most_width_px = metrics.touch_px, most_width_px
        self.setFont(sans(metrics.text_px))
        self.resize(self.sizeHint())

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A touch chooses; a second one does not unchoose."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """Room for the words and the tick."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        wide = words + self._tick_px() + round(1.1 * self._height_px)
        return QSize(min(wide, self._most_width_px), self._height_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.1 * self.height()
        shape = QRectF(self.rect()).adjusted(3.0, inset, -3.0, -inset)
        full = self.isChecked() or self.isDown()
        fill = (GOLD if self.isDown() else TEXT) if full else QColor(255, 255, 255, 14)
        ringed = self.ringed
        painter.setPen(QPen(GOLD if ringed else OUTLINE, 4.0 if ringed else 2.0))
        painter.setBrush(fill)
        painter.drawRoundedRect(shape, shape.height() / 2.0, shape.height() / 2.0)
        painter.setFont(self.font())
        painter.setPen(INK if full else TEXT)
        place = self.rect()
        if self.isChecked():
            self._draw_tick(painter)
            place.setLeft(place.left() + self._tick_px())
        room = self.width() - self._tick_px() - self._height_px // 2
        words = " ".join(balanced(self.text(), self.font(), room, 1))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _draw_tick(self, painter: QPainter) -> None:
        half = 0.34 * self.font().pixelSize()
        painter.save()
        painter.translate(0.5 * self._height_px, self.height() / 2.0)
        pen = QPen(INK, 0.26 * half)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [QPoint(round(x * 2 * half), round(y * 2 * half)) for x, y in TICK]
        painter.drawPolyline(QPolygonF(points))
        painter.restore()

    def _tick_px(self) -> int:
        return round(0.7 * self.font().pixelSize())


class Chips(QWidget):
    """Categories in rows, one of them chosen; hidden with less than two.

    Its size follows the words and the room; whoever owns it only moves it.

    Args:
        parent: The screen.
    """

    picked = Signal(int)
    """One was touched: its number, from 0. It is marked already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._metrics: Metrics | None = None
        self._most_width_px = 10_000
        self.hide()

    @property
    def chosen(self) -> int:
        """The number of the marked one; 0 if there is none."""
        marked = (n for n, chip in enumerate(self._chips) if chip.isChecked())
        return next(marked, 0)

    def chip(self, number: int) -> Chip:
        """One of them."""
        return self._chips[number]

    def offer(self, names: Sequence[str], chosen: int = 0) -> None:
        """Offer categories.

        Args:
            names: In their order.
            chosen: The number of the one to mark.
        """
        if [chip.text() for chip in self._chips] != list(names):
            for chip in self._chips:
                chip.hide()
                chip.deleteLater()
            self._chips = [self._new_chip(name, n) for n, name in enumerate(names)]
        self.mark(chosen)
        self.setVisible(len(self._chips) > 1)
        self._arrange()

    def mark(self, chosen: int) -> None:
        """Mark one without telling."""
        for number, chip in enumerate(self._chips):
            chip.setChecked(number == chosen)

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's; more than a width takes another row."""
        self._metrics, self._most_width_px = metrics, most_width_px
        self._arrange()

    def _new_chip(self, name: str, number: int) -> Chip:
        chip = Chip(self, name)
        chip.clicked.connect(lambda: self._on_touched(number))
        chip.show()
        return chip

    def _on_touched(self, number: int) -> None:
        self.mark(number)
        self.picked.emit(number)

    def _arrange(self) -> None:
        if self._metrics is None:
            return
        gap = round(0.5 * self._metrics.gap_px)
        rows: list[list[Chip]] = [[]]
        x = 0
        for chip in self._chips:
            chip.apply_metrics(self._metrics, self._most_width_px)
            if rows[-1] and x + chip.width() > self._most_width_px:
                rows.append([])
                x = 0
            rows[-1].append(chip)
            x += chip.width() + gap
        widths = [sum(c.width() + gap for c in row) - gap for row in rows]
        whole, y = max(0, *widths), 0
        for row, width in zip(rows, widths, strict=True):
            x = (whole - width) // 2
            for chip in row:
                chip.move(x, y)
                x += chip.width() + gap
            y += self._metrics.touch_px + gap
        self.resize(whole, y - gap)
