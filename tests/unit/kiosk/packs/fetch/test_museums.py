import threading

import pytest

from kiosk.packs.fetch.commons import CommonsClient
from kiosk.packs.fetch.errors import FetchCancelledError, FetchError, UnreachableError
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.museums import Museums, open_museums
from kiosk.packs.fetch.references import Museum, parse_reference
from tests.unit.kiosk.packs.fetch.answers_of_museums import (
    commons_answer,
    commons_info,
    commons_page,
    met_object,
)
from tests.unit.kiosk.packs.fetch.loopback import says, sends


@pytest.fixture
def museums(web, server):
    return Museums(
        web, [MetClient(web, server.url), CommonsClient(web, f"{server.url}/w/api.php")]
    )


@pytest.fixture
def on_both(server):
    server.on("/v1.1/search", says({"objectIDs": [437397]}))
    server.on("/v1/objects/437397", says(met_object(server)))
    page = commons_page("File:Girl.jpg", commons_info(server))
    server.on("/w/api.php", says(commons_answer(page)))


def test_finds_in_all_museums_or_one(museums, server, on_both):
    found, failures = museums.search("girl")
    only, _ = museums.search("girl", only=Museum.COMMONS)

    assert [line.reference.museum for line in found] == ["met", "commons"]
    assert failures == []
    assert only == found[1:]


def test_one_museum_that_fails_does_not_hide_another(museums, server, on_both):
    server.on("/v1.1/search", sends(b"", 500))

    found, failures = museums.search("girl")

    assert [line.reference.museum for line in found] == ["commons"]
    assert [type(failure) for failure in failures] == [UnreachableError]


def test_limits_and_words_are_kept_sensible(museums, server, on_both):
    museums.search("girl", limit=10_000, only=Museum.COMMONS)
    assert server.asked[-1].query["gsrlimit"] == "50"
    museums.search("girl", limit=-1, only=Museum.COMMONS)
    assert server.asked[-1].query["gsrlimit"] == "2"
    museums.search("a\x00\u202eb\n" + "x" * 5000, only=Museum.COMMONS)
    assert len(server.asked[-1].query["gsrsearch"]) < 250
    with pytest.raises(FetchError, match="what to look for"):
        museums.search(" \u202e ")


def test_gives_previews(museums, server, on_both):
    server.on("/images/small.jpg", sends(b"small"))
    (line,), _ = museums.search("girl", only=Museum.MET)

    assert museums.preview(line) == b"small"


def test_a_museum_without_client_is_said(museums):
    with pytest.raises(FetchError, match="'rijks' cannot be asked"):
        museums.look_up(parse_reference("rijks:SK-C-5"))


def test_searching_can_be_stopped(make_web, server, on_both):
    stop = threading.Event()
    stop.set()
    web = make_web(stop)

    with pytest.raises(FetchCancelledError):
        Museums(web, [MetClient(web, server.url)]).search("girl")

    assert server.asked == []


def test_all_four_can_be_asked_at_their_own_addresses():
    with open_museums() as museums:
        hosts = {museum: museums.client(museum).hosts for museum in Museum}

    assert hosts == {
        Museum.MET: {"collectionapi.metmuseum.org", "images.metmuseum.org"},
        Museum.AIC: {"api.artic.edu", "www.artic.edu"},
        Museum.RIJKS: {"data.rijksmuseum.nl", "id.rijksmuseum.nl", "iiif.micr.io"},
        Museum.COMMONS: {"commons.wikimedia.org", "upload.wikimedia.org"},
    }
