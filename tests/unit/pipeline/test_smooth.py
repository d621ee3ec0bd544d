"""Still faces are steadied, quick ones are not held back."""

import numpy as np
import pytest

from pipeline.mesh import canonical_face
from pipeline.smooth import PointSmoother

FRAME_S = 1 / 30


@pytest.fixture
def face_px():
    return (canonical_face().points_cm * 12 + [300, 200, 0]).astype(np.float32)


def test_the_first_points_pass_unchanged(face_px):
    assert np.array_equal(PointSmoother().smooth(face_px, 3.0), face_px)


@pytest.mark.parametrize("noise_px", [0.2, 0.5])
def test_a_still_face_is_steadied(face_px, noise_px):
    random, smoother = np.random.default_rng(2), PointSmoother()
    steadied = [
        smoother.smooth(
            (face_px + random.normal(0, noise_px, face_px.shape)).astype(np.float32),
            k * FRAME_S,
        )
        for k in range(90)
    ]
    late = np.array(steadied[30:])
    steps = np.diff(late, axis=0)
    assert np.std(steps) < 0.5 * noise_px * np.sqrt(2), "half the trembling is gone"
    assert np.abs(late.mean(0) - face_px).mean() < 0.3 * noise_px, "and no bias"


def test_a_quick_turn_passes_within_a_few_frames(face_px):
    smoother = PointSmoother()
    for k in range(30):
        smoother.smooth(face_px, k * FRAME_S)
    moved = face_px + np.float32([40, 0, 0])
    for k in range(30, 34):
        now = smoother.smooth(moved, k * FRAME_S)
    assert np.abs(now - moved).max() < 4


def test_near_and_far_faces_are_treated_alike(face_px):
    def left_behind(scale):
        smoother = PointSmoother()
        for k in range(20):
            moved = (face_px + np.float32([2 * k, 0, 0])) * np.float32(scale)
            now = smoother.smooth(moved.astype(np.float32), k * FRAME_S)
        return np.abs(now - moved).max() / scale

    assert left_behind(4.0) == pytest.approx(left_behind(1.0), rel=0.02)


def test_odd_times_do_no_harm(face_px):
    smoother = PointSmoother()
    for time_s in (1.0, 1.0, 0.5, 900.0):
        assert np.isfinite(smoother.smooth(face_px, time_s)).all()
