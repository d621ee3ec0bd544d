from pathlib import Path

import numpy as np
import pytest

import kiosk.packs.library
import kiosk.rehearsal.tour
import kiosk.rehearsal.walk
from kiosk.cli import main
from kiosk.errors import PackError
from kiosk.packs.library import open_library
from kiosk.sheet import MOST_COLUMNS, Hanging, demo_in_all, paint_sheet
from pipeline.images import read_image

pytestmark = pytest.mark.usefixtures("own_logging", "dressed")


def test_makes_every_picture_and_names_it(
    sitters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sizes = {"landscape": (480, 270)}
    monkeypatch.setattr(kiosk.rehearsal.tour, "SIZES_PX", sizes)
    monkeypatch.setattr(kiosk.rehearsal.walk, "LIVELY_AFTER_S", 0.1)
    monkeypatch.setattr(kiosk.packs.library, "packs_folder", lambda: sitters)
    out = tmp_path / "pictures"

    assert main(["pictures", "--out", str(out)]) == 0

    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in named] == [
        "landscape-attract.jpg",
        "landscape-consent.jpg",
        "landscape-choose.jpg",
        "landscape-live.jpg",
        "landscape-result.jpg",
        "editor.jpg",
        "editor-points.jpg",
        "editor-faces.jpg",
        "editor-mask.jpg",
        "editor-look.jpg",
        "editor-leaving.jpg",
        "sheet.jpg",
    ]
    assert sorted(named) == sorted(out.iterdir())
    for path in named:
        assert read_image(path).std() > 5


def test_a_folder_that_cannot_be_made_is_said(
    sitters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    assert main(["pictures", "--out", str(in_the_way / "pictures")]) == 2
    assert "cannot be made" in capsys.readouterr().err


@pytest.mark.parametrize("count", [1, MOST_COLUMNS, MOST_COLUMNS + 1])
def test_every_portrait_hangs_on_the_sheet(sitters: Path, count: int) -> None:
    painting = open_library(sitters).paintings[0]
    blue = np.full((300, 200 if count > 1 else 900, 3), (250, 20, 20), np.uint8)

    sheet = paint_sheet([Hanging(blue, painting)] * count)

    hung = (sheet == (250, 20, 20)).all(axis=2)
    assert hung.mean() > 0.1
    assert not hung[0].any()
    assert not hung[:, -1].any()


def test_nothing_to_hang_is_said() -> None:
    with pytest.raises(PackError, match="no paintings"):
        demo_in_all(())
