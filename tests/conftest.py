"""What every test shares: no screen, no user folders, no leaked threads."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import cv2  # noqa: F401 (sets the variables that are removed below, so it goes first)
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.qt import offscreen_application

for _variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(_variable, None)  # OpenCV's own Qt plugins are not for ours
os.environ["QT_QPA_PLATFORM"] = "offscreen"

_PATIENCE_S = 8.0


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Photos and clips that are not part of the repository, in ``../shared``."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder shared beside the repository")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the home folder of the person who runs the tests out of it."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(folder))
        patch.delenv("XDG_PICTURES_DIR", raising=False)
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        patch.setenv("APPDATA", str(folder / "roaming"))
        patch.setenv("LOCALAPPDATA", str(folder / "local"))
        yield


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application of all tests, with room for windows of any size."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    return offscreen_application(["tests"])


@pytest.fixture(autouse=True, scope="session")
def _no_late_quit() -> None:
    """Keep Qt from quitting by itself when a test's window closes.

    The event for it may arrive after the test's own loop has ended; from then on every
    loop of the process would end at once.
    """
    QGuiApplication.setQuitOnLastWindowClosed(False)


@pytest.fixture(autouse=True)
def _no_leaked_widgets() -> Iterator[None]:
    """Delete a test's windows now: Qt would wait for a loop, as large as they are."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    deadline_s = time.monotonic() + _PATIENCE_S
    while leaked := _started_since(before):
        if time.monotonic() > deadline_s:
            pytest.fail(f"threads left running: {', '.join(leaked)}")
        time.sleep(0.01)


def _started_since(before: set[threading.Thread]) -> list[str]:
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
