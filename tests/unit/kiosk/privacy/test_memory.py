"""How far a visitor's pixels are gone from the process's memory after a wipe.

Found by looking through all of the process's own memory, on Linux. What is freed is not
overwritten, but what lies free is given back to the system after each wipe, and pages
that come back are empty. As far as this goes: no row of a frame or a portrait can be
found any more. Left may be what shares a page with something that is still in use; core
dumps are off, and the disk never sees it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]

LOOK = """
import gc, os, sys
import numpy as np
from kiosk.easel import FinishedPortrait
from kiosk.process import empty_heaps, set_up_process
from kiosk.visit.visitor import Visitor

set_up_process()

def found(needle_turned):
    # The needle is only ever in memory with its bits turned, or it would find itself.
    count = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            for at in range(start, end, 1 << 20):
                size = min(end - at, (1 << 20) + 64)
                try:
                    memory.seek(at)
                    part = np.frombuffer(memory.read(size), np.uint8) ^ 255
                except (OSError, ValueError):
                    continue
                count += needle_turned in part.tobytes()
                del part
    return count

random = np.random.default_rng(11)

def visit():
    frames = [random.integers(0, 256, (720, 1280, 3), np.uint8) for _ in range(6)]
    portrait = frames[2].copy()
    bgra = np.dstack([portrait, np.full((720, 1280), 255, np.uint8)])
    visitor = Visitor(portrait=FinishedPortrait(portrait, bgra, frames[0]))
    turned = bytes(255 - byte for byte in portrait[300, 400:421].ravel())
    return visitor, frames, turned

visitor, frames, turned = visit()
before = found(turned)
visitor, frames = Visitor(), []
gc.collect()
empty_heaps()
print(before, found(turned))
"""


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_after_the_wipe_no_block_of_pixels_is_left_in_memory() -> None:
    told = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", LOOK],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )

    before, after = (int(count) for count in told.stdout.split())
    assert before >= 2
    assert after == 0
