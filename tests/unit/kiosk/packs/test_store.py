import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.errors import PackError
from kiosk.packs import arrival, index, transfer
from kiosk.packs.arrival import Step
from kiosk.packs.library import open_library
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.store import PackStore
from tests.sitters import PACK

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]
Zipped = Callable[..., Path]
PROJECT = Path(__file__).resolve().parents[4]


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    return PackStore(tmp_path / "store")


def all_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def versions(store: PackStore, pack_id: str = "old") -> list[str]:
    folder = store.folder / pack_id
    return sorted(path.name.split("-")[0] for path in folder.iterdir())


def set_version(folder: Path, version: str) -> Path:
    text = PACK.format(name="old")
    (folder / "pack.toml").write_text(f'version = "{version}"\n{text}')
    return folder


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


def test_only_two_versions_are_kept(make_pack: MakePack, store: PackStore) -> None:
    folder = make_pack("old")
    for version in ("1.0", "2.0", "3.0"):
        store.install(set_version(folder, version))

    assert versions(store) == ["2.0", "3.0"]


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


def test_a_bad_pack_changes_nothing(
    make_pack: MakePack, store: PackStore, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    store.install(folder)
    before, stamp = all_in(store.folder), store.stamp()
    (folder / "lord.png").write_bytes(b"no picture")
    rewrite(folder, "A lady", "A lady\\u0007")

    with pytest.raises(UnfitPackError) as caught:
        store.install(folder)

    fatal = [one.file for one in caught.value.problems if one.is_fatal]
    assert fatal == ["pack.toml", "lord.png"]
    assert all_in(store.folder) == before
    assert store.stamp() == stamp


def test_a_bad_picture_in_a_good_list_changes_nothing(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    (folder / "lord.png").write_bytes(b"no picture")

    with pytest.raises(UnfitPackError, match=r"lord\.png: is not a picture"):
        store.install(folder)

    assert all_in(store.folder) == [".lock"]


@pytest.mark.parametrize("name", ["gone", "a\0b", "x" * 300, "~nosuchuser/a"])
def test_where_there_is_no_pack_it_is_said(
    store: PackStore, tmp_path: Path, name: str
) -> None:
    with pytest.raises(PackError, match=r"no pack at|cannot be read"):
        store.install(tmp_path / name)


def test_two_at_once_are_refused_in_one_process(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    other = PackStore(store.folder)
    refused: list[str] = []

    def meanwhile(*_: object) -> None:
        for change in (lambda: other.install(folder), lambda: other.disable("old")):
            with pytest.raises(PackError) as caught:
                change()
            refused.append(str(caught.value))

    store.install(folder, meanwhile)

    assert "just being changed" in refused[0]
    assert other.list()[0].enabled
    other.disable("old")


def test_many_at_once_leave_one_whole_pack(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    done: list[bool] = []

    def install() -> None:
        try:
            PackStore(store.folder).install(folder)
        except PackError:
            done.append(False)
        else:
            done.append(True)

    threads = [threading.Thread(target=install) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(done) == 8
    assert any(done)
    assert [one.pack.id for one in store.list()] == ["old"]
    assert not list(store.folder.glob(".incoming-*"))


KILLED = """
import os, sys, time
from pathlib import Path
from kiosk.packs import arrival, store
from kiosk.packs.arrival import Step

step, folder, source = sys.argv[1:]

def tell(now, done, total):
    if now == step:
        print("there", flush=True)
        time.sleep(60)

def wait(*_):
    print("there", flush=True)
    time.sleep(60)

if step == "moved":
    store.write_index = wait
store.PackStore(Path(folder)).install(Path(source), tell)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a signal that nothing survives")
@pytest.mark.parametrize("step", ["unpack", "copy", "check", "moved"])
def test_an_installation_killed_half_way_leaves_the_old_version(
    make_pack: MakePack, zipped: Zipped, store: PackStore, step: str
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    source = zipped(set_version(folder, "2.0"))
    command = [sys.executable, "-c", KILLED, step, str(store.folder), str(source)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and code
        command, cwd=PROJECT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        with pytest.raises(PackError, match="just being changed"):
            store.disable("old")
        assert open_library(store.folder, store).packs[0].version == "1.0"
        process.send_signal(signal.SIGKILL)

    assert [one.pack.version for one in store.list()] == ["1.0"]
    left_over = list(store.folder.glob(".incoming-*"))
    assert left_over if step != "moved" else versions(store) == ["1.0", "2.0"]

    assert store.install(source).pack.version == "2.0"
    assert store.rollback("old").pack.version == "1.0"
    assert versions(store) == ["1.0", "2.0"]
    assert not list(store.folder.glob(".incoming-*"))


def test_a_stick_pulled_half_way_changes_nothing(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    set_version(folder, "2.0")

    def pull(*_: object) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(PackError, match="Leave the stick in"):
        store.install(folder, pull)
    assert [one.pack.version for one in store.list()] == ["1.0"]
    assert not list(store.folder.glob(".incoming-*"))


def test_a_full_disk_is_told_before_anything_is_copied(
    make_pack: MakePack, store: PackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(free=1000)
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda _: usage)

    with pytest.raises(PackError, match="no room for the"):
        store.install(make_pack("old"))
    assert all_in(store.folder) == [".lock"]


@pytest.mark.parametrize(
    ("module", "name"),
    [(arrival, "copy_files"), (arrival, "write_compiled"), (index, "write_whole")],
)
def test_a_disk_that_fills_up_half_way_leaves_the_old_version(
    make_pack: MakePack,
    store: PackStore,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    name: str,
) -> None:
    folder = make_pack("old")
    store.install(set_version(folder, "1.0"))
    set_version(folder, "2.0")

    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, name, full)
        with pytest.raises(PackError, match="disk is full"):
            store.install(folder)
    assert [one.pack.version for one in store.list()] == ["1.0"]
    assert not list(store.folder.glob(".incoming-*"))
    assert store.install(folder).pack.version == "2.0"


@pytest.mark.parametrize("step", list(Step))
def test_who_watches_may_stop_it_at_any_step(
    make_pack: MakePack, zipped: Zipped, store: PackStore, step: Step
) -> None:
    class StopError(Exception):
        pass

    def stop(now: Step, *_: object) -> None:
        if now is step:
            raise StopError

    with pytest.raises(StopError):
        store.install(
            zipped(make_pack("old")), stop, prepare=lambda _: stop(Step.PREPARE)
        )
    assert store.list() == ()
    assert not list(store.folder.glob(".incoming-*"))


def test_what_somebody_put_beside_the_packs_by_hand_stays(
    make_pack: MakePack, store: PackStore
) -> None:
    store.install(make_pack("old"))
    by_hand = [store.folder / "mine" / "pack.toml", store.folder / "old" / "notes.txt"]
    for path in by_hand:
        path.parent.mkdir(exist_ok=True)
        path.write_text("keep")

    store.remove("old")

    assert all(path.read_text() == "keep" for path in by_hand)
    assert store.list() == ()


def test_a_picture_that_is_far_too_large_is_named(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    with (folder / "lord.png").open("wb") as file:
        file.truncate(2_000_000_000)

    with pytest.raises(PackError, match=r"'lord\.png' has 2,000 MB"):
        store.install(folder)
    assert all_in(store.folder) == [".lock"]


def test_a_folder_that_cannot_be_written_is_told(
    make_pack: MakePack, tmp_path: Path
) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(PackError, match="cannot be changed"):
        PackStore(tmp_path / "taken").install(make_pack("old"))


def test_accents_spelt_apart_are_installed_as_the_list_spells_them(
    make_pack: MakePack, store: PackStore, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    (folder / "lady.png").rename(folder / "e\u0301té.png")
    rewrite(folder, '"lady.png"', '"été.png"')

    (lady, _) = store.install(folder).pack.paintings

    assert lady.image.name == "été.png"
    assert lady.image.is_file()


def test_the_list_is_read_where_its_copy_is_damaged(
    make_pack: MakePack, store: PackStore
) -> None:
    pack = store.install(make_pack("old")).pack
    copy = pack.folder / ".pack.json"
    lines = copy.read_bytes().split(b"\n")

    for damaged in (b"", b"{}", lines[0] + b"\n{", b'{"program": "0"}\n' + lines[1]):
        copy.write_bytes(damaged)
        assert store.list()[0].pack == pack
    copy.unlink()
    assert store.list()[0].pack == pack


def test_five_hundred_paintings_open_quickly(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    entry = """
[[paintings]]
id = "p{n}"
image = "lady.png"
year = 1650
artist = "Somebody"
museum = {{ en = "Museum", de = "Museum" }}
title = {{ en = "Title {n}", de = "Titel {n}", fr = "Titre {n}", ru = "Имя {n}" }}
description = {{ en = "{words}", de = "{words}", fr = "{words}", ru = "{words}" }}
rights = {{ kind = "cc0", source = "https://example.org/{n}" }}
"""
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        for n in range(498):
            file.write(entry.format(n=n, words="Some words about it. " * 8))
    store.install(folder)
    times_s = []
    for _ in range(3):
        started_s = time.process_time()
        library = open_library(store.folder, store)
        times_s.append(time.process_time() - started_s)

    assert len(library.paintings) == 500
    assert min(times_s) < 0.5
