from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.stats.bot import BotDatabase, BotDatabaseError
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Wanted, read_figures
from kiosk.stats.measure import Source
from kiosk.stats.period import Period
from kiosk.storage.database import open_log
from kiosk.storage.sessions import Event, write_entries
from tests.made_up import Life
from tests.unit.kiosk.stats import independent

AUTUMN = Period(date(2026, 10, 14), date(2026, 11, 12), date(2026, 11, 12))
SPRING = Period(date(2026, 3, 20), date(2026, 4, 13), date(2026, 11, 12))


@pytest.mark.parametrize("period", [AUTUMN, SPRING])
def test_every_figure_is_what_polars_computes(
    period: Period, autumn: Path, spring: Path, bot: Path
) -> None:
    log = autumn if period is AUTUMN else spring
    raw = independent.load(log, bot, period.first, period.last, period.today)
    figures = read_figures(log, period, BotDatabase(str(bot), asked_for=True))

    expected = independent.measures(raw)
    assert set(expected) == {measure.name for measure in MEASURES}
    for name, value in expected.items():
        assert figures.measures[name] == pytest.approx(value, nan_ok=True), name
    assert {table.name for table in TABLES} == {*independent.TABLES, "kiosks"}
    for name, compute in independent.TABLES.items():
        rows = compute(raw)
        assert len(figures.tables[name]) == len(rows), name
        for found, wanted in zip(figures.tables[name], rows, strict=True):
            assert found == pytest.approx(wanted), name


def test_only_what_is_wanted_is_computed(autumn: Path, bot: Path) -> None:
    every = read_figures(autumn, AUTUMN, BotDatabase(str(bot)))
    few = Wanted(MEASURES[:2], (TABLES[3],))
    figures = read_figures(autumn, AUTUMN, BotDatabase(str(bot)), few)

    names = [measure.name for measure in few.measures]
    assert figures.measures == {name: every.measures[name] for name in names}
    assert figures.before == {name: every.before[name] for name in names}
    (name,) = (table.name for table in few.tables)
    assert figures.tables == {name: every.tables[name]}


def test_the_bot_is_read_only_for_figures_of_it_unless_asked_for(
    autumn: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    missing = str(tmp_path / "no.sqlite")
    tables = tuple(table for table in TABLES if table.source is Source.LOG)
    of_log = Wanted((), tables)

    assert read_figures(autumn, AUTUMN, BotDatabase(missing), of_log).tables
    assert "do without the bot" not in caplog.text
    read_figures(autumn, AUTUMN, BotDatabase(missing))
    assert "do without the bot" in caplog.text
    with pytest.raises(BotDatabaseError, match="no database of the bot"):
        read_figures(autumn, AUTUMN, BotDatabase(missing, asked_for=True), of_log)


def test_the_range_before_is_as_long_and_right_before(autumn: Path) -> None:
    later = Period(date(2026, 11, 1), date(2026, 11, 10), date(2026, 11, 20))
    earlier = Period(date(2026, 10, 22), date(2026, 10, 31), date(2026, 11, 20))

    before = read_figures(autumn, later).before
    assert before == read_figures(autumn, earlier).measures
    assert before["visits"]


def test_without_visits_counts_are_zero_and_shares_unknown(empty: Path) -> None:
    figures = read_figures(empty, AUTUMN)

    assert figures.measures["visits"] == 0
    assert figures.measures["visits_per_day"] == 0.0
    assert figures.measures["receipts"] == 0
    assert figures.measures["completion"] is None
    assert [row[2] for row in figures.tables["days"]] == [0] * 30
    assert figures.tables["revenue"] == ()


def test_without_the_bot_people_are_not_available_and_not_zero(empty: Path) -> None:
    figures = read_figures(empty, AUTUMN)
    of_the_bot = {one.name for one in (*MEASURES, *TABLES) if one.source is Source.BOT}

    assert figures.unavailable == of_the_bot
    assert figures.measures["people"] is None
    assert figures.measures["offered"] == 0


def test_a_bot_that_was_asked_for_must_be_there(empty: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "no.sqlite")
    with pytest.raises(BotDatabaseError, match="no database of the bot"):
        read_figures(empty, AUTUMN, BotDatabase(missing, asked_for=True))
    with pytest.raises(BotDatabaseError, match="address"):
        read_figures(empty, AUTUMN, BotDatabase("nonsense://x", asked_for=True))
    with pytest.raises(BotDatabaseError, match="cannot be read"):
        read_figures(empty, AUTUMN, BotDatabase(str(empty), asked_for=True))
    lenient = read_figures(empty, AUTUMN, BotDatabase(missing))
    assert lenient.measures["people"] is None


def test_visits_of_a_clock_that_was_wrong_are_told_apart(tmp_path: Path) -> None:
    opened = open_log(tmp_path)
    for day in ("1970-01-01", "2031-01-01", "2026-11-03"):
        write_entries(opened.database, Life(1).day(datetime.fromisoformat(day), 3))
        opened.database.execute("UPDATE sessions SET id = lower(hex(randomblob(16)))")
        opened.database.execute("DELETE FROM spells")
    opened.database.close()
    figures = read_figures(opened.path, AUTUMN)

    assert figures.measures["visits"] == 3
    assert figures.odd_visits == 6


def test_a_visit_over_midnight_belongs_to_the_day_on_which_it_began(
    tmp_path: Path,
) -> None:
    opened = open_log(tmp_path)
    life = Life(4)
    began = datetime.fromisoformat("2026-10-25T23:59:50+01:00")
    (session, steps) = life.visit(began)
    write_entries(opened.database, [Event(session, step) for step in steps])
    opened.database.close()
    figures = read_figures(opened.path, AUTUMN)

    assert [row[0] for row in figures.tables["days"] if row[2]] == ["2026-10-25"]
    assert [row[1] for row in figures.tables["hours"] if row[2]] == [23]
