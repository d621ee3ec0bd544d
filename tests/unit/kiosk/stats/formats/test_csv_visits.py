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
from kiosk.stats.formats.csv_visits import plain_csv, write_visits
from kiosk.stats.ledger import Ledger
from kiosk.stats.period import Period
from kiosk.stats.raw import VISITS
from kiosk.storage.migrations import migrate

PERIOD = Period(date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 12))
NIGHT_MS = 1_790_805_600_000  # 2026-09-30T22:00:00Z
BATCH = 2
_INSERT = """INSERT INTO sessions (id, began_utc_ms, utc_offset_min, language, painting,
    engine, kiosk_version, retakes, outcome, error_kind, ended_after_ms, fps)
    VALUES (printf('%032x', ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

texts = st.one_of(
    st.sampled_from(["", "studio/lady", "de", "1.0.0", "null", "-1", "1,2", "],["]),
    st.text(alphabet=",\"'\r\n\t=+-@[]{}\\; n\0\x1b\x7fé€🖼\u2028", max_size=4),
)
visits = st.tuples(
    st.integers(NIGHT_MS, NIGHT_MS + 32 * 86_400_000),
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
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        yield connection


@pytest.fixture(scope="module")
def ledger(database: sqlite3.Connection) -> Iterator[Ledger]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_visits, "BATCH", BATCH)
        yield Ledger(database, "memory")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("visits")


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
    database.execute("DELETE FROM sessions")
    database.executemany(_INSERT, [(number, *row) for number, row in enumerate(rows)])
    write_visits(folder, ledger, PERIOD, len(rows), lambda _done: None)

    written = (folder / "visits.csv").read_bytes()
    assert written == _as_the_csv_module_writes(ledger)


def test_plain_rows_are_not_read_one_by_one() -> None:
    lines = ['["a",-60,1.5,null,"x/y"]', '["b",0,null,"null",null]']

    assert plain_csv(lines, 5) == "a,-60,1.5,,x/y\r\nb,0,,null,\r\n"


@pytest.mark.parametrize(
    "text",
    [r"=1", r"+1", r"-1", r"@a", r"a,b", r"a\"b", r"a\nb", r"a\u0000", "a]", "["],
)
def test_rows_with_anything_else_are(text: str) -> None:
    assert plain_csv([f'["{text}",1]'], 2) is None
    assert plain_csv(['["a",1]', f'["b","{text}"]'], 2) is None
