"""Values on a mesh come out where they belong."""

import numpy as np
import pytest

from pipeline.raster import draw_values

SQUARE = np.array([[0, 1, 2], [0, 2, 3]], np.int32)


def square(x0, y0, x1, y1, z=0.0):
    corners = [[x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]]
    return np.array(corners, np.float32)


@pytest.mark.parametrize("size_px", [(64, 48), (61, 83)])
def test_coordinates_are_drawn_with_sub_pixel_truth(size_px):
    points = square(3.25, 4.5, 50.75, 40.5)
    values = np.column_stack([points[:, :2], np.ones(4, np.float32)])
    drawn = draw_values(points, SQUARE, values, size_px)
    assert drawn.shape == (size_px[1], size_px[0], 3)
    inside = drawn[..., 2] > 0.5
    y, x = np.nonzero(inside)
    assert np.abs(drawn[inside][:, 0] - x).max() < 0.02
    assert np.abs(drawn[inside][:, 1] - y).max() < 0.02
    assert (x.min(), x.max()) == (4, 50)
    assert y.min() in (4, 5)
    assert y.max() in (40, 41)


def test_nothing_is_drawn_beyond_the_mesh():
    points = square(10, 10, 20, 20)
    drawn = draw_values(points, SQUARE, np.ones((4, 3), np.float32), (40, 40))
    drawn[9:22, 9:22] = 0
    assert not drawn.any()


@pytest.mark.parametrize("near_first", [True, False])
def test_the_nearest_surface_wins(near_first):
    near, far = square(0, 0, 39, 39, z=-10), square(0, 0, 39, 39, z=10)
    points = np.vstack([near, far] if near_first else [far, near])
    near_value = [1, 0, 0]
    values = np.array([near_value] * 4 + [[0, 1, 0]] * 4, np.float32)
    if not near_first:
        values = values[::-1].copy()
    drawn = draw_values(points, np.vstack([SQUARE, SQUARE + 4]), values, (40, 40))
    assert np.allclose(drawn[5:35, 5:35], near_value, atol=1e-4)


def test_depth_does_not_move_a_point():
    points = square(5, 5, 30, 30)
    points[:, 2] = [-40, 0, 40, 0]  # as deep as the drawing is high
    values = np.column_stack([points[:, :2], np.ones(4, np.float32)])
    drawn = draw_values(points, SQUARE, values, (40, 40))
    y, x = np.nonzero(drawn[..., 2] > 0.5)
    assert np.abs(drawn[y, x, 0] - x).max() < 0.25
    assert np.abs(drawn[y, x, 1] - y).max() < 0.25


def test_a_mesh_that_lies_outside_is_no_trouble():
    drawn = draw_values(
        square(-90, -90, -50, -50), SQUARE, np.ones((4, 3), np.float32), (30, 20)
    )
    assert not drawn.any()
