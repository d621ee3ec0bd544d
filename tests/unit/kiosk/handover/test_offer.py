import re

import pytest

from kiosk.handover.offer import (
    HandoverOffer,
    code_of,
    new_token,
    offer_for,
    token_of,
)

TOKEN = "AAECAwQFBgcICQoLDA0ODw"  # noqa: S105 (the bytes 0 to 15)
CODE = "000G 40R4 0M30 E209 185G R38E 1YZ4"  # their SHA-256 begins with be4


def test_a_token_fits_telegrams_start_payload_and_is_drawn_anew() -> None:
    tokens = {new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", token) for token in tokens)


def test_the_code_is_seven_groups_of_four() -> None:
    assert code_of(TOKEN) == CODE


def test_every_code_leads_back_to_its_token() -> None:
    for _ in range(1000):
        token = new_token()
        assert token_of(code_of(token)) == token
    for token in ("A" * 22, "_" * 21 + "w"):
        assert token_of(code_of(token)) == token


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace(" ", ""),
        f"  {CODE.replace(' ', '-')}.\n",
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
        CODE.replace("M", "М").replace("E", "Е").replace("0", "О"),  # noqa: RUF001 (Cyrillic)
    ],
)
def test_people_may_type_it_as_they_like(typed: str) -> None:
    assert token_of(typed) == TOKEN


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hello",
        CODE[:-1],
        CODE + "0",
        CODE.replace("G", "U"),
        "\u0660" * 28,
        "0" * 10**6,
    ],
)
def test_other_things_are_no_codes(typed: str) -> None:
    assert token_of(typed) is None


def test_a_mistyped_letter_or_a_swap_is_noticed() -> None:
    letters = CODE.replace(" ", "")
    wrong = [
        letters[:n] + ("2" if letters[n] != "2" else "3") + letters[n + 1 :]
        for n in range(28)
    ] + [
        letters[:n] + letters[n + 1] + letters[n] + letters[n + 2 :]
        for n in range(27)
        if letters[n] != letters[n + 1]
    ]

    assert not any(token_of(each) for each in wrong)


def test_the_offer_says_the_same_twice() -> None:
    offer = offer_for("https://t.me/MuseumBot?start={token}", TOKEN)

    assert offer == HandoverOffer(f"https://t.me/MuseumBot?start={TOKEN}", CODE)


@pytest.mark.parametrize("token", ["", "A" * 21, "A" * 23, "B" * 22, "A" * 21 + "é"])
def test_what_is_no_token_gets_no_code(token: str) -> None:
    with pytest.raises(ValueError, match="no token"):
        code_of(token)


def test_a_link_without_a_place_for_the_token_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no \{token\}"):
        offer_for("https://t.me/MuseumBot", TOKEN)
