import pytest

from kiosk.packs.fetch.commons import CommonsClient
from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.references import parse_reference
from kiosk.packs.fetch.works import Openness
from tests.unit.kiosk.packs.fetch.answers_of_museums import (
    EVIL_TEXT,
    commons_answer,
    commons_info,
    commons_page,
    commons_texts,
)
from tests.unit.kiosk.packs.fetch.loopback import says

REFERENCE = parse_reference("commons:File:Girl.jpg")
SHA1 = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def commons(web, server):
    return CommonsClient(web, f"{server.url}/w/api.php")


@pytest.fixture
def on_file(server):
    """Answer about the file, with changes."""

    def on_file(**changes):
        page = commons_page("File:Girl.jpg", commons_info(server, **changes))
        server.on("/w/api.php", says(commons_answer(page)))

    return on_file


def test_tells_of_a_file_that_is_free(commons, server, on_file):
    on_file(size=1234, sha1=SHA1.upper())

    work = commons.look_up(REFERENCE)

    assert work.titles == {"en": "Girl with a Pearl Earring"}
    assert (work.artist, work.year) == ("Johannes Vermeer", "circa 1665")
    assert work.credit == (
        "Johannes Vermeer. Mauritshuis & others. Via Wikimedia Commons"
    )
    assert work.openness is Openness.PUBLIC_DOMAIN
    assert work.page == "https://commons.wikimedia.org/wiki/File:Girl.jpg"
    original, smaller = work.images
    assert original.url == f"{server.url}/0/0f/Girl.jpg"
    assert (original.size_bytes, original.sha1) == (1234, SHA1)
    assert (smaller.url, smaller.sha1) == (f"{server.url}/thumb/Girl.jpg", "")
    asked = server.asked[0].query
    assert (asked["titles"], asked["redirects"]) == ("File:Girl.jpg", "1")
    assert asked["iiprop"] == "url|size|mime|sha1|extmetadata"


@pytest.mark.parametrize(
    "changes",
    [{"width": 10_000, "height": 10_000}, {"mime": "image/tiff"}],
)
def test_a_smaller_copy_goes_first_where_it_is_enough(
    commons, server, on_file, changes
):
    on_file(**changes)

    urls = [image.url for image in commons.look_up(REFERENCE).images]

    assert urls == [f"{server.url}/thumb/Girl.jpg", f"{server.url}/0/0f/Girl.jpg"]


@pytest.mark.parametrize(
    ("code", "name", "openness"),
    [
        ("pd", "Public domain", Openness.PUBLIC_DOMAIN),
        ("PD-Art", "", Openness.PUBLIC_DOMAIN),
        ("pd-old-100", "", Openness.PUBLIC_DOMAIN),
        ("", "Public Domain", Openness.PUBLIC_DOMAIN),
        ("", "Public domain (US)", Openness.PUBLIC_DOMAIN),
        ("cc0", "CC0", Openness.CC0),
        ("cc-zero", "", Openness.CC0),
        ("", "CC0 1.0", Openness.CC0),
    ],
)
def test_knows_the_licences_that_are_free(commons, on_file, code, name, openness):
    on_file(extmetadata=commons_texts(License=code, LicenseShortName=name))

    assert commons.look_up(REFERENCE).openness is openness


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("cc-by-sa-4.0", "CC BY-SA 4.0"),
        ("cc-by-sa-4.0", "Public domain"),
        ("", "No restrictions"),
        ("", "Not public domain"),
        ("pdx", ""),
        ("cc01", ""),
        ("", ""),
    ],
)
def test_takes_no_other_licence(commons, on_file, code, name):
    on_file(extmetadata=commons_texts(License=code, LicenseShortName=name))

    with pytest.raises(NotOpenError, match="neither public domain nor CC0"):
        commons.look_up(REFERENCE)


def test_hostile_texts_come_out_clean(commons, on_file):
    keys = ("ObjectName", "Artist", "Credit", "DateTimeOriginal")
    on_file(extmetadata=commons_texts(**dict.fromkeys(keys, EVIL_TEXT)))

    work = commons.look_up(REFERENCE)

    assert work.titles == {"en": "A lady"}
    assert (work.artist, work.year) == ("A lady", "A lady")
    assert work.credit == "A lady. A lady. Via Wikimedia Commons"


def test_missing_texts_are_made_up_for(commons, on_file):
    on_file(extmetadata={"LicenseShortName": {"value": "CC0"}})

    work = commons.look_up(REFERENCE)

    assert (work.titles, work.credit) == ({"en": "Girl"}, "Via Wikimedia Commons")


@pytest.mark.parametrize(
    "pages",
    [[], [{"title": "File:Girl.jpg", "missing": True}], ["x"], [{"imageinfo": [7]}]],
)
def test_says_that_there_is_no_such_file(commons, server, pages):
    server.on("/w/api.php", says(commons_answer(*pages)))

    with pytest.raises(NotFoundError, match=r"no file 'Girl\.jpg'"):
        commons.look_up(REFERENCE)


def test_says_that_it_is_no_picture(commons, on_file):
    on_file(mime="image/svg+xml")

    with pytest.raises(NotFoundError, match="no picture of a kind"):
        commons.look_up(REFERENCE)


def test_passes_on_what_the_service_complains_about(commons, server):
    error = {"code": "badvalue", "info": "Unrecognised value\u202e for it"}
    server.on("/w/api.php", says({"error": error}))

    with pytest.raises(BadAnswerError, match="Unrecognised value for it"):
        commons.look_up(REFERENCE)


def test_finds_files_that_are_free_in_the_order_of_the_search(commons, server):
    closed = commons_texts(License="cc-by-4.0")
    server.on(
        "/w/api.php",
        says(
            commons_answer(
                commons_page("File:Second one.jpg", commons_info(server), 2),
                commons_page("File:First.png", commons_info(server), 1),
                commons_page("File:X.jpg", commons_info(server, extmetadata=closed), 3),
                commons_page("File:Film.webm", commons_info(server), 4),
                commons_page("File:Map.svg", {"mime": "image/svg+xml"}, 5),
            )
        ),
    )

    found = commons.search("girl earring", 9)

    assert [line.reference.text for line in found] == [
        "commons:File:First.png",
        "commons:File:Second one.jpg",
    ]
    assert found[0].preview.url == f"{server.url}/thumb/Girl.jpg"
    asked = server.asked[0].query
    assert (asked["gsrsearch"], asked["gsrnamespace"]) == (
        "girl earring filetype:bitmap",
        "6",
    )
    assert asked["gsrlimit"] == "18"
