"""The engine's speed on this machine, with the demo visitor in a painted portrait.

The numbers are those that the kiosk promises; run with ``-m bench`` on an idle machine.
"""

import time

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from kiosk.commands.bench import size_for_face
from pipeline.backends import open_engine
from pipeline.evaluate.speed import (
    frame_to_landmarks,
    resident_mb,
    run_live,
    some_frames,
)
from pipeline.images import read_image, write_image
from pipeline.live import LivePortrait
from pipeline.painting import load_painting
from pipeline.sources.named import named_source
from pipeline.still import swap_image

pytestmark = pytest.mark.bench

DISPLAY_PX = (1080, 1920)


@pytest.fixture(scope="module")
def engine():
    return open_engine()


@pytest.fixture(scope="module")
def portrait_path(tmp_path_factory):
    """A portrait of twelve million pixels with broad strokes."""
    bgr = np.ascontiguousarray(astronaut()[:, 64:448, ::-1])
    large = cv2.resize(bgr, (3000, 4000), interpolation=cv2.INTER_CUBIC)
    path = tmp_path_factory.mktemp("bench") / "portrait.png"
    write_image(path, cv2.bilateralFilter(large, 9, 40, 9))
    return path


@pytest.fixture(scope="module")
def painting(portrait_path, engine):
    return load_painting(portrait_path, engine)


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory):
    """Two seconds of the demo visitor, 1280 x 720 at 30 frames a second."""
    path = tmp_path_factory.mktemp("clip") / "visitor.avi"
    writer = cv2.VideoWriter(
        str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (1280, 720)
    )
    for frame in some_frames(named_source("demo"), 60):
        writer.write(cv2.resize(frame.bgr, (1280, 720)))
    writer.release()
    return path


@pytest.mark.parametrize(("face_px", "largest_ratio"), [(320, 3.5), (480, 5.0)])
def test_a_frame_costs_few_landmark_inferences(
    engine, painting, face_px, largest_ratio
):
    size_px = size_for_face(painting, face_px)
    live = LivePortrait(engine, painting, size_px)
    found = frame_to_landmarks(some_frames(named_source("demo"), 68), live.render)
    assert found["ratio_frame_to_landmarks"] <= largest_ratio, found


def test_a_clip_plays_at_its_own_pace_without_lagging(engine, painting, clip_path):
    live = LivePortrait(engine, painting, DISPLAY_PX)
    found = run_live(named_source(str(clip_path)), live.look, live.paint, 6)
    assert found["render_fps"] >= 29, found
    assert found["latency_ms"]["p95"] < 100, found
    assert found["frames_with_face"] >= 0.95 * found["frames_rendered"], found


def test_memory_stays_flat_and_small(engine, painting):
    live = LivePortrait(engine, painting, DISPLAY_PX)
    run_live(named_source("demo"), live.look, live.paint, 3)
    before = resident_mb()
    found = run_live(named_source("demo"), live.look, live.paint, 12)
    assert found["rss_mb"] < 700
    assert found["rss_mb"] < before + 30


def test_a_still_of_twelve_megapixels_takes_under_two_seconds(
    engine, painting, portrait_path
):
    visitor = read_image(portrait_path)[::3, ::3]
    began_s = time.perf_counter()
    still = swap_image(np.ascontiguousarray(visitor), painting, engine)
    assert time.perf_counter() - began_s < 2
    assert still.bgr.shape == painting.bgr.shape
