import numpy as np

from kiosk.rehearsal.room import Room
from pipeline.sources.base import FrameSource
from pipeline.types import Frame, SourceInfo


class Person:
    """A source that always shows somebody dark."""

    info = SourceInfo("camera", "Front", (64, 48), 30.0)

    def __init__(self) -> None:
        self.index = -1
        self.calls: list[str] = []

    def open(self) -> None:
        self.calls.append("open")

    def read(self, timeout_s: float) -> Frame | None:
        self.index += 1
        if timeout_s <= 0.0:
            return None
        return Frame(np.full((48, 64, 3), 20, np.uint8), float(self.index), self.index)

    def close(self) -> None:
        self.calls.append("close")


def seen(source: FrameSource) -> Frame:
    frame = source.read(1.0)
    assert frame is not None
    return frame


def test_a_visitor_is_passed_on_as_they_are() -> None:
    room = Room(Person())

    assert (seen(room).bgr == 20).all()
    assert room.info == Person.info


def test_who_has_left_is_not_to_be_seen_until_they_come_back() -> None:
    room = Room(Person())
    room.leave()
    wall = seen(room)
    room.enter()

    assert room.empty is False
    assert wall.bgr.shape == (48, 64, 3)
    assert wall.bgr.min() > 100
    assert wall.bgr.std() < 10.0
    assert (wall.time_s, wall.index) == (0.0, 0)
    assert (seen(room).bgr == 20).all()


def test_pictures_of_an_empty_room_differ_like_those_of_a_living_camera() -> None:
    room = Room(Person())
    room.leave()

    assert (seen(room).bgr != seen(room).bgr).any()


def test_no_frame_stays_no_frame_and_the_source_is_opened_and_closed() -> None:
    person = Person()
    room = Room(person)
    room.leave()
    room.open()

    assert room.read(0.0) is None
    room.close()
    assert person.calls == ["open", "close"]
