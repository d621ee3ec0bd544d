from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.flow import State, standing
from kiosk.storage.database import open_log
from kiosk.storage.sessions import write_entries
from kiosk.storage.spells import OpeningHours, Spell, Standing


class Wall:
    """A clock on the wall and one that nobody sets."""

    def __init__(self) -> None:
        self.time = datetime.fromisoformat("2026-03-28T22:00:00+01:00")
        self.seconds = 5.0

    def pass_s(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def told() -> list[Spell]:
    return []


@pytest.fixture
def hours(wall: Wall, told: list[Spell]) -> OpeningHours:
    return OpeningHours(told.append, lambda: wall.time, lambda: wall.seconds)


def test_a_spell_lasts_until_something_changes(
    hours: OpeningHours, wall: Wall, told: list[Spell]
) -> None:
    hours.stand(Standing.OPEN)
    wall.pass_s(30)
    hours.stand(Standing.OPEN)
    wall.pass_s(30)
    hours.stand(Standing.OUT_OF_ORDER)
    wall.pass_s(5)
    hours.close()
    hours.close()
    wall.pass_s(50)
    hours.beat()

    assert [(one.standing, one.lasted_ms) for one in told] == [
        ("open", 0),
        ("open", 60_000),
        ("out_of_order", 0),
        ("out_of_order", 5000),
    ]
    assert told[0].utc_offset_min == 60
    assert len({one.id for one in told}) == 2


def test_each_day_has_its_own(
    hours: OpeningHours, wall: Wall, told: list[Spell]
) -> None:
    hours.stand(Standing.OPEN)
    for _ in range(180):
        wall.pass_s(60)
        hours.beat()

    newest = {one.id: one for one in told}
    assert [one.lasted_ms for one in newest.values()] == [7_200_000, 3_600_000]


def test_setting_the_clock_changes_no_length(
    hours: OpeningHours, wall: Wall, told: list[Spell]
) -> None:
    hours.stand(Standing.OPEN)
    wall.time -= timedelta(hours=5)
    wall.seconds += 60
    hours.beat()

    assert told[-1].lasted_ms == 60_000


def test_it_is_written_and_grows_only(tmp_path: Path) -> None:
    opened = open_log(tmp_path)
    spell = Spell("ab" * 16, Standing.OPEN, 1, 0, 70)
    write_entries(opened.database, [spell])
    write_entries(opened.database, [Spell("ab" * 16, Standing.OPEN, 1, 0, 60)])
    rows = opened.database.execute("SELECT standing, lasted_ms FROM spells").fetchall()
    opened.database.close()

    assert rows == [("open", 70)]


def test_every_state_stands_somehow() -> None:
    closed = {state for state in State if standing(state) is not Standing.OPEN}

    assert closed == {"setup", "pin", "staff", "out_of_order", "maintenance"}
