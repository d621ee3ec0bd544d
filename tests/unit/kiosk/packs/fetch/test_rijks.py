import pytest

from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.references import parse_reference
from kiosk.packs.fetch.rijks import RijksClient
from kiosk.packs.fetch.works import Openness
from tests.unit.kiosk.packs.fetch.answers_of_museums import (
    CC0,
    PUBLIC_DOMAIN_MARK,
    in_language,
    on_rijks,
    rijks_object,
    rijks_search,
)
from tests.unit.kiosk.packs.fetch.loopback import leads_to, says

REFERENCE = parse_reference("rijks:SK-A-3262")
IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"


@pytest.fixture
def rijks(web, server):
    return RijksClient(web, f"{server.url}/search", server.url)


def test_tells_of_a_work_that_is_free(rijks, server):
    on_rijks(server)

    work = rijks.look_up(REFERENCE)

    assert work.titles == {"nl": "Zelfportret", "en": "Self-portrait"}
    assert (work.artist, work.year) == ("Vincent van Gogh", "1887")
    assert (work.inventory, work.credit) == ("SK-A-3262", "Purchased in 1914")
    assert work.openness is Openness.PUBLIC_DOMAIN
    assert work.page == "https://id.rijksmuseum.nl/200107928"
    image = f"{server.url}/PJEZO/full/max/0/default.jpg"
    assert [source.url for source in work.images] == [image]
    assert server.paths() == ["/search", "/200107928", "/202107928", "/5001"]
    assert server.asked[0].query == {"objectNumber": "SK-A-3262"}
    assert server.asked[1].headers["Accept"] == "application/ld+json"


def test_an_identifier_needs_no_search_and_may_lead_on(rijks, server):
    on_rijks(server)
    server.on("/200107928", leads_to("/data/200107928", 303))
    server.on("/data/200107928", says(rijks_object()))

    assert rijks.look_up(parse_reference("rijks:200107928")).inventory == "SK-A-3262"
    assert "/search" not in server.paths()


def test_cc0_is_taken_too(rijks, server):
    on_rijks(server, CC0)

    assert rijks.look_up(REFERENCE).openness is Openness.CC0


@pytest.mark.parametrize(
    "rights",
    [
        (IN_COPYRIGHT,),
        ("https://creativecommons.org/licenses/by/4.0/",),
        (PUBLIC_DOMAIN_MARK, IN_COPYRIGHT),
        ("https://id.rijksmuseum.nl/rights",),
    ],
)
def test_takes_only_images_that_are_marked(rijks, server, rights):
    on_rijks(server, *rights)  # the record's text is CC0 all the same

    with pytest.raises(NotOpenError, match="does not mark 'Self-portrait'"):
        rijks.look_up(REFERENCE)


def test_reads_other_forms_of_a_record(rijks, server):
    made = {
        "referred_to_by": [
            in_language("nl", "toegeschreven aan X", "300435416"),
            in_language("en", "attributed to X", "300435416"),
        ],
        "timespan": {
            "begin_of_the_begin": "1650-01-01T00:00:00Z",
            "end_of_the_end": "1655-12-31T23:59:59Z",
        },
    }
    shown = {"id": "https://id.rijksmuseum.nl/202107928"}
    named = [in_language("nl", "Alleen Nederlands"), *number()]
    on_rijks(
        server,
        produced_by=made,
        shows=None,
        representation=shown,
        identified_by=named,
        referred_to_by=None,
    )

    work = rijks.look_up(REFERENCE)

    assert work.titles == {"nl": "Alleen Nederlands"}
    assert (work.artist, work.year) == ("attributed to X", "1650-1655")
    assert work.credit == "Rijksmuseum, Amsterdam"


def test_names_of_makers_may_stand_in_parts(rijks, server):
    maker = {"identified_by": [{"type": "Name", "part": [in_language("en", "Hals")]}]}
    on_rijks(server, produced_by={"carried_out_by": maker})

    work = rijks.look_up(REFERENCE)

    assert (work.artist, work.year) == ("Hals", "")


@pytest.mark.parametrize(
    "path_and_answer",
    [
        ("/search", {"orderedItems": []}),
        ("/search", {"orderedItems": [{"id": "https://evil.example/no-number"}]}),
        ("/search", {}),
    ],
)
def test_says_that_there_is_no_such_object(rijks, server, path_and_answer):
    on_rijks(server)
    path, answer = path_and_answer
    server.on(path, says(answer))

    with pytest.raises(NotFoundError, match="no object SK-A-3262"):
        rijks.look_up(REFERENCE)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/200107928", rijks_object(shows=[])),
        ("/202107928", {"subject_to": [{"classified_as": [{"id": CC0}]}]}),
        ("/5001", {"access_point": []}),
        ("/5001", {"access_point": [{"id": "https://www.rijksmuseum.nl/page"}]}),
    ],
)
def test_says_that_there_is_no_image(rijks, server, path, answer):
    on_rijks(server)
    server.on(path, says(answer))

    with pytest.raises(NotFoundError, match="no image"):
        rijks.look_up(REFERENCE)


def test_another_object_is_not_taken_for_it(rijks, server):
    on_rijks(server, identified_by=number("SK-A-9999"))

    with pytest.raises(BadAnswerError, match=r"another object \(SK-A-9999\)"):
        rijks.look_up(REFERENCE)


def test_records_are_asked_for_at_our_address_only(rijks, server):
    on_rijks(server, shows=[{"id": "https://evil.example/202107928"}])

    assert rijks.look_up(REFERENCE).inventory == "SK-A-3262"
    assert "/202107928" in server.paths()


def test_finds_paintings_by_title_then_by_maker(rijks, server):
    on_rijks(server)
    server.on(
        "/search",
        says(rijks_search(server, 200107928, 404404)),
        says(rijks_search(server, 200107928, 300)),
    )
    server.on("/300", says(rijks_object(identified_by=number("SK-A-4"))))

    found = rijks.search("van gogh", 5)

    assert [line.reference.text for line in found] == [
        "rijks:SK-A-3262",
        "rijks:SK-A-4",
    ]
    assert found[0].title == "Self-portrait"
    assert found[0].preview.url == f"{server.url}/PJEZO/full/400,/0/default.jpg"
    asked = [asked.query for asked in server.asked if asked.path == "/search"]
    assert [sorted(query) for query in asked] == [
        ["imageAvailable", "title", "type"],
        ["creator", "imageAvailable", "type"],
    ]


def test_finds_no_more_than_wanted_and_only_what_is_free(rijks, server):
    on_rijks(server, IN_COPYRIGHT)
    assert rijks.search("x", 5) == []

    on_rijks(server)
    server.on("/search", says(rijks_search(server, 200107928, 300, 301)))
    assert len(rijks.search("x", 1)) == 1


def number(text="SK-A-3262"):
    return [{"type": "Identifier", "content": text}]
