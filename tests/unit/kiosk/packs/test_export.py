import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.export import pack_up
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.store import PackStore

MakePack = Callable[[str], Path]


def test_what_is_exported_is_the_same_pack_elsewhere(
    make_pack: MakePack, tmp_path: Path
) -> None:
    folder = make_pack("old")
    (folder / "LICENCE.md").write_text("CC0")
    (folder / "holiday.mp4").write_bytes(b"film")
    here = PackStore(tmp_path / "here").install(folder)
    told: list[tuple[int, int]] = []

    pack_up(
        here.pack.folder,
        tmp_path / "old.zip",
        lambda done, total: told.append((done, total)),
    )

    there = PackStore(tmp_path / "there").install(tmp_path / "old.zip")
    assert there.pack.folder.name == here.pack.folder.name
    assert told[-1][0] == told[-1][1] > 0
    with zipfile.ZipFile(tmp_path / "old.zip") as archive:
        assert archive.namelist() == ["pack.toml", "lady.png", "lord.png", "LICENCE.md"]


def test_nothing_is_replaced_and_nothing_half_done_stays(
    make_pack: MakePack, tmp_path: Path
) -> None:
    folder = make_pack("old")
    (tmp_path / "old.zip").write_text("mine")

    with pytest.raises(PackError, match="already"):
        pack_up(folder, tmp_path / "old.zip")
    with pytest.raises(PackError, match="cannot be written"):
        pack_up(folder, tmp_path / "no folder" / "old.zip")
    with pytest.raises(PackError, match="cannot be written"):
        pack_up(folder, tmp_path / "a\0b.zip")
    with pytest.raises(UnfitPackError, match="is missing"):
        pack_up(tmp_path, tmp_path / "new.zip")

    assert (tmp_path / "old.zip").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.zip", "packs"]
