import errno
import threading
from pathlib import Path

import pytest

from kiosk.errors import SavingError
from kiosk.stats.formats.whole import whole_file, whole_folder


def _fill_disk(path: Path) -> None:
    with whole_file(path) as part:
        part.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")


def _fill_disk_in_folder(path: Path) -> None:
    with whole_folder(path) as part:
        (part / "days.csv").write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")


def _pull(stick: Path) -> None:
    with whole_file(stick / "a.pdf") as part:
        part.write_text("a")
        part.unlink()
        stick.rmdir()


def test_a_file_is_there_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_text("old")
    with whole_file(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["figures.xlsx"]


def test_a_full_stick_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "figures.pdf"
    path.write_text("old")
    with pytest.raises(SavingError, match="No space left"):
        _fill_disk(path)

    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["figures.pdf"]


def test_a_stick_that_is_pulled_is_said(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(SavingError, match="no folder"):
        _pull(stick)
    with (
        pytest.raises(SavingError, match="no folder"),
        whole_file(stick / "a.pdf") as part,
    ):
        part.write_text("a")
    with pytest.raises(SavingError, match="is a folder"), whole_file(tmp_path) as part:
        part.write_text("a")


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    together = threading.Barrier(2)

    def write(letter: str) -> None:
        with whole_file(path) as part:
            part.write_text(letter * 100_000)
            together.wait()

    threads = [threading.Thread(target=write, args=(one,)) for one in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert path.read_text() in ("a" * 100_000, "b" * 100_000)
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "tables"
    with pytest.raises(SavingError, match="No space left"):
        _fill_disk_in_folder(path)
    assert list(tmp_path.iterdir()) == []

    path.mkdir()
    with whole_folder(path) as part:
        (part / "days.csv").write_text("a")
    with pytest.raises(SavingError, match="holds files"), whole_folder(path):
        pass
    assert [one.name for one in path.iterdir()] == ["days.csv"]
    assert [one.name for one in tmp_path.iterdir()] == ["tables"]
