"""What headings mean, in five languages and however they are spelt."""

import pytest

from kiosk.packs.making.heading_words import WORDS, Column
from kiosk.packs.making.headings import heading_of, known_headings, table_language


@pytest.mark.parametrize(
    ("text", "column", "language"),
    [
        ("Titel", Column.TITLE, "de"),
        ("TITLE", Column.TITLE, "en"),
        ("Año", Column.YEAR, "es"),
        ("ano", Column.YEAR, "es"),
        ("Künstler*in", Column.ARTIST, "de"),
        ("Inv.-Nr.", Column.INVENTORY, "de"),
        ("N° d'inventaire", Column.INVENTORY, "fr"),
        ("год создания", Column.YEAR, "ru"),
        ("title:de", Column.TITLE, "de"),
        ("Title (fr)", Column.TITLE, "fr"),
        ("title_pt-br", Column.TITLE, "pt_BR"),
        ("Titre [de]", Column.TITLE, "de"),
        ("Titel deutsch", Column.TITLE, "de"),
        ("Russian title", Column.TITLE, "ru"),
        ("Описание (немецкий)", Column.DESCRIPTION, "de"),
        ("valid-until", Column.VALID_UNTIL, "en"),
        ("Mindestalter", Column.FROM_AGE, "de"),
    ],
)
def test_a_heading_is_known_however_it_is_spelt(text, column, language):
    heading = heading_of(text)
    assert heading is not None
    assert heading.column is column
    assert heading.language_in("xx") == language


@pytest.mark.parametrize("text", ["Remarks", "de", "", "title title", ":", "§§"])
def test_what_is_no_heading_means_nothing(text):
    assert heading_of(text) is None


def test_every_word_means_one_thing_and_every_column_has_words_in_five_languages():
    for column, by_language in WORDS.items():
        assert set(by_language) == {"en", "de", "fr", "es", "ru"}, column
        for words in by_language.values():
            for word in words.split(", "):
                heading = heading_of(word)
                assert heading is not None, word
                assert heading.column is column, word


def test_a_word_of_several_languages_is_that_of_the_table():
    headings = [heading_of(text) for text in ("fichier", "titre", "description")]
    known = [heading for heading in headings if heading is not None]
    assert table_language(known) == "fr"
    assert known[2].language_in("fr") == "fr"
    assert known[2].language_in("en") == "en"
    assert known_headings(["fichier", "", "titre", "titre", "?"]) == 2
    assert table_language([]) == "en"
