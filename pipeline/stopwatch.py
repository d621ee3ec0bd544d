"""Where the time of one frame goes."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

STAGES: Final = ("detect", "landmarks", "warp", "harmonise", "compose")


class Stopwatch:
    """Adds up milliseconds for each stage of one frame; starts when it is made."""

    def __init__(self) -> None:
        self._began_s = time.perf_counter()
        self._spent_ms = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        began_s = time.perf_counter()
        try:
            yield
        finally:
            self._spent_ms[name] += (time.perf_counter() - began_s) * 1000

    def stages_ms(self) -> Mapping[str, float]:
        """Milliseconds of every stage, and ``total`` since the start."""
        total_ms = (time.perf_counter() - self._began_s) * 1000
        return MappingProxyType({**self._spent_ms, "total": total_ms})
