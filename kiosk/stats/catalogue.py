"""All measures and tables: the one place where a figure is defined."""

from kiosk.stats import operation, paintings, people, visits
from kiosk.stats.measure import Measure, Table

MEASURES: tuple[Measure, ...] = (
    *visits.MEASURES,
    *people.MEASURES,
    *operation.MEASURES,
)
TABLES: tuple[Table, ...] = (
    *visits.TABLES,
    *paintings.TABLES,
    *people.TABLES,
    *operation.TABLES,
)
