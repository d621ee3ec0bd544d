from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.offers import MOST_OFFERS, find_offers

MakePack = Callable[[str], Path]
Zipped = Callable[..., Path]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_folders_and_zip_files_are_found_but_nothing_else(
    stick: Path, make_pack: MakePack, zipped: Zipped
) -> None:
    folder = make_pack("old")
    zipped(folder, "old/").rename(stick / "old.ZIP")
    (stick / "a" / "b").mkdir(parents=True)
    make_pack("new").rename(stick / "a" / "b" / "new")
    (stick / "holiday.zip").write_bytes(b"no zip")
    (stick / ".hidden").mkdir()
    (stick / "link").symlink_to(folder)

    offers = find_offers(stick)
    assert [(one.path.name, one.pack_id, one.paintings) for one in offers] == [
        ("old.ZIP", "old", 2),
        ("new", "new", 2),
    ]
    assert offers[0].title("de") == "A pack"
    assert not offers[0].trouble


def test_a_pack_that_cannot_be_read_says_why(
    stick: Path, make_pack: MakePack, zipped: Zipped
) -> None:
    broken = stick / "broken"
    broken.mkdir()
    (broken / "pack.toml").write_text("id = [")
    folder = make_pack("old")
    (folder / "more").mkdir()
    for deeper in (folder, folder / "more"):
        (deeper / "pack.toml").write_text("id = 1\ntitle = 7\npaintings = 3")
    (folder / "pack.toml").unlink()
    (folder / "other").mkdir()
    (folder / "other" / "pack.toml").write_text("")
    zipped(folder).rename(stick / "two.zip")

    offers = {one.path.name: one for one in find_offers(stick)}
    assert "is not TOML" in offers["broken"].trouble
    assert offers["broken"].title() == "broken"
    assert "holds several packs" in offers["two.zip"].trouble


def test_values_of_any_kind_do_no_harm(stick: Path) -> None:
    (stick / "pack.toml").write_text("id = 1\ntitle = 7\npaintings = 3\nversion = []")
    offer = find_offers(stick)[0]
    assert (offer.pack_id, offer.version, offer.paintings) == ("", "", 0)
    assert offer.title() == "stick"


def test_the_number_is_bounded_and_a_stick_may_be_gone(stick: Path) -> None:
    for number in range(MOST_OFFERS + 5):
        (stick / f"{number:03}").mkdir()
        (stick / f"{number:03}" / "pack.toml").write_text(f'id = "n{number}"')
    assert len(find_offers(stick)) == MOST_OFFERS
    assert find_offers(stick / "gone") == ()
