"""Jaw and lips in the frontal picture."""

import numpy as np
import pytest

from pipeline.sources.puppet.mouth import Mouth
from pipeline.sources.puppet.stage import Stage, load_stage

REST = {"drop": 0.0, "close": 0.0, "narrow": 0.0, "sink": 0.0}


@pytest.fixture(scope="module")
def stage() -> Stage:
    return load_stage()


@pytest.fixture(scope="module")
def mouth(stage) -> Mouth:
    return Mouth(stage)


@pytest.fixture(scope="module")
def lips(stage) -> tuple[slice, slice]:
    """The box of the smiling mouth's opening."""
    points = stage.points_px[[78, 308, 13, 14], :2].astype(int)
    return slice(points[2, 1], points[3, 1] + 1), slice(points[0, 0], points[1, 0])


def draw(stage: Stage, mouth: Mouth, **act: float) -> np.ndarray:
    canvas = stage.bgra.copy()
    mouth.draw(stage.bgra, canvas, **{**REST, **act})
    return canvas


def test_at_rest_it_is_the_portrait_but_for_the_shadow_of_the_lip(stage, mouth, lips):
    difference = np.abs(draw(stage, mouth).astype(np.int16) - stage.bgra).max(axis=2)
    difference[lips[0].start - 6 : lips[0].stop + 6, lips[1]] = 0
    assert np.percentile(difference, 99.9) <= 3


def test_closed_lips_hide_the_teeth(stage, mouth, lips):
    def white(canvas: np.ndarray) -> int:
        bgr = canvas[lips][..., :3]
        colourless = np.ptp(bgr, axis=2) < 45
        return int((colourless & (bgr.min(axis=2) > 130)).sum())

    assert white(draw(stage, mouth)) > 300
    assert white(draw(stage, mouth, close=1.0)) < 0.4 * white(draw(stage, mouth))


def test_an_open_mouth_is_dark_below_the_teeth(stage, mouth, lips):
    x = (lips[1].start + lips[1].stop) // 2
    below = np.s_[lips[0].stop + 6 : lips[0].stop + 14, x - 5 : x + 6]
    assert stage.bgra[below][..., :3].mean() > 100
    assert draw(stage, mouth, drop=0.8)[below][..., :3].mean() < 60


def test_the_chin_drops_with_the_jaw(stage, mouth):
    x, chin = stage.points_px[152, :2].astype(int)
    column = np.s_[chin - 40 : chin + 60, x, :3]
    still = stage.bgra[column].astype(np.float32).mean(axis=1)
    dropped = draw(stage, mouth, drop=0.6)[column].astype(np.float32).mean(axis=1)
    misfit = [np.abs(dropped[k : k + 60] - still[:60]).mean() for k in range(40)]
    assert int(np.argmin(misfit)) >= 8


@pytest.mark.parametrize(
    "act",
    [
        {"drop": 1.0},
        {"close": 1.0, "sink": 6.0},
        {"narrow": 0.3, "drop": 0.4, "sink": 9.0},
    ],
)
def test_nothing_tears_at_the_edge_of_the_box(stage, mouth, act):
    canvas = draw(stage, mouth, **act).astype(np.int16)
    difference = np.abs(canvas - stage.bgra).max(axis=2)
    inside = difference[mouth.y0 : mouth.y1, mouth.x0 : mouth.x1]
    assert inside.max() > 40
    for edge in (inside[0], inside[-1], inside[:, 0], inside[:, -1]):
        assert edge.max() <= 6
    difference[mouth.y0 : mouth.y1, mouth.x0 : mouth.x1] = 0
    assert difference.max() == 0
