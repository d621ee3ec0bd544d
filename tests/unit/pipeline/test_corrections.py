"""Bending a mesh by hand."""

import cv2
import numpy as np
import pytest

from pipeline.corrections import POINT_REACH_CM, bend, falloff, px_per_cm
from pipeline.mesh import canonical_face

SIZE = 20.0


def head(yaw_deg=0.0):
    turn = cv2.Rodrigues(np.array([0.0, -np.radians(yaw_deg), 0.0]))[0]
    points = SIZE * canonical_face().points_cm @ turn.T + [400, 300, 0]
    return points.astype(np.float32)


def anchors(*indices):
    return canonical_face().points_cm[list(indices)]


def areas(points):
    """Signed, positive for triangles that face us."""
    a, b, c = (points[canonical_face().triangles[:, k], :2] for k in range(3))
    one, two = b - a, c - a
    signed = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]
    return signed * np.sign(np.sum(signed))


def test_a_moved_point_goes_where_it_was_put_and_far_points_stay():
    points = head()
    bent = bend(points, anchors(61), np.array([[9.0, -5.0]]))
    assert bent.followed == 1
    gone = bent.points_px - points
    assert gone[61] == pytest.approx([9, -5, 0], abs=1e-3)
    away_cm = np.linalg.norm(anchors(*range(468)) - anchors(61), axis=1)
    assert np.abs(gone[away_cm > POINT_REACH_CM]).max() == 0
    near = (away_cm > 0) & (away_cm < 0.8)
    assert near.any()
    assert gone[near, 0].min() > 4, "neighbours follow"
    assert np.abs(gone).max() <= 9.001, "and nothing goes further"


def test_several_points_each_get_their_way():
    points = head(25)
    indices, wanted = [61, 291, 4, 152], np.array([[5, 0], [-4, 3], [0, 8], [2, -6.0]])
    bent = bend(points, anchors(*indices), wanted)
    gone = (bent.points_px - points)[indices, :2]
    assert gone == pytest.approx(wanted, abs=0.01)


def test_nothing_moved_changes_nothing():
    points = head()
    bent = bend(points, anchors(), np.zeros((0, 2)))
    assert bent.points_px is points


def test_the_same_point_twice_is_no_trouble():
    bent = bend(head(), anchors(4, 4), np.array([[6.0, 0], [6.0, 0]]))
    assert (bent.points_px - head())[4, 0] == pytest.approx(6, abs=0.01)


@pytest.mark.parametrize("yaw_deg", [0, 40, 70])
@pytest.mark.parametrize("shift", [(300, 0), (0, -250), (-4000, 4000)])
def test_a_wild_point_is_held_back_and_nothing_folds(yaw_deg, shift):
    points = head(yaw_deg)
    bent = bend(points, anchors(159, 386), np.array([shift, (0.0, 0.0)]))
    assert 0 <= bent.followed < 1
    before, after = areas(points), areas(bent.points_px)
    a, b, c = (points[canonical_face().triangles[:, k]] for k in range(3))
    solid = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    judged = before > 0.35 * solid
    assert judged.sum() > 250
    assert (after[judged] > -1e-3 * solid[judged]).all()


def test_a_mild_point_next_to_a_still_one_is_followed():
    bent = bend(head(), anchors(159, 386), np.array([[0.0, -8], [0, 0]]))
    assert bent.followed == 1
    assert (bent.points_px - head())[386, :2] == pytest.approx([0, 0], abs=0.01)


def test_the_falloff_is_smooth_and_ends():
    at = falloff(np.array([0.0, 1e-3, 0.5, 0.999, 1.0, 7.0]))
    assert at[0] == 1
    assert at[1] == pytest.approx(1, abs=1e-4)
    assert 0.1 < at[2] < 0.3
    assert at[3] == pytest.approx(0, abs=1e-6)
    assert at[4] == at[5] == 0


@pytest.mark.parametrize("yaw_deg", [0, 35, 80])
def test_size_does_not_hang_on_the_pose(yaw_deg):
    assert px_per_cm(head(yaw_deg)) == pytest.approx(SIZE, rel=1e-3)
