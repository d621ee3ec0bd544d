"""Irises and expression, read off the demo visitor."""

import numpy as np
import pytest

from pipeline.landmarks.mesh478 import BLENDSHAPES
from pipeline.sources.puppet.script import act_at


def moment_s(wanted):
    """The first moment at which the script does what is wanted."""
    return next(k / 30 for k in range(3000) if wanted(act_at(k / 30)))


SHUT_S = moment_s(lambda act: act.shut == 1)
OPEN_S = moment_s(lambda act: act.shut == 0)
RESTING_S = moment_s(lambda act: act.close > 0.99 and act.shut == 0)
ASIDE_S = moment_s(lambda act: act.gaze_px < -3 and act.shut == 0)


@pytest.fixture(scope="module")
def read(engine, demo):
    def at(t_s):
        bgr = demo.frame_at(t_s)
        mesh = engine.landmarker.first_look(bgr, engine.detector.detect(bgr)[0])
        return engine.expressions.read(bgr, mesh.points_px), mesh

    return at


def test_there_are_52_coefficients_between_0_and_1(read):
    expression, _ = read(OPEN_S)
    assert set(expression.blendshapes) == set(BLENDSHAPES)
    assert len(BLENDSHAPES) == 52
    assert all(0 <= value <= 1 for value in expression.blendshapes.values())


def test_open_eyes_shut_in_a_blink(read):
    assert read(OPEN_S)[0].eyes_open > 0.8
    assert read(SHUT_S)[0].eyes_open < read(OPEN_S)[0].eyes_open - 0.25


def test_she_smiles_until_her_mouth_rests(read):
    assert read(0.0)[0].smile > 0.6
    assert read(RESTING_S)[0].smile < read(0.0)[0].smile - 0.2


def test_a_look_aside_is_seen(read):
    assert read(ASIDE_S)[0].looks_at_camera < 1


def test_the_points_refine_those_of_every_frame(read):
    expression, mesh = read(OPEN_S)
    assert expression.points_px.shape == (478, 3)
    gap = np.linalg.norm((expression.points_px[:468] - mesh.points_px)[:, :2], axis=1)
    assert np.median(gap) < 0.03 * np.ptp(mesh.points_px[:, 0])


@pytest.mark.parametrize(("iris", "corners"), [(468, (33, 133)), (473, (362, 263))])
def test_irises_lie_between_the_corners_of_their_eyes(read, iris, corners):
    points = read(OPEN_S)[0].points_px
    inner, outer = sorted(points[corners, 0])
    assert inner < points[iris, 0] < outer


def test_presence_tells_a_face_from_a_wall(engine, demo, read):
    expression, mesh = read(OPEN_S)
    assert expression.presence > 0.9
    wall = np.full_like(demo.frame_at(0.0), 110)
    assert engine.expressions.read(wall, mesh.points_px).presence < 0.5
