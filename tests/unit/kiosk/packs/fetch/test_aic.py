import pytest

from kiosk.packs.fetch.aic import AicClient
from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.references import parse_reference
from kiosk.packs.fetch.works import Openness
from tests.unit.kiosk.packs.fetch.answers_of_museums import aic_answer, aic_work
from tests.unit.kiosk.packs.fetch.loopback import says

REFERENCE = parse_reference("aic:80607")
PATH = "/artworks/80607"
IMAGE = "47c5bcb8-62ef-e5d7-55e7-f5121f409a30"


@pytest.fixture
def aic(web, server):
    return AicClient(web, server.url, f"{server.url}/other")


def test_tells_of_a_work_that_is_free(aic, server):
    server.on(PATH, says(aic_answer(server, aic_work())))

    work = aic.look_up(REFERENCE)

    assert (work.titles, work.artist) == ({"en": "Self-Portrait"}, "Vincent van Gogh")
    assert (work.year, work.inventory) == ("1887", "1954.326")
    assert work.credit == "Joseph Winterbotham Collection"
    assert work.openness is Openness.PUBLIC_DOMAIN
    assert work.page == "https://www.artic.edu/artworks/80607"
    assert [image.url for image in work.images] == [
        f"{server.url}/iiif/2/{IMAGE}/full/{size}/0/default.jpg"
        for size in ("max", "1686,", "843,")
    ]
    assert "is_public_domain" in server.asked[0].query["fields"]


def test_knows_where_images_lie_if_it_is_not_said(aic, server):
    server.on(PATH, says({"data": aic_work(artist_title=None)}))

    work = aic.look_up(REFERENCE)

    assert work.images[0].url.startswith(f"{server.url}/other/{IMAGE}/")
    assert work.artist == "Vincent van Gogh (Dutch, 1853-1890)"


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"is_public_domain": False}, NotOpenError, "does not mark"),
        ({"is_public_domain": None}, NotOpenError, "does not mark"),
        ({"image_id": None}, NotFoundError, "no image"),
        ({"image_id": "../../../evil"}, NotFoundError, "no image"),
        ({"id": 1}, BadAnswerError, "another work"),
    ],
)
def test_says_why_it_takes_no_other(aic, server, changes, error, words):
    server.on(PATH, says(aic_answer(server, aic_work(**changes))))

    with pytest.raises(error, match=words):
        aic.look_up(REFERENCE)


def test_says_that_there_is_no_such_work(aic, server):
    server.on(PATH, says({"status": 404, "error": "Not found"}, 404))

    with pytest.raises(NotFoundError, match="no work 80607"):
        aic.look_up(REFERENCE)


def test_finds_works_that_are_free(aic, server):
    works = [
        aic_work(),
        aic_work(id=2, is_public_domain=False),
        aic_work(id=3, image_id=None),
        "rubbish",
        aic_work(id=4),
        aic_work(id=5),
    ]
    server.on("/artworks/search", says(aic_answer(server, works)))

    found = aic.search("portrait", 5)

    assert [line.reference.id for line in found] == ["80607", "4", "5"]
    assert found[0].preview.url.endswith(f"{IMAGE}/full/400,/0/default.jpg")
    asked = server.asked[0].query
    assert (asked["q"], asked["limit"]) == ("portrait", "5")
    assert asked["query[term][is_public_domain]"] == "true"
