import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.cli import main
from kiosk.packs.library import painting_from_file
from kiosk.privacy.marks.facts import facts_of
from kiosk.privacy.marks.marker import Marker
from kiosk.settings.sections.marks import Marks


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    facts = facts_of(painting_from_file(Path("mill.jpg")), "en", "Museum", "0.1.0")
    bgr = np.full((300, 300, 3), 90, np.uint8)
    made = Marker(tmp_path / "data").mark(bgr, (), facts, Marks(), "image/jpeg")
    path = tmp_path / "portrait.jpg"
    path.write_bytes(made.content)
    return path


def test_marks_are_told_plainly(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(picture)]) == 0

    told = capsys.readouterr().out
    assert "intact, signed by Vernissage, Kiosk, self-made certificate" in told
    assert "compositeWithTrainedAlgorithmicMedia" in told
    assert "Mill" in told
    assert "personal data none found" in told


def test_as_json(picture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(picture), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["intact"] is True
    assert told["credentials"]["trusted"] is False
    assert len(told["credentials"]["mark_px"]) == 4


def test_a_picture_that_was_saved_anew_has_lost_them(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Image.open(picture) as image:
        Image.fromarray(np.asarray(image)).save(picture, "JPEG")

    assert main(["verify", str(picture)]) == 1

    told = capsys.readouterr().out
    assert "none: never signed, or taken out on the way" in told
    assert "metadata      none" in told


def test_what_may_tell_of_a_person_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exif = Image.Exif()
    exif[0x0110] = "Camera of Anna"
    exif.get_ifd(0x8825)[1] = "N"
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (9, 9)).save(path, exif=exif)

    assert main(["verify", str(path)]) == 1

    assert "a camera" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\xff\xd8\xff\xe0" + b"\0" * 99]
)
def test_files_that_are_no_pictures_are_said(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(content)

    assert main(["verify", str(path)]) == 2

    assert "x.jpg" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["GIF", "BMP", "TIFF", "WEBP"])
def test_pictures_without_room_for_marks_have_none(
    tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain"
    Image.new("RGB", (9, 9)).save(path, suffix)

    assert main(["verify", str(path)]) == 1
    assert main(["verify", str(tmp_path)]) == 2
    assert main(["verify", str(tmp_path / "none")]) == 2
