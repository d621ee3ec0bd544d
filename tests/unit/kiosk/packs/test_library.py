import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.library import find_pack, list_packs, open_library, packs_folder
from kiosk.packs.store import PackStore

MakePack = Callable[[str], Path]
Rewrite = Callable[[Path, str, str], None]


def test_offers_every_painting_of_every_pack(make_pack: MakePack) -> None:
    make_pack("new")
    folder = make_pack("old").parent

    library = open_library(folder)

    keys = [painting.key for painting in library.paintings]
    assert keys == ["new/lady", "new/lord", "old/lady", "old/lord"]
    assert library.find("old/lord").title() == "A lord"


def test_leaves_a_broken_pack_out_and_says_so(
    make_pack: MakePack, caplog: pytest.LogCaptureFixture
) -> None:
    broken = make_pack("broken")
    (broken / "pack.toml").write_text("id = ")
    folder = make_pack("good").parent

    with caplog.at_level(logging.WARNING):
        library = open_library(folder)

    assert [pack.id for pack in library.packs] == ["good"]
    assert "'broken'" in caplog.text


def test_a_pack_whose_id_is_taken_is_left_out_and_said(
    make_pack: MakePack, caplog: pytest.LogCaptureFixture
) -> None:
    second = make_pack("second")
    list_of_paintings = second / "pack.toml"
    text = list_of_paintings.read_text(encoding="utf-8")
    list_of_paintings.write_text(text.replace('"second"', '"first"'), encoding="utf-8")
    first = make_pack("first")
    reserved = make_pack("file")

    library = open_library(reserved.parent)

    assert [pack.id for pack in library.packs] == ["first"]
    assert library.find("first/lady").image == first / "lady.png"
    assert "'second' is left out: its id 'first'" in caplog.text
    assert "is 'file', which stands for picture files" in caplog.text


def test_leaves_a_broken_painting_out_and_says_so(
    make_pack: MakePack, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make_pack("pack")
    (folder / "lady.png").unlink()

    with caplog.at_level(logging.WARNING):
        library = open_library(folder.parent)

    assert [painting.key for painting in library.paintings] == ["pack/lord"]
    assert "paintings.lady.image" in caplog.text


def test_takes_a_picture_file_as_a_painting(make_pack: MakePack) -> None:
    folder = make_pack("old")
    picture = folder / "my_grand-mother.PNG"
    (folder / "lady.png").rename(picture)

    painting = open_library(folder / "nothing").find(str(picture))

    assert painting.image == picture
    assert painting.title() == "My grand mother"
    assert painting.key == "file/my-grand-mother"


def test_a_file_whose_name_has_no_latin_letter_still_gets_a_key(
    tmp_path: Path,
) -> None:
    picture = tmp_path / "портрет.png"
    picture.touch()

    assert open_library(tmp_path).find(str(picture)).key == "file/painting"


@pytest.mark.parametrize(
    "name", ["~nosuchuser/x.png", "x" * 300, "a\0b.png", "loop.png", "."]
)
def test_a_name_that_no_file_can_have_is_no_painting(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    asked = str(tmp_path / name) if name == "loop.png" else name

    with pytest.raises(PackError, match="neither a picture file nor a painting"):
        open_library(tmp_path).find(asked)


def test_names_what_there_is_when_a_painting_is_unknown(make_pack: MakePack) -> None:
    folder = make_pack("old").parent

    with pytest.raises(PackError, match=r"'old/duke'; paintings are old/lady"):
        open_library(folder).find("old/duke")


def test_an_empty_library_says_only_that(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"called 'a/b'\.$"):
        open_library(tmp_path).find("a/b")


def test_our_own_folder_lies_beside_the_packages() -> None:
    assert packs_folder() == Path(__file__).resolve().parents[4] / "museum_targets"


def ids(folder: Path, store: PackStore, today: date | None = None) -> list[str]:
    return [pack.id for pack in open_library(folder, store, today).packs]


def test_installed_packs_come_first_unless_staff_say_otherwise(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("a").parent
    store.install(make_pack("b"))
    store.install(make_pack("c"))
    for pack in ("b", "c"):
        (folder / pack / "pack.toml").unlink()

    assert ids(folder, store) == ["b", "c", "a"]

    store.order(("c", "nowhere", "a"))
    assert ids(folder, store) == ["c", "a", "b"]


def test_an_installed_pack_takes_the_place_of_a_built_in_one(
    make_pack: MakePack, store: PackStore, rewrite: Rewrite
) -> None:
    built_in = make_pack("a")
    rewrite(built_in, "A pack", "A better pack")
    installed = store.install(built_in)
    rewrite(built_in, "A better pack", "A pack")

    (listed,) = list_packs(store, built_in.parent)
    assert (listed.pack.title(), listed.replaces_builtin) == ("A better pack", True)
    assert open_library(built_in.parent, store).packs[0].folder == installed.pack.folder

    store.remove("a")
    (listed,) = list_packs(store, built_in.parent)
    assert (listed.pack.title(), listed.installed) == ("A pack", False)


def test_what_is_switched_off_is_not_shown_built_in_or_not(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("a").parent
    store.install(make_pack("b"))
    (folder / "b" / "pack.toml").unlink()

    store.disable("a")
    assert ids(folder, store) == ["b"]
    store.enable("a")
    store.disable("b")
    assert ids(folder, store) == ["a"]
    assert not find_pack("b", store, folder).enabled


def test_an_empty_wall_shows_the_built_in_packs(
    make_pack: MakePack, store: PackStore, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make_pack("a").parent
    store.disable("a")

    assert ids(folder, store) == ["a"]
    assert "the built-in ones are shown" in caplog.text


def test_only_paintings_of_the_day_are_shown(
    make_pack: MakePack, store: PackStore, rewrite: Rewrite
) -> None:
    folder = make_pack("a")
    rewrite(folder, '"c. 1700"', '"c. 1700"\nvalid_from = 2026-03-01')
    rewrite(
        folder,
        "year = 1650",
        'year = 1650\nrights = { kind = "licensed", until = 2026-03-01 }',
    )

    def shown(day: date) -> list[str]:
        library = open_library(folder.parent, store, day)
        return [painting.id for painting in library.paintings]

    assert shown(date(2026, 2, 28)) == ["lady"]
    assert shown(date(2026, 3, 1)) == ["lady", "lord"]
    assert shown(date(2026, 3, 2)) == ["lord"]


def test_a_pack_that_is_not_there_is_told_with_those_that_are(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("a").parent

    with pytest.raises(PackError, match=r"no pack 'b'; packs are: a\."):
        find_pack("b", store, folder)
