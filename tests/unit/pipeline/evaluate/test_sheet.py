"""The contact sheet."""

import cv2
import numpy as np
import pytest

from pipeline.evaluate.sheet import Sheet, face_crop

PAPER = 245


def test_a_crop_is_centred_on_the_face_with_a_margin():
    bgr = np.zeros((400, 400, 3), np.uint8)
    bgr[150:250, 150:250] = 255
    crop = face_crop(bgr, (150, 150, 250, 250), 190)
    assert crop.shape == (190, 190, 3)
    lit = np.argwhere(crop[..., 0] > 128)
    extent = lit.max(axis=0) - lit.min(axis=0)
    assert np.abs(extent - 100).max() <= 2
    assert np.abs(lit.mean(axis=0) - (100, 95)).max() <= 2


@pytest.mark.parametrize("box", [(-30, -30, 10, 10), (90, 40, 140, 90), (5, 5, 6, 6)])
def test_what_lies_beyond_the_picture_is_paper(box):
    crop = face_crop(np.zeros((100, 100, 3), np.uint8), box, 64)
    assert crop.shape == (64, 64, 3)
    assert set(np.unique(crop)) <= {0, PAPER}


def test_a_face_far_outside_leaves_an_empty_cell():
    crop = face_crop(np.zeros((50, 50, 3), np.uint8), (500, 500, 520, 520), 32)
    assert (crop == PAPER).all()


def test_the_sheet_has_visitors_across_and_paintings_down(tmp_path):
    sheet = Sheet(["anna", "ben"], cell_px=40)
    box = (10, 10, 30, 30)
    colours = {("", "anna"): 10, ("", "ben"): 20, ("lady", ""): 30, ("lady", "ben"): 40}
    for (row, column), value in colours.items():
        sheet.put(row, column, np.full((40, 40, 3), value, np.uint8), box)
    assert sheet.has("lady", "ben")
    assert not sheet.has("lady", "anna")
    (page,) = sheet.write(tmp_path / "sheet.png")
    drawn = cv2.imread(str(page))
    assert drawn.shape == (120, 120, 3)
    middles = drawn[40::60, 20::40, 0]
    assert middles.tolist() == [[PAPER, 10, 20], [30, PAPER, 40]]


def test_a_long_sheet_is_split_into_pages(tmp_path):
    sheet = Sheet(["anna"], cell_px=16)
    for number in range(40):
        sheet.put(f"p{number}", "anna", np.zeros((9, 9, 3), np.uint8), (0, 0, 9, 9))
    pages = sheet.write(tmp_path / "all.png")
    assert [page.name for page in pages] == ["all.png", "all-2.png"]
    heights = [cv2.imread(str(page)).shape[0] for page in pages]
    assert heights == [33 * 36, 9 * 36]


def test_nothing_collected_writes_nothing(tmp_path):
    assert Sheet([]).write(tmp_path / "sheet.png") == []
    assert list(tmp_path.iterdir()) == []
