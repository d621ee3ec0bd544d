"""Looking up between pixels."""

import numpy as np
import pytest

from pipeline.sources.puppet.warp import curve, ease, sample, soften


def test_sample_interpolates_and_continues_the_edges():
    picture = np.array([[0, 10, 20]], np.float32)
    x = np.array([[0.5, 2.0, 9.0, -3.0]], np.float32)
    seen = sample(picture, (x, np.zeros_like(x)))
    assert seen.tolist() == [[pytest.approx(5, abs=0.2), 20, 20, 0]]


def test_ease_is_soft_and_bounded():
    eased = ease(np.array([-1.0, 0.0, 0.5, 1.0, 7.0]))
    assert eased.tolist() == [0.0, 0.0, 0.5, 1.0, 1.0]
    assert eased.dtype == np.float32


def test_curve_passes_through_points_in_any_order_and_ends_level():
    points = np.array([[10, 5], [0, 1], [20, 3]], np.float32)
    heights = curve(points, np.array([-5, 0, 5, 10, 15, 20, 99]))
    assert heights.tolist() == [1, 1, 3, 5, 4, 3, 3]


def test_soften_keeps_the_sum():
    field = np.zeros((41, 41), np.uint8)
    field[20, 20] = 100
    soft = soften(field, 3.0)
    assert soft.sum() == pytest.approx(100, rel=0.01)
    assert soft.max() < 5
