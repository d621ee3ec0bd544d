"""The 468 points on real faces."""

import cv2
import numpy as np
import pytest

from pipeline.geometry import bounds
from pipeline.landmarks.crop import crop_around_points, points_from_crop


def error(found, wanted):
    """Mean distance in face widths."""
    low, high = bounds(wanted)
    away = np.linalg.norm(found[:, :2] - wanted[:, :2], axis=1).mean()
    return float(away / (high - low)[0])


def test_points_come_back_from_a_crop_of_the_image(astronaut_bgr, astronaut_mesh):
    crop = crop_around_points(astronaut_mesh.points_px)
    blob, affine = crop.cut(astronaut_bgr, 192)
    assert blob.shape == (1, 192, 192, 3)
    assert blob.dtype == np.float32
    assert 0 <= blob.min() < blob.max() <= 1
    points = astronaut_mesh.points_px
    inside = points[:, :2] @ affine[:, :2].T + affine[:, 2]
    assert inside.min() > 0
    assert inside.max() < 192
    scale = 192 / crop.side_px
    raw = np.column_stack([inside, points[:, 2] * scale])
    assert np.allclose(points_from_crop(raw, affine), points, atol=0.01)


def test_the_points_lie_on_the_face(engine, astronaut_bgr, astronaut_mesh):
    detection = engine.detector.detect(astronaut_bgr)[0]
    points = astronaut_mesh.points_px
    assert points.shape == (468, 3)
    assert astronaut_mesh.presence > 0.95
    eyes = points[[33, 133]].mean(0)[:2], points[[362, 263]].mean(0)[:2]
    for eye, detected in zip(eyes, detection.key_points_px[:2], strict=True):
        assert np.linalg.norm(eye - detected) < 0.06 * detection.width_px
    assert points[1, 2] < points[234, 2] - 10, "the nose is nearer than the ears"


def test_following_again_moves_hardly_anything(engine, astronaut_bgr, astronaut_mesh):
    again = engine.landmarker.follow(astronaut_bgr, astronaut_mesh.points_px)
    assert error(again.points_px, astronaut_mesh.points_px) < 0.01


@pytest.mark.parametrize("turn_deg", [-40, 30])
@pytest.mark.parametrize("scale", [0.6, 1.8])
def test_points_turn_with_the_face(
    engine, astronaut_bgr, astronaut_mesh, turn_deg, scale
):
    turn = cv2.getRotationMatrix2D((226.0, 125.0), turn_deg, scale)
    turn[:, 2] += [30, 130]
    turned_bgr = cv2.warpAffine(astronaut_bgr, turn, (600, 600))
    mesh = engine.landmarker.first_look(
        turned_bgr, engine.detector.detect(turned_bgr)[0]
    )
    wanted = astronaut_mesh.points_px[:, :2] @ turn[:, :2].T + turn[:, 2]
    assert mesh.presence > 0.9
    assert error(mesh.points_px, wanted) < 0.05


def test_a_wall_is_no_face(engine, astronaut_mesh):
    for value in (0, 128, 255):
        wall = np.full((512, 512, 3), value, np.uint8)
        found = engine.landmarker.follow(wall, astronaut_mesh.points_px)
        assert found.presence < 0.5
        assert np.isfinite(found.points_px).all()


def test_a_picture_of_one_pixel_is_survived(engine, astronaut_mesh):
    pixel = np.zeros((1, 1, 3), np.uint8)
    assert engine.landmarker.follow(pixel, astronaut_mesh.points_px).presence < 0.5
    degenerate = np.zeros((468, 3), np.float32)
    found = engine.landmarker.follow(pixel, degenerate)
    assert np.isfinite(found.points_px).all()
