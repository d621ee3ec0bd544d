import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.stats.formats import csv_visits
from kiosk.stats.formats.csv import harmless
from kiosk.stats.formats.csv_visits import plain_csv, reading_visits, write_visits
from kiosk.stats.ledger import Ledger, open_ledger
from kiosk.stats.period import Period
from kiosk.stats.raw import VISITS
from kiosk.storage.database import FILE_NAME, open_log
from kiosk.storage.tallies import keep_tallies

PERIOD = Period(date(2026, 10, 1), date(2026, 10, 3), date(2026, 11, 12))
EVE_MS = 1_790_772_000_000  # 2026-09-30T12:40:00Z
_INSERT = """INSERT INTO sessions (id, began_utc_ms, utc_offset_min, language, painting,
    engine, kiosk_version, retakes, outcome, error_kind, ended_after_ms, fps)
    VALUES (printf('%032x', ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

texts = st.one_of(
    st.sampled_from(["", "studio/lady", "de", "1.0.0", "null", "-1", "1,2", "],["]),
    st.text(alphabet=",\"'\r\n\t=+-@[]{}\\; n\0\x1b\x7fé€🖼\u2028", max_size=4),
)
visits = st.tuples(
    st.integers(EVE_MS, EVE_MS + 4 * 86_400_000),
    st.sampled_from([-720, -210, -60, 0, 60, 120, 345, 840]),
    texts,
    st.none() | texts,
    texts,
    texts,
    st.integers(-3, 99),
    texts,
    texts,
    st.none() | st.integers(0, 10**12),
    st.none() | st.floats(0.0, 1e6),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("visits")


@pytest.fixture(scope="module")
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_log(folder).database) as connection:
        keep_tallies(connection)
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


@pytest.fixture(scope="module")
def ledger(database: sqlite3.Connection, folder: Path) -> Iterator[Ledger]:
    with open_ledger(folder / FILE_NAME) as opened:
        yield opened


def _as_the_csv_module_writes(ledger: Ledger) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in VISITS.columns])
    writer.writerows(harmless(ledger.ask(VISITS.sql)))
    return text.getvalue().encode("utf-8-sig")


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(visits, max_size=5))
def test_every_byte_is_as_the_csv_module_writes_it(
    database: sqlite3.Connection,
    ledger: Ledger,
    folder: Path,
    rows: list[tuple[object, ...]],
) -> None:
    database.execute("BEGIN")
    with database:
        database.execute("DELETE FROM sessions")
        values = [(number, *row) for number, row in enumerate(rows)]
        database.executemany(_INSERT, values)
    with reading_visits(ledger, PERIOD) as lines:
        write_visits(folder, lines, len(rows), lambda _done: None)
    ledger.choose(PERIOD)

    written = (folder / "visits.csv").read_bytes()
    assert written == _as_the_csv_module_writes(ledger)


def test_other_processes_read_the_same(
    database: sqlite3.Connection, ledger: Ledger, folder: Path, monkeypatch
) -> None:
    rows = [
        (EVE_MS + 3_600_000 * n, 0, "de", f"a,{n}", "mesh", "1", n, "left", "", n, None)
        for n in range(60)
    ]
    database.execute("BEGIN")
    with database:
        database.execute("DELETE FROM sessions")
        values = [(number, *row) for number, row in enumerate(rows)]
        database.executemany(_INSERT, values)
    monkeypatch.setattr(csv_visits, "LARGE_BYTES", 0)
    told: list[float] = []
    with reading_visits(ledger, PERIOD) as lines:
        write_visits(folder, lines, len(rows), told.append)
    ledger.choose(PERIOD)

    written = (folder / "visits.csv").read_bytes()
    assert written == _as_the_csv_module_writes(ledger)
    assert told == sorted(told)


def test_plain_rows_are_not_read_one_by_one() -> None:
    lines = b'["a",-60,1.5,null,"x/y"]\r\n["b",0,null,"null",null]'

    assert plain_csv(lines, 2, 5) == b"a,-60,1.5,,x/y\r\nb,0,,null,\r\n"


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "a,b", r"a\"b", r"a\nb", r"a\u0000", "a]", "["]
)
def test_rows_with_anything_else_are(text: str) -> None:
    assert plain_csv(f'["{text}",1]'.encode(), 1, 2) is None
    assert plain_csv(f'["a",1]\r\n["b","{text}"]'.encode(), 2, 2) is None
