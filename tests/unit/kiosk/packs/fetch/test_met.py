import pytest

from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.references import Museum, Reference, parse_reference
from kiosk.packs.fetch.works import Openness
from tests.unit.kiosk.packs.fetch.answers_of_museums import EVIL_TEXT, met_object
from tests.unit.kiosk.packs.fetch.loopback import says

REFERENCE = parse_reference("met:437397")
PATH = "/v1/objects/437397"


@pytest.fixture
def met(web, server):
    return MetClient(web, server.url)


def test_tells_of_a_work_that_is_free(met, server):
    server.on(PATH, says(met_object(server)))

    work = met.look_up(REFERENCE)

    assert (work.titles, work.artist) == (
        {"en": "Self-Portrait"},
        "Rembrandt (Rembrandt van Rijn)",
    )
    assert (work.year, work.inventory) == ("1660", "14.40.618")
    assert work.credit == "Bequest of Benjamin Altman, 1913"
    assert "Metropolitan" in work.museum
    assert work.openness is Openness.CC0
    assert work.page == "https://www.metmuseum.org/art/collection/search/437397"
    assert [image.url for image in work.images] == [f"{server.url}/images/original.jpg"]


@pytest.mark.parametrize("word", [False, None, "true", 1])
def test_takes_only_what_is_marked(met, server, word):
    server.on(PATH, says(met_object(server, isPublicDomain=word)))

    with pytest.raises(NotOpenError, match="does not mark 'Self-Portrait'"):
        met.look_up(REFERENCE)


@pytest.mark.parametrize("image", ["", None, True, []])
def test_says_that_there_is_no_image(met, server, image):
    server.on(PATH, says(met_object(server, primaryImage=image)))

    with pytest.raises(NotFoundError, match="no image"):
        met.look_up(REFERENCE)


def test_says_that_there_is_no_such_object(met, server):
    server.on(PATH, says({"message": "ObjectID not found"}, 404))

    with pytest.raises(NotFoundError, match="no object 437397"):
        met.look_up(REFERENCE)


def test_hostile_texts_come_out_clean(met, server):
    texts = dict.fromkeys(
        ("title", "artistDisplayName", "objectDate", "accessionNumber", "creditLine"),
        EVIL_TEXT,
    )
    server.on(PATH, says(met_object(server, **texts)))

    work = met.look_up(REFERENCE)

    clean = "<b>A lady</b>"
    assert work.titles == {"en": clean}
    assert (work.artist, work.year, work.inventory, work.credit) == (clean,) * 4


def test_missing_texts_are_made_up_for(met, server):
    answer = {"isPublicDomain": True, "primaryImage": "https://images.example/a.jpg"}
    server.on(PATH, says(answer))

    work = met.look_up(REFERENCE)

    assert work.titles == {"en": "met:437397"}
    assert (work.artist, work.credit) == ("", work.museum)


def test_finds_works_that_are_free(met, server):
    numbers = [1, 2, "3", 4, 5, 6]
    server.on("/v1.1/search", says({"total": 6, "objectIDs": numbers}))
    server.on("/v1/objects/1", says(met_object(server)))
    server.on("/v1/objects/2", says(met_object(server, isPublicDomain=False)))
    server.on("/v1/objects/5", says(met_object(server, primaryImageSmall="")))
    server.on("/v1/objects/6", says(met_object(server)))

    found = met.search("self portrait", 2)

    assert [line.reference for line in found] == [
        Reference(Museum.MET, "1"),
        Reference(Museum.MET, "5"),
    ]
    assert (found[0].title, found[0].year) == ("Self-Portrait", "1660")
    assert found[0].preview.url == f"{server.url}/images/small.jpg"
    assert found[1].preview.url == f"{server.url}/images/original.jpg"
    assert server.asked[0].query == {
        "q": "self portrait",
        "hasImages": "true",
        "offset": "0",
        "limit": "6",
    }
    assert "/v1/objects/6" not in server.paths()


@pytest.mark.parametrize("numbers", [None, [], "1", {"a": 1}])
def test_finds_nothing(met, server, numbers):
    server.on("/v1.1/search", says({"total": 0, "objectIDs": numbers}))

    assert met.search("nothing", 5) == []


def test_an_answer_that_is_no_object_is_refused(met, server):
    server.on(PATH, says(["not", "documented"]))

    with pytest.raises(BadAnswerError):
        met.look_up(REFERENCE)
