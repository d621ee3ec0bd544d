"""Silent, frozen and black sources."""

import numpy as np
import pytest

from pipeline.errors import SourceLostError
from pipeline.health import FROZEN_AFTER_S, SILENT_AFTER_S, SourceWatch
from pipeline.types import Frame, SourceInfo

CAMERA = SourceInfo("camera", "Lobby", (64, 48), 30.0)
CLIP = SourceInfo("clip", "a.mp4", (64, 48), 30.0)
NOISE = np.random.default_rng(1)


def picture(low: int, high: int) -> np.ndarray:
    return NOISE.integers(low, high, (48, 64, 3), np.uint8)


def play(watch: SourceWatch, pictures, fps: float = 10.0) -> None:
    for index, bgr in enumerate(pictures):
        watch.see(Frame(bgr, index / fps, index))


def test_a_living_camera_is_proven_by_two_pictures_that_differ():
    watch = SourceWatch(CAMERA, 0.0)
    play(watch, [picture(0, 255)])
    assert not watch.proven
    play(watch, [picture(0, 255) for _ in range(50)])
    assert watch.proven
    assert watch.notice == ""


def test_a_camera_that_repeats_itself_is_lost():
    watch = SourceWatch(CAMERA, 0.0)
    frozen = picture(0, 255)
    play(watch, [frozen] * int(FROZEN_AFTER_S * 10))
    assert not watch.proven
    with pytest.raises(SourceLostError, match=r"Lobby' is frozen.*Unplug"):
        watch.see(Frame(frozen.copy(), FROZEN_AFTER_S + 0.2, 99))


def test_a_clip_may_stand_still_and_be_black():
    watch = SourceWatch(CLIP, 0.0)
    play(watch, [np.zeros((48, 64, 3), np.uint8)] * 100)
    assert watch.proven
    assert watch.notice == ""


def test_a_black_camera_with_noise_runs_with_a_notice_that_passes():
    watch = SourceWatch(CAMERA, 0.0)
    play(watch, [picture(0, 6) for _ in range(40)])
    assert "'Lobby' sends black pictures" in watch.notice
    assert watch.proven
    watch.see(Frame(picture(0, 200), 4.1, 41))
    assert watch.notice == ""


def test_a_camera_that_is_dead_black_is_lost_and_called_black():
    watch = SourceWatch(CAMERA, 0.0)
    with pytest.raises(SourceLostError, match="black pictures"):
        play(watch, [np.zeros((48, 64, 3), np.uint8)] * 40)


@pytest.mark.parametrize("info", [CAMERA, CLIP])
def test_silence_is_told_for_every_source(info):
    watch = SourceWatch(info, 100.0)
    watch.miss(100.0 + SILENT_AFTER_S - 0.1)
    with pytest.raises(SourceLostError, match="sends no pictures"):
        watch.miss(100.0 + SILENT_AFTER_S + 0.1)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 5000, 3), (0, 0, 3)])
def test_pictures_of_any_shape_are_looked_at(shape):
    watch = SourceWatch(CAMERA, 0.0)
    for index in range(3):
        watch.see(Frame(np.full(shape, 50 * index, np.uint8), index / 10, index))
    assert watch.proven == (0 not in shape)


def test_a_change_of_size_is_a_change():
    watch = SourceWatch(CAMERA, 0.0)
    play(
        watch, [np.full((48, 64, 3), 90, np.uint8), np.full((96, 64, 3), 90, np.uint8)]
    )
    assert watch.proven
