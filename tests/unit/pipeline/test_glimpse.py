"""The small view of the camera's frame."""

import cv2
import numpy as np
import pytest

from pipeline.glimpse import bright_parts, glimpse_of


@pytest.mark.parametrize(
    ("size_px", "small_px"),
    [
        ((1280, 720), (256, 144)),
        ((3840, 2160), (256, 144)),
        ((720, 1280), (256, 455)),
        ((640, 480), (256, 192)),
        ((300, 200), (256, 171)),
        ((100, 80), (100, 80)),
        ((1, 1), (1, 1)),
        ((2, 3000), (1, 512)),
        ((3000, 2), (256, 1)),
    ],
)
def test_it_is_small_whatever_the_frame(size_px, small_px):
    bgr = np.full((size_px[1], size_px[0], 3), (10, 120, 240), np.uint8)
    glimpse = glimpse_of(bgr)
    assert glimpse.shape == (small_px[1], small_px[0], 4)
    assert (glimpse == (10, 120, 240, 255)).all()
    assert glimpse.base is None
    assert not np.shares_memory(glimpse, bgr)


def test_it_looks_like_the_frame(astronaut_bgr):
    large = cv2.resize(astronaut_bgr, (1280, 1280), interpolation=cv2.INTER_CUBIC)
    wanted = cv2.resize(large, (256, 256), interpolation=cv2.INTER_AREA)
    difference = np.abs(glimpse_of(large)[..., :3].astype(int) - wanted)
    assert difference.mean() < 4


def test_bright_parts_are_told_of_face_and_view():
    bgr = np.full((720, 1280, 3), 200, np.uint8)
    bgr[200:400, 300:500] = (5, 10, 30)
    bgr[200:230, 300:500] = (20, 40, 80)
    glimpse = glimpse_of(bgr)
    corners = np.array([[300, 200], [500, 400]])
    assert bright_parts(glimpse, corners, 0.2) == (80, 200)
    aside = corners + 5000
    assert bright_parts(glimpse, aside, 0.2) == (200, 200)


def test_one_lamp_does_not_make_a_dark_room_light():
    bgr = np.full((720, 1280, 3), 12, np.uint8)
    bgr[:100, :100] = 255
    corners = np.array([[600, 300], [700, 420]])
    assert bright_parts(glimpse_of(bgr), corners, 0.2) == (12, 12)
