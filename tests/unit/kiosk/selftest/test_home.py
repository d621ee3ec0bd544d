"""A test of the program lives in a home of its own and leaves nothing behind."""

import os
import tempfile
from pathlib import Path

import pytest

from kiosk import places
from kiosk.selftest.home import own_home
from kiosk.settings.read import load_or_default


def test_everything_that_is_written_goes_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    with own_home() as home:
        folders = [
            places.config_file(),
            places.data_folder(),
            places.log_folder(),
            places.cache_folder(),
            Path.home(),
            Path(tempfile.gettempdir()),
        ]
        assert all(folder.is_relative_to(home) for folder in folders)
        (home / "something").write_text("left over")
    assert not home.exists()


def test_nobody_s_settings_hold_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNISSAGE_VENUE__NAME", "The operator's")
    with own_home():
        loaded, mistakes = load_or_default()
        assert loaded.settings.venue.name != "The operator's"
        assert not loaded.has_file
        assert mistakes == ""


def test_systemd_and_the_screen_hear_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("NOTIFY_SOCKET", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    for name in names:
        monkeypatch.setenv(name, "somebody")
    with own_home():
        assert not set(names) & set(os.environ)


def test_afterwards_all_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNISSAGE_VENUE__NAME", "The operator's")
    before, passing = dict(os.environ), tempfile.gettempdir()
    with pytest.raises(ZeroDivisionError), own_home():
        raise ZeroDivisionError
    assert dict(os.environ) == before
    assert tempfile.gettempdir() == passing
