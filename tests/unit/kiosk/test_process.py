import platform
import subprocess
import sys

import cv2
import pytest

from kiosk.process import SWITCH_S, set_up_process

LARGE_BLOCKS = """
import ctypes, sys
import numpy as np
from kiosk.process import set_up_process

NAMES = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"

class MallInfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in NAMES.split()]

if sys.argv[1] == "set up":
    set_up_process()
mallinfo = ctypes.CDLL(None).mallinfo2
mallinfo.restype = MallInfo
del_me = np.empty(24_000_000, np.uint8)
del del_me  # from here on glibc would take such blocks from a heap
kept = np.empty(20_000_000, np.uint8)
print(mallinfo().hblkhd)
"""


@pytest.fixture
def switch_interval():
    before = sys.getswitchinterval(), cv2.getNumThreads()
    yield
    sys.setswitchinterval(before[0])
    cv2.setNumThreads(before[1])


@pytest.mark.parametrize(("cores", "helpers"), [(1, 1), (2, 1), (8, 4), (None, 1)])
def test_cores_are_left_to_our_own_threads(
    switch_interval, monkeypatch, cores: int | None, helpers: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    set_up_process()
    assert cv2.getNumThreads() == helpers


def test_the_window_waits_little_for_threads(switch_interval) -> None:
    sys.setswitchinterval(0.005)
    set_up_process()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_S)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="mallopt is glibc's")
@pytest.mark.parametrize(("how", "apart"), [("set up", True), ("as it comes", False)])
def test_large_blocks_lie_apart_even_after_one_was_freed(how, apart) -> None:
    said = subprocess.run(  # noqa: S603 (our own interpreter and program)
        [sys.executable, "-c", LARGE_BLOCKS, how],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert (int(said) >= 20_000_000) is apart


def test_other_systems_are_left_alone(switch_interval, monkeypatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    monkeypatch.setattr("ctypes.CDLL", lambda *_: pytest.fail("there is no mallopt"))
    set_up_process()
