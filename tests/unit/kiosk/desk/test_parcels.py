"""Packs on a stick are noticed, installed, refused in words, and stopped."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.packs import arrival, transfer
from kiosk.staff.pack_facts import Standing


def install(depot, path):
    QTest.mouseClick(depot.bring.line(str(path)).install, Qt.MouseButton.LeftButton)
    depot.until(lambda: depot.bring.work.isHidden() and bool(depot.bring.paths))


def report(depot):
    return depot.bring.report._report


@pytest.fixture
def plugged(depot, pack_on_stick):
    """A depot with the pack ``guest`` on a stick."""
    depot.path = pack_on_stick("guest")
    depot.sticks.append(depot.path.parent)
    depot.parcels.look()
    depot.until(lambda: depot.bring.paths == [str(depot.path)])
    return depot


def test_a_stick_is_noticed_when_it_is_plugged_in_and_when_it_is_gone(
    depot, pack_on_stick, monkeypatch
):
    depot.parcels._rounds.setInterval(20)
    depot.parcels.begin()
    noticed = []
    depot.parcels.noticed.connect(noticed.append)
    path = pack_on_stick("guest")
    assert depot.parcels.fact() is None

    depot.sticks.append(path.parent)
    depot.until(lambda: noticed == [1])
    fact = depot.parcels.fact()
    assert fact is not None
    assert fact.value == "STICK"
    depot.sticks.clear()
    depot.until(lambda: noticed == [1, 0])
    assert depot.bring.paths == []


def test_a_pack_is_installed_and_waits_no_more(plugged):
    installed = []
    plugged.parcels.installed.connect(lambda: installed.append(True))
    install(plugged, plugged.path)
    plugged.until(lambda: plugged.parcels.waiting == 0)

    assert installed == [True]
    assert [one.pack.id for one in plugged.store.list()] == ["guest"]
    assert (report(plugged).installed, report(plugged).paintings) == (True, 2)
    row = plugged.bring.line(str(plugged.path)).row
    assert row.standing is Standing.SAME_VERSION
    assert plugged.bring.line(str(plugged.path)).install.text() == "Install again"


def test_every_problem_is_shown_with_its_cure(plugged):
    (plugged.path / "lady.png").unlink()
    (plugged.path / "lord.png").write_text("no picture")
    install(plugged, plugged.path)

    told = report(plugged)
    assert not told.installed
    assert [one.where for one in told.problems if one.fatal] == [
        "pack.toml, paintings.lady.image",
        "lord.png",
    ]
    assert all(one.words and one.cure for one in told.problems)
    assert plugged.store.list() == ()


def test_a_stick_that_is_pulled_half_way_leaves_the_old_version(
    plugged, pack_on_stick, monkeypatch
):
    install(plugged, plugged.path)
    newer = pack_on_stick("guest", "2")
    plugged.parcels.look()
    plugged.until(lambda: len(plugged.bring.paths) == 2)
    copy = transfer._copy

    def pulled(source, target):
        done = copy(source, target)
        shutil.rmtree(newer, ignore_errors=True)
        return done

    monkeypatch.setattr(transfer, "_copy", pulled)
    install(plugged, newer)

    assert "Leave the stick in" in report(plugged).sentence
    assert [one.pack.version for one in plugged.store.list()] == ["1"]


def test_an_installation_can_be_stopped(plugged, monkeypatch):
    check = arrival.check_pack

    def slow(folder, today, tell):
        plugged.parcels._cancel.set()
        return check(folder, today, tell)

    monkeypatch.setattr(arrival, "check_pack", slow)
    install(plugged, plugged.path)

    assert report(plugged) is None
    assert plugged.store.list() == ()
    assert plugged.bring.again.isEnabled()
