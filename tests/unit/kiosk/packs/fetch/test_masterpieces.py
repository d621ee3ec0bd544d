from collections import Counter
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.fetch.errors import BadReferenceError
from kiosk.packs.fetch.masterpieces import (
    FILE_NAME,
    captions_of,
    read_masterpieces,
)
from kiosk.packs.fetch.references import Museum
from kiosk.packs.fetch.words import plain_text

LIST = Path(__file__).parents[5] / "museum_targets" / FILE_NAME
ENTRY = """
[[masterpieces]]
reference = "met:1"
title = "A lady"
artist = "Somebody"
year = "1650"
museum = "Here"
why = "It is large."
"""


def test_our_list_is_whole():
    masterpieces = read_masterpieces(LIST)
    references = [one.reference for one in masterpieces]

    assert len(masterpieces) >= 40
    assert len({reference.painting_id for reference in references}) == len(references)
    assert set(Counter(reference.museum for reference in references)) == set(Museum)
    for one in masterpieces:
        caption = one.caption
        for text in (*_texts(caption), one.why):
            assert plain_text(text) == text
        assert one.why.endswith(".")
        assert one.why.count(". ") == 0
    assert captions_of(masterpieces)[references[0]] == masterpieces[0].caption


def test_references_are_written_as_we_write_them():
    lines = LIST.read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line.startswith("reference = ")]

    assert written == [
        f'reference = "{one.reference.text}"' for one in read_masterpieces(LIST)
    ]


def test_our_list_says_that_live_use_is_unproven():
    assert "Live use is unproven" in LIST.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no paintings"),
        ("masterpieces = 7", "names no paintings"),
        ("masterpieces = [7]", "without reference"),
        (ENTRY.replace('why = "It is large."', ""), "without reference"),
        (ENTRY.replace('"1650"', "1650"), "without reference"),
        (ENTRY.replace("Somebody", " "), "without reference"),
        ("= nothing", "cannot be read"),
    ],
)
def test_a_broken_list_is_said(tmp_path, text, words):
    path = tmp_path / FILE_NAME
    path.write_text(text)

    with pytest.raises(PackError, match=words):
        read_masterpieces(path)


def test_a_missing_list_and_a_wrong_reference_are_said(tmp_path):
    with pytest.raises(PackError, match="cannot be read"):
        read_masterpieces(tmp_path / FILE_NAME)
    path = tmp_path / FILE_NAME
    path.write_text(ENTRY.replace("met:1", "louvre:1"))
    with pytest.raises(BadReferenceError, match="louvre"):
        read_masterpieces(path)


def _texts(caption):
    return caption.title, caption.artist, caption.year, caption.museum
