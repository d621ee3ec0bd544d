import threading

import pytest

from kiosk.errors import PackError
from kiosk.packs.store import PackStore
from tests.storeroom import MakePack


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
