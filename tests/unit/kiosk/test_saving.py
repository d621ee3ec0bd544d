from pathlib import Path

import numpy as np
import pytest

from kiosk.errors import SavingError
from kiosk.saving import save_portrait, words_for_place
from pipeline.images import read_image

PORTRAIT = np.full((30, 20, 3), (40, 90, 160), np.uint8)


def test_a_portrait_is_kept_whole_under_a_name_that_tells(tmp_path: Path) -> None:
    path = save_portrait(PORTRAIT, tmp_path / "new" / "folder", "studio/lady")

    assert path.name.endswith("_studio-lady.jpg")
    assert np.abs(read_image(path).astype(int) - PORTRAIT).max() <= 3
    assert list(path.parent.iterdir()) == [path]


def test_portraits_of_the_same_second_do_not_replace_each_other(
    tmp_path: Path,
) -> None:
    paths = {save_portrait(PORTRAIT, tmp_path, "studio/lady") for _ in range(4)}

    assert len(paths) == 4
    assert all(path.is_file() for path in paths)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    with pytest.raises(SavingError, match="cannot be used"):
        save_portrait(PORTRAIT, in_the_way / "portraits", "studio/lady")


def test_the_place_is_said_in_few_words() -> None:
    kept = Path("/home/someone/Pictures/Vernissage/a.jpg")

    assert words_for_place(kept) == "Pictures/Vernissage\na.jpg"
    assert words_for_place(Path("/portraits/a.jpg")) == "portraits\na.jpg"
