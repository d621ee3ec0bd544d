import sys
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from kiosk.log import LAST
from kiosk.rehearsal.traces import made_from_visitors, uncaught
from pipeline.live import LivePicture, Shot
from pipeline.types import Frame


class Holder:
    """Something of the application that keeps things."""

    def __init__(self, thing: object) -> None:
        self._thing = thing


def frame() -> Frame:
    return Frame(np.zeros((2, 2, 3), np.uint8), 0.0, 0)


def closure_over(thing: object) -> Callable[[], object]:
    return lambda: thing


def test_frames_are_found_wherever_they_hide() -> None:
    hidden = [
        Holder([frame()]),
        {"late": partial(print, frame())},
        closure_over(frame()),
        (Shot(frame(), (), {}),),
    ]

    assert made_from_visitors(hidden) == {"Frame": 4, "Shot": 1}


def test_one_frame_in_two_places_counts_once() -> None:
    one = frame()

    assert made_from_visitors([Holder(one), Holder(one)]) == {"Frame": 1}


def test_what_other_parts_of_the_program_hold_is_not_of_this_kiosk() -> None:
    kept = frame()

    assert made_from_visitors(Holder(None)) == {}
    assert kept.index == 0


def test_the_last_exception_that_nobody_caught_is_looked_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def paint() -> None:
        burst = [frame()]
        {}[burst[0].index]

    for name in LAST:
        monkeypatch.delattr(sys, name, raising=False)
    assert uncaught() == []
    try:
        paint()
    except KeyError as error:
        monkeypatch.setattr(sys, "last_value", error, raising=False)

    assert made_from_visitors([Holder(None), uncaught()]) == {"Frame": 1}


def test_a_painting_with_nobody_in_it_is_no_trace() -> None:
    picture = np.zeros((2, 2, 4), np.uint8)
    plain = LivePicture(picture, 0.0, (), 0, {})
    seen = LivePicture(picture, 0.0, (), 0, {}, glimpse_bgra=picture)

    assert made_from_visitors([plain]) == {}
    assert made_from_visitors([seen]) == {"LivePicture": 1}
