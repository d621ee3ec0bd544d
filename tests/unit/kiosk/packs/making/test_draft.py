"""Pictures and rows put together."""

import unicodedata
from datetime import date

import pytest

from kiosk.errors import PackError
from kiosk.packs.making.draft import draft_pack

HEAD = "file,title,artist,year"


def entries(draft):
    return {painting.picture.name: painting.entry for painting in draft.paintings}


def said(draft):
    return [problem.line() for problem in draft.problems]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Lady.JPG", "lady.jpg"),
        ("lady.jpg", "LADY"),
        ("lady.png", "lady.jpg"),
        ("hall/lady.jpg", r"C:\pictures\hall\lady.jpg"),
        ("lady in red.jpg", "lady_in-red.tif"),
        (unicodedata.normalize("NFD", "Größe.jpg"), "größe.jpg"),
        ("Größe.jpg", "grosse.jpg"),
        ("Девочка.jpg", "девочка"),
        ("1921.14.jpg", "1921.14"),
        ("夫人.jpg", "夫人.jpg"),
    ],
)
def test_a_row_finds_its_picture_however_it_is_spelt(folder, table, name, cell):
    draft = draft_pack(folder(name, "other.jpg"), table(HEAD, f"{cell},The lady,,"))
    assert draft.paintings[0].row == 2
    assert draft.paintings[0].entry["title"] == "The lady"
    assert draft.rows_left == 0


def test_without_files_rows_are_found_by_number_or_title(folder, table):
    path = table("inventory,title", "1921.14,The miller", ",The lady")
    draft = draft_pack(folder("1921-14.jpg", "the lady.jpg"), path)
    titles = {name: entry["title"] for name, entry in entries(draft).items()}
    assert titles == {"1921-14.jpg": "The miller", "the lady.jpg": "The lady"}


def test_everything_that_does_not_match_is_said_with_row_and_cure(folder, table):
    path = table(
        HEAD, "lady.jpg,One,,", "pear.jpg,Two,,", "lady.jpg,Three,,", ",Four,,", ",,x,"
    )
    draft = draft_pack(folder("lady.jpg", "pair.jpg"), path)
    assert said(draft) == [
        "titles.csv, row 4: names 'lady.jpg', as row 2 does. Only the first row is "
        "taken; correct the file of the other.",
        "titles.csv, row 3: names the file 'pear.jpg', which is not in the folder. Did "
        "you mean 'pair.jpg'? Write it so, or put the picture into the folder.",
        "titles.csv, row 5: has no file, and no picture is called 'Four'. Write the "
        "file's name into a column file.",
        "titles.csv, row 6: names no file, title or inventory number. Write the file's "
        "name into it, or take the row away.",
        "pair.jpg: has no row in the spreadsheet; its title is made of its name. Add a "
        "row for it, or take the picture out of the folder.",
    ]
    assert draft.rows_left == 4
    assert draft.with_row == 1


def test_a_name_of_two_pictures_is_not_guessed(folder, table):
    draft = draft_pack(folder("a/lady.jpg", "b/lady.jpg"), table(HEAD, "lady,One,,"))
    assert "could be 'a/lady.jpg', 'b/lady.jpg'" in said(draft)[0]
    exact = draft_pack(folder(), table(HEAD, "b/lady.jpg,One,,"))
    assert exact.paintings[0].picture.name == "b/lady.jpg"


def test_without_a_spreadsheet_titles_are_made_of_names(folder):
    draft = draft_pack(
        folder("girl_with-a pearl.jpg", ".hidden.jpg", "notes.txt"), None
    )
    assert entries(draft) == {
        "girl_with-a pearl.jpg": {
            "id": "girl-with-a-pearl",
            "image": "girl_with-a pearl.jpg",
            "title": "Girl with a pearl",
        }
    }
    assert draft.problems == ()


def test_all_columns_become_fields_in_the_languages_of_their_headings(folder, table):
    path = table(
        "Datei;Titel;Titel (en);Künstler;Jahr;Museum;Inventarnummer;Bildnachweis;"
        "Beschreibung;Rechte;Quelle;Kategorie;gültig ab;gültig bis;Mindestalter",
        'lady.jpg;Die Dame;The lady;Anna;um 1650;Haus;7;Geschenk;"Erste.\nZweite.";'
        "Lizenz bis 31.12.2027;www.a.example;Damen;1.1.2027;30.6.2027;ab 12",
    )
    (painting,) = draft_pack(folder("lady.jpg"), path).paintings
    assert painting.entry == {
        "id": "lady",
        "image": "lady.jpg",
        "title": {"de": "Die Dame", "en": "The lady"},
        "artist": {"de": "Anna"},
        "year": {"de": "um 1650"},
        "museum": {"de": "Haus"},
        "inventory": {"de": "7"},
        "credit": {"de": "Geschenk"},
        "description": {"de": "Erste.\nZweite."},
        "category": {"de": "Damen"},
        "valid_from": date(2027, 1, 1),
        "valid_until": date(2027, 6, 30),
        "from_age": 12,
        "rights": {
            "kind": "licensed",
            "until": date(2027, 12, 31),
            "source": "https://www.a.example",
        },
    }


def test_a_cell_that_cannot_be_is_told_and_left_out(folder, table):
    path = table(
        "file,title,rights,source,valid until,age,description",
        f"lady.jpg,{'x' * 300},perhaps,nowhere,03/04/2027,old,{'y' * 5000}",
    )
    draft = draft_pack(folder("lady.jpg"), path)
    assert draft.paintings[0].entry == {
        "id": "lady",
        "image": "lady.jpg",
        "title": "Lady",
    }
    fields = [problem.field for problem in draft.problems]
    assert fields == [
        "row 2, valid until",
        "row 2, from age",
        "row 2, rights",
        "row 2, source",
        "row 2, title.en",
        "row 2, description.en",
    ]


def test_a_title_line_above_the_headings_and_unknown_columns_do_no_harm(folder, table):
    path = table("Our list 2026,,", "file,title,shelf", "lady.jpg,One,7", "x")
    draft = draft_pack(folder("lady.jpg"), path)
    assert draft.paintings[0].entry["title"] == "One"
    assert "has a column 'shelf', which is not known" in said(draft)[0]


def test_control_characters_and_turned_writing_are_taken_out(folder, table):
    draft = draft_pack(folder("a.jpg"), table(HEAD, "a.jpg,  On\u202ee \x07 two ,,"))
    assert draft.paintings[0].entry["title"] == "One two"


def test_identifiers_and_files_never_clash(folder):
    draft = draft_pack(
        folder("a/Lady!.jpg", "b/lady.jpg", "c/LADY.jpg", "夫.jpg", "con.jpg", "7.jpg"),
        None,
    )
    ids = [str(one.entry["id"]) for one in draft.paintings]
    files = [str(one.entry["image"]) for one in draft.paintings]
    assert len(set(ids)) == len(ids) == 6
    assert len({name.lower() for name in files}) == 6
    assert "con.jpg" not in files
    assert "painting-7" in ids


def test_links_are_left_out(folder, tmp_path):
    place = folder("lady.jpg")
    (place / "link.jpg").symlink_to(place / "lady.jpg")
    (place / "round").symlink_to(place)
    assert len(draft_pack(place, None).paintings) == 1


@pytest.mark.parametrize(
    ("names", "words"),
    [((), "There are no pictures"), (("pack.toml",), "is a pack already")],
)
def test_a_folder_that_cannot_become_a_pack(folder, names, words):
    with pytest.raises(PackError, match=words):
        draft_pack(folder(*names), None)


def test_a_spreadsheet_without_headings_is_told(folder, table):
    with pytest.raises(PackError, match="headed file or title"):
        draft_pack(folder("a.jpg"), table("a.jpg,The lady", "b.jpg,The lord"))


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PackError, match="no folder"):
        draft_pack(tmp_path / "gone", None)
