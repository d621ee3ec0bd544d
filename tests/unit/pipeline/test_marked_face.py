"""Fitting the mesh to five points."""

import cv2
import numpy as np
import pytest

from pipeline.geometry import rotation_degrees
from pipeline.marked_face import fit_marked, key_places, pose_canonical
from pipeline.mesh import canonical_face, head_rotation


def head(yaw_deg, pitch_deg=0.0, roll_deg=0.0):
    turn = np.eye(3)
    for axis, angle in ((0, pitch_deg), (1, -yaw_deg), (2, roll_deg)):
        vector = np.zeros(3)
        vector[axis] = np.radians(angle)
        turn = cv2.Rodrigues(vector)[0] @ turn
    points = 12 * canonical_face().points_cm @ turn.T + [300, 260, 0]
    return points.astype(np.float32)


@pytest.mark.parametrize("yaw_deg", [-70, -30, 0, 20, 55])
@pytest.mark.parametrize("roll_deg", [-100, 0, 35])
def test_five_points_tell_the_pose(yaw_deg, roll_deg):
    wanted = head(yaw_deg, 4, roll_deg)
    posed = pose_canonical(key_places(wanted))
    off = np.hypot(*(posed - wanted)[:, :2].T)
    assert off.mean() < 0.06 * np.ptp(wanted[:, 1])
    gap = head_rotation(posed) @ head_rotation(wanted).T
    assert np.degrees(np.arccos((np.trace(gap) - 1) / 2)) < 14


def test_a_face_that_the_model_sees_is_measured(engine, astronaut_bgr, astronaut_mesh):
    rough = key_places(astronaut_mesh.points_px) + 1.5
    fitted = fit_marked(astronaut_bgr, rough, engine.landmarker)
    assert fitted.measured
    off = np.hypot(*(fitted.points_px - astronaut_mesh.points_px)[:, :2].T)
    assert off.mean() < 2, "rough fingers do not move it"


def test_a_mark_far_off_is_followed(engine, astronaut_bgr, astronaut_mesh):
    marks = key_places(astronaut_mesh.points_px)
    marks[4] += [10, 6]
    fitted = fit_marked(astronaut_bgr, marks, engine.landmarker)
    assert fitted.measured
    off = np.hypot(*(key_places(fitted.points_px) - marks).T)
    assert off[4] < 2
    assert off[:2].max() < 4


@pytest.mark.parametrize("yaw_deg", [-60, 0, 30])
def test_where_no_model_sees_a_face_the_canonical_one_stands_in(engine, yaw_deg):
    wall = np.full((520, 600, 3), 120, np.uint8)
    marks = key_places(head(yaw_deg))
    fitted = fit_marked(wall, marks, engine.landmarker)
    assert not fitted.measured
    assert key_places(fitted.points_px) == pytest.approx(marks, abs=0.5)
    yaw = rotation_degrees(head_rotation(fitted.points_px))[0]
    assert yaw == pytest.approx(yaw_deg, abs=14)


def test_an_odd_face_gets_a_mesh_on_its_marks(engine):
    wall = np.full((600, 600, 3), 120, np.uint8)
    odd = np.array([[200, 200], [380, 240], [330, 300], [220, 420], [420, 400]], float)
    fitted = fit_marked(wall, odd, engine.landmarker)
    assert not fitted.measured
    assert np.hypot(*(key_places(fitted.points_px) - odd).T).max() < 12
    assert np.isfinite(fitted.points_px).all()


def test_marks_on_nothing_do_not_take_the_face_beside(
    engine, astronaut_bgr, astronaut_mesh
):
    marks = key_places(astronaut_mesh.points_px) + np.array([190, 150])
    fitted = fit_marked(astronaut_bgr, marks, engine.landmarker)
    assert np.hypot(*(key_places(fitted.points_px) - marks).T).max() < 25
