"""What is to be wiped goes at once, or as soon as it is out of work."""

import threading

import pytest

from pipeline.wiping import Wiping


@pytest.fixture
def kept() -> list[str]:
    return ["somebody"]


@pytest.fixture
def wiping(kept: list[str]) -> Wiping:
    return Wiping(kept.clear)


def test_at_rest_it_is_wiped_at_once(wiping: Wiping, kept: list[str]) -> None:
    wiping.ask()
    assert not kept
    assert not wiping.due
    kept.append("the next one")
    with wiping.work():
        assert kept


def test_in_work_it_is_wiped_by_the_end(wiping: Wiping, kept: list[str]) -> None:
    with wiping.work():
        thread = threading.Thread(target=wiping.ask)
        thread.start()
        thread.join(2.0)
        assert not thread.is_alive(), "nobody waits for the work"
        assert wiping.due
        kept.append("left behind")
    assert not kept
    assert not wiping.due


def test_work_that_fails_is_wiped_too(wiping: Wiping, kept: list[str]) -> None:
    def fail() -> None:
        with wiping.work():
            wiping.ask()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not kept


def test_nothing_is_left_however_the_two_meet(wiping: Wiping, kept: list[str]) -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            with wiping.work():
                kept.append("somebody")

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(300):
        wiping.ask()
    stop.set()
    thread.join()
    wiping.ask()
    assert not kept
