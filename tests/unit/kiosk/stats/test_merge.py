import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.stats.figures import read_figures
from kiosk.stats.merge import merge
from kiosk.stats.period import Period
from kiosk.storage.errors import StorageError
from kiosk.storage.purged import purge_visits

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 5))
Change = Callable[[Path, str], None]


def _count(log: Path) -> int:
    with closing(sqlite3.connect(log)) as database:
        return database.execute("SELECT count(*) FROM sessions").fetchone()[0]


def test_two_kiosks_add_up_and_nothing_counts_twice(
    autumn: Path, spring: Path, tmp_path: Path, change: Change
) -> None:
    early = tmp_path / "early.sqlite"
    early.write_bytes(autumn.read_bytes())
    change(
        early,
        "DELETE FROM sessions WHERE number % 3 = 0; DELETE FROM steps WHERE "
        "session % 3 = 0; DELETE FROM pickups WHERE rowid % 2; DELETE FROM spells "
        "WHERE id > '8'",
    )
    both = tmp_path / "both.sqlite"
    told: list[str] = []
    merged = merge([early, autumn, spring, autumn], both, told.append)
    again = tmp_path / "again.sqlite"
    merge([both, spring, both], again)

    assert merged.visits == _count(autumn) + _count(spring)
    assert merged.repeated == _count(autumn) + _count(early)
    assert merged.kiosks == 2
    assert len(told) == 4
    one, two = read_figures(autumn, YEAR), read_figures(spring, YEAR)
    for log in (both, again):
        figures = read_figures(log, YEAR)
        for name in ("visits", "portraits", "offered", "picked_up", "receipts"):
            total = one.measures[name] + two.measures[name]
            assert figures.measures[name] == total, name
        for name in ("open_h", "out_of_order_h"):
            total = one.measures[name] + two.measures[name]
            assert figures.measures[name] == pytest.approx(total), name
        kiosks = {row[0]: row[2] for row in figures.tables["kiosks"]}
        assert kiosks == {
            one.origin: one.measures["visits"],
            two.origin: two.measures["visits"],
        }


def test_a_copy_from_the_middle_of_a_visit_gives_way_to_its_end(
    autumn: Path, tmp_path: Path, change: Change
) -> None:
    running = tmp_path / "running.sqlite"
    running.write_bytes(autumn.read_bytes())
    change(
        running,
        "UPDATE sessions SET outcome = NULL, ended_after_ms = NULL "
        "WHERE number % 2; UPDATE sessions SET outcome = 'interrupted' "
        "WHERE number % 3 = 0; DELETE FROM steps WHERE position > 2",
    )
    wanted = read_figures(autumn, YEAR)
    for number, order in enumerate(([running, autumn], [autumn, running])):
        out = tmp_path / f"{number}.sqlite"
        merge(order, out)
        figures = read_figures(out, YEAR)
        assert figures.measures == wanted.measures
        assert figures.tables["funnel"] == wanted.tables["funnel"]


def test_nothing_is_overwritten_and_nothing_half_left(
    autumn: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"nothing" * 999)
    with pytest.raises(SettingsError, match="already"):
        merge([autumn], damaged)
    with pytest.raises(StorageError, match=r"damaged\.sqlite"):
        merge([autumn, damaged], tmp_path / "out.sqlite")

    assert [path.name for path in tmp_path.iterdir()] == ["damaged.sqlite"]


def test_sums_of_purged_visits_are_merged_and_count_once(
    autumn: Path, spring: Path, tmp_path: Path
) -> None:
    purged = tmp_path / "purged.sqlite"
    purged.write_bytes(autumn.read_bytes())
    with closing(sqlite3.connect(purged, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        oldest = "SELECT began_utc_ms FROM sessions ORDER BY 1 LIMIT 1 OFFSET 20"
        assert purge_visits(database, database.execute(oldest).fetchone()[0], 100) == 20
    both, again = tmp_path / "both.sqlite", tmp_path / "again.sqlite"
    merged = merge([autumn, purged, spring], both)
    merge([spring, both, purged], again)

    assert merged.visits == _count(autumn) + _count(spring) - 20
    one, two = read_figures(autumn, YEAR), read_figures(spring, YEAR)
    assert read_figures(purged, YEAR).tables == one.tables
    for log in (both, again):
        figures = read_figures(log, YEAR)
        for name in ("visits", "portraits", "offered", "picked_up"):
            assert figures.measures[name] == one.measures[name] + two.measures[name]
