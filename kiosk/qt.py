"""Starts Qt, and finds out first whether it can start at all."""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import MutableMapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.log import log_qt_messages
from kiosk.theme import dress

CV2_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
"""Set by ``import cv2`` on Linux; with them Qt looks for plugins in the wrong place.
https://github.com/opencv/opencv-python/issues/736"""
OFFSCREEN = "offscreen"
OFFSCREEN_PX = (4096, 4096)
"""The screen that is not there: Qt's own has 800 x 800 pixels, and what is touched
beyond a screen's edge is not heard by anything that scrolls."""


def screen_is_usable(environment: MutableMapping[str, str] = os.environ) -> bool:
    """Whether a window can be opened here.

    Qt ends the whole process when it cannot reach a screen, so on Linux a child process
    tries first. Must be called while the process has one thread.
    """
    if not sys.platform.startswith("linux"):
        return True
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    if not any(environment.get(name) for name in named):
        return False
    child = os.fork()
    if child == 0:
        _try_screen()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def open_application(*, offscreen: bool = False) -> QApplication:
    """The application object, dressed; made if there is none yet.

    Args:
        offscreen: Draw into memory instead of on a screen.
    """
    for name in CV2_VARIABLES:
        os.environ.pop(name, None)
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
    running = QApplication.instance()
    if isinstance(running, QApplication):
        application = running
    else:
        log_qt_messages()
        made = offscreen_application if offscreen else QApplication
        application = made(["vernissage"])
    application.setApplicationName("Vernissage")
    application.setQuitOnLastWindowClosed(
        False
    )  # who closes what is the kiosk's matter
    dress(application)
    return application


def offscreen_application(arguments: Sequence[str]) -> QApplication:
    """Make the application object with a screen in memory, of `OFFSCREEN_PX`.

    Args:
        arguments: What the program was called with, its name first.
    """
    width, height = OFFSCREEN_PX
    screen = {"name": OFFSCREEN, "x": 0, "y": 0, "width": width, "height": height}
    # The plugin reads its file while the application is made. The file is named within
    # the working folder, since Qt takes the colon of a Windows drive for an end.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("screen.json").write_text(json.dumps({"screens": [screen]}), "utf-8")
        platform = f"{OFFSCREEN}:configfile=screen.json"
        return QApplication([*arguments, "-platform", platform])


def _try_screen() -> None:
    """Reach for the screen in a child process, silently, and leave."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    for name in CV2_VARIABLES:
        os.environ.pop(name, None)
    QApplication(["probe"])
    os._exit(0)
