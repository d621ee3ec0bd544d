import json

import pytest

from tests.unit.kiosk.packs.fetch.answers_of_museums import (
    commons_answer,
    commons_info,
    commons_page,
    met_object,
)
from tests.unit.kiosk.packs.fetch.loopback import says, sends


@pytest.fixture
def on_met_and_commons(server):
    server.on("/v1.1/search", says({"objectIDs": [437397]}))
    server.on("/v1/objects/437397", says(met_object(server)))
    page = commons_page("File:Girl.jpg", commons_info(server))
    server.on("/w/api.php", says(commons_answer(page)))


def test_shows_what_can_be_given_to_fetch(say, server, on_met_and_commons):
    code, text, complaints = say("search", "old", "man", "--only", "met")

    assert code == 0
    assert text.split() == [
        "met:437397",
        "Self-Portrait,",
        "Rembrandt",
        "(Rembrandt",
        "van",
        "Rijn),",
        "1660",
    ]
    assert complaints == "Going online because you ask for it: met.\n"
    assert server.asked[0].query["q"] == "old man"


def test_a_museum_that_gives_no_answer_does_not_hide_another(
    say, server, on_met_and_commons
):
    server.on("/v1.1/search", sends(b"", 500))

    code, text, complaints = say("search", "girl")
    json_code, told, _ = say("search", "girl", "--json")

    assert (code, json_code) == (1, 1)
    assert text.startswith("commons:File:Girl.jpg ")
    assert "127.0.0.1" in complaints
    values = json.loads(told)
    assert [one["reference"] for one in values["found"]] == ["commons:File:Girl.jpg"]
    assert values["found"][0]["artist"] == "Johannes Vermeer"
    assert values["failed"]


def test_says_so_where_nothing_was_found(say, server):
    server.on("/v1.1/search", says({"objectIDs": None}))

    code, text, _ = say("search", "nix", "--only", "met")

    assert (code, text) == (0, "Nothing that may be taken was found.\n")


def test_the_limit_and_the_contact_reach_the_museum(say, server, on_met_and_commons):
    words = ("--only", "commons", "--limit", "7", "--contact", "art@museum.example")
    say("search", "girl", *words)

    (asked,) = server.asked
    assert asked.query["gsrlimit"] == "14"  # twice as many, as some may not be taken
    assert "art@museum.example" in asked.headers["User-Agent"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("girl", "--limit", "0"), "--limit goes from 1 to 50."),
        (("girl", "--limit", "51"), "--limit goes from 1 to 50."),
        (("\u202e",), "what to look for"),
    ],
)
def test_what_the_caller_can_put_right_is_said(say, server, words, said):
    code, text, complaints = say("search", *words)

    assert (code, text) == (2, "")
    assert said in complaints.splitlines()[-1]
    assert server.asked == []


def test_a_collection_that_nobody_knows_is_refused(say, capsys):
    with pytest.raises(SystemExit) as left:
        say("search", "girl", "--only", "louvre")

    assert left.value.code == 2
    assert "louvre" in capsys.readouterr().err
