from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage import data

from pipeline.detect.thorough import each_once, search_frame, search_photo
from pipeline.detect.yunet import YuNet
from pipeline.types import Detection


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    return np.ascontiguousarray(data.astronaut()[..., ::-1])


def centre(face: Detection) -> np.ndarray:
    return face.box_xyxy.reshape(2, 2).mean(0)


def test_a_face_is_found_once(astronaut: np.ndarray) -> None:
    (face,) = search_photo(astronaut, YuNet())

    assert np.linalg.norm(centre(face) - (224, 115)) < 25


def test_a_face_that_lies_on_its_side_is_found(astronaut: np.ndarray) -> None:
    turned = cv2.rotate(astronaut, cv2.ROTATE_90_CLOCKWISE)

    (face,) = search_photo(turned, YuNet())

    assert np.linalg.norm(centre(face) - (512 - 115, 224)) < 25


def test_small_faces_in_a_large_picture_are_found(astronaut: np.ndarray) -> None:
    small = cv2.resize(astronaut, (260, 260), interpolation=cv2.INTER_AREA)
    wide = np.full((1500, 2400, 3), 128, np.uint8)
    for x, y in ((100, 100), (2100, 1200), (1200, 700)):
        wide[y : y + 260, x : x + 260] = small

    assert len(search_frame(wide, YuNet())) == 3


def test_parts_of_a_face_are_no_faces() -> None:
    points = np.zeros((5, 2), np.float32)
    whole = Detection(np.array([10, 10, 110, 130], np.float32), points, 0.9)
    eye = Detection(np.array([30, 40, 60, 70], np.float32), points, 0.7)
    other = Detection(np.array([200, 10, 300, 130], np.float32), points, 0.7)

    assert each_once([eye, whole, other]) == [whole, other]


def test_where_nobody_is_nobody_is_found(tmp_path: Path) -> None:
    assert search_photo(np.full((300, 400, 3), 90, np.uint8), YuNet()) == []
    assert search_photo(np.full((1, 1, 3), 90, np.uint8), YuNet()) == []
