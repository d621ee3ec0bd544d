import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kiosk.bridge import Bridge, image_of
from pipeline.live import LivePicture
from pipeline.status import State
from pipeline.types import Frame, SourceInfo


class FakeSource:
    """Delivers grey frames quickly."""

    info = SourceInfo("demo", "Grey", (8, 6), 100.0)

    def __init__(self) -> None:
        self.index = 0

    def open(self) -> None:
        pass

    def read(self, timeout_s: float) -> Frame | None:
        time.sleep(0.005)
        self.index += 1
        picture = np.full((6, 8, 3), self.index % 256, np.uint8)
        return Frame(picture, time.monotonic(), self.index)

    def close(self) -> None:
        pass


class FakePortrait:
    """Renders one value and counts."""

    def __init__(self, value: int, matched: int = 1) -> None:
        self.value, self.matched = value, matched
        self.rendered = self.forgotten = 0
        self.error: Exception | None = None

    def render(self, frame: Frame) -> LivePicture:
        if self.error is not None:
            raise self.error
        self.rendered += 1
        bgra = np.full((4, 5, 4), self.value, np.uint8)
        return LivePicture(bgra, frame.time_s, (), self.matched, {})

    def burst(self) -> tuple[str, ...]:
        return ("shot",)

    def forget(self) -> None:
        self.forgotten += 1


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    bridge = Bridge(FakeSource())
    yield bridge
    bridge.stop()


def test_nothing_runs_before_something_hangs(bridge: Bridge) -> None:
    assert bridge.status.state is State.STOPPED
    assert bridge.pull() is None
    assert bridge.burst() == ()


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
    assert bridge.burst() == ("shot",)


def test_another_portrait_takes_over_and_the_old_one_forgets(
    bridge: Bridge, qtbot: QtBot
) -> None:
    old, new = FakePortrait(10), FakePortrait(20, matched=0)
    bridge.hang(old, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None)
    bridge.hang(new, 2)
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
    rendered = portrait.rendered
    qtbot.wait(60)
    assert portrait.rendered == rendered

    bridge.rest(resting=False)
    qtbot.waitUntil(lambda: portrait.rendered > rendered)


def test_tells_how_long_nobody_was_there(bridge: Bridge, qtbot: QtBot) -> None:
    portrait = FakePortrait(10, matched=0)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None)
    qtbot.wait(60)
    assert bridge.faceless_s() > 0.05

    portrait.matched = 1
    qtbot.waitUntil(lambda: bridge.pull() is not None and bridge.matched == 1)
    assert bridge.faceless_s() < 0.05


def test_a_failure_stays_until_it_is_started_again(
    bridge: Bridge, qtbot: QtBot
) -> None:
    portrait = FakePortrait(10)
    portrait.error = ValueError("broken")
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.status.state is State.FAILED)

    portrait.error = None
    bridge.restart()
    qtbot.waitUntil(lambda: bridge.pull() is not None)


def test_stopping_forgets(bridge: Bridge, qtbot: QtBot) -> None:
    portrait = FakePortrait(10)
    bridge.hang(portrait, 1)
    qtbot.waitUntil(lambda: bridge.pull() is not None)

    bridge.stop()
    bridge.stop()

    assert portrait.forgotten == 1
    assert bridge.pull() is None
    assert bridge.burst() == ()


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
