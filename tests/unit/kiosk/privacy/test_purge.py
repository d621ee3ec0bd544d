import json
import os
import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.handover.outbox import Outbox
from kiosk.privacy.audit import audit
from kiosk.privacy.log_ages import drop_old_lines, oldest_line
from kiosk.privacy.places import Folders, Person
from kiosk.privacy.purge import purge
from kiosk.privacy.regions import (
    REGIONS,
    Retention,
    handover_of,
    retention_of,
    shortened,
)
from kiosk.privacy.session_ages import drop_old_visits, oldest_visit, tables_of
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.privacy import Privacy
from kiosk.storage.database import open_log

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
KEEP = Retention(log_days=30, sessions_days=100)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    found = Folders(tmp_path, tmp_path / "data", tmp_path / "log", tmp_path / "cache")
    for folder in (found.data, found.log, found.cache):
        folder.mkdir()
    return found


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def write_log(path: Path, ages_days: list[float]) -> None:
    lines = [
        json.dumps({"time": days_ago(age).isoformat(), "event": f"{age} days ago"})
        for age in ages_days
    ]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def write_visits(folder: Path, ages_days: list[float], outcome: str = "left") -> Path:
    opened = open_log(folder)
    with opened.database as database:
        for number, age in enumerate(ages_days):
            began = round(1000 * days_ago(age).timestamp())
            database.execute(
                "INSERT INTO sessions (id, began_utc_ms, utc_offset_min, language, "
                "engine, kiosk_version, retakes, outcome, error_kind) "
                "VALUES (?, ?, 0, 'en', 'mesh', '1', 0, ?, '')",
                (f"{number:032x}", began, outcome),
            )
            database.execute(
                "INSERT INTO steps SELECT max(number), 0, 'consent', NULL, 0 "
                "FROM sessions"
            )
    opened.database.close()
    return opened.path


def age(path: Path, days: float) -> None:
    moment = days_ago(days).timestamp()
    os.utime(path, (moment, moment))


def test_old_visits_go_with_their_steps_and_young_ones_stay(folders: Folders) -> None:
    path = write_visits(folders.data, [200, 101, 99, 1])

    assert purge(folders, KEEP, NOW).visits == 2

    assert tables_of(path)["sessions"] == tables_of(path)["steps"] == 2
    assert oldest_visit(path) == days_ago(99)


def test_a_visit_that_runs_is_left_alone(folders: Folders) -> None:
    path = write_visits(folders.data, [200])
    with sqlite3.connect(path) as database:
        database.execute("UPDATE sessions SET outcome = NULL")
    database.close()

    assert purge(folders, KEEP, NOW).visits == 0


def test_many_visits_go_in_batches_and_may_be_cut_off_between(folders: Folders) -> None:
    path = write_visits(folders.data, [200.0] * 1000)
    answers = iter([False, False, True])

    assert drop_old_visits(path, days_ago(100), lambda: next(answers)) == 400
    assert tables_of(path)["sessions"] == 600
    assert drop_old_visits(path, days_ago(100)) == 600


def test_old_lines_go_from_every_log_file(folders: Folders) -> None:
    write_log(folders.log / "vernissage.jsonl", [40, 31, 29, 0])
    write_log(folders.log / "vernissage.jsonl.1", [90, 60])
    write_log(folders.log / "vernissage.jsonl.2", [90, 20])
    write_log(folders.log / "notes.txt", [90])

    assert purge(folders, KEEP, NOW).log_lines == 5

    assert oldest_line(folders.log / "vernissage.jsonl") == days_ago(29)
    assert not (folders.log / "vernissage.jsonl.1").exists()
    assert oldest_line(folders.log / "vernissage.jsonl.2") == days_ago(20)
    assert (folders.log / "notes.txt").exists()


def test_who_writes_into_the_log_meanwhile_goes_on_writing(tmp_path: Path) -> None:
    path = tmp_path / "vernissage.jsonl"
    write_log(path, [90, 1])
    with path.open("a", encoding="utf-8") as writer:
        drop_old_lines(path, days_ago(30), in_use=True)
        writer.write('{"time": "late"}\n')

    assert [json.loads(line)["time"] for line in path.read_text().splitlines()] == [
        days_ago(1).isoformat(),
        "late",
    ]


def test_lines_without_a_time_go_with_those_before_them(tmp_path: Path) -> None:
    path = tmp_path / "vernissage.jsonl.1"
    old, new = (
        json.dumps({"time": days_ago(days).isoformat()}) for days in (90.0, 1.0)
    )
    path.write_text(f"{old}\nno json\n[1]\n{new}\n\xff\nhalf a li", encoding="latin-1")

    assert drop_old_lines(path, days_ago(30), in_use=False) == 3
    assert path.read_bytes() == f"{new}\n\xff\nhalf a li".encode("latin-1")


def test_what_crashes_left_half_written_goes(folders: Folders) -> None:
    (folders.data / "outbox").mkdir()
    old = folders.data / "outbox" / ".abc.sealed.0f.tmp"
    young = folders.data / ".pins.json.1a.tmp"
    other = folders.data / ".notes"
    for path in (old, young, other):
        path.write_bytes(b"half")
    age(old, 1)
    age(young, 0)
    age(other, 1)

    assert purge(folders, KEEP, NOW).drafts == 1

    assert [old.exists(), young.exists(), other.exists()] == [False, True, True]


def test_sealed_portraits_that_nobody_fetched_go(folders: Folders) -> None:
    outbox = Outbox(folders.data / "outbox")
    for number, hours in enumerate((30, 20)):
        kept_at_s = (NOW - timedelta(hours=hours)).timestamp()
        outbox.put(
            f"{number:064x}", b"sealed", session="", kept_at_s=kept_at_s, most_bytes=99
        )
    outbox.close()

    assert purge(folders, KEEP, NOW).portraits == 1

    left = [path.name for path in (folders.data / "outbox").glob("*.sealed")]
    assert left == [f"{1:064x}.sealed"]


def test_what_fails_keeps_nothing_else(folders: Folders) -> None:
    (folders.data / "sessions.sqlite").write_bytes(b"no database at all" * 99)
    write_log(folders.log / "vernissage.jsonl", [40])

    done = purge(folders, KEEP, NOW)

    assert done.log_lines == 1
    assert "sessions.sqlite" in done.failed[0]


def test_it_may_be_interrupted_anywhere_and_ends_the_same(folders: Folders) -> None:
    write_visits(folders.data, [200.0] * 500 + [1])
    for number in range(4):
        write_log(folders.log / f"vernissage.jsonl.{number}", [90, 60, 1])
    whims = random.Random(7)  # noqa: S311 (no secret)
    for _ in range(30):
        purge(folders, KEEP, NOW, lambda: whims.random() < 0.3)

    assert purge(folders, KEEP, NOW).visits == 0
    assert not any(one.wrong for one in audit(folders, KEEP, NOW))


def test_the_audit_tells_what_relates_to_a_person_and_when_it_dies(
    folders: Folders,
) -> None:
    write_visits(folders.data, [5, 1])
    write_log(folders.log / "vernissage.jsonl", [3, 1])
    (folders.data / "pins.json").write_text("{}")
    (folders.data / "outbox").mkdir()
    (folders.data / "outbox" / f"{'a' * 64}.sealed").write_bytes(b"VSP1")
    (folders.cache / "prepared").mkdir()
    (folders.cache / "prepared" / "x").write_bytes(b"")

    found = {one.place: one for one in audit(folders, KEEP, NOW)}

    visits = found["data: sessions.sqlite, table sessions"]
    assert (visits.count, visits.dies) == (2, "after 100 days")
    assert visits.person is Person.VISIT
    assert visits.oldest == days_ago(5)
    assert found["log: vernissage.jsonl"].dies == "after 30 days"
    assert found["data: pins.json"].person is Person.STAFF
    assert any(one.person is Person.SEALED for one in found.values())
    assert not any(one.wrong for one in found.values())


def test_the_audit_finds_what_is_too_old_and_what_is_not_ours(folders: Folders) -> None:
    write_visits(folders.data, [102])
    write_log(folders.log / "vernissage.jsonl.1", [32])
    (folders.data / "portrait.png").write_bytes(b"\x89PNG")
    (folders.data / "core.1234").write_bytes(b"")
    database = sqlite3.connect(folders.data / "sessions.sqlite")
    database.execute("CREATE TABLE faces (name TEXT)")
    database.close()

    wrong = {one.place: one.wrong for one in audit(folders, KEEP, NOW) if one.wrong}

    assert "kiosk privacy purge" in wrong["data: sessions.sqlite, table sessions"]
    assert "kiosk privacy purge" in wrong["log: vernissage.jsonl.1"]
    assert wrong["data: portrait.png"] == "unknown"
    assert "may hold faces" in wrong["data: core.1234"]
    assert wrong["data: sessions.sqlite, table faces"] == "unknown"


def test_settings_may_lie_with_the_data(folders: Folders) -> None:
    one = replace(folders, settings=folders.data)
    (folders.data / "settings.toml").write_text("")
    (folders.data / "maintenance").write_text("")

    found = audit(one, KEEP, NOW)

    assert len(found) == 2
    assert not any(holding.wrong for holding in found)


def test_the_audit_changes_nothing(folders: Folders) -> None:
    write_visits(folders.data, [200])
    write_log(folders.log / "vernissage.jsonl", [90])
    before = {path: path.read_bytes() for path in folders.data.glob("*.sqlite")}

    audit(folders, KEEP, NOW)

    assert {path: path.read_bytes() for path in folders.data.glob("*.sqlite")} == before


def test_a_region_shortens_how_long_portraits_wait() -> None:
    settings = Settings(privacy=Privacy(region="ru"), handover=Handover(keep_hours=168))
    assert retention_of(settings).picture_hours == 24
    assert handover_of(settings).keep_hours == 24
    assert "handover.keep_hours is 24 in force: region ru shortens 168." in shortened(
        settings
    )
    short = settings.model_copy(update={"handover": Handover(keep_hours=2)})
    assert handover_of(short).keep_hours == 2
    assert shortened(Settings()) == []


def test_a_region_may_only_shorten() -> None:
    for name, region in REGIONS.items():
        long = Settings(privacy=Privacy(region=name, log_days=365, sessions_days=3650))
        short = Settings(privacy=Privacy(region=name, log_days=1, sessions_days=1))

        assert retention_of(long).log_days == region.most_log_days
        assert retention_of(long).sessions_days == region.most_sessions_days
        assert retention_of(short) == Retention(1, 1, 24)
