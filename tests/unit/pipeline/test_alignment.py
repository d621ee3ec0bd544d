"""Faces are cut out where networks expect them."""

import numpy as np
import pytest

from pipeline.alignment import aligned_face, five_points, template_px, to_template
from pipeline.geometry import apply_affine


@pytest.mark.parametrize("side_px", [112, 128, 224, 256])
def test_the_five_points_come_to_lie_on_the_template(astronaut_mesh, side_px):
    points = five_points(astronaut_mesh.points_px)
    placed = apply_affine(to_template(points, side_px), points)
    assert np.abs(placed - template_px(side_px)).max() < 0.09 * side_px


def test_the_wider_cut_shows_the_same_face_further_in(astronaut_bgr, astronaut_mesh):
    points = five_points(astronaut_mesh.points_px)
    narrow = aligned_face(astronaut_bgr, points, 112)
    wide = aligned_face(astronaut_bgr, points, 128)
    assert np.abs(wide[:112, 8:120].astype(int) - narrow).mean() < 1


def test_other_sizes_are_refused():
    for side_px in (0, -112, 100):
        with pytest.raises(ValueError, match="pixels"):
            template_px(side_px)
