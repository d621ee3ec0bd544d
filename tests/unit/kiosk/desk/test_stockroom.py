"""Packs are arranged, taken back and removed on the real page, in a real store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.packs.store import PackStore


@pytest.fixture
def filled(depot, pack_on_stick):
    """A depot with the pack ``guest`` in its second version."""
    for version in ("1", "2"):
        depot.store.install(pack_on_stick("guest", version))
    depot.stockroom.show()
    depot.until(lambda: depot.packs.ids == ["guest", "pack"])
    return depot


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_packs_are_ordered_and_switched(filled):
    changes = []
    filled.stockroom.changed.connect(lambda: changes.append(True))
    press(filled.packs.line("guest").down)
    filled.until(lambda: filled.store.index().order == ("pack", "guest"))
    filled.until(lambda: changes == [True])
    assert filled.packs.ids == ["pack", "guest"]

    press(filled.packs.line("pack").switch)
    filled.until(lambda: filled.store.index().disabled == ("pack",))
    filled.until(lambda: not filled.packs.line("pack").row.shown)
    press(filled.packs.line("pack").switch)
    filled.until(lambda: filled.store.index().disabled == ())
    filled.until(lambda: filled.said == ["Saved."] * 3)


def test_a_version_is_taken_back(filled):
    line = filled.packs.line("guest")
    assert line.rollback.text() == "Back to version 1"
    press(line.rollback)
    filled.until(lambda: filled.packs.line("guest").row.version == "1")
    assert filled.packs.line("guest").row.previous == "2"


def test_a_pack_is_removed_when_it_was_asked_for_twice(filled):
    press(filled.packs.line("guest").remove)
    press(filled.remove.cancel)
    assert len(filled.store.list()) == 1

    press(filled.packs.line("guest").remove)
    press(filled.remove.sure)
    filled.until(lambda: filled.packs.ids == ["pack"])
    assert filled.store.list() == ()
    assert filled.packs.line("pack").remove.isHidden()


def test_what_cannot_be_done_is_said_and_the_page_shows_what_is(filled):
    PackStore(filled.store.folder).remove("guest")
    press(filled.packs.line("guest").rollback)
    filled.until(lambda: filled.packs.ids == ["pack"])
    assert "is not installed" in filled.said[-1]
    assert filled.packs.line("pack").isEnabled()
