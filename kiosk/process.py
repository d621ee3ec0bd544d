"""How the process as a whole is set up, before anything large is made."""

import ctypes
import logging
import os
import platform
import sys

import cv2

logger = logging.getLogger(__name__)

SWITCH_S = 0.0005
"""How long a thread of Python may keep the others waiting once they want to go on.

Each call into Qt gives the interpreter away and wants it back. Beside the engine's
threads the usual 5 ms make a tenth of a second of a screen that needs 15 ms by itself.
"""
OWN_MAPPING_BYTES = 4 * 2**20
"""From this size on a block of memory goes back to the system as soon as it is freed.

By itself glibc raises its bound to 32 MB with the first large blocks that are freed.
After that paintings and portraits leave holes in heaps that only grow. What the engine
makes anew for each frame is smaller.
"""
HEAP_TOP_BYTES = 32 * 2**20
"""So much may lie free at a heap's end; with a smaller bound each frame would give back
what the next one needs, at two thousand page faults."""
HEAPS = 2
"""glibc would open one for each thread, up to eight for each core, and empty none."""
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""From ``malloc.h``; see mallopt(3)."""


def set_up_process() -> None:
    """Let the window wait little for other threads, and keep memory level.

    OpenCV's helpers get half of the cores, as three threads of ours work already: on
    two cores they spent a quarter of one in waiting for each other, at full speed.
    """
    sys.setswitchinterval(SWITCH_S)
    cv2.setNumThreads(max(1, (os.cpu_count() or 1) // 2))
    if platform.libc_ver()[0] != "glibc":
        return
    mallopt = ctypes.CDLL(None).mallopt
    for setting, value in (
        (M_MMAP_THRESHOLD, OWN_MAPPING_BYTES),
        (M_TRIM_THRESHOLD, HEAP_TOP_BYTES),
        (M_ARENA_MAX, HEAPS),
    ):
        if not mallopt(setting, value):
            logger.warning("the memory allocator refuses setting %d", setting)


def empty_heaps() -> None:
    """Give what lies free in the heaps back to the system, and with it what it held.

    Freed memory keeps its content until something else is written there; pages that are
    given back are gone. Called after a visitor was wiped; takes some milliseconds.
    """
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)
