"""Packs that are bad, or whose installation is cut off at any step."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs import arrival, index
from kiosk.packs.arrival import Step
from kiosk.packs.library import open_library
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.store import PackStore
from tests.storeroom import MakePack, Rewrite, Zipped, all_in, set_version, versions

PROJECT = Path(__file__).resolve().parents[4]


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
