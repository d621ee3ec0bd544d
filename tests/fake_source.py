"""Sources that deliver, hang and break when a test wants, and who waits for them."""

import gc
import itertools
import threading
import time
import weakref
from collections.abc import Callable

import numpy as np

from pipeline.types import Frame, SourceInfo

BGR = np.zeros((4, 4, 3), np.uint8)


class FakeSource:
    """Delivers frames at a pace and does at one read what a test wants.

    ``trouble`` is called with the number of the opening and of the read.
    """

    def __init__(
        self,
        trouble: Callable[[int, int], None] = lambda *_: None,
        pause_s: float = 0.002,
        kind: str = "clip",
    ) -> None:
        self.info = SourceInfo(kind, "fake", (4, 4), 500.0)
        self.opened = 0
        self.is_open = False
        self.threads: set[str] = set()
        self._trouble = trouble
        self._pause_s = pause_s
        self._reads = itertools.count()

    def open(self) -> None:
        self.opened += 1
        self._reads = itertools.count()
        self._trouble(self.opened, -1)
        self.is_open = True

    def read(self, timeout_s: float) -> Frame | None:
        self.threads.add(threading.current_thread().name)
        index = next(self._reads)
        self._trouble(self.opened, index)
        time.sleep(self._pause_s)
        return Frame(BGR, time.monotonic(), index)

    def close(self) -> None:
        self.is_open = False


class HangingSource(FakeSource):
    """Its first opening hangs at the third read until it is released.

    Attributes:
        widest: The most openings that there were at once.
    """

    def __init__(self) -> None:
        super().__init__(self._hang)
        self.hangs, self.release = threading.Event(), threading.Event()
        self.widest = 0
        self._now_open = 0

    def open(self) -> None:
        super().open()
        self._now_open += 1
        self.widest = max(self.widest, self._now_open)

    def close(self) -> None:
        self._now_open -= self.is_open
        super().close()

    def _hang(self, opening: int, read: int) -> None:
        if opening == 1 and read == 2:
            self.hangs.set()
            self.release.wait(20.0)


class RememberedFrames(FakeSource):
    """Holds weakly every picture that it gave away; after ten it hangs."""

    def __init__(self) -> None:
        super().__init__(self._hang)
        self.hangs, self.release = threading.Event(), threading.Event()
        self.given: list[weakref.ref] = []

    def read(self, timeout_s: float) -> Frame:
        frame = super().read(timeout_s)
        bgr = np.zeros((4, 4, 3), np.uint8)
        self.given.append(weakref.ref(bgr))
        return Frame(bgr, frame.time_s, frame.index)

    def alive(self) -> int:
        gc.collect()
        return sum(ref() is not None for ref in self.given)

    def _hang(self, opening: int, read: int) -> None:
        if read == 10:
            self.hangs.set()
            self.release.wait(20.0)


def until(condition: Callable[[], bool], timeout_s: float = 15.0) -> bool:
    """Wait for something; tells whether it happened."""
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.002)
    return True


def named(name: str) -> list[threading.Thread]:
    """The threads of that name."""
    return [thread for thread in threading.enumerate() if thread.name == name]


def capturing() -> bool:
    """Whether a thread still reads a source."""
    return bool(named("capture"))
