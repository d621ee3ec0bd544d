"""A chart of twenty-four bars: how many in each hour of a day."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, QUIET_TEXT, Metrics, sans

HOURS = 24
GRID = QColor(244, 238, 228, 46)
STEPS = (1, 2, 5)
MOST_GRID_LINES = 4
LABEL_GAP_PX = 6


class HourBars(QWidget):
    """Bars over a labelled axis from 0 to 24 h; heights are counts.

    Its accessible name is set by whoever uses it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = (0,) * HOURS
        self._font = sans(20)

    @property
    def counts(self) -> tuple[int, ...]:
        """What it shows."""
        return self._counts

    def set_counts(self, counts: Sequence[int]) -> None:
        """Show 24 counts, from midnight; missing ones are 0, negative ones too."""
        whole = [max(0, count) for count in counts[:HOURS]]
        self._counts = tuple(whole) + (0,) * (HOURS - len(whole))
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its letters from the window's sizes."""
        self._font = sans(metrics.small_px)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grid, the bars and the axes' labels."""
        painter = QPainter(self)
        painter.setFont(self._font)
        measure = QFontMetrics(self._font)
        step = grid_step(max(self._counts))
        top = max(step, -(-max(self._counts) // step) * step)
        left = measure.horizontalAdvance(str(top)) + LABEL_GAP_PX + 2
        right = measure.horizontalAdvance("24 h") // 2
        plot = QRectF(
            left,
            measure.height() / 2.0,
            max(1, self.width() - left - right),
            max(1.0, self.height() - 2.0 * measure.height()),
        )
        self._draw_grid(painter, plot, top, step)
        self._draw_bars(painter, plot, top)
        self._draw_hours(painter, plot)
        painter.end()

    def _draw_grid(self, painter: QPainter, plot: QRectF, top: int, step: int) -> None:
        height = QFontMetrics(self._font).height()
        painter.setPen(QUIET_TEXT)
        for count in range(0, top + 1, step):
            y = plot.bottom() - plot.height() * count / top
            painter.fillRect(QRectF(plot.left(), y - 1.0, plot.width(), 2.0), GRID)
            room = QRectF(0.0, y - height / 2.0, plot.left() - LABEL_GAP_PX, height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, side, str(count))

    def _draw_bars(self, painter: QPainter, plot: QRectF, top: int) -> None:
        hour = plot.width() / HOURS
        for number, count in enumerate(self._counts):
            height = plot.height() * count / top
            left = plot.left() + (number + 0.14) * hour
            painter.fillRect(
                QRectF(left, plot.bottom() - height, 0.72 * hour, height), GOLD
            )

    def _draw_hours(self, painter: QPainter, plot: QRectF) -> None:
        measure = QFontMetrics(self._font)
        wide = measure.horizontalAdvance("24 h ")
        room = plot.width() / (HOURS * wide)
        every = next((n for n in (1, 2, 3, 4, 6, 12) if n * room >= 1.0), HOURS)
        painter.setPen(QUIET_TEXT)
        for number in range(0, HOURS + 1, every):
            x = plot.left() + number * plot.width() / HOURS
            place = QRectF(x - wide, plot.bottom() + 4.0, 2 * wide, measure.height())
            words = f"{number} h" if number == HOURS else str(number)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words)


def grid_step(largest: int) -> int:
    """A round distance of grid lines, so that there are not many.

    Args:
        largest: The largest count.
    """
    power = 1
    while True:
        for step in STEPS:
            if step * power * MOST_GRID_LINES >= largest:
                return step * power
        power *= 10
