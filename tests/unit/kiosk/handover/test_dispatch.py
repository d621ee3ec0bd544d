"""The whole kiosk side against a service on loopback: real threads, disk and HTTP."""

import logging
import threading
import time
from dataclasses import replace

import pytest

from kiosk.errors import MarkError
from kiosk.handover import courier as courier_module
from kiosk.handover.account import Account
from kiosk.handover.offer import new_token
from kiosk.handover.progress import Progress
from kiosk.handover.sealing import picture_id, unseal
from kiosk.handover.standing import Reach
from kiosk.rehearsal.loopback import GOOD_MOOD, LINK, Mood
from kiosk.settings.sections.handover import Handover

DOWN = Mood(reachable=False)


@pytest.fixture
def keep(kiosk, picture):
    """Keep a picture; gives its token."""

    def keep(document=picture) -> str:
        token = new_token()
        kiosk.dispatch.keep(token, lambda: document, "s" * 32)
        return token

    return keep


@pytest.fixture
def met(kiosk, until):
    """The kiosk once it has met the service."""
    until(lambda: kiosk.dispatch.link)
    return kiosk


def test_a_kept_picture_is_sent_fetched_and_forgotten(
    met, service, keep, picture, until
):
    began_s = time.time()
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)
    assert unseal(token, service.pictures[picture_id(token)]) == picture
    assert met.files == [f"{picture_id(token)}.sealed"]
    wait_s = service.expires[picture_id(token)] - began_s
    assert wait_s == pytest.approx(24 * 3600, abs=10)

    service.fetch(picture_id(token))
    until(lambda: met.dispatch.progress is Progress.FETCHED)
    until(lambda: met.told)
    ((session, offered_s, fetched_s),) = met.told
    assert session == "s" * 32
    assert began_s - 1 <= offered_s <= fetched_s <= time.time() + 1
    until(lambda: met.dispatch.standing.tally.size_bytes == 0)
    assert met.files == []


def test_the_link_is_the_services_unless_another_is_set(met):
    assert met.dispatch.link == LINK

    met.settings = Handover(link="https://museum.example/get?code={token}")
    assert met.dispatch.link == "https://museum.example/get?code={token}"


def test_without_a_service_nothing_is_promised_or_asked(met, service, until):
    met.account = None
    met.dispatch.wake()
    assert met.dispatch.link == ""
    until(lambda: met.dispatch.standing.reach is Reach.NO_SERVICE)


def test_a_service_that_never_answered_is_no_promise(met, service, until):
    met.account = Account("http://127.0.0.1:9", "k" * 20)  # nobody listens there
    met.dispatch.wake()

    assert met.dispatch.link == ""
    until(lambda: met.dispatch.standing.reach is Reach.UNREACHABLE)
    assert met.dispatch.link == ""


def test_without_network_the_code_is_there_and_the_picture_follows(
    met, service, keep, until
):
    service.mood = DOWN
    token = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)
    assert met.dispatch.link == LINK
    assert "cannot be reached" in met.dispatch.standing.trouble
    assert met.dispatch.standing.tally.here == 1

    service.mood = GOOD_MOOD
    met.dispatch.wake()
    until(lambda: picture_id(token) in service.pictures)
    until(lambda: met.dispatch.progress is Progress.READY)


def test_a_restart_without_network_loses_nothing_and_still_offers(
    met, service, keep, picture, until
):
    service.mood = DOWN
    token = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)
    met.restart()
    until(lambda: met.dispatch.link == LINK)
    assert met.files

    service.mood = GOOD_MOOD
    met.dispatch.wake()
    until(lambda: picture_id(token) in service.pictures)
    assert unseal(token, service.pictures[picture_id(token)]) == picture


def test_the_token_is_never_on_disk_nor_in_the_log(met, service, keep, until, caplog):
    caplog.set_level(logging.DEBUG)
    service.mood = DOWN
    token = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)

    files = [path for path in met.folder.rglob("*") if path.is_file()]
    assert len(files) >= 2
    for path in files:
        content = path.read_bytes()
        assert token.encode() not in content
        assert b"PNG" not in content
        assert service.key.encode() not in content
    assert token not in caplog.text
    assert service.key not in caplog.text


def test_deleting_removes_it_here_and_at_the_service(met, service, keep, until):
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)

    assert met.dispatch.delete(token) is False
    until(lambda: service.states[picture_id(token)] == "deleted")
    assert picture_id(token) not in service.pictures
    until(lambda: met.dispatch.standing.tally.deletions == 0)
    assert met.files == []


def test_deleting_is_repeated_until_the_service_confirms_it(met, service, keep, until):
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)
    service.mood = DOWN
    met.dispatch._courier._introduce_s = 0.0
    met.dispatch.wake()
    until(lambda: met.dispatch.standing.reach is Reach.UNREACHABLE)

    assert met.dispatch.delete(token) is True
    until(lambda: met.files == [])
    until(lambda: met.dispatch.standing.tally.deletions == 1)
    met.restart()
    service.mood = GOOD_MOOD
    met.dispatch.wake()
    until(lambda: service.states[picture_id(token)] == "deleted")


def test_deleting_while_it_is_being_sealed_keeps_it_from_the_disk(
    met, service, picture, until
):
    token, gate = new_token(), threading.Event()

    def make():
        gate.wait(5.0)
        return picture

    met.dispatch.keep(token, make, "s" * 32)
    assert met.dispatch.in_hand == 1
    met.dispatch.delete(token)
    gate.set()
    until(lambda: met.dispatch.in_hand == 0)
    until(lambda: service.states.get(picture_id(token)) == "deleted")
    assert f"PUT /v1/pictures/{picture_id(token)}" not in service.requests
    assert met.files == []


def test_a_refused_key_ends_the_promise_and_keeps_nothing(met, service, keep, until):
    met.account = replace(met.account, key="another" * 4)
    token = keep()
    until(lambda: met.dispatch.progress is Progress.LOST)

    until(lambda: met.dispatch.standing.reach is Reach.REFUSED)
    assert met.dispatch.link == ""
    assert "invite-kiosk" in met.dispatch.standing.trouble
    assert met.files == []
    assert picture_id(token) not in service.pictures


def test_a_picture_whose_visitor_left_outlives_a_refused_key(met, service, keep, until):
    service.mood = DOWN
    token = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)
    met.dispatch.look_away()
    right = met.account
    met.account = replace(right, key="another" * 4)
    service.mood = GOOD_MOOD
    met.dispatch.wake()
    until(lambda: met.dispatch.standing.reach is Reach.REFUSED)
    assert met.dispatch.standing.tally.here == 1

    met.account = right
    met.dispatch.wake()
    until(lambda: picture_id(token) in service.pictures)


@pytest.mark.parametrize("status", [429, 503, 507])
def test_a_busy_service_is_not_asked_before_its_time(met, service, keep, until, status):
    service.mood = Mood(status=status, headers=(("Retry-After", "1"),))
    token = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)
    asked, at_s = len(service.requests), time.monotonic()
    service.mood = GOOD_MOOD
    for _ in range(20):
        met.dispatch.wake()
        time.sleep(0.02)
    assert len(service.requests) == asked

    until(lambda: picture_id(token) in service.pictures)
    assert time.monotonic() - at_s > 0.9


@pytest.mark.parametrize("status", [409, 411, 413, 422])
def test_what_the_service_never_takes_is_not_kept(
    met, service, keep, until, monkeypatch, status
):
    monkeypatch.setattr(service, "_take", lambda *_: status)
    keep()
    until(lambda: met.dispatch.progress is Progress.LOST)
    until(lambda: met.dispatch.standing.unsent == 1)
    assert met.files == []


def test_what_is_gone_at_the_service_goes_here(met, service, keep, until, monkeypatch):
    monkeypatch.setattr(service, "_take", lambda *_: 410)
    keep()
    until(lambda: met.dispatch.progress is Progress.LOST)
    assert met.files == []
    assert met.dispatch.standing.unsent == 0


def test_what_the_service_loses_is_sent_again(met, service, keep, until):
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)
    service.forget(picture_id(token))

    until(lambda: picture_id(token) in service.pictures)


@pytest.mark.parametrize("state", ["deleted", "expired"])
def test_what_is_over_at_the_service_is_over_here(met, service, keep, until, state):
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)
    service.states[picture_id(token)] = state

    until(lambda: met.files == [])


def test_a_pickup_is_told_until_it_is_written_down(met, service, keep, until):
    met.listens = False
    token = keep()
    until(lambda: met.dispatch.progress is Progress.READY)
    service.fetch(picture_id(token))
    until(lambda: met.files == [])
    assert not met.told

    met.listens = True
    met.restart()
    until(lambda: met.told)
    assert met.told[0][0] == "s" * 32


def test_a_portrait_that_cannot_be_marked_is_not_handed_out(
    met, service, until, caplog
):
    def make():
        raise MarkError("No mark.")

    met.dispatch.keep(new_token(), make, "s" * 32)
    until(lambda: met.dispatch.progress is Progress.LOST)
    assert not service.pictures
    assert met.dispatch.in_hand == 0
    assert "could not be made ready" in caplog.text


def test_a_full_outbox_refuses_and_drops_nothing_older(
    met, service, keep, until, monkeypatch
):
    monkeypatch.setattr(
        met,
        "settings",
        Handover.model_construct(**{**dict(Handover()), "outbox_mb": 0.03}),
    )
    service.mood = DOWN
    first = keep()
    until(lambda: met.dispatch.progress is Progress.DELAYED)
    keep()
    until(lambda: met.dispatch.progress is Progress.LOST)
    assert met.files == [f"{picture_id(first)}.sealed"]


def test_a_service_with_another_clock_sets_the_time_of_expiry(
    service, kiosk, keep, until
):
    until(lambda: kiosk.dispatch.link)
    service.mood = Mood(clock_ahead_s=-86_400.0)
    kiosk.dispatch._courier._introduce_s = 0.0
    kiosk.dispatch.wake()
    until(lambda: kiosk.dispatch.standing.clock_error_s > 86_000)
    token = keep()

    until(lambda: kiosk.dispatch.progress is Progress.READY)
    left_s = service.expires[picture_id(token)] - service.now_s()
    assert left_s == pytest.approx(24 * 3600, abs=10)


def test_an_outbox_that_cannot_be_used_ends_the_promise(met, until, keep):
    met.dispatch._outbox.close()
    for path in met.folder.iterdir():
        path.unlink()
    met.folder.rmdir()
    met.folder.write_text("no folder")
    keep()
    until(lambda: met.dispatch.progress is Progress.LOST)
    met.dispatch.wake()
    until(lambda: met.dispatch.standing.outbox_trouble)
    assert met.dispatch.link == ""

    met.folder.unlink()
    met.dispatch.wake()
    until(lambda: met.dispatch.link)


def test_the_courier_outlives_what_nobody_expected(met, until, keep, monkeypatch):
    monkeypatch.setattr(courier_module, "AFTER_TROUBLE_S", 0.05)
    broken = iter([RuntimeError("odd"), RuntimeError("odd")])
    tidy = met.dispatch._courier._rounds.tidy

    def sometimes(keep_s):
        for error in broken:
            raise error
        tidy(keep_s)

    monkeypatch.setattr(met.dispatch._courier._rounds, "tidy", sometimes)
    keep()
    until(lambda: met.dispatch.progress is Progress.READY)


def test_closing_does_not_wait_for_a_service_that_hangs(met, service, keep):
    began_s = time.monotonic()
    met.dispatch.close()
    met.dispatch.close()

    assert time.monotonic() - began_s < 2.0
