import sys

import pytest

from kiosk.launch.libraries import (
    LIBRARIES,
    Need,
    advice,
    is_loadable,
    missing_libraries,
    screen_needs,
)

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems need no libraries"
)


@pytest.mark.parametrize(
    ("environment", "needs"),
    [
        ({}, {Need.WINDOW}),
        ({"DISPLAY": ":0"}, {Need.WINDOW, Need.X11}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {Need.WINDOW, Need.WAYLAND}),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
            {Need.WINDOW, Need.WAYLAND},
        ),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, {Need.WINDOW}),
        ({"WAYLAND_DISPLAY": "w", "QT_QPA_PLATFORM": "xcb"}, {Need.WINDOW, Need.X11}),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, {Need.WINDOW, Need.WAYLAND}),
    ],
)
def test_the_screen_decides_what_a_window_needs(environment, needs):
    assert screen_needs(environment) == needs


@linux_only
def test_only_what_is_needed_is_looked_for():
    asked = []
    missing_libraries({Need.PICTURES}, lambda file: asked.append(file) or True)
    assert set(asked) == {one.file for one in LIBRARIES if one.need is Need.PICTURES}


@linux_only
def test_what_cannot_be_loaded_is_missing():
    missing = missing_libraries({Need.WINDOW}, lambda file: "EGL" not in file)
    assert [one.file for one in missing] == ["libEGL.so.1"]


def test_nothing_is_missing_off_linux(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing_libraries(set(Need), lambda file: False) == []


def test_advice_names_each_package_once():
    x11 = [one for one in LIBRARIES if one.need is Need.X11]
    text = advice(x11)
    debian = next(line for line in text.splitlines() if "apt-get" in line)
    fedora = next(line for line in text.splitlines() if "dnf" in line)
    assert "libxcb-cursor0" in debian
    assert fedora.split().count("libxcb") == 1
    assert "an X screen" in text


def test_every_library_is_named_once():
    files = [one.file for one in LIBRARIES]
    assert len(files) == len(set(files))


@linux_only
def test_the_linker_knows_its_own_library():
    assert is_loadable("libc.so.6")
    assert not is_loadable("libvernissage-does-not-exist.so.9")
