"""A home that lasts as long as a test of the program; all it writes goes there."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.places import HOME_VARIABLE
from kiosk.qt import OFFSCREEN

_OURS = "VERNISSAGE_"
_FOREIGN = (
    "DBUS_SESSION_BUS_ADDRESS",  # the screen stays as it is
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "NOTIFY_SOCKET",  # systemd is told nothing
    "WATCHDOG_USEC",
)
_FOLDERS = {
    HOME_VARIABLE: "kiosk",
    "HOME": "user",
    "USERPROFILE": "user",
    "APPDATA": "user/roaming",
    "LOCALAPPDATA": "user/local",
    "XDG_CACHE_HOME": "user/cache",
    "XDG_CONFIG_HOME": "user/config",
    "XDG_DATA_HOME": "user/data",
    "XDG_STATE_HOME": "user/state",
    "TMPDIR": "passing",
    "TEMP": "passing",
    "TMP": "passing",
}


@contextlib.contextmanager
def own_home() -> Iterator[Path]:
    """Let this process and its children live in a folder that is removed in the end.

    No setting of the kiosk's user holds in it, no screen is seen and nobody hears of
    what is done; afterwards everything is as it was.
    """
    before, passing = dict(os.environ), tempfile.tempdir
    bytecode = sys.dont_write_bytecode
    with tempfile.TemporaryDirectory(
        prefix="vernissage-selftest-", ignore_cleanup_errors=True
    ) as folder:
        home = Path(folder).resolve()
        try:
            for name in [*filter(_is_ours, os.environ), *_FOREIGN]:
                os.environ.pop(name, None)
            for name, place in _FOLDERS.items():
                (home / place).mkdir(parents=True, exist_ok=True)
                os.environ[name] = str(home / place)
            os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            tempfile.tempdir = str(home / "passing")
            sys.dont_write_bytecode = True
            yield home
        finally:
            os.environ.clear()
            os.environ.update(before)
            tempfile.tempdir, sys.dont_write_bytecode = passing, bytecode


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS)
