import threading
import tomllib

import pytest

from kiosk.errors import PackError
from kiosk.packs.disk import alone
from kiosk.packs.fetch.aic import AicClient
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    DiskError,
    NotFoundError,
    NotOpenError,
    UnreachableError,
)
from kiosk.packs.fetch.manifest import Caption, PackName
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.museums import Museums
from kiosk.packs.fetch.pack import fetch_into_pack
from kiosk.packs.fetch.references import parse_reference
from kiosk.packs.reading import read_pack
from tests.unit.kiosk.packs.fetch.answers_of_museums import (
    aic_answer,
    aic_work,
    met_object,
)
from tests.unit.kiosk.packs.fetch.loopback import (
    breaks_off,
    picture_bytes,
    says,
    sends,
    serves,
)

NAME = PackName("masters", 'Old "masters"')
MET = parse_reference("met:437397")
AIC = parse_reference("aic:80607")
GONE = parse_reference("met:404")
CLOSED = parse_reference("met:7")
IIIF = "/iiif/2/47c5bcb8-62ef-e5d7-55e7-f5121f409a30/full"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "packs" / "masters"


@pytest.fixture
def on_museums(server, jpeg):
    server.on("/v1/objects/437397", says(met_object(server)))
    server.on("/v1/objects/7", says(met_object(server, isPublicDomain=False)))
    server.on("/images/original.jpg", serves(jpeg))
    server.on("/artworks/80607", says(aic_answer(server, aic_work())))
    server.on(f"{IIIF}/1686,/0/default.jpg", sends(picture_bytes("PNG")))


@pytest.fixture
def fetch(server, make_web, folder):
    """Fetch into the folder; steps are kept in ``fetch.steps``."""

    def fetch(*references, name=NAME, captions=None, on_step=None, **manners):
        steps = fetch.steps = []
        fetch.stop = threading.Event()
        web = make_web(fetch.stop, **manners)
        clients = [
            MetClient(web, server.url),
            AicClient(web, server.url, f"{server.url}/iiif/2"),
        ]
        with Museums(web, clients) as museums:
            return fetch_into_pack(
                museums, references, folder, name, on_step or steps.append, captions
            )

    return fetch


def test_makes_a_pack_of_what_may_be_taken(on_museums, fetch, folder, jpeg):
    outcome = fetch(MET, CLOSED, AIC, GONE, MET)

    assert (outcome.taken, outcome.passed_over) == ((MET, AIC), ())
    assert not outcome.was_cancelled
    assert [(one.reference, type(one.error)) for one in outcome.failures] == [
        (CLOSED, NotOpenError),
        (GONE, NotFoundError),
    ]
    read = read_pack(folder)
    assert read.problems == ()
    pack = read.manifest
    assert (pack.id, pack.version, pack.title) == (
        "masters",
        "1.0.0",
        {"en": 'Old "masters"'},
    )
    first, second = pack.paintings
    assert (first.id, first.image) == ("met-437397", "met-437397.jpg")
    assert first.title == {"en": "Self-Portrait"}
    assert first.artist == {"en": "Rembrandt (Rembrandt van Rijn)"}
    assert (first.year, first.inventory) == ({"en": "1660"}, {"en": "14.40.618"})
    assert first.credit == {"en": "Bequest of Benjamin Altman, 1913"}
    assert (first.rights.kind, second.rights.kind) == ("cc0", "public-domain")
    assert first.rights.source.endswith("/437397")
    assert (folder / first.image).read_bytes() == jpeg
    assert second.image == "aic-80607.png"
    assert sorted(path.name for path in folder.iterdir()) == [
        "aic-80607.png",
        "met-437397.jpg",
        "pack.toml",
    ]


def test_tells_how_far_it_is(on_museums, fetch, jpeg):
    fetch(MET, GONE)

    steps = fetch.steps
    assert {(step.reference, step.number, step.of) for step in steps} == {
        (MET, 1, 2),
        (GONE, 2, 2),
    }
    last = [step for step in steps if step.reference == MET][-1]
    assert (last.done_bytes, last.whole_bytes) == (len(jpeg), len(jpeg))


def test_what_is_there_and_whole_is_not_fetched_again(on_museums, fetch, server):
    fetch(MET)
    server.asked.clear()

    outcome = fetch(MET, AIC)

    assert (outcome.taken, outcome.passed_over) == ((AIC,), (MET,))
    assert not [path for path in server.paths() if "437397" in path]


def test_a_damaged_picture_is_fetched_again_and_staffs_words_stay(
    on_museums, fetch, folder, jpeg
):
    fetch(MET)
    manifest = folder / "pack.toml"
    text = manifest.read_text(encoding="utf-8").replace("Self-Portrait", "Our own")
    manifest.write_text("# by staff\n" + text, encoding="utf-8")
    (folder / "met-437397.jpg").write_bytes(jpeg[:2000])

    assert fetch(MET, AIC).taken == (MET, AIC)

    pack = read_pack(folder).manifest
    assert pack.paintings[0].title["en"] == "Our own"
    assert len(pack.paintings) == 2
    assert pack.version == "1.0.1"
    assert manifest.read_text(encoding="utf-8").startswith("# by staff\n")
    assert (folder / "met-437397.jpg").read_bytes() == jpeg


def test_goes_on_after_a_cut_connection(on_museums, fetch, server, folder, jpeg):
    server.on("/images/original.jpg", breaks_off(jpeg, 9000))
    outcome = fetch(MET, AIC, tries=1)
    assert [type(one.error) for one in outcome.failures] == [UnreachableError]
    assert outcome.taken == (AIC,)
    server.on("/images/original.jpg", serves(jpeg))

    assert fetch(MET, AIC).taken == (MET,)

    assert server.asked[-1].headers["Range"] == "bytes=9000-"
    assert (folder / "met-437397.jpg").read_bytes() == jpeg
    assert not (folder / ".fetching").exists()


def test_can_be_stopped_and_keeps_what_is_whole(on_museums, fetch, server, folder):
    def stop(step):
        if step.reference == AIC:
            fetch.stop.set()

    outcome = fetch(MET, AIC, on_step=stop)

    assert (outcome.taken, outcome.was_cancelled) == ((MET,), True)
    assert len(read_pack(folder).manifest.paintings) == 1


def test_a_picture_whose_entry_could_not_be_saved_is_not_fetched_twice(
    on_museums, fetch, server, folder
):
    fetch(MET, AIC)
    (folder / "pack.toml").unlink()
    server.asked.clear()

    assert fetch(MET).taken == (MET,)

    assert server.paths() == ["/v1/objects/437397"]
    assert read_pack(folder).problems == ()


def test_the_next_address_is_tried_where_one_is_refused(on_museums, fetch, server):
    server.on(f"{IIIF}/max/0/default.jpg", sends(b"", 403))

    assert fetch(AIC).taken == (AIC,)


def test_a_picture_that_is_none_is_a_failure(on_museums, fetch, server, folder):
    server.on("/images/original.jpg", sends(b"<html>Sign in</html>"))

    (failure,) = fetch(MET).failures

    assert isinstance(failure.error, BadAnswerError)
    assert "sign-in" in str(failure.error)
    assert not (folder / "pack.toml").exists()


def test_images_come_from_the_museums_hosts_only(on_museums, fetch, server):
    evil = met_object(server, primaryImage="https://evil.example/a.jpg")
    server.on("/v1/objects/437397", says(evil))

    (failure,) = fetch(MET).failures

    assert "evil.example" in str(failure.error)


def test_words_of_ones_own_take_the_museums_place(on_museums, fetch, folder):
    captions = {MET: Caption("Title \u202eof ours", "Ours", "now")}

    fetch(MET, captions=captions)

    (painting,) = read_pack(folder).manifest.paintings
    assert painting.title == {"en": "Title of ours"}
    assert (painting.artist, painting.year) == ({"en": "Ours"}, {"en": "now"})
    assert painting.museum == {"en": "The Metropolitan Museum of Art, New York"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('id = "other"', "holds another pack"),
        ("= broken", "cannot be added to"),
        ('id = "masters"\npaintings = [{id = "a"}]', r"\[\[paintings\]\]"),
    ],
)
def test_a_list_that_is_not_ours_is_left_alone(
    on_museums, fetch, folder, server, text, words
):
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(text)

    with pytest.raises(PackError, match=words):
        fetch(MET)

    assert (folder / "pack.toml").read_text() == text
    assert server.asked == []


def test_an_image_outside_the_pack_is_not_taken_for_ours(on_museums, fetch, folder):
    folder.mkdir(parents=True)
    outside = folder.parent / "outside.jpg"
    outside.write_bytes(picture_bytes("JPEG"))
    text = '[[paintings]]\nid = "met-437397"\nimage = "../outside.jpg"\ntitle = "x"\n'
    (folder / "pack.toml").write_text(f'id = "masters"\ntitle = "x"\n{text}')

    assert fetch(MET).taken == (MET,)

    values = tomllib.loads((folder / "pack.toml").read_text())
    assert values["paintings"][0]["image"] == "met-437397.jpg"


@pytest.mark.parametrize("identifier", ["", "Old Masters", "../x", "x" * 65])
def test_the_packs_id_must_be_one(fetch, identifier):
    with pytest.raises(PackError, match="no id for a pack"):
        fetch(MET, name=PackName(identifier, "x"))


def test_two_cannot_fetch_into_the_same_folder(on_museums, fetch, folder):
    (folder / ".fetching").mkdir(parents=True)

    with (
        alone(folder / ".fetching" / "lock"),
        pytest.raises(PackError, match="another program or person"),
    ):
        fetch(MET)


def test_a_disk_that_refuses_ends_it(on_museums, fetch, folder, server):
    folder.parent.mkdir(parents=True)
    folder.write_text("a file stands here")

    with pytest.raises(DiskError, match="Nothing can be fetched"):
        fetch(MET)

    assert server.asked == []
