"""The figures of one day for the staff's page, by the measures of all other figures."""

from datetime import date
from pathlib import Path

from kiosk.staff.facts import TodayFigures
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.ledger import Ledger, Value, open_ledger
from kiosk.stats.period import Period

_MEASURES = {measure.name: measure for measure in MEASURES}
_TABLES = {table.name: table for table in TABLES}


def figures_of_day(log: Path, day: date) -> TodayFigures:
    """Read what a session log tells of a day.

    Args:
        log: The file.
        day: On the wall where the kiosk stands.

    Raises:
        StorageError: If the log cannot be read.
    """
    with open_ledger(log) as ledger:
        ledger.choose(Period(day, day, day))
        (counts,) = _rows(ledger, "days")
        ends = {name: _whole(value) for name, value in counts.items() if name != "date"}
        length_s = _value(ledger, "portrait_visit_s")
        kept = {
            str(row["painting"]): _whole(row["kept"])
            for row in _rows(ledger, "paintings")
        }
        hours = tuple(_whole(row["visits"]) for row in _rows(ledger, "hours"))
        return TodayFigures(
            visits=ends["visits"],
            completed=ends["portraits"],
            deleted=ends["deleted"],
            declined=ends["declined"],
            abandoned=ends["left_early"],
            errors=ends["failed"] + ends["interrupted"],
            retakes=_whole(_value(ledger, "taken_again")),
            middle_visit_s=None if length_s is None else float(length_s),
            portraits_by_painting={key: count for key, count in kept.items() if count},
            visits_by_hour=hours,
        )


def _value(ledger: Ledger, name: str) -> Value:
    return ledger.ask(_MEASURES[name].sql)[0][0]


def _rows(ledger: Ledger, name: str) -> list[dict[str, Value]]:
    table = _TABLES[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in ledger.ask(table.sql)]


def _whole(value: Value) -> int:
    return int(value or 0)
