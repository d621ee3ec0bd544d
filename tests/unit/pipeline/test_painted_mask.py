"""Masks painted by people."""

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import ImageUnreadableError
from pipeline.occlusion import Occlusion
from pipeline.painted_mask import read_mask

PAINTING = (200, 100)
BOX = (50, 20, 150, 80)


@pytest.fixture
def found():
    """The engine found that the left half of the face is covered."""
    shown = np.ones((60, 100), np.float32)
    shown[:, :50] = 0
    return Occlusion(BOX, shown)


def saved(folder, array, mode):
    path = folder / "mask.png"
    Image.fromarray(array.astype(np.uint8), mode).save(path)
    return path


def plain(width, height, white):
    x0, y0, x1, y1 = (round(side * width / PAINTING[0]) for side in white)
    grey = np.zeros((height, width), np.uint8)
    grey[y0:y1, x0:x1] = 255
    return grey


@pytest.mark.parametrize("size", [(200, 100), (800, 400), (50, 25), (201, 100)])
def test_white_adds_to_what_was_found(tmp_path, found, size):
    path = saved(tmp_path, plain(*size, (100, 20, 120, 80)), "L")
    shown = read_mask(path, PAINTING).applied(found, PAINTING).shown
    assert shown.shape == found.shown.shape
    assert shown[:, :50].max() == 0, "black does not free what the engine found"
    assert shown[10:50, 54:66].max() < 0.05
    assert shown[:, 76:].min() > 0.95


def test_where_people_decided_their_word_holds_both_ways(tmp_path, found):
    painted = np.zeros((100, 200, 4), np.uint8)
    painted[:, 50:75] = (0, 0, 0, 255)  # free, whatever was found
    painted[:, 125:150] = (255, 255, 255, 255)  # in front
    path = saved(tmp_path, painted, "RGBA")
    shown = read_mask(path, PAINTING).applied(found, PAINTING).shown
    assert shown[:, 2:23].min() > 0.99
    assert shown[:, 27:48].max() < 0.01, "where nobody decided the engine's holds"
    assert shown[:, 52:73].min() > 0.99
    assert shown[:, 77:].max() < 0.01


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGB", "I;16"])
def test_every_kind_of_png_is_read(tmp_path, found, mode):
    white = Image.fromarray(np.full((100, 200), 255, np.uint8))
    if mode == "I;16":
        white = Image.fromarray(np.full((100, 200), 65535, np.uint16))
    else:
        white = white.convert(mode)
    white.save(tmp_path / "mask.png")
    mask = read_mask(tmp_path / "mask.png", PAINTING)
    assert mask.applied(found, PAINTING).shown.max() < 0.01


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n broken", "cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be read"),
    ],
)
def test_what_is_no_png_is_told(tmp_path, content, words):
    path = tmp_path / "mask.png"
    path.write_bytes(content)
    with pytest.raises(ImageUnreadableError, match=words):
        read_mask(path, PAINTING)


def test_a_truncated_mask_is_told(tmp_path):
    noise = np.random.default_rng(1).integers(0, 256, (100, 200))
    path = saved(tmp_path, noise, "L")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(ImageUnreadableError, match="Save it as PNG again"):
        read_mask(path, PAINTING)


def test_a_jpeg_is_no_mask(tmp_path):
    Image.fromarray(np.zeros((100, 200), np.uint8)).save(tmp_path / "m.png", "JPEG")
    with pytest.raises(ImageUnreadableError, match="Save it as PNG"):
        read_mask(tmp_path / "m.png", PAINTING)


def test_a_missing_mask_is_told(tmp_path):
    with pytest.raises(ImageUnreadableError, match=r"There is no mask gone\.png"):
        read_mask(tmp_path / "gone.png", PAINTING)


def test_a_mask_of_another_shape_is_told(tmp_path):
    path = saved(tmp_path, np.zeros((100, 100)), "L")
    with pytest.raises(ImageUnreadableError, match="another shape than its painting"):
        read_mask(path, PAINTING)


def test_a_huge_mask_is_refused_before_it_is_decoded(tmp_path):
    path = tmp_path / "m.png"
    Image.new("1", (20000, 10000)).save(path)
    with pytest.raises(ImageUnreadableError, match="too many pixels"):
        read_mask(path, PAINTING)
