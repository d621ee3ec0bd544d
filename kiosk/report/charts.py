"""From figures to charts: what the screen, the report and the pictures show."""

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtGui import QImage

from kiosk.charts.values import (
    Bar,
    Bars,
    Columns,
    Funnel,
    FunnelStep,
    HeatMap,
    Lines,
)
from kiosk.report.numbers import Numbers
from kiosk.stats.catalogue import TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.ledger import Row, Value
from kiosk.stats.measure import Kind
from kiosk.stats.wording import Wording

MOST_DAYS, MOST_WEEKS_DAYS = 62, 400
"""Up to so many days a column is a day, up to so many a week, beyond it a month."""
LEAST_HOUR = 0.005
"""Hours with so small a share of visits are left out at both ends of the day."""
LENGTH_BIN_S = 30
MOST_LENGTH_BINS = 20
MOST_COHORTS = 10
COHORT_WEEKS = 8
_NAMES = {table.name: [column.name for column in table.columns] for table in TABLES}


class Charts:
    """Makes the charts of a range.

    Args:
        figures: The figures of the range.
        wording: The words.
        numbers: How numbers are written.
        pictures: From a painting's key to a small picture of it.
    """

    def __init__(
        self,
        figures: Figures,
        wording: Wording,
        numbers: Numbers,
        pictures: Mapping[str, QImage] | None = None,
    ) -> None:
        self._figures, self._wording, self._numbers = figures, wording, numbers
        self._pictures = pictures or {}

    def visits(self) -> Columns:
        """Visits and portraits by day, week or month."""
        days, numbers = self._figures.period.days, self._numbers
        say: Callable[[str], str]
        if days <= MOST_DAYS:
            name, label, say = "days", "date", numbers.day
        elif days <= MOST_WEEKS_DAYS:
            name, label, say = "weeks", "monday", numbers.day
        else:
            name, label, say = "months", "month", numbers.month
        partial = self._column(name, "partial")
        return Columns(
            tuple(say(str(one)) for one in self._column(name, label)),
            _numbers(self._column(name, "visits")),
            _numbers(self._column(name, "portraits")),
            (self._wording.column("visits"), self._wording.column("portraits")),
            frozenset(place for place, one in enumerate(partial) if one),
        )

    def week(self) -> HeatMap:
        """Visits by weekday and hour, from the first to the last hour that counts."""
        rows = self._figures.tables["weekday_hours"]
        came = [0.0] * 24
        for row in rows:
            came[int(row[1] or 0)] += _number(row[3]) or 0.0
        busy = [hour for hour in range(24) if came[hour] > LEAST_HOUR * sum(came)]
        first, last = (min(busy), max(busy)) if busy else (9, 18)
        hours = range(first, last + 1)
        cells = []
        for _weekday, group in groupby(rows, key=lambda row: row[0]):
            means = {int(row[1] or 0): row[5] for row in group}
            cells.append(tuple(_number(means.get(hour)) for hour in hours))
        return HeatMap(
            tuple(self._wording[f"weekday.{day}"] for day in range(1, 8)),
            tuple(str(hour) for hour in hours),
            tuple(cells),
        )

    def funnel(self) -> Funnel:
        """How far visits go."""
        steps = []
        for step, visits, share, lost, drop_off in self._figures.tables["funnel"]:
            text = self._numbers.value(visits, Kind.WHOLE)
            if share is not None:
                text += f"  \u00b7  {self._numbers.value(share, Kind.SHARE)}"
            left = ""
            if lost:
                count = self._numbers.value(lost, Kind.WHOLE)
                left = self._wording["lost"].replace("%1", count)
                left += f"  \u00b7  {self._numbers.value(drop_off, Kind.SHARE)}"
            label = self._wording.text(step, Kind.CODE)
            steps.append(FunnelStep(label, _number(share) or 0.0, text, left))
        return Funnel(tuple(steps))

    def paintings(self, most: int) -> Bars:
        """Paintings by visits that tried them, and kept portraits in front."""
        bars = [
            Bar(
                self._wording.text(painting, Kind.PAINTING),
                _number(tried) or 0.0,
                f"{self._numbers.value(kept, Kind.WHOLE)}"
                f"  \u00b7  {self._numbers.value(conversion, Kind.SHARE)}",
                _number(kept),
                self._pictures.get(str(painting)),
            )
            for painting, tried, _taken, kept, conversion, _share in (
                self._figures.tables["paintings"][:most]
            )
        ]
        names = (self._wording.column("tried"), self._wording.column("kept"))
        return Bars(tuple(bars), names)

    def languages(self) -> Bars:
        """Languages by visits, and visits with a portrait in front."""
        bars = [
            Bar(
                self._wording.text(language, Kind.LANGUAGE),
                _number(visits) or 0.0,
                self._numbers.value(share, Kind.SHARE),
                _number(portraits),
            )
            for language, visits, share, portraits, _completion in (
                self._figures.tables["languages"]
            )
        ]
        names = (self._wording.column("visits"), self._wording.column("portraits"))
        return Bars(tuple(bars), names)

    def errors(self) -> Bars:
        """Failures by what failed."""
        return Bars(
            tuple(
                Bar(
                    self._wording.text(error, Kind.CODE),
                    _number(visits) or 0.0,
                    self._numbers.value(visits, Kind.WHOLE),
                )
                for error, visits, _share in self._figures.tables["errors"]
            )
        )

    def lengths(self) -> Columns:
        """Visits by length, in half minutes; the last column takes the rest."""
        bins = [0.0] * MOST_LENGTH_BINS
        kept = [0.0] * MOST_LENGTH_BINS
        for seconds, visits, portraits in self._figures.tables["lengths"]:
            place = min(int(_number(seconds) or 0) // LENGTH_BIN_S, len(bins) - 1)
            bins[place] += _number(visits) or 0.0
            kept[place] += _number(portraits) or 0.0
        used = max((place for place, one in enumerate(bins) if one), default=0) + 1
        labels = [self._numbers.length(LENGTH_BIN_S * place) for place in range(used)]
        if used == len(bins):
            labels[-1] += "+"
        names = (self._wording.column("visits"), self._wording.column("portraits"))
        return Columns(tuple(labels), tuple(bins[:used]), tuple(kept[:used]), names)

    def operation(self) -> Columns:
        """Hours open in front, and above them those out of order."""
        days = self._figures.tables["operation"]
        grouped: list[tuple[str, list[Row]]] = []
        by_day = self._figures.period.days <= MOST_DAYS
        for label, rows in groupby(
            days, key=lambda row: str(row[0]) if by_day else str(row[0])[:7]
        ):
            grouped.append((label, list(rows)))
        say = self._numbers.day if by_day else self._numbers.month
        broken = [sum(_number(row[2]) or 0.0 for row in rows) for _l, rows in grouped]
        opened = [sum(_number(row[1]) or 0.0 for row in rows) for _l, rows in grouped]
        return Columns(
            tuple(say(label) for label, _rows in grouped),
            tuple(a + b for a, b in zip(opened, broken, strict=True)),
            tuple(opened),
            (self._wording.column("out_of_order_h"), self._wording.column("open_h")),
        )

    def people(self) -> Lines:
        """Different people in a day, in seven, in thirty."""
        names = ("people_30_days", "people_7_days", "people")
        labels = self._column("people", "date")
        return Lines(
            tuple(self._numbers.day(str(one)) for one in labels),
            tuple(
                (
                    self._wording.column(name),
                    tuple(_number(one) for one in self._column("people", name)),
                )
                for name in names
            ),
        )

    def cohorts(self) -> HeatMap:
        """Who came back, by weeks after the first pick-up."""
        rows = self._figures.tables["cohorts"]
        every = [(one, list(group)) for one, group in groupby(rows, lambda r: r[0])]
        latest = every[-MOST_COHORTS:]
        weeks = range(1, COHORT_WEEKS + 1)
        cells, texts, labels = [], [], []
        for cohort, group in latest:
            shares = {row[1]: _number(row[4]) for row in group}
            size = self._numbers.value(group[0][2], Kind.WHOLE)
            labels.append(f"{self._numbers.day(str(cohort))}  ({size})")
            cells.append(tuple(shares.get(week) for week in weeks))
            texts.append(
                tuple(
                    ""
                    if (share := shares.get(week)) is None
                    else self._numbers.share(share)
                    for week in weeks
                )
            )
        return HeatMap(
            tuple(labels),
            tuple(str(week) for week in weeks),
            tuple(cells),
            tuple(texts),
        )

    def _column(self, table: str, column: str) -> list[Value]:
        place = _NAMES[table].index(column)
        return [row[place] for row in self._figures.tables[table]]


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _numbers(values: list[Value]) -> tuple[float, ...]:
    return tuple(_number(value) or 0.0 for value in values)
