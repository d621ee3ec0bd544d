import shutil
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.arrival import Step
from kiosk.packs.store import PackStore
from tests.storeroom import MakePack, Zipped, all_in, set_version


def test_a_folder_is_installed_with_what_its_list_names_and_nothing_else(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    (folder / "LICENCE.md").write_text("CC0")
    (folder / "holiday.mp4").write_bytes(b"film")
    (folder / "System Volume Information").mkdir()
    told: list[tuple[Step, int, int]] = []

    installed = store.install(folder, lambda *step: told.append(step))

    assert all_in(installed.pack.folder) == [
        ".pack.json",
        "LICENCE.md",
        "lady.png",
        "lord.png",
        "pack.toml",
    ]
    assert (installed.pack.id, installed.enabled, installed.previous) == (
        "old",
        True,
        "",
    )
    assert installed.pack.paintings[0].image.is_relative_to(store.folder)
    assert [one.field for one in installed.warnings][:2] == ["format", "version"]
    assert {step for step, _, _ in told} == {Step.COPY, Step.CHECK}
    assert told[-1] == (Step.CHECK, 2, 2)


def test_a_zip_file_is_installed_as_its_folder_is(
    make_pack: MakePack, zipped: Zipped, store: PackStore
) -> None:
    folder = make_pack("old")
    from_folder = store.install(folder)
    before = store.stamp()

    from_zip = store.install(zipped(folder, "below/"))

    assert from_zip.pack == from_folder.pack
    assert from_zip.previous == ""
    assert store.stamp() != before
    assert all_in(store.folder / "old")[0] == from_zip.pack.folder.name


def test_every_change_is_noticed_cheaply(make_pack: MakePack, store: PackStore) -> None:
    stamps = [store.stamp()]

    for change in (
        lambda: store.install(make_pack("old")),
        lambda: store.disable("old"),
        lambda: store.enable("old"),
        lambda: store.order(("old",)),
        lambda: store.remove("old"),
    ):
        change()
        stamps.append(store.stamp())

    assert len(set(stamps)) == len(stamps)
    assert store.index().generation == 5


def test_the_version_before_comes_back(make_pack: MakePack, store: PackStore) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    second = store.install(set_version(folder, "2.0"))

    back = store.rollback("old")

    assert (second.pack.version, second.previous) == ("2.0", "1.0")
    assert (back.pack.version, back.previous) == ("1.0", "2.0")
    assert store.rollback("old").pack.version == "2.0"


def test_the_same_pack_again_keeps_the_roll_back(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    store.install(set_version(folder, "2.0"))

    assert store.install(folder).previous == "1.0"


def test_a_roll_back_to_nothing_is_refused(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    with pytest.raises(PackError, match="no previous version"):
        store.rollback("old")
    with pytest.raises(PackError, match="'new' is not installed; those that are: old"):
        store.rollback("new")

    store.install(set_version(folder, "2.0"))
    (gone,) = (store.folder / "old").glob("1.0-*")
    shutil.rmtree(gone)
    with pytest.raises(PackError, match="cannot be read any more"):
        store.rollback("old")
    assert store.list()[0].pack.version == "2.0"


def test_a_version_that_is_gone_falls_back(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    shutil.rmtree(store.install(set_version(folder, "2.0")).pack.folder)

    (installed,) = store.list()

    assert (installed.pack.version, installed.previous) == ("1.0", "")


def test_a_removed_pack_leaves_nothing(make_pack: MakePack, store: PackStore) -> None:
    store.install(make_pack("old"))
    store.disable("old")
    store.order(("old",))

    store.remove("old")

    assert all_in(store.folder) == [".in-use", ".lock", "installed.json"]
    remembered = store.index()
    assert (remembered.packs, remembered.disabled, remembered.order) == ({}, (), ())
    with pytest.raises(PackError, match="not installed; those that are: none"):
        store.remove("old")


@pytest.mark.parametrize("name", ["gone", "a\0b", "x" * 300, "~nosuchuser/a"])
def test_where_there_is_no_pack_it_is_said(
    store: PackStore, tmp_path: Path, name: str
) -> None:
    with pytest.raises(PackError, match=r"no pack at|cannot be read"):
        store.install(tmp_path / name)


def test_a_folder_that_cannot_be_written_is_told(
    make_pack: MakePack, tmp_path: Path
) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(PackError, match="cannot be changed"):
        PackStore(tmp_path / "taken").install(make_pack("old"))
