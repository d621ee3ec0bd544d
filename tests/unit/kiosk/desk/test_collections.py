"""Museums on this computer are asked by the staff's page, as their services answer."""

import threading

import pytest
from PySide6.QtCore import QObject

from kiosk.current import CurrentSettings
from kiosk.desk.collections import Collections
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.museums import Museums
from kiosk.packs.fetch.pace import Pace
from kiosk.packs.fetch.web import Web
from kiosk.tasks import Tasks
from tests.unit.kiosk.packs.fetch.answers_of_museums import met_object
from tests.unit.kiosk.packs.fetch.loopback import (
    Server,
    Time,
    drips,
    picture_bytes,
    says,
    sends,
    serves,
)

MET = "met:437397"


@pytest.fixture
def server():
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.hang_up()
    thread.join()
    server.server_close()


@pytest.fixture
def desk(depot, server, tmp_path, monkeypatch):
    """The page of museums, allowed to ask the Met, which is on this computer."""
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    clockwork = Time().clockwork()
    asked = []

    def opener(manners, cancel):
        asked.append(manners)
        web = Web(manners, cancel, clockwork, Pace(clockwork, {"127.0.0.1": 0.0}))
        return Museums(web, [MetClient(web, server.url)])

    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    change = {"packs.network": True, "packs.contact": "us@museum.example"}
    settings.take(settings.write(change))
    tasks, owner = Tasks(), QObject()
    depot.museums = depot.screen.pack_pages.museums
    depot.settings, depot.asked = settings, asked
    depot.collections = Collections(
        depot.screen.pack_pages,
        depot.stock,
        settings,
        tmp_path / "fetched",
        tasks,
        owner,
        opener,
    )
    depot.collections.show("ru")
    server.on("/v1.1/search", says({"objectIDs": [437397]}))
    server.on("/v1/objects/437397", says(met_object(server)))
    yield depot
    depot.collections.end()
    tasks.close()


def search(desk):
    desk.museums.plate.line.set_text("rembrandt")
    desk.museums.plate.keyboard.entered.emit()


def pictures(server):
    """Where the work's pictures are: the paths that its description names."""
    work = met_object(server)
    return [
        work[name].removeprefix(server.url)
        for name in ("primaryImage", "primaryImageSmall")
    ]


def test_nothing_is_asked_until_the_settings_allow_it(desk, server):
    desk.settings.take(desk.settings.write({"packs.network": False}))
    desk.collections.show("en")
    assert desk.museums.plate.isHidden()
    assert desk.museums.masterpieces.isHidden()
    assert "network = true" in desk.museums._sentence.text()
    desk.museums.search_wanted.emit("rembrandt", "")
    desk.museums.fetch_wanted.emit([MET])
    desk.museums.masterpieces_wanted.emit()
    assert desk.asked == []
    assert server.asked == []


def test_works_are_found_shown_chosen_fetched_and_installed(desk, server):
    assert desk.museums.plate.keyboard.language == "ru"
    for path in pictures(server):
        server.on(path, serves(picture_bytes("JPEG")))
    search(desk)
    desk.until(lambda: desk.museums.references == [MET])
    line = desk.museums.line(MET)
    desk.until(lambda: line.thumb.complete)
    assert desk.asked[0].contact == "us@museum.example"
    assert not desk.museums.fetch.isEnabled()

    installed = []
    desk.collections.installed.connect(lambda: installed.append(True))
    line.switch.click()
    assert desk.museums.fetch.text() == "Fetch what is chosen: 1"
    desk.museums.fetch.click()
    desk.until(lambda: installed == [True])
    assert [one.pack.id for one in desk.store.list()] == ["museums"]
    assert desk.museums.report._report.paintings == 1
    assert not desk.museums.plate.isHidden()


def test_a_museum_that_fails_is_told_in_words(desk, server):
    server.on("/v1.1/search", sends(b"", 500))
    search(desk)
    desk.until(lambda: desk.museums._answered is not None)
    assert "Nothing that may be taken was found." in desk.museums._sentence.text()
    assert len(desk.museums._sentence.text()) > 60
    assert not desk.museums.plate.isHidden()


def test_what_cannot_be_fetched_is_told_and_nothing_is_installed(desk, server):
    for path in pictures(server):
        server.on(path, sends(b"<html>sign in</html>"))
    desk.museums.fetch_wanted.emit([MET])
    desk.until(lambda: not desk.museums.report.isHidden())
    report = desk.museums.report._report
    assert not report.installed
    assert report.problems[0].where == MET
    assert desk.store.list() == ()


def test_fetching_can_be_stopped_and_goes_on_later(desk, server):
    body = picture_bytes("JPEG", (900, 1200))
    for path in pictures(server):
        server.on(path, drips(body, 0.05), serves(body))
    desk.museums.fetch_wanted.emit([MET])
    desk.until(lambda: not desk.museums.work.isHidden())
    desk.until(lambda: any(path in server.paths() for path in pictures(server)))
    desk.museums.work.cancel.click()
    desk.until(lambda: desk.museums.work.isHidden())
    assert desk.store.list() == ()
    assert desk.museums.report.isHidden()

    desk.museums.fetch_wanted.emit([MET])
    desk.until(lambda: len(desk.store.list()) == 1)
