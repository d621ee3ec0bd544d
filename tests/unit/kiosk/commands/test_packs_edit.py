from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.commands.packs.edit import homes_of
from kiosk.errors import PackError
from kiosk.packs.editing.saving import FolderHome, StoreHome


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))


def test_a_folder_is_edited_in_its_place(make_pack: Callable[[str], Path]) -> None:
    folder = make_pack("town")

    for name in (folder, folder / "pack.toml"):
        (home,), first = homes_of(str(name))
        assert isinstance(home, FolderHome)
        assert home.open().id == "town"
        assert first == ""


def test_packs_of_the_kiosk_are_named_by_id_or_painting() -> None:
    (home,), first = homes_of("studio/turban")
    assert isinstance(home, StoreHome)
    assert first == "studio/turban"
    (home,), first = homes_of("studio")
    assert home.open().id == "studio"
    assert first == ""
    homes, _ = homes_of("")
    assert [one.open().id for one in homes] == ["studio"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "no pack 'nowhere'"),
        ("studio/nobody", "no painting 'studio/nobody'"),
        ("\0", "no pack"),
    ],
)
def test_what_is_not_there_is_told(name: str, words: str) -> None:
    with pytest.raises(PackError, match=words):
        homes_of(name)


def test_a_zip_file_cannot_be_edited(tmp_path: Path) -> None:
    (tmp_path / "town.zip").write_bytes(b"PK")

    with pytest.raises(PackError, match="no folder"):
        homes_of(str(tmp_path / "town.zip"))


def test_without_a_screen_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kiosk.qt.screen_is_usable", lambda: False)

    assert main(["packs", "edit"]) == 2
    assert "staff area" in capsys.readouterr().err
