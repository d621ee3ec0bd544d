"""The visitor's shape in the painted head's pose."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from pipeline.mesh import OVAL, POINT_COUNT, STABLE, canonical_face, head_rotation
from pipeline.swap.posing import pose_into, sampling_points


def head(yaw_deg=0.0, size=10.0, place=(300, 200, 0)):
    turn = cv2.Rodrigues(np.array([0.0, -np.radians(yaw_deg), 0.0]))[0]
    return (size * canonical_face().points_cm @ turn.T + place).astype(np.float32)


FREE = np.ones(POINT_COUNT, np.float32)


def test_the_same_head_lands_on_itself_whatever_its_pose():
    painted = head(-20, 14, (500, 600, 30))
    posed = pose_into(head(15, 7), painted, FREE)
    assert np.abs(posed - painted).max() < 0.1


def test_without_reach_every_point_stays_painted(astronaut_mesh):
    painted = head(-20, 14)
    still = pose_into(astronaut_mesh.points_px, painted, np.zeros(POINT_COUNT))
    assert np.array_equal(still, painted)


def test_an_open_mouth_stays_open(astronaut_mesh):
    visitor, painted = head(), head(-20, 14)
    visitor[14:18, 1] += 20
    shut = pose_into(head(), painted, FREE)
    posed = pose_into(visitor, painted, FREE)
    assert (posed - shut)[14:18, 1].min() > 20
    assert np.abs(posed - shut)[[33, 263, 6]].max() < 2


def test_the_visitor_takes_the_painted_pose(studio, astronaut_mesh):
    painted = studio["turban"].faces[0].points_px
    posed = pose_into(astronaut_mesh.points_px, painted, FREE)
    gap = head_rotation(posed) @ head_rotation(painted).T
    assert np.degrees(np.arccos((np.trace(gap) - 1) / 2)) < 8
    low, high = painted[:, :2].min(0), painted[:, :2].max(0)
    assert (
        np.abs(posed[STABLE] - painted[STABLE])[:, :2].mean() < 0.05 * (high - low)[1]
    )


def test_pixels_are_taken_from_inside_the_outline(astronaut_mesh):
    points = astronaut_mesh.points_px
    taken = sampling_points(points)
    ring = points[OVAL, :2].reshape(-1, 1, 2)
    depth = [
        cv2.pointPolygonTest(ring, (float(x), float(y)), True)
        for x, y in taken[OVAL, :2]
    ]
    assert min(depth) > 0.01 * np.ptp(points[:, 0])
    inner = np.setdiff1d(np.arange(POINT_COUNT), OVAL)
    assert taken[inner] == pytest.approx(points[inner])


def test_half_way_is_the_usual_look_to_the_bit(studio, astronaut_mesh):
    painted = studio["turban"].faces[0].points_px
    usual = pose_into(astronaut_mesh.points_px, painted, FREE)
    assert np.array_equal(
        pose_into(astronaut_mesh.points_px, painted, FREE, 0.5), usual
    )


def test_a_shape_of_0_keeps_the_painted_nose_brows_and_places(studio, astronaut_mesh):
    painted = studio["turban"].faces[0].points_px
    posed = pose_into(astronaut_mesh.points_px, painted, FREE, 0.0)
    nose = [6, 197, 195, 5, 4, 1]
    assert np.abs(posed - painted)[nose].max() < 0.01
    corners = [33, 133, 263, 362]
    assert np.abs(posed - painted)[corners, :2].max() < 0.01
    middle = (posed - painted)[[61, 291], :2].mean(0)
    assert np.abs(middle).max() < 0.01


@pytest.mark.parametrize("shape", [0.0, 0.25, 0.75, 1.0])
def test_lids_and_lips_live_in_every_shape(shape):
    visitor, painted = head(), head(-20, 14)
    calm = pose_into(visitor, painted, FREE, shape)
    visitor[13:18, 1] += 20
    visitor[[159, 386], 1] += 4
    lively = pose_into(visitor, painted, FREE, shape)
    assert (lively - calm)[14:18, 1].min() > 15
    assert (lively - calm)[[159, 386], 1].min() > 3


def test_a_shape_of_1_keeps_the_visitors_proportions(astronaut_mesh):
    visitor = head()
    wide = visitor.copy()
    wide[:, 0] = 300 + 1.3 * (wide[:, 0] - 300)
    painted = head(0, 14)

    def aspect(points):
        eyes = np.linalg.norm(points[33, :2] - points[263, :2])
        return eyes / np.linalg.norm(points[[33, 263], :2].mean(0) - points[2, :2])

    fitted, own = (pose_into(wide, painted, FREE, shape) for shape in (0.5, 1.0))
    assert aspect(fitted) == pytest.approx(aspect(painted), rel=0.02)
    assert aspect(own) == pytest.approx(aspect(wide), rel=0.02)


def test_between_shapes_points_move_steadily(studio, astronaut_mesh):
    painted = studio["lady"].faces[0].points_px
    posed = [
        pose_into(astronaut_mesh.points_px, painted, FREE, shape)
        for shape in np.linspace(0, 1, 21)
    ]
    steps = [np.abs(b - a).max() for a, b in pairwise(posed)]
    assert max(steps) < 0.02 * np.ptp(painted[:, 1])
    assert np.abs(posed[0] - posed[-1]).max() > 0.01 * np.ptp(painted[:, 1])
