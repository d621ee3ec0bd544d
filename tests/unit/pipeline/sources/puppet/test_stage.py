"""The prepared portrait."""

import numpy as np
import pytest

from pipeline.errors import ImageUnreadableError, SourceUnavailableError
from pipeline.sources.puppet import stage


def test_the_person_is_cut_out_whole():
    person = stage.load_stage().person
    assert person.shape == (800, 1360)
    assert person[300, 680] == pytest.approx(1.0, abs=0.02)
    assert person[700, 640] == pytest.approx(1.0, abs=0.02)
    assert person[:90].max() < 0.05
    assert person[:500, :300].max() < 0.05
    assert 0.2 < person.mean() < 0.5


def test_the_room_is_out_of_focus_and_the_face_is_not():
    bgra = stage.load_stage().bgra
    assert (bgra[..., 3] == 255).all()
    grey = bgra[..., 1].astype(np.int16)
    room = np.abs(np.diff(grey[:450, 20:380], axis=1)).mean()
    face = np.abs(np.diff(grey[300:500, 580:780], axis=1)).mean()
    assert room < 0.3 * face


def test_the_points_lie_on_the_face():
    points = stage.load_stage().points_px
    assert points.shape == (468, 3)
    assert 560 < points[1, 0] < 760
    assert 340 < points[1, 1] < 470
    assert points[1, 2] < points[234, 2]


def broken(path: object) -> None:
    raise ImageUnreadableError("The picture astronaut.png is broken.")


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        (broken, "cannot be used. The picture astronaut.png is broken."),
        (lambda path: np.zeros((9, 9, 3), np.uint8), "not the one expected"),
    ],
)
def test_another_portrait_is_refused(monkeypatch, read, sentence):
    monkeypatch.setattr(stage, "read_image", read)
    stage.load_stage.cache_clear()
    try:
        with pytest.raises(SourceUnavailableError, match=sentence):
            stage.load_stage()
    finally:
        stage.load_stage.cache_clear()
