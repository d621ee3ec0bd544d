"""Opening videos quietly."""

import numpy as np
import pytest

from pipeline.sources.video import MAX_PIXELS, as_bgr, fitting, open_video


@pytest.mark.parametrize("shape", [(4, 5), (4, 5, 3), (4, 5, 4)])
def test_every_picture_becomes_bgr(shape):
    picture = np.full(shape, 77, np.uint8)
    bgr = as_bgr(picture)
    assert bgr.shape == (4, 5, 3)
    assert (bgr == 77).all()


def test_nothing_is_written_to_the_console(tmp_path, capfd):
    path = tmp_path / "no.mp4"
    path.write_text("no video")
    for target in (str(path), str(tmp_path / "missing.avi"), 61):
        assert not open_video(target).isOpened()
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    "size_px", [(3840, 2160), (2160, 3840), (1921, 1200), (30_000, 100)]
)
def test_a_large_picture_is_made_smaller_and_keeps_its_aspect(size_px):
    picture = np.zeros((size_px[1], size_px[0], 3), np.uint8)
    picture[:, size_px[0] // 2 :] = 200
    small = fitting(picture)
    height, width, _ = small.shape
    assert 0.95 * MAX_PIXELS < height * width <= MAX_PIXELS
    assert width / height == pytest.approx(size_px[0] / size_px[1], rel=0.02)
    assert small[0, width // 2 - 2].max() == 0
    assert small[0, width // 2 + 2].min() == 200


def test_full_hd_is_left_alone():
    picture = np.zeros((1080, 1920, 3), np.uint8)
    assert fitting(picture) is picture
