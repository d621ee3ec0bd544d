"""Figures of a million visits: how long they take, and what a write costs meanwhile.

By the clock, so on a computer that does nothing else.
``VERNISSAGE_MANY_VISITS=1000000`` makes as many as the figures in our promises are of,
which takes a quarter of an hour; by default there are fifty thousand.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import quantiles

import pytest

from kiosk.report.export import Format, Order, export
from kiosk.report.words import ReportWords
from kiosk.stats.figures import read_figures
from kiosk.stats.period import Period
from kiosk.storage.database import open_log
from kiosk.storage.sessions import Event, write_entries
from kiosk.storage.tallies import keep_tallies
from tests.made_up import Life, pick_up

pytestmark = pytest.mark.bench

VISITS = int(os.environ.get("VERNISSAGE_MANY_VISITS", "50000"))
DAYS = 1096
FIRST = date(2023, 11, 27)
PERIOD = Period(FIRST, FIRST + timedelta(days=DAYS - 1), FIRST + timedelta(days=DAYS))
MOST_REPORT_S, MOST_EXPORT_S, MOST_WRITE_MS = 3.0, 10.0, 5.0


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    opened = open_log(tmp_path_factory.mktemp("many"))
    keep_tallies(opened.database)
    life, first = Life(7), datetime.combine(FIRST, datetime.min.time())
    for number in range(DAYS):
        day = first + timedelta(days=number)
        write_entries(opened.database, life.day(day, round(VISITS / DAYS)))
    pick_up(opened.database, 7)
    opened.database.close()
    yield opened.path
    opened.path.unlink()


def test_a_report_of_three_years(log: Path, record_property) -> None:
    began_s = time.perf_counter()
    figures = read_figures(log, PERIOD)
    took_s = time.perf_counter() - began_s
    record_property("report_s", took_s)
    record_property("bytes_a_visit", log.stat().st_size / figures.measures["visits"])
    assert took_s < MOST_REPORT_S


@pytest.mark.parametrize("kind", list(Format))
def test_an_export_of_three_years(
    kind: Format, log: Path, tmp_path: Path, qapp, record_property
) -> None:
    wording = ReportWords().wording("", {}, PERIOD, "en")
    order = Order(log, PERIOD, None, wording, {}, visits=kind is Format.CSV)
    began_s = time.perf_counter()
    export(order, {kind: tmp_path / "figures"})
    took_s = time.perf_counter() - began_s
    record_property("export_s", took_s)
    assert took_s < MOST_EXPORT_S


def test_writes_while_figures_are_read(log: Path, record_property) -> None:
    life, costs_ms = Life(8), []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            read_figures(log, PERIOD)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with closing(sqlite3.connect(log, timeout=0.5, isolation_level=None)) as own:
            keep_tallies(own)
            for _ in range(300):
                session, steps = life.visit(life.moment(datetime(2026, 11, 26)))  # noqa: DTZ001 (as the wall shows)
                entries = [Event(session, step) for step in steps]
                began_s = time.thread_time()
                write_entries(own, entries)
                costs_ms.append(1000.0 * (time.thread_time() - began_s))
    finally:
        ended.set()
        reader.join()
    p95_ms = quantiles(costs_ms, n=20)[-1]
    record_property("write_p95_cpu_ms", p95_ms)
    assert p95_ms < MOST_WRITE_MS
