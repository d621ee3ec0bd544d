"""Results that could not be kept are told before the work begins."""

import pytest

from pipeline.errors import ImageUnwritableError
from pipeline.evaluate.targets import check_file, check_folder


def test_a_folder_is_made_and_left_empty(tmp_path):
    folder = tmp_path / "new" / "results"
    check_folder(folder)
    check_folder(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["file", "file/below", "x" * 300, "a\0b"])
def test_what_can_be_no_folder_is_refused(tmp_path, name):
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(ImageUnwritableError, match="Name another folder"):
        check_folder(tmp_path / name)
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.parametrize("name", ["new.png", "old.png"])
def test_a_file_is_only_tried(tmp_path, name):
    (tmp_path / "old.png").write_bytes(b"kept")
    check_file(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["old.png"]
    assert (tmp_path / "old.png").read_bytes() == b"kept"


@pytest.mark.parametrize(
    "name", ["folder", "gone/sheet.png", "x" * 300 + ".png", "file/sheet.png", "a\0b"]
)
def test_what_can_be_no_file_is_refused(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ImageUnwritableError, match="cannot be written"):
        check_file(tmp_path / name)
