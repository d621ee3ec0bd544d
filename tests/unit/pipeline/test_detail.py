"""Detail that is there, and detail that is not."""

import cv2
import numpy as np
import pytest

from pipeline.detail import detail_width_px


def share(bgr, painting):
    face = painting.faces[painting.best_faces(1)[0]]
    return detail_width_px(bgr, face.points_px, face.width_px) / face.width_px


def enlarged(bgr, times, way):
    small = cv2.resize(
        bgr, None, fx=1 / times, fy=1 / times, interpolation=cv2.INTER_AREA
    )
    large = cv2.resize(small, bgr.shape[1::-1], interpolation=way)
    _, jpeg = cv2.imencode(".jpg", large, [cv2.IMWRITE_JPEG_QUALITY, 92])
    return cv2.imdecode(jpeg, cv2.IMREAD_COLOR)


def test_a_sharp_picture_holds_what_it_seems_to(studio):
    for painting in studio.values():
        assert share(painting.bgr, painting) == 1, painting.name


@pytest.mark.parametrize("name", ["lady", "gold", "garden", "gentleman"])
def test_an_enlarged_picture_is_found_out(studio, name):
    painting = studio[name]
    smooth = share(enlarged(painting.bgr, 4, cv2.INTER_CUBIC), painting)
    blocks = share(enlarged(painting.bgr, 4, cv2.INTER_NEAREST), painting)
    assert 0.17 < smooth < 0.5
    assert 0.17 < blocks < 0.5


def test_a_blurred_picture_is_found_out(studio):
    painting = studio["turban"]
    blurred = cv2.GaussianBlur(painting.bgr, (0, 0), 4)
    assert share(blurred, painting) < 0.5


@pytest.mark.parametrize("value", [0, 128])
def test_a_plain_wall_gives_a_number(studio, value):
    painting = studio["lady"]
    wall = np.full_like(painting.bgr, value)
    assert 0 < share(wall, painting) <= 1


def test_points_beside_the_picture_give_a_number(studio):
    painting = studio["lady"]
    points = painting.faces[0].points_px + 5000
    assert detail_width_px(painting.bgr, points, 90.0) == 90
