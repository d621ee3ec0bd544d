"""Opening videos quietly."""

import numpy as np
import pytest

from pipeline.sources.video import as_bgr, open_video


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
