"""Figures as one JSON document."""

import json
from pathlib import Path

from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Figures

FORMAT = 1
"""Raised when a name changes or goes; new ones may come at any time."""


def as_json(figures: Figures) -> dict[str, object]:
    """All figures; what is not available is null, and what is empty is empty."""
    return {
        "format": FORMAT,
        "from": figures.period.first.isoformat(),
        "to": figures.period.last.isoformat(),
        "made_on": figures.period.today.isoformat(),
        "log": figures.origin,
        "odd_visits": figures.odd_visits,
        "measures": {
            measure.name: {
                "value": figures.measures[measure.name],
                "before": figures.before[measure.name],
                "unit": measure.kind.name.lower(),
                "available": measure.name not in figures.unavailable,
            }
            for measure in MEASURES
        },
        "tables": {
            table.name: None
            if table.name in figures.unavailable
            else [
                {
                    column.name: value
                    for column, value in zip(table.columns, row, strict=True)
                }
                for row in figures.tables[table.name]
            ]
            for table in TABLES
        },
    }


def write_json(path: Path, figures: Figures) -> None:
    """Write the document, in UTF-8.

    Args:
        path: The file.
        figures: What to write.

    Raises:
        OSError: If it cannot be written.
    """
    with path.open("w", encoding="utf-8") as file:
        json.dump(as_json(figures), file, ensure_ascii=False, indent=1)
        file.write("\n")
