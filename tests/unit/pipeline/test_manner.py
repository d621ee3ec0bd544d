"""What is remembered from frame to frame."""

import numpy as np
import pytest

from pipeline.manner import Memory
from pipeline.skin import SkinColour


def test_without_keeping_every_frame_stands_alone():
    memory = Memory()
    for value in (1.0, 5.0):
        assert (
            memory.steady("gain", np.full((2, 2), value)).tolist() == [[value] * 2] * 2
        )


def test_changes_come_slowly_and_arrive():
    memory = Memory(keep=0.75)
    memory.steady("gain", np.zeros((2, 2)))
    seen = [float(memory.steady("gain", np.ones((2, 2))).max()) for _ in range(30)]
    assert seen[:2] == pytest.approx([0.25, 0.4375])
    assert np.all(np.diff(seen) > 0)
    assert seen[-1] > 0.999


def test_names_are_kept_apart():
    memory = Memory(keep=0.9)
    memory.steady("one", np.zeros((2, 2)))
    assert memory.steady("other", np.ones((2, 2))).min() == 1


def test_another_size_starts_anew():
    memory = Memory(keep=0.9)
    memory.steady("gain", np.zeros((2, 2)))
    assert memory.steady("gain", np.ones((3, 3))).min() == 1


def test_the_skins_colour_is_steadied():
    memory = Memory(keep=0.5)
    memory.steady_skin(SkinColour(np.array([40.0, 10, 10]), np.full(3, 8.0)))
    now = memory.steady_skin(SkinColour(np.array([60.0, 20, 10]), np.full(3, 8.0)))
    assert now.mean.tolist() == [50, 15, 10]
