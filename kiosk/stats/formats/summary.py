"""The measures of a range as rows, beside those of the range before."""

from collections.abc import Iterator

from kiosk.stats.catalogue import MEASURES
from kiosk.stats.figures import Figures
from kiosk.stats.ledger import Value

SUMMARY_COLUMNS = ("measure", "value", "before", "unit", "available")


def summary_rows(figures: Figures) -> Iterator[tuple[Value, ...]]:
    """Name, value, value of as many days before, unit, and whether it is available."""
    for measure in MEASURES:
        yield (
            measure.name,
            figures.measures[measure.name],
            figures.before[measure.name],
            measure.kind.name.lower(),
            int(measure.name not in figures.unavailable),
        )
