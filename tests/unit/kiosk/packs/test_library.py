import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.library import open_library, packs_folder

MakePack = Callable[[str], Path]


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
    assert "'second' is that of another pack" in caplog.text
    assert "'file' stands for picture files" in caplog.text


def test_leaves_a_broken_painting_out_and_says_so(
    make_pack: MakePack, caplog: pytest.LogCaptureFixture
) -> None:
    folder = make_pack("pack")
    (folder / "lady.png").unlink()

    with caplog.at_level(logging.WARNING):
        library = open_library(folder.parent)

    assert [painting.key for painting in library.paintings] == ["pack/lord"]
    assert "pack/lady" in caplog.text


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
