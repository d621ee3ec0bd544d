import errno
import hashlib
import json
import threading
import time as real_time

import pytest

from kiosk.packs.fetch.download import download
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    DiskError,
    FetchCancelledError,
    NotFoundError,
    UnreachableError,
)
from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.part import Part
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.works import ImageSource
from tests.unit.kiosk.packs.fetch.loopback import (
    HOSTS,
    breaks_off,
    drips,
    leads_to,
    picture_bytes,
    sends,
    serves,
)


@pytest.fixture
def part(tmp_path):
    return tmp_path / "new" / "lady.part"


@pytest.fixture
def fetch(server, part):
    """Download ``/a`` and give the ending; progress is kept in ``fetch.seen``."""

    def fetch(web, **source):
        seen = fetch.seen = []
        return download(
            web,
            ImageSource(f"{server.url}/a", **source),
            HOSTS,
            part,
            lambda done, whole: seen.append((done, whole)),
        )

    return fetch


def test_fetches_a_picture_and_tells_how_far_it_is(server, web, fetch, part, jpeg):
    server.on("/a", serves(jpeg))
    sha1 = hashlib.sha1(jpeg, usedforsecurity=False).hexdigest()

    assert fetch(web, size_bytes=len(jpeg), sha1=sha1) == ".jpg"

    assert part.read_bytes() == jpeg
    assert [path.name for path in part.parent.iterdir()] == [part.name]
    assert fetch.seen[0] == (0, len(jpeg))
    assert fetch.seen[-1] == (len(jpeg), len(jpeg))
    assert [done for done, _ in fetch.seen] == sorted(done for done, _ in fetch.seen)
    assert server.asked[0].headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("JPEG", ".jpg"), ("PNG", ".png"), ("TIFF", ".tif"), ("WEBP", ".webp")],
)
def test_tells_the_kind_by_the_bytes(server, web, fetch, kind, ending):
    server.on("/a", sends(picture_bytes(kind), Content_Type="text/html"))

    assert fetch(web) == ending


def test_goes_on_where_the_connection_broke_off(server, web, fetch, part, jpeg):
    half = len(jpeg) // 2
    server.on("/a", breaks_off(jpeg, half), breaks_off(jpeg, 100), serves(jpeg))

    fetch(web)

    assert part.read_bytes() == jpeg
    ranges = [asked.headers.get("Range") for asked in server.asked]
    assert ranges == [None, f"bytes={half}-", f"bytes={half + 100}-"]
    assert server.asked[1].headers["If-Range"] == '"one"'


def test_goes_on_another_day(server, make_web, fetch, part, jpeg):
    server.on("/a", breaks_off(jpeg, 5000))
    with pytest.raises(UnreachableError, match="connection"):
        fetch(make_web(tries=1))
    assert part.stat().st_size == 5000
    server.on("/a", serves(jpeg))

    fetch(make_web())

    assert part.read_bytes() == jpeg
    assert server.asked[-1].headers["Range"] == "bytes=5000-"
    assert fetch.seen[0] == (5000, len(jpeg))


def test_begins_anew_when_the_picture_has_changed(server, make_web, fetch, part, jpeg):
    server.on("/a", breaks_off(b"\xff\xd8\xff" + jpeg, 5000, etag='"old"'))
    with pytest.raises(UnreachableError):
        fetch(make_web(tries=1))
    server.on("/a", serves(jpeg, etag='"new"'))

    fetch(make_web())

    assert part.read_bytes() == jpeg


@pytest.mark.parametrize("etag", ['W/"weak"', "", "nonsense"])
def test_without_a_strong_mark_it_begins_anew(server, web, fetch, part, jpeg, etag):
    server.on("/a", breaks_off(jpeg, 5000, etag=etag), serves(jpeg))

    fetch(web)

    assert part.read_bytes() == jpeg
    assert all("Range" not in asked.headers for asked in server.asked)


def test_the_date_of_a_change_is_a_mark_too(server, web, fetch, part, jpeg):
    date = "Wed, 21 Oct 2015 07:28:00 GMT"

    def cut(request):
        request.send_response(200)
        request.send_header("Last-Modified", date)
        request.send_header("Content-Length", str(len(jpeg)))
        request.end_headers()
        request.wfile.write(jpeg[:5000])
        request.cut()

    server.on("/a", cut, serves(jpeg, etag=date))

    fetch(web)

    assert part.read_bytes() == jpeg
    assert server.asked[1].headers["If-Range"] == date


def test_a_part_of_another_address_is_not_used(server, make_web, fetch, part, jpeg):
    part.parent.mkdir()
    part.write_bytes(b"x" * 5000)
    note = {"url": "https://elsewhere.example/", "validator": '"one"'}
    part.with_name("lady.part.json").write_text(json.dumps(note))
    server.on("/a", serves(jpeg))

    fetch(make_web())

    assert part.read_bytes() == jpeg


@pytest.mark.parametrize("note", ["", "[]", "{", '{"url": 1}', "[" * 100_000])
def test_a_spoilt_note_begins_anew(server, web, fetch, part, jpeg, note):
    part.parent.mkdir()
    part.write_bytes(jpeg[:5000])
    part.with_name("lady.part.json").write_text(note)
    server.on("/a", serves(jpeg))

    fetch(web)

    assert part.read_bytes() == jpeg


def test_a_part_that_is_whole_already_is_taken(server, web, fetch, part, jpeg):
    write_part(server, part, jpeg)
    server.on("/a", serves(jpeg))

    assert fetch(web) == ".jpg"

    assert len(server.asked) == 1


def test_a_spoilt_part_is_fetched_anew_once(server, web, fetch, part, jpeg):
    write_part(server, part, b"\0" * 5000)
    server.on("/a", serves(jpeg))

    fetch(web, sha1=hashlib.sha1(jpeg, usedforsecurity=False).hexdigest())

    assert part.read_bytes() == jpeg
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "content_range", ["bytes 0-9/10", "bytes 7-9/*", "rubbish", None]
)
def test_a_wrong_rest_is_not_put_behind(server, web, fetch, part, jpeg, content_range):
    write_part(server, part, jpeg[:5000])
    headers = {"Content_Range": content_range} if content_range else {}
    server.on("/a", sends(jpeg[:-5000], 206, **headers), serves(jpeg))

    fetch(web)

    assert part.read_bytes() == jpeg


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>Please sign in</html>", "web page came instead"),
        (b"GIF89a" + b"x" * 100, "no JPEG, PNG, TIFF or WebP"),
        (b"%PDF-1.7", "no JPEG, PNG, TIFF or WebP"),
        (b"\xff\xd8\xff\xe0 not really", "damaged"),
        (picture_bytes("JPEG")[:-3000], "damaged"),
        (picture_bytes("PNG")[:-3000], "damaged"),
        (picture_bytes("JPEG", (300, 20)), "too small"),
        (b"", "length"),
    ],
)
def test_takes_whole_pictures_only(server, web, fetch, part, body, words):
    server.on("/a", sends(body, Content_Type="image/jpeg"))

    with pytest.raises(BadAnswerError, match=words):
        fetch(web)

    assert len(server.asked) == 1
    assert list(part.parent.iterdir()) == []


def test_the_digest_must_be_right(server, web, fetch, part, jpeg):
    server.on("/a", serves(jpeg))

    with pytest.raises(BadAnswerError, match="digest"):
        fetch(web, sha1="0" * 40)

    assert not part.exists()


def test_the_length_must_be_the_museums(server, web, fetch, jpeg):
    server.on("/a", serves(jpeg))

    with pytest.raises(BadAnswerError, match="length"):
        fetch(web, size_bytes=len(jpeg) - 1)


def test_a_server_that_promises_more_than_it_gives(server, make_web, fetch, jpeg):
    server.on("/a", sends(jpeg, Content_Length=str(len(jpeg) + 10), ETag='"one"'))

    with pytest.raises(UnreachableError, match="connection"):
        fetch(make_web(tries=2, read_s=0.2))


def test_a_server_that_gives_more_than_it_promises(server, web, fetch, jpeg):
    server.on("/a", sends(jpeg + b"more", Content_Length=str(len(jpeg) - 3000)))

    with pytest.raises(BadAnswerError, match="damaged"):
        fetch(web)


def test_large_pictures_are_refused(server, make_web, fetch, part, jpeg):
    web = make_web(most_image_bytes=10_000)
    server.on("/a", serves(jpeg))
    with pytest.raises(BadAnswerError, match="larger than the kiosk takes"):
        fetch(web)

    def unsaid(request):
        request.send_response(200)
        request.end_headers()
        request.wfile.write(jpeg)
        request.close_connection = True

    server.on("/a", unsaid)
    with pytest.raises(BadAnswerError, match="larger than the kiosk takes"):
        fetch(web)
    assert not part.exists()

    server.asked.clear()
    with pytest.raises(BadAnswerError, match="larger than the kiosk takes"):
        fetch(web, size_bytes=20_000)
    assert server.asked == []


def test_packed_pictures_are_refused(server, web, fetch, jpeg):
    server.on("/a", sends(jpeg, Content_Encoding="gzip"))

    with pytest.raises(BadAnswerError, match="packed"):
        fetch(web)


def test_is_led_to_allowed_hosts_only(server, web, fetch, part, jpeg):
    server.on("/a", leads_to("/b"))
    server.on("/b", serves(jpeg))
    fetch(web)
    assert part.read_bytes() == jpeg

    server.on("/a", leads_to("https://evil.example/b"))
    with pytest.raises(BadAnswerError, match="another place"):
        fetch(web)


def test_a_missing_picture_is_said(server, web, fetch):
    with pytest.raises(NotFoundError):
        fetch(web)


def test_can_be_stopped_in_the_middle_and_goes_on(server, make_web, part, jpeg):
    stop = threading.Event()
    source = ImageSource(f"{server.url}/a")
    server.on("/a", drips(jpeg[:2000] * 10, 0.001))
    began_s = real_time.monotonic()

    with pytest.raises(FetchCancelledError):
        download(make_web(stop), source, HOSTS, part, lambda *_: stop.set())

    assert real_time.monotonic() - began_s < 1
    server.on("/a", serves(jpeg))
    download(make_web(), source, HOSTS, part, lambda *_: None)
    assert part.read_bytes() == jpeg


def test_a_dripping_server_meets_the_deadline(server, fetch, jpeg):
    server.on("/a", drips(jpeg, 0.01))

    with (
        Web(Manners(image_s=0.3)) as web,
        pytest.raises(UnreachableError, match="too slowly"),
    ):
        fetch(web)


def test_a_full_disk_is_said(server, web, fetch, jpeg, monkeypatch):
    def append(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    server.on("/a", serves(jpeg))
    monkeypatch.setattr("pathlib.Path.write_bytes", append)

    with pytest.raises(DiskError, match="Make room"):
        fetch(web)


def test_a_folder_that_cannot_be_is_said(server, web, fetch, part, jpeg):
    part.parent.write_text("a file stands here")
    server.on("/a", serves(jpeg))

    with pytest.raises(DiskError, match="cannot be kept"):
        fetch(web)


def write_part(server, part, body):
    """Leave a part as a broken-off download does."""
    part.parent.mkdir()
    part.write_bytes(body)
    note = {"url": f"{server.url}/a", "validator": '"one"'}
    part.with_name(part.name + ".json").write_text(json.dumps(note))
    assert Part(part).size_bytes() == len(body)
