"""Where the kiosk keeps its files: the platform's own folders, or all in one.

``VERNISSAGE_HOME`` names one folder that takes everything, for a kiosk on a stick, a
test or a second kiosk of the same user. Nothing here makes a folder.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import (
    user_cache_path,
    user_config_path,
    user_data_path,
    user_log_path,
)

from kiosk.errors import SettingsError

HOME_VARIABLE = "VERNISSAGE_HOME"
APP_NAME = "Vernissage"
CONFIG_NAME = "settings.toml"


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The file that holds the settings; it need not be there.

    Args:
        environ: The environment's variables.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    home = _home(environ)
    folder = home or user_config_path(APP_NAME, appauthor=False)
    return folder / CONFIG_NAME


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for what the kiosk must not lose: session log, PINs, packs.

    Args:
        environ: The environment's variables.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    home = _home(environ)
    return home / "data" if home else user_data_path(APP_NAME, appauthor=False)


def log_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for the logs.

    Args:
        environ: The environment's variables.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    home = _home(environ)
    return home / "log" if home else user_log_path(APP_NAME, appauthor=False)


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for what can be made again at any time.

    Args:
        environ: The environment's variables.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    home = _home(environ)
    return home / "cache" if home else user_cache_path(APP_NAME, appauthor=False)


def absolute_folder(text: str) -> Path | None:
    """The folder that a path names, or None if the path is not absolute.

    Args:
        text: A path; ``~`` is the home folder.
    """
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # no such user's home
        return None
    return path if path.is_absolute() and "\0" not in text else None


def _home(environ: Mapping[str, str]) -> Path | None:
    text = environ.get(HOME_VARIABLE, "").strip()
    if not text:
        return None
    folder = absolute_folder(text)
    if folder is None:
        raise SettingsError(
            f"{HOME_VARIABLE} is {text!r}, but must be the whole path of a folder."
        )
    return folder
