import time

from kiosk.packs.library import open_library
from kiosk.packs.store import PackStore
from tests.storeroom import MakePack


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
