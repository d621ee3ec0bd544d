from pathlib import Path

import numpy as np
import pytest

import kiosk.easel
from kiosk.easel import Easel, fitted, size_bytes
from kiosk.packs.library import open_library, painting_from_file
from pipeline.backends import open_engine
from pipeline.errors import ModelError, NoFaceError
from pipeline.images import read_image, write_image
from pipeline.sources.demo import DemoVisitor


@pytest.fixture(scope="module")
def easel() -> Easel:
    return Easel()


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


def test_shows_paintings_plain(easel: Easel, sitters: Path) -> None:
    lady = open_library(sitters).paintings[0]

    assert easel.plain(lady, (300, 400)).shape == (300, 300, 4)


def test_from_a_painting_to_a_portrait_in_memory(
    easel: Easel, sitters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
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
    assert finished.bgra.shape == finished.original.shape == (100, 100, 4)
    portrait, painting = finished.bgr, read_image(lord.image)
    assert portrait.shape == painting.shape
    assert np.abs(portrait.astype(int) - painting).max() > 40
    assert np.abs(portrait[:40, :40].astype(int) - painting[:40, :40]).max() < 12
    assert np.abs(finished.original - fitted(painting, (100, 100))).max() == 0
    assert list(tmp_path.iterdir()) == []


def test_without_a_visitor_there_is_no_portrait(easel: Easel, sitters: Path) -> None:
    with pytest.raises(NoFaceError):
        easel.finish((), open_library(sitters).paintings[0], (100, 100))


def test_a_painting_without_a_face_is_refused(easel: Easel, tmp_path: Path) -> None:
    write_image(tmp_path / "wall.png", np.full((300, 300, 3), 120, np.uint8))

    with pytest.raises(NoFaceError):
        easel.prepare(painting_from_file(tmp_path / "wall.png"), (100, 100))


def test_an_unknown_engine_is_refused(sitters: Path) -> None:
    with pytest.raises(ModelError):
        Easel(lambda: open_engine("magic")).prepare(
            open_library(sitters).paintings[0], (100, 100)
        )


def test_a_check_tells_whether_a_painting_could_be_hung(
    easel: Easel, sitters: Path, tmp_path: Path
) -> None:
    easel.check(open_library(sitters).paintings[0])
    picture = tmp_path / "wall.png"
    write_image(picture, np.full((300, 300, 3), 120, np.uint8))
    with pytest.raises(NoFaceError):
        easel.check(painting_from_file(picture))


@pytest.mark.parametrize(("room", "kept"), [(0.5, 1), (2.5, 2), (9.0, 3)])
def test_as_many_paintings_stay_in_memory_as_it_has_room_for(
    sitters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    room: float,
    kept: int,
) -> None:
    easel = Easel()
    data = open_library(sitters).paintings[0].image.read_bytes()
    for number in range(3):
        path = tmp_path / f"{number}.png"
        path.write_bytes(data)
        painting = easel._painting(painting_from_file(path))
        assert size_bytes(painting) > painting.bgr.size
        monkeypatch.setattr(kiosk.easel, "KEPT_BYTES", room * size_bytes(painting))

    stems = [Path(key).stem for key in easel._ready]
    assert stems == [str(number) for number in range(3 - kept, 3)]
