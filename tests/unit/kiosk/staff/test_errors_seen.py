import logging
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kiosk.staff.errors_seen import MOST_LETTERS, ErrorsSeen


@pytest.fixture
def seen() -> ErrorsSeen:
    return ErrorsSeen(most=5)


@pytest.fixture
def log(seen: ErrorsSeen) -> Iterator[logging.Logger]:
    logger = logging.getLogger("tests.errors_seen")
    logger.addHandler(seen)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    yield logger
    logger.removeHandler(seen)
    logger.propagate = True


def words(seen: ErrorsSeen) -> list[str]:
    return [line.words for line in seen.lines()]


def test_warnings_and_errors_are_remembered_newest_first(
    seen: ErrorsSeen, log: logging.Logger
) -> None:
    log.info("all is well")
    log.warning("a %s matter", "small")
    log.error("a big one")

    assert words(seen) == ["a big one", "a small matter"]
    age = datetime.now(UTC) - seen.lines()[0].at
    assert 0.0 <= age.total_seconds() < 60.0
    assert seen.lines()[0].at.utcoffset() is not None


def test_neither_tracebacks_nor_fields_are_kept(
    seen: ErrorsSeen, log: logging.Logger
) -> None:
    fields = {"fields": {"path": "/home/anna/me.jpg"}}
    log.error("bad", exc_info=OSError("/home/anna/me.jpg"), extra=fields)

    assert words(seen) == ["bad (OSError)"]
    assert "anna" not in repr(seen.lines())


def test_only_the_last_ones_are_kept(seen: ErrorsSeen, log: logging.Logger) -> None:
    for number in range(8):
        log.warning("number %d", number)

    assert words(seen) == [f"number {n}" for n in (7, 6, 5, 4, 3)]


def test_what_repeats_is_one_line(seen: ErrorsSeen, log: logging.Logger) -> None:
    log.error("once")
    for _ in range(100):
        log.warning("again")
    log.error("once")

    assert words(seen) == ["once", "again"]


def test_long_words_are_cut_and_lines_joined(
    seen: ErrorsSeen, log: logging.Logger
) -> None:
    log.warning("a\nb\t%s", "c" * 10_000)

    (line,) = words(seen)
    assert line.startswith("a b ccc")
    assert len(line) == MOST_LETTERS
    assert line.endswith("…")


def test_a_broken_log_call_does_no_harm(
    seen: ErrorsSeen, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    log.warning("%d and %d", "one")
    log.warning("good")

    assert words(seen) == ["good"]


def test_many_threads_may_write_while_one_reads(
    seen: ErrorsSeen, log: logging.Logger
) -> None:
    def write(name: str) -> None:
        for number in range(200):
            log.warning("%s %d", name, number)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert len(seen.lines()) <= 5
    for thread in threads:
        thread.join()

    assert len(seen.lines()) == 5


def test_a_sentence_for_staff_is_kept_with_the_message(
    seen: ErrorsSeen, log: logging.Logger
) -> None:
    log.error("out of order", extra={"for_staff": "film.mp4 cannot be opened."})

    assert words(seen) == ["out of order: film.mp4 cannot be opened."]


def test_it_can_begin_anew(seen: ErrorsSeen, log: logging.Logger) -> None:
    log.error("bad")
    seen.forget()

    assert seen.lines() == ()
