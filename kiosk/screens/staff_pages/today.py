"""The page with the figures of today."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.charts.values import Columns
from kiosk.screens.staff_pages.figure import Figure
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.ranges import Ranges
from kiosk.screens.staff_pages.ranking import RankedPainting
from kiosk.staff.facts import TodayFigures
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.chart_view import ChartView
from kiosk.widgets.paragraph import Paragraph

FIGURES = 8
MOST_RANKED = 20
LEAST_FIGURE_SHARE = 5.6
"""Smallest width of a figure over the size of small letters."""
SECONDS_IN_MINUTE = 60


class TodayPage(Page):
    """Figures, visits by hour, and the paintings by their portraits."""

    pictures_wanted = Signal(list)
    """Keys of the paintings that are listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = TodayFigures()
        self._titles: Mapping[str, str] = {}
        self.ranges = Ranges(self)
        self._figures = [Figure(self) for _ in range(FIGURES)]
        self._by_hour = Paragraph(self, TEXT)
        self.chart = ChartView(_by_hour(self._today), "{:.0f}".format, self)
        self._by_painting = Paragraph(self, TEXT)
        self._ranked: list[RankedPainting] = []
        self.retranslate()

    @property
    def numbers(self) -> list[str]:
        """The big figures as they are shown."""
        return [figure.number for figure in self._figures]

    def set_today(self, today: TodayFigures, titles: Mapping[str, str]) -> None:
        """Show figures.

        Args:
            today: What happened since midnight.
            titles: From a painting's key to its title.
        """
        self._today, self._titles = today, dict(titles)
        self.chart.show_chart(_by_hour(today))
        self._rank()
        self.retranslate()
        self.grown.emit()
        self.pictures_wanted.emit([line.key for line in self._ranked])

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show a painting's picture, if it is listed."""
        for line in self._ranked:
            if line.key == key:
                line.set_image(image)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self.ranges.arrange(width_px, metrics)
        self.ranges.move(0, 0)
        y = self._arrange_figures(self.ranges.height() + gap, width_px, metrics) + gap
        for heading in (self._by_hour, self._by_painting):
            heading.set_face(sans(metrics.text_px, strong=True))
        wide = bool(self._ranked) and width_px > 26 * metrics.touch_px // 2
        left_px = round(0.54 * width_px) if wide else width_px
        top = self._by_hour.lay(0, y, left_px) + gap // 3
        self.chart.apply_metrics(metrics)
        high = 5.6 if wide else 4.2
        self.chart.setGeometry(0, top, left_px, round(high * metrics.touch_px))
        bottom = self.chart.geometry().bottom() + gap
        if not wide:
            return self._arrange_ranking(0, bottom, width_px, metrics)
        x = left_px + 2 * gap
        return max(bottom, self._arrange_ranking(x, y, width_px - x, metrics))

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.ranges.retranslate()
        today = self._today
        said = (
            (str(today.visits), self.tr("Visits")),
            (str(today.completed), self.tr("Portraits")),
            (str(today.deleted), self.tr("Deleted")),
            (str(today.declined), self.tr("Declined")),
            (str(today.abandoned), self.tr("Walked away")),
            (str(today.errors), self.tr("Errors")),
            (str(today.retakes), self.tr("Taken again")),
            (_minutes(today.middle_visit_s), self.tr("A visit, in minutes")),
        )
        for figure, (number, words) in zip(self._figures, said, strict=True):
            figure.say(number, words)
        self._by_hour.setText(self.tr("Visits by hour"))
        self.chart.setAccessibleName(self.tr("Visits by hour"))
        by_painting = self.tr("Portraits by painting")
        self._by_painting.setText(by_painting if self._ranked else "")

    def _rank(self) -> None:
        for line in self._ranked:
            line.hide()
            line.deleteLater()
        counts = self._today.portraits_by_painting
        most = max((1, *counts.values()))
        self._ranked = []
        ranked = sorted(counts.items(), key=lambda item: -item[1])
        for key, count in ranked[:MOST_RANKED]:
            title = self._titles.get(key, key)
            line = RankedPainting(key, title, count, most, self)
            line.show()
            self._ranked.append(line)

    def _arrange_figures(self, top: int, width_px: int, metrics: Metrics) -> int:
        gap = max(8, metrics.gap_px // 2)
        least = round(LEAST_FIGURE_SHARE * metrics.small_px)
        columns = FIGURES if width_px >= FIGURES * (least + gap) else 4
        each = (width_px - (columns - 1) * gap) // columns
        bottom = top
        rows: Sequence[list[Figure]] = [
            self._figures[i : i + columns] for i in range(0, FIGURES, columns)
        ]
        for row in rows:
            height = max(figure.arrange(each, metrics) for figure in row)
            for column, figure in enumerate(row):
                figure.move(column * (each + gap), bottom)
                figure.stretch(height)
            bottom += height + gap
        return bottom

    def _arrange_ranking(self, x: int, y: int, width: int, metrics: Metrics) -> int:
        y = self._by_painting.lay(x, y, width) + metrics.gap_px // 3
        for line in self._ranked:
            line.move(x, y)
            y += line.arrange(width, metrics)
        return y


def _by_hour(today: TodayFigures) -> Columns:
    counts = today.visits_by_hour
    return Columns(
        tuple(str(hour) for hour in range(len(counts))), tuple(map(float, counts))
    )


def _minutes(seconds: float | None) -> str:
    """Minutes and seconds, or a dash if there are none."""
    if seconds is None:
        return "\u2013"
    minutes, rest = divmod(round(seconds), SECONDS_IN_MINUTE)
    return f"{minutes}:{rest:02d}"
