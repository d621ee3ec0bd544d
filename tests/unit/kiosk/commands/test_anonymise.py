from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from skimage import data

from kiosk.cli import main
from pipeline.detect.yunet import YuNet
from pipeline.evaluate.recogniser import SFace

SAME_PERSON = 0.363
"""SFace's own limit: from this cosine on it takes two faces for one person's."""


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    return np.ascontiguousarray(data.astronaut()[:340, 60:400, ::-1])


@pytest.fixture
def photo(tmp_path: Path, astronaut: np.ndarray) -> Path:
    exif = Image.Exif()
    exif[0x0110] = "Camera of Anna"
    path = tmp_path / "photo.jpg"
    Image.fromarray(astronaut[..., ::-1]).save(path, exif=exif, comment=b"Anna")
    return path


@pytest.mark.parametrize("choice", ["studio/lady", "blur"])
def test_nobody_is_known_again(
    photo: Path, astronaut: np.ndarray, choice: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.jpg"

    assert main(["anonymise", str(photo), str(out), "--with", choice]) == 0

    (face,) = YuNet().detect(astronaut)
    recogniser, after = SFace(), cv2.imread(str(out))
    before = recogniser.embed(astronaut, face.key_points_px)
    assert float(before @ recogniser.embed(after, face.key_points_px)) < SAME_PERSON
    if choice != "blur":
        (painted,) = YuNet().detect(after)
        told = recogniser.embed(after, painted.key_points_px)
        assert float(before @ told) < SAME_PERSON
    with Image.open(out) as image:
        assert not image.getexif()
        assert "comment" not in image.info
    assert b"Anna" not in out.read_bytes()


def test_a_film_loses_every_face(tmp_path: Path, astronaut: np.ndarray) -> None:
    film, out = tmp_path / "film.avi", tmp_path / "out.avi"
    writer = cv2.VideoWriter(str(film), cv2.VideoWriter.fourcc(*"MJPG"), 10, (340, 340))
    for k in range(4):
        writer.write(np.roll(astronaut, 6 * k, axis=1))
    writer.release()

    assert main(["anonymise", str(film), str(out), "--with", "blur"]) == 0

    video, frames = cv2.VideoCapture(str(out)), []
    while (read := video.read())[0]:
        frames.append(read[1])
    video.release()
    assert len(frames) == 4
    recogniser = SFace()
    for k, frame in enumerate(frames):
        (face,) = YuNet().detect(np.roll(astronaut, 6 * k, axis=1))
        before = recogniser.embed(astronaut, face.key_points_px - (6 * k, 0))
        assert float(before @ recogniser.embed(frame, face.key_points_px)) < SAME_PERSON


def test_nothing_is_ever_overwritten(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jpg"
    out.write_bytes(b"mine")

    assert main(["anonymise", str(photo), str(out), "--with", "blur"]) == 2
    assert main(["anonymise", str(photo), str(photo), "--with", "blur"]) == 2

    assert out.read_bytes() == b"mine"
    assert "is there already" in capsys.readouterr().err


def test_where_no_face_is_found_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "wall.png", tmp_path / "out.png"
    cv2.imwrite(str(path), np.full((90, 90, 3), 120, np.uint8))

    assert main(["anonymise", str(path), str(out), "--with", "blur"]) == 2
    assert "No face was found" in capsys.readouterr().err
    assert not out.exists()
    more = [str(path), str(out), "--with", "blur", "--allow-none"]
    assert main(["anonymise", *more]) == 0
    assert out.exists()


def test_of_a_folder_what_fails_is_told_and_left_out(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    photo.rename(folder / "deep" / "one.jpg")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "notes.txt").write_bytes(b"no film")
    out = tmp_path / "out"

    assert main(["anonymise", str(folder), str(out), "--with", "blur"]) == 2

    written = [path.name for path in out.rglob("*") if path.is_file()]
    assert written == ["one.jpg"]
    told = capsys.readouterr().err
    assert "broken.jpg" in told
    assert "notes.txt" in told
    assert "Files left out: 2 of 3." in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["none.jpg", "out.jpg"], "There is no file"),
        (["photo.jpg", "out.gif"], "must end in"),
        (["photo.jpg", "out.jpg", "--with", "studio/nobody"], "studio/nobody"),
        (["photo.jpg", "none/out.jpg", "--with", "blur"], "cannot be written"),
    ],
)
def test_wrong_arguments_are_said(
    photo: Path,
    given: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["anonymise", *given]) == 2

    assert told in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]
