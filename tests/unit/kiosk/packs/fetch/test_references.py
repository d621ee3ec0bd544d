import re

import pytest

from kiosk.packs.fetch.errors import BadReferenceError
from kiosk.packs.fetch.references import Museum, Reference, parse_reference

VERMEER = "1665 Girl with a Pearl Earring.jpg"


@pytest.mark.parametrize(
    ("text", "museum", "number"),
    [
        ("met:436535", Museum.MET, "436535"),
        ("  MET: 00436535 ", Museum.MET, "436535"),
        ("https://www.metmuseum.org/art/collection/search/437397", "met", "437397"),
        ("https://metmuseum.org/de/art/collection/search/9?q=a#b", "met", "9"),
        (
            "https://collectionapi.metmuseum.org/public/collection/v1/objects/7",
            "met",
            "7",
        ),
        ("aic:27992", Museum.AIC, "27992"),
        ("https://www.artic.edu/artworks/27992/a-sunday-on", "aic", "27992"),
        ("https://api.artic.edu/api/v1/artworks/27992", "aic", "27992"),
        ("rijks:sk-a-2099", Museum.RIJKS, "SK-A-2099"),
        ("rijks:RP-P-OB-60.797", Museum.RIJKS, "RP-P-OB-60.797"),
        ("rijks:200107928", Museum.RIJKS, "200107928"),
        ("https://www.rijksmuseum.nl/en/collection/SK-C-5", "rijks", "SK-C-5"),
        ("https://www.rijksmuseum.nl/nl/collectie/SK-C-5", "rijks", "SK-C-5"),
        (
            "https://www.rijksmuseum.nl/nl/collectie/object/SK-C-5--3137deb45cd7765f",
            "rijks",
            "SK-C-5",
        ),
        ("https://id.rijksmuseum.nl/200107928", "rijks", "200107928"),
        (f"commons:File:{VERMEER}", Museum.COMMONS, VERMEER),
        (f"commons:{VERMEER}", Museum.COMMONS, VERMEER),
        ("commons:file:1665_Girl_with_a%20Pearl_Earring.jpg", "commons", VERMEER),
        (
            "https://commons.wikimedia.org/wiki/File:1665_Girl_with_a_Pearl_Earring.jpg",
            "commons",
            VERMEER,
        ),
        (
            "https://commons.m.wikimedia.org/wiki/File:D%C3%BCrer.png?uselang=de",
            "commons",
            "Dürer.png",
        ),
        (
            "https://commons.wikimedia.org/wiki/Category:X#/media/File:A_b.jpg",
            "commons",
            "A b.jpg",
        ),
        (
            "https://upload.wikimedia.org/wikipedia/commons/0/0f/A_b.jpg",
            "commons",
            "A b.jpg",
        ),
        (
            "https://upload.wikimedia.org/wikipedia/commons/thumb/0/0f/A_b.tif/lossy-"
            "page1-800px-A_b.tif.jpg",
            "commons",
            "A b.tif",
        ),
        ("commons:File:düreR.JPG", "commons", "DüreR.JPG"),
    ],
)
def test_understands_references_and_pasted_addresses(
    text: str, museum: str, number: str
) -> None:
    reference = parse_reference(text)

    assert reference == Reference(Museum(museum), number)
    assert parse_reference(reference.text) == reference


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("x" * 3000, "far too long"),
        ("met:4\u202e36", "cannot be shown"),
        ("436535", "names no collection"),
        ("louvre:1", "names no collection"),
        ("met:", "no object number"),
        ("met:-4", "no object number"),
        ("met:0", "no object number"),
        ("met:٤٣", "no object number"),
        ("aic:27992a", "no object number"),
        ("rijks:5", "no object number of the Rijksmuseum"),
        ("rijks:SK-A-1/../../x", "no object number of the Rijksmuseum"),
        ("commons:File:", "no picture of Wikimedia Commons"),
        ("commons:File:Song.ogg", "no picture of Wikimedia Commons"),
        ("commons:File:Map.svg", "no picture of Wikimedia Commons"),
        ("commons:File:a/../b.jpg", "no picture of Wikimedia Commons"),
        ("commons:File:a%00b.jpg", "no picture of Wikimedia Commons"),
        ("commons:File:a|b.jpg", "no picture of Wikimedia Commons"),
        ("commons:File:.jpg", "no picture of Wikimedia Commons"),
        (f"commons:File:{'ö' * 130}.jpg", "no picture of Wikimedia Commons"),
        ("https://www.metmuseum.org/art/collection", "not the page of a single work"),
        ("https://evil.example/artworks/27992", "not the page of a single work"),
        ("https://www.artic.edu.evil.example/artworks/2", "not the page of a single"),
        ("https://[::1/artworks/2", "not the page of a single work"),
        (
            "https://www.rijksmuseum.nl/en/collection/object/The-Milkmaid--42dd0e658c",
            "no object number of the Rijksmuseum",
        ),
    ],
)
def test_says_what_is_wrong_with_others(text: str, words: str) -> None:
    with pytest.raises(BadReferenceError, match=re.escape(words)):
        parse_reference(text)


def test_each_work_has_its_own_identifier_for_a_pack() -> None:
    texts = [
        "met:436535",
        "aic:436535",
        "rijks:SK-A-2099",
        "commons:File:Ä b.jpg",
        "commons:File:A b.jpg",
        "commons:File:A b.png",
        f"commons:File:{'ö' * 110}.jpg",
        "commons:File:Портрет.jpg",
    ]
    ids = [parse_reference(text).painting_id for text in texts]

    assert ids[:3] == ["met-436535", "aic-436535", "rijks-sk-a-2099"]
    assert len(set(ids)) == len(ids)
    for identifier in ids:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", identifier)
