import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.index import Index, Versions, read_index, write_index
from kiosk.packs.store import PackStore

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]
FOLDER = "1.0-0123456789abcdef"


def test_remembers_what_was_written(tmp_path: Path) -> None:
    index = Index(
        generation=3,
        packs={"a": Versions(current=FOLDER)},
        disabled=("b",),
        order=("a", "b"),
    )

    write_index(tmp_path, index)

    assert read_index(tmp_path) == index
    assert [path.name for path in tmp_path.iterdir()] == ["installed.json"]


def test_where_nothing_is_installed_nothing_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert read_index(tmp_path / "none") == Index()
    assert caplog.text == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\x00",
        b"[]",
        b'{"format": 2}',
        b'{"packs": {"../a": {"current": "' + FOLDER.encode() + b'"}}}',
        b'{"packs": {"a": {"current": "../../../etc"}}}',
        b'{"packs": {"a": {"current": "1.0-0123456789abcdef/../.."}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_made_again_from_the_folders(
    make_pack: MakePack,
    rewrite: Rewrite,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
) -> None:
    store = PackStore(tmp_path / "store")
    folder = make_pack("old")
    first = store.install(folder).pack.folder
    rewrite(folder, "A lady", "A tall lady")
    second = store.install(folder).pack.folder
    os.utime(first, (1, 1))
    (store.folder / "installed.json").write_bytes(content)

    with caplog.at_level(logging.WARNING):
        index = store.index()

    assert index.packs == {"old": Versions(current=second.name, previous=first.name)}
    assert "is damaged; the packs were found by their folders: old" in caplog.text
    store.disable("old")
    assert read_index(store.folder).packs == index.packs


def test_a_file_that_is_gone_is_made_again(
    make_pack: MakePack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = PackStore(tmp_path / "store")
    store.install(make_pack("old"))
    (store.folder / "installed.json").unlink()

    assert [one.pack.id for one in store.list()] == ["old"]
    assert "is gone" in caplog.text
