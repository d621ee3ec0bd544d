"""Folders of pictures are found wherever somebody put them, packs left alone."""

import pytest

from kiosk.packs.making import found_pictures, material
from kiosk.packs.making.material import MOST_FOLDERS, find_material


@pytest.fixture
def stick(tmp_path):
    """Fill a stick with empty files of the given names."""

    def make(*names):
        place = tmp_path / "STICK"
        for name in names:
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return place

    return make


def told(place):
    return [
        (one.folder.name, one.pictures, [sheet.name for sheet in one.sheets])
        for one in find_material(place)
    ]


def test_a_folder_is_found_with_the_spreadsheets_beside_its_pictures(stick):
    place = stick(
        "Museum/a.jpg", "Museum/b.TIF", "Museum/list.xlsx", "Museum/b.csv", "x.pdf"
    )
    assert told(place) == [("Museum", 2, ["b.csv", "list.xlsx"])]


def test_a_spreadsheet_may_lie_beside_the_folder_or_above_several(stick):
    assert told(stick("list.csv", "Museum/a.jpg")) == [("Museum", 1, ["list.csv"])]
    place = stick("Town/list.xlsx", "Town/old/a.jpg", "Town/new/b.jpg")
    assert ("Town", 2, ["list.xlsx"]) in told(place)


def test_what_lies_on_the_stick_itself_does_not_swallow_its_folders(stick):
    place = stick("a.jpg", "Museum/b.jpg", "Museum/more/c.jpg")
    assert told(place) == [("STICK", 1, []), ("Museum", 2, [])]
    (whole, museum) = find_material(place)
    assert [one.picture.name for one in whole.draft(None).paintings] == ["a.jpg"]
    names = [one.picture.name for one in museum.draft(None).paintings]
    assert names == ["b.jpg", "more/c.jpg"]


def test_packs_links_and_hidden_things_are_left_alone(stick, tmp_path):
    place = stick(
        "pack/pack.toml", "pack/a.jpg", ".Trash/b.jpg", "$R/c.jpg", "Museum/~$list.xlsx"
    )
    stick("Museum/d.jpg", "Museum/inner/pack.toml", "Museum/inner/e.jpg")
    (place / "link").symlink_to(place / "Museum")
    assert told(place) == [("Museum", 1, [])]


def test_nothing_is_found_where_nothing_is(stick, tmp_path):
    assert find_material(tmp_path / "gone") == ()
    assert find_material(stick("Office/budget.xlsx", "Office/letters/a.pdf")) == ()


def test_too_many_pictures_are_told_and_many_folders_bounded(stick, monkeypatch):
    monkeypatch.setattr(found_pictures, "MOST_PAINTINGS", 2)
    place = stick("Museum/a.jpg", "Museum/b.jpg", "Museum/c.jpg")
    (one,) = find_material(place)
    assert "Make several packs" in one.trouble
    stick(*(f"{number:03}/a.jpg" for number in range(MOST_FOLDERS + 5)))
    assert len(find_material(place)) == MOST_FOLDERS
    monkeypatch.setattr(material, "_MOST_LOOKED_AT", 10)
    assert find_material(place) == ()
