import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

import pipeline.runner
from kiosk.bridge import Bridge, image_of
from pipeline.errors import SourceLostError
from pipeline.live import LivePicture, Shot
from pipeline.status import State
from pipeline.types import Frame, SourceInfo


class FakeSource:
    """Delivers grey frames quickly."""

    info = SourceInfo("demo", "Grey", (8, 6), 100.0)

    def __init__(self) -> None:
        self.index = 0
        self.plugged = True

    def open(self) -> None:
        pass

    def read(self, timeout_s: float) -> Frame | None:
        if not self.plugged:
            raise SourceLostError("Grey is gone.")
        time.sleep(0.005)
        self.index += 1
        picture = np.full((6, 8, 3), self.index % 256, np.uint8)
        return Frame(picture, time.monotonic(), self.index)

    def close(self) -> None:
        pass


PLAIN = 200


class FakePortrait:
    """Paints one value, nobody as another, and counts; either half can be slow."""

    def __init__(self, value: int, matched: int = 1, slow_half: str = "paint") -> None:
        self.value, self.matched, self.slow_half = value, matched, slow_half
        self.looked = self.rendered = self.forgotten = 0
        self.error: Exception | None = None
        self.keeps_visitor = False
        self.shown: Frame | None = None
        self.slow = threading.Event()
        self.waiting = threading.Event()
        self.go_on = threading.Event()

    @property
    def ended(self) -> int:
        """How often the half that can be slow has ended."""
        return self.looked if self.slow_half == "look" else self.rendered

    def look(self, frame: Frame) -> SimpleNamespace:
        self._work("look")
        self.shown, self.keeps_visitor = frame, True
        self.looked += 1
        return SimpleNamespace(frame=frame)

    def paint(self, sight: SimpleNamespace) -> LivePicture:
        self._work("paint")
        self.keeps_visitor = True
        self.rendered += 1
        bgra = np.full((4, 5, 4), self.value, np.uint8)
        return LivePicture(bgra, sight.frame.time_s, (), self.matched, {})

    def _work(self, half: str) -> None:
        if half == self.slow_half:
            if self.error is not None:
                raise self.error
            if self.slow.is_set():
                self.waiting.set()
                self.go_on.wait(5.0)

    def plain(self) -> LivePicture:
        return LivePicture(np.full((4, 5, 4), PLAIN, np.uint8), 0.0, (), 0, {})

    def burst(self) -> tuple[Shot, ...]:
        shown = self.shown
        return (Shot(shown, (), {}),) if self.keeps_visitor and shown else ()

    def forget(self) -> None:
        self.forgotten += 1
        self.keeps_visitor = False


@pytest.fixture
def source() -> FakeSource:
    return FakeSource()


@pytest.fixture
def bridge(source: FakeSource) -> Iterator[Bridge]:
    bridge = Bridge(source)
    bridge.open()
    yield bridge
    bridge.stop()


def test_no_frame_is_read_before_it_is_opened(source: FakeSource, qtbot: QtBot) -> None:
    bridge = Bridge(source)
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.wait(50)
    assert bridge.status.state is State.STOPPED
    assert (source.index, portrait.rendered) == (0, 0)
    assert bridge.burst() == ()
    shown = bridge.pull()
    assert shown is not None
    assert shown.image.pixelColor(1, 1).red() == PLAIN


def test_without_a_painting_frames_are_thrown_away(
    bridge: Bridge, source: FakeSource, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: source.index > 3)
    assert bridge.pull() is None
    assert bridge.burst() == ()


def test_closing_forgets_at_once_and_opening_goes_on(
    bridge: Bridge, source: FakeSource, qtbot: QtBot
) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)

    bridge.close()

    assert not portrait.keeps_visitor
    assert (bridge.matched, bridge.guidance, bridge.glimpse) == (0, None, None)
    qtbot.wait(30)
    read = source.index
    qtbot.wait(50)
    assert source.index == read
    assert not portrait.keeps_visitor
    bridge.open()
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)


def test_another_source_is_taken_at_the_next_opening(
    bridge: Bridge, qtbot: QtBot
) -> None:
    other = FakeSource()
    bridge.hang(FakePortrait(10), 1)
    bridge.watch(other)
    qtbot.wait(30)
    assert other.index == 0
    bridge.open()
    qtbot.waitUntil(lambda: other.index > 2)


def test_pictures_come_without_being_queued(bridge: Bridge, qtbot: QtBot) -> None:
    portrait = FakePortrait(70)
    bridge.hang(portrait, 3)
    qtbot.waitUntil(lambda: portrait.rendered > 10)

    shown = bridge.pull()

    assert shown is not None
    assert shown.series == 3
    assert shown.image.size().toTuple() == (5, 4)
    assert shown.image.pixelColor(2, 2) == QColor(70, 70, 70)
    assert bridge.matched == 1
    assert len(bridge.burst()) == 1


def test_another_portrait_takes_over_and_the_old_one_forgets(
    bridge: Bridge, qtbot: QtBot
) -> None:
    old, new = FakePortrait(10), FakePortrait(20, matched=0)
    bridge.hang(old, 1)
    qtbot.waitUntil(lambda: old.rendered > 0)
    bridge.hang(new, 2)
    qtbot.waitUntil(lambda: new.rendered > 0)
    qtbot.waitUntil(_pulls(bridge, series=2))

    assert old.forgotten == 1
    assert new.forgotten == 0
    assert bridge.matched == 0


def test_at_rest_nothing_is_rendered(bridge: Bridge, qtbot: QtBot) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: portrait.rendered > 2)
    bridge.rest(resting=True)
    qtbot.wait(30)
    rendered, told = portrait.rendered, bridge.status.frames_rendered
    qtbot.wait(60)
    assert portrait.rendered == rendered
    # Else pictures that cost nothing would make the engine look quick.
    assert bridge.status.frames_rendered == told

    bridge.rest(resting=False)
    qtbot.waitUntil(lambda: portrait.rendered > rendered)


def test_a_failure_stays_until_it_is_started_again(
    bridge: Bridge, qtbot: QtBot
) -> None:
    portrait = FakePortrait(10)
    portrait.error = ValueError("broken")
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.status.state is State.FAILED)

    portrait.error = None
    bridge.close()
    bridge.open()
    qtbot.waitUntil(lambda: bridge.pull() is not None)


def test_stopping_forgets(bridge: Bridge, qtbot: QtBot) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: portrait.rendered > 0)

    bridge.stop()
    bridge.stop()

    assert not portrait.keeps_visitor
    assert bridge.pull() is None
    assert bridge.burst() == ()


def test_a_picture_that_outlives_the_end_is_forgotten_too(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.runner, "STOP_WITHIN_S", 0.02)
    portrait = FakePortrait(10)
    portrait.slow.set()
    bridge.hang(portrait, 1)
    qtbot.wait(30)
    threading.Timer(0.1, portrait.go_on.set).start()

    bridge.stop()
    qtbot.waitUntil(lambda: portrait.rendered == 1)

    qtbot.waitUntil(lambda: not portrait.keeps_visitor)
    assert bridge._last is None


def test_whoever_was_seen_is_off_the_wall_at_rest(
    bridge: Bridge, qtbot: QtBot, source: FakeSource
) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    bridge.rest(resting=True)

    for _ in range(10):
        qtbot.wait(6)
        shown = bridge.pull()
        assert shown is None or shown.image.pixelColor(1, 1).red() == PLAIN
        assert (bridge.matched, bridge.burst()) == (0, ())


def test_nobody_is_seen_when_going_on_without_a_source(
    bridge: Bridge, qtbot: QtBot, source: FakeSource
) -> None:
    bridge.hang(FakePortrait(10), 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    bridge.rest(resting=True)
    source.plugged = False
    qtbot.waitUntil(lambda: bridge.status.state is State.WAITING_FOR_SOURCE)

    bridge.rest(resting=False)

    shown = bridge.pull()
    assert shown is not None
    assert shown.image.pixelColor(1, 1).red() == PLAIN
    assert bridge.pull() is None
    assert bridge.matched == 0


def test_who_was_before_a_lost_source_is_forgotten(
    bridge: Bridge, qtbot: QtBot, source: FakeSource
) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 4)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    assert bridge.running
    source.plugged = False
    qtbot.waitUntil(lambda: bridge.status.state is State.WAITING_FOR_SOURCE)
    assert bridge.burst() == ()

    bridge.forget()

    assert not portrait.keeps_visitor
    assert (bridge.matched, bridge.faces, bridge.running) == (0, (), False)
    shown = bridge.pull()
    assert shown is not None
    assert shown.series == 4
    assert shown.image.pixelColor(1, 1).red() == PLAIN
    bridge.forget()
    assert bridge.pull() is None


def test_a_painting_is_hung_with_nobody_in_it_while_there_is_no_source(
    bridge: Bridge, qtbot: QtBot, source: FakeSource
) -> None:
    source.plugged = False
    bridge.hang(FakePortrait(10), 1)
    qtbot.waitUntil(lambda: bridge.status.state is State.WAITING_FOR_SOURCE)
    bridge.hang(FakePortrait(20), 2)

    shown = None

    def second_is_shown() -> bool:
        nonlocal shown
        shown = bridge.pull()
        return shown is not None and shown.series == 2

    qtbot.waitUntil(second_is_shown)
    assert shown is not None
    assert shown.image.pixelColor(1, 1).red() == PLAIN


@pytest.mark.parametrize("half", ["look", "paint"])
def test_forgetting_is_never_overtaken_by_a_frame_in_work(
    bridge: Bridge, qtbot: QtBot, half: str
) -> None:
    portrait = FakePortrait(10, slow_half=half)
    bridge.hang(portrait, 1)
    for _ in range(20):
        qtbot.waitUntil(lambda: portrait.keeps_visitor)
        portrait.slow.set()
        qtbot.waitUntil(portrait.waiting.is_set)
        ended = portrait.ended
        threading.Timer(0.005, portrait.go_on.set).start()
        bridge.rest(resting=True)
        qtbot.waitUntil(lambda n=ended: portrait.ended > n)
        qtbot.waitUntil(lambda: not portrait.keeps_visitor)
        qtbot.wait(3)
        assert not portrait.keeps_visitor
        for event in (portrait.slow, portrait.waiting, portrait.go_on):
            event.clear()
        bridge.rest(resting=False)


@pytest.mark.parametrize("half", ["look", "paint"])
def test_forgetting_never_waits_for_a_frame_in_work(
    bridge: Bridge, qtbot: QtBot, half: str
) -> None:
    portrait = FakePortrait(10, slow_half=half)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    portrait.slow.set()
    qtbot.waitUntil(portrait.waiting.is_set)
    ended = portrait.ended

    began_s = time.monotonic()
    bridge.forget()
    bridge.close()
    bridge.open()
    took_s = time.monotonic() - began_s

    assert took_s < 0.05
    assert portrait.ended == ended, "the frame is still in work"
    assert bridge.burst() == ()
    portrait.keeps_visitor = True  # as if the frame had left its shot already
    assert bridge.burst() == ()
    assert bridge.matched == 0
    portrait.go_on.set()
    qtbot.waitUntil(lambda: portrait.ended > ended)
    qtbot.waitUntil(lambda: portrait.forgotten >= 2)


def test_what_was_in_work_while_forgetting_is_never_pulled(
    bridge: Bridge, qtbot: QtBot
) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    portrait.slow.set()
    qtbot.waitUntil(portrait.waiting.is_set)
    bridge.rest(resting=True)
    bridge.rest(resting=False)
    forgotten_s = time.monotonic()
    portrait.slow.clear()
    portrait.go_on.set()
    times_s: list[float] = []

    def somebody_is_seen() -> bool:
        bridge.pull()
        if bridge.matched and bridge._seen is not None:
            times_s.append(bridge._seen.frame_time_s)
        return len(times_s) > 3

    qtbot.waitUntil(somebody_is_seen)
    assert min(times_s) >= forgotten_s - 0.02


def test_a_picture_is_wrapped_not_copied() -> None:
    bgra = np.zeros((3, 5, 4), np.uint8)
    image = image_of(bgra)
    bgra[1, 2] = (1, 2, 3, 255)

    assert image.pixelColor(2, 1) == QColor(3, 2, 1)


def _pulls(bridge: Bridge, series: int) -> Callable[[], bool]:
    def pulls() -> bool:
        shown = bridge.pull()
        return shown is not None and shown.series == series

    return pulls
