from pathlib import Path

import pytest

from kiosk.packs.filenames import is_plain_file, locate, same_name, wrong_name


@pytest.mark.parametrize(
    "name",
    [
        "lady.jpg",
        "a/b/c/d/e/lady.jpg",
        "Дама.png",
        "女士 (2).jpg",
        "сон ё.tif",
        "a.b.c",
    ],
)
def test_names_in_any_script_may_be_used(name: str) -> None:
    assert wrong_name(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "/a.jpg",
        "//server/a.jpg",
        "a//b.jpg",
        "a/",
        "a/../b.jpg",
        "a\\b.jpg",
        "c:a.jpg",
        "C:/a.jpg",
        "a?.jpg",
        "a:stream.jpg",
        "a\n.jpg",
        "a\u202egpj.exe",
        "a\ud800.jpg",
        ".hidden.jpg",
        "a/.pack.json",
        "dot.",
        "space ",
        "NUL",
        "com1.jpg",
        "a/LPT¹.txt",
        "conin$",
        "a/b/c/d/e/f/g.jpg",
        "ы" * 121,
    ],
)
def test_names_that_some_system_cannot_have_may_not(name: str) -> None:
    assert wrong_name(name).startswith("must")


def test_names_are_the_same_where_some_system_says_so() -> None:
    assert same_name("É.JPG") == same_name("e\u0301.jpg")
    assert same_name("straße.jpg") == same_name("STRASSE.jpg")
    assert same_name("a.jpg") != same_name("b.jpg")


def test_files_behind_links_are_not_found(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.jpg").touch()
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "folder").symlink_to(outside)
    (pack / "real").mkdir()
    (pack / "real" / "a.jpg").touch()

    assert locate(pack, "real/a.jpg") == pack / "real" / "a.jpg"
    assert locate(pack, "folder/a.jpg") is None
    assert not is_plain_file(pack / "real", pack)


def test_a_pack_may_itself_be_behind_a_link(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "a.jpg").touch()
    (tmp_path / "link").symlink_to(pack)

    assert locate(tmp_path / "link", "a.jpg") == tmp_path / "link" / "a.jpg"
