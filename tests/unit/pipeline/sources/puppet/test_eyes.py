"""Lids, brows and gaze in the frontal picture."""

import numpy as np
import pytest

from pipeline.sources.puppet.eyes import Eye, both_eyes
from pipeline.sources.puppet.stage import Stage, load_stage

PUPILS = (np.array([159, 145]), np.array([386, 374]))
"""The middles of both lids; the pupil lies between them."""


@pytest.fixture(scope="module")
def stage() -> Stage:
    return load_stage()


@pytest.fixture(params=[0, 1], ids=["left", "right"])
def eye(request, stage) -> tuple[Eye, tuple[int, int]]:
    x, y = stage.points_px[PUPILS[request.param], :2].mean(0).astype(int)
    return both_eyes(stage)[request.param], (x, y)


def draw(stage: Stage, eye: Eye, **act: float) -> np.ndarray:
    canvas = stage.bgra.copy()
    eye.draw(stage.bgra, canvas, **{"shut": 0.0, "lift": 0.0, "aside": 0.0, **act})
    return canvas


def test_at_rest_it_is_the_portrait(stage, eye):
    difference = draw(stage, eye[0]).astype(np.int16) - stage.bgra
    assert np.abs(difference).max() <= 2


def test_a_shut_lid_covers_the_pupil_with_skin(stage, eye):
    x, y = eye[1]
    around = np.s_[y - 6 : y + 1, x - 10 : x + 11, :3]

    def dark(canvas: np.ndarray) -> float:
        return float((canvas[around].mean(axis=2) < 70).mean())

    assert dark(stage.bgra) > 0.2
    assert dark(draw(stage, eye[0], shut=1.0)) < 0.05


def test_the_lid_comes_down_step_by_step(stage, eye):
    x, y = eye[1]
    column = np.s_[y - 14 : y + 14, x, :3]
    dark = [
        int((draw(stage, eye[0], shut=s)[column].mean(axis=1) < 70).sum())
        for s in (0.0, 0.5, 1.0)
    ]
    assert dark[0] > dark[1] > dark[2]


def test_a_glance_moves_the_pupil(stage, eye):
    x, y = eye[1]
    row = np.s_[y - 2 : y + 3, x - 16 : x + 17, 1]

    def middle(canvas: np.ndarray) -> float:
        dark = 255.0 - canvas[row]
        dark = np.clip(dark - 170.0, 0.0, None).sum(axis=0)
        return float((dark * np.arange(33)).sum() / dark.sum())

    right = middle(draw(stage, eye[0], aside=4.0))
    left = middle(draw(stage, eye[0], aside=-4.0))
    assert right - left > 3.0


def test_the_brow_rises_and_nothing_tears_at_the_edge(stage, eye):
    box = eye[0]
    canvas = draw(stage, box, lift=5.0, shut=1.0, aside=3.0).astype(np.int16)
    difference = np.abs(canvas - stage.bgra).max(axis=2)
    inside = difference[box.y0 : box.y1, box.x0 : box.x1]
    assert inside.max() > 40
    for edge in (inside[0], inside[-1], inside[:, 0], inside[:, -1]):
        assert edge.max() <= 3
    difference[box.y0 : box.y1, box.x0 : box.x1] = 0
    assert difference.max() == 0
