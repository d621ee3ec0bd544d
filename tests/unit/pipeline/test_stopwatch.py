"""Time is added up by stage."""

import contextlib
import time

import pytest

from pipeline.stopwatch import STAGES, Stopwatch


def test_stages_add_up_and_the_total_covers_them():
    watch = Stopwatch()
    for _ in range(2):
        with watch.stage("warp"):
            time.sleep(0.01)
    with watch.stage("detect"):
        time.sleep(0.005)
    spent = watch.stages_ms()
    assert tuple(spent) == (*STAGES, "total")
    assert spent["warp"] >= 19
    assert spent["detect"] >= 4.5
    assert spent["compose"] == 0
    assert spent["total"] >= spent["warp"] + spent["detect"]


def test_a_second_watch_goes_on_where_the_first_ended():
    first = Stopwatch()
    with first.stage("detect"):
        time.sleep(0.005)
    before = first.stages_ms()
    time.sleep(0.05)
    second = Stopwatch(before)
    with second.stage("warp"):
        time.sleep(0.005)
    spent = second.stages_ms()
    assert spent["detect"] == before["detect"]
    assert before["total"] + spent["warp"] <= spent["total"] < before["total"] + 50


def test_a_stage_that_fails_is_timed_too():
    watch = Stopwatch()
    with contextlib.suppress(ZeroDivisionError), watch.stage("warp"):
        time.sleep(0.005)
        1 / 0  # noqa: B018 (fails on purpose)
    assert watch.stages_ms()["warp"] >= 4.5


def test_a_stage_must_be_known():
    with pytest.raises(KeyError), Stopwatch().stage("coffee"):
        pass
