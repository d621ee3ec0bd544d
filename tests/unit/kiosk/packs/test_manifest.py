from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.manifest import read_pack

MakePack = Callable[[str], Path]


def test_reads_what_a_pack_says(make_pack: MakePack) -> None:
    folder = make_pack("old")

    pack = read_pack(folder)

    lady, lord = pack.paintings
    assert (pack.id, lady.key, lord.key) == ("old", "old/lady", "old/lord")
    assert lady.image == folder / "lady.png"
    assert (lady.title("de"), lady.title("de_AT"), lady.title("fr")) == (
        "Eine Dame",
        "Eine Dame",
        "A lady",
    )
    assert (lady.artist("de"), lady.year, lord.year) == ("Somebody", "1650", "c. 1700")


def test_a_painting_may_set_how_much_of_the_visitors_complexion_shows(
    make_pack: MakePack,
) -> None:
    folder = make_pack("old")
    _replace(folder, '"c. 1700"', '"c. 1700"\ncomplexion = 0.4')

    lady, lord = read_pack(folder).paintings
    assert (lady.complexion, lord.complexion) == (None, 0.4)


def test_takes_any_language_where_there_is_no_english(make_pack: MakePack) -> None:
    folder = make_pack("old")
    _replace(folder, '{ en = "A pack" }', '{ fr = "Un lot" }')
    _replace(folder, '{ en = "A lady", de = "Eine Dame" }', '{ fr = "Une dame" }')

    assert read_pack(folder).paintings[0].title("de") == "Une dame"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "old"', 'id = "Old Masters"', "small letters"),
        ('id = "old"', "", "small letters"),
        ('id = "lord"', 'id = "lady"', "twice"),
        ('id = "lord"', "id = 7", "small letters"),
        ('"lord.png"', '"gone.png"', "missing"),
        ('"lord.png"', '"../../secret.png"', "inside"),
        ('"lord.png"', '""', "names no image"),
        ('title = "A lord"', "title = 3", "title"),
        ('title = "A lord"', "title = {}", "title"),
        ('title = "A lord"', "", "title"),
        ('artist = { en = "Nobody" }', "artist = { en = 1 }", "artist"),
        ('"c. 1700"', "[1700]", "year"),
        ('"c. 1700"', "true", "year"),
        ('"c. 1700"', '"1700"\ncomplexion = 1.5', "from 0 to 1"),
        ('"c. 1700"', '"1700"\ncomplexion = "own"', "from 0 to 1"),
        ('"c. 1700"', '"1700"\ncomplexion = nan', "from 0 to 1"),
        ('"c. 1700"', "0x" + "f" * 5000, "year"),
        ('"c. 1700"', "9" * 5000, "cannot be read"),
        ('"c. 1700"', "[" * 20_000, "nested too deeply"),
        ('"lord.png"', '"a\\u0000b.png"', "missing"),
        ('"lord.png"', f'"{"a" * 300}.png"', "missing"),
        ('"lord.png"', '"loop.png"', "missing"),
        ('"lord.png"', '"."', "missing"),
        ("[[paintings]]", "[[pictures]]", "lists no paintings"),
        ('id = "old"', "id = ", "cannot be read"),
    ],
)
def test_says_what_is_wrong(
    make_pack: MakePack, tmp_path: Path, old: str, new: str, words: str
) -> None:
    folder = make_pack("old")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (tmp_path / "secret.png").touch()
    _replace(folder, old, new)

    with pytest.raises(PackError, match=words):
        read_pack(folder)


def test_refuses_paintings_that_are_no_tables(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('id = "a"\ntitle = "A"\npaintings = [1]')

    with pytest.raises(PackError, match="not a table"):
        read_pack(tmp_path)


def test_refuses_a_folder_without_a_list(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"has no pack\.toml"):
        read_pack(tmp_path)


def test_refuses_a_list_that_is_no_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").mkdir()

    with pytest.raises(PackError, match=r"has no pack\.toml"):
        read_pack(tmp_path)


def test_refuses_a_list_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(PackError, match="cannot be read"):
        read_pack(tmp_path)


def test_refuses_a_huge_list(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("#" * 1_000_001)

    with pytest.raises(PackError, match="too big"):
        read_pack(tmp_path)


def _replace(folder: Path, old: str, new: str) -> None:
    path = folder / "pack.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
