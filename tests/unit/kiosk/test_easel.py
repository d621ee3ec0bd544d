from pathlib import Path

import numpy as np
import pytest

import kiosk.easel
from kiosk.easel import Easel, fitted, size_bytes
from kiosk.packs.library import open_library, painting_from_file
from pipeline.errors import ModelError, NoFaceError
from pipeline.images import read_image
from pipeline.sources.demo import DemoVisitor


@pytest.fixture(scope="module")
def easel(tmp_path_factory: pytest.TempPathFactory) -> Easel:
    return Easel("mesh", tmp_path_factory.mktemp("kept"))


@pytest.mark.parametrize(
    ("size", "expected"),
    [((100, 100), (50, 100)), ((1000, 10), (5, 10)), ((30, 900), (30, 60))],
)
def test_pictures_are_fitted_with_their_aspect(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    picture = np.full((40, 20, 3), (10, 20, 30), np.uint8)

    shown = fitted(picture, size)

    assert shown.shape == (expected[1], expected[0], 4)
    assert (shown == (10, 20, 30, 255)).all()


def test_shows_paintings_plain_and_small(easel: Easel, sitters: Path) -> None:
    lady = open_library(sitters).paintings[0]

    assert easel.plain(lady, (300, 400)).shape == (300, 300, 4)
    assert easel.thumbnail(lady).shape == (480, 480, 4)


def test_from_a_painting_to_a_kept_portrait(easel: Easel, sitters: Path) -> None:
    lord = open_library(sitters).paintings[1]
    portrait = easel.prepare(lord, (200, 300))
    visitor = DemoVisitor()
    visitor.open()
    for _ in range(4):
        frame = visitor.read(1.0)
        assert frame is not None
        picture = portrait.render(frame)
    visitor.close()

    finished = easel.finish(portrait.burst(), lord, (100, 100))

    assert picture.bgra.shape == (200, 200, 4)
    assert finished.bgra.shape == (100, 100, 4)
    kept, painting = read_image(finished.path), read_image(lord.image)
    assert kept.shape == painting.shape
    assert np.abs(kept.astype(int) - painting).max() > 40
    assert np.abs(kept[:40, :40].astype(int) - painting[:40, :40]).max() < 12


def test_without_a_visitor_there_is_no_portrait(easel: Easel, sitters: Path) -> None:
    with pytest.raises(NoFaceError):
        easel.finish((), open_library(sitters).paintings[0], (100, 100))


def test_a_painting_without_a_face_is_refused(easel: Easel, tmp_path: Path) -> None:
    from pipeline.images import write_image

    write_image(tmp_path / "wall.png", np.full((300, 300, 3), 120, np.uint8))

    with pytest.raises(NoFaceError):
        easel.prepare(painting_from_file(tmp_path / "wall.png"), (100, 100))


def test_an_unknown_engine_is_refused(sitters: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        Easel("magic", tmp_path).prepare(open_library(sitters).paintings[0], (100, 100))


@pytest.mark.parametrize(("room", "kept"), [(0.5, 1), (2.5, 2), (9.0, 3)])
def test_as_many_paintings_stay_in_memory_as_it_has_room_for(
    sitters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    room: float,
    kept: int,
) -> None:
    easel = Easel("mesh", tmp_path)
    data = open_library(sitters).paintings[0].image.read_bytes()
    for number in range(3):
        path = tmp_path / f"{number}.png"
        path.write_bytes(data)
        painting = easel.prepare(painting_from_file(path), (64, 64)).painting
        assert size_bytes(painting) > painting.bgr.size
        monkeypatch.setattr(kiosk.easel, "KEPT_BYTES", room * size_bytes(painting))

    assert list(easel._ready) == [f"file/{n}" for n in range(3 - kept, 3)]
