"""Where the time of one frame goes."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

STAGES: Final = ("detect", "landmarks", "warp", "harmonise", "compose")


class Stopwatch:
    """Adds up milliseconds for each stage of one frame; starts when it is made.

    Args:
        before: What another watch told of the frame's work so far; what lay between the
            two is no work.
    """

    def __init__(self, before: Mapping[str, float] | None = None) -> None:
        self._began_s = time.perf_counter()
        self._spent_ms = dict.fromkeys(STAGES, 0.0) | dict(before or {})
        self._before_ms = self._spent_ms.pop("total", 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        began_s = time.perf_counter()
        try:
            yield
        finally:
            self._spent_ms[name] += (time.perf_counter() - began_s) * 1000

    def stages_ms(self) -> Mapping[str, float]:
        """Milliseconds of every stage, and ``total`` of all work since the start."""
        total_ms = self._before_ms + (time.perf_counter() - self._began_s) * 1000
        return MappingProxyType({**self._spent_ms, "total": total_ms})
