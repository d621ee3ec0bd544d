"""Days, rights, ages and addresses as curators write them."""

from datetime import date

import pytest

from kiosk.packs.making.said import UnclearError, age_of, day_of, link_of, rights_of


@pytest.mark.parametrize(
    "text",
    [
        "2027-12-31",
        "31.12.2027",
        "31. 12. 2027",
        "31/12/2027",
        "12/31/2027",
        "2027-12-31 00:00:00",
    ],
)
def test_a_day_is_understood(text):
    assert day_of(text) == date(2027, 12, 31)


@pytest.mark.parametrize("text", ["03/04/2027", "31.02.2027", "soon", "2027", "1.1.27"])
def test_a_day_that_is_none_or_could_be_two_is_told(text):
    with pytest.raises(UnclearError) as caught:
        day_of(text)
    assert "2027-12-31" in caught.value.cure


def test_the_same_number_twice_is_one_day():
    assert day_of("4/4/2027") == date(2027, 4, 4)


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("Public Domain", {"kind": "public-domain"}),
        ("gemeinfrei", {"kind": "public-domain"}),
        ("Domaine public", {"kind": "public-domain"}),
        ("Dominio público", {"kind": "public-domain"}),
        ("общественное достояние", {"kind": "public-domain"}),
        ("CC0 1.0", {"kind": "cc0"}),
        ("CC BY 4.0", {"kind": "licensed"}),
        ("© VG Bild-Kunst, Bonn", {"kind": "licensed"}),
        (
            "licensed until 2027-12-31",
            {"kind": "licensed", "until": date(2027, 12, 31)},
        ),
        ("Lizenz bis 31.12.2027", {"kind": "licensed", "until": date(2027, 12, 31)}),
    ],
)
def test_rights_are_understood(text, rights):
    assert rights_of(text) == rights


@pytest.mark.parametrize("text", ["perhaps", "yes", "?", "ask Anna"])
def test_rights_that_are_not_clear_are_never_guessed(text):
    with pytest.raises(UnclearError):
        rights_of(text)


@pytest.mark.parametrize(("text", "age"), [("12", 12), ("12+", 12), ("ab 6 Jahren", 6)])
def test_an_age_is_understood(text, age):
    assert age_of(text) == age


@pytest.mark.parametrize("text", ["children", "6 or 12"])
def test_no_age_is_told(text):
    with pytest.raises(UnclearError):
        age_of(text)


def test_addresses():
    assert link_of("www.museum.example/1") == "https://www.museum.example/1"
    for text in ("museum", "javascript:x", "https://a b"):
        with pytest.raises(UnclearError):
            link_of(text)
