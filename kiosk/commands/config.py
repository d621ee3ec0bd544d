"""``kiosk config``: what is set, whether it is right, and a file to begin with."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.settings.names import Setting
    from kiosk.settings.read import Loaded


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "config",
        help="check, show or begin the settings file",
        description=(
            "The kiosk's settings are in one TOML file; environment variables go "
            "before it."
        ),
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser(
        "check",
        help="list everything that is wrong with the settings",
        description="Lists all mistakes at once; the exit code is 2 if there are any.",
    )
    check.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="default: the kiosk's own settings",
    )
    show = actions.add_parser(
        "show",
        help="show every setting in force and where it comes from",
        description=(
            "Shows every setting in force and whether it comes from the file, from an "
            "environment variable or is the default."
        ),
    )
    add_json(show)
    init = actions.add_parser(
        "init",
        help="write a file in which every setting is explained",
        description="Writes a file that explains every setting and sets none.",
    )
    init.add_argument(
        "--file",
        type=Path,
        metavar="FILE",
        help="default: where the kiosk looks for its settings",
    )
    init.add_argument(
        "--force", action="store_true", help="replace settings that are there"
    )


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    if arguments.action == "check":
        return _check(arguments.file)
    if arguments.action == "show":
        return _show(as_json=arguments.json)
    return _init(arguments.file, overwrite=arguments.force)


def _check(path: Path | None) -> int:
    from kiosk.errors import SettingsError
    from kiosk.output import say
    from kiosk.settings.file import read_toml
    from kiosk.settings.read import load_or_default

    if path is not None and not read_toml(path).exists:
        raise SettingsError(f"There is no file {path}.")
    loaded, mistakes = load_or_default(path)
    if mistakes:
        return _complain(mistakes)
    missing = "" if loaded.has_file else ", which is not there"
    say(f"The settings are all right ({loaded.path}{missing}).")
    return 0


def _show(*, as_json: bool) -> int:
    from kiosk.output import say, say_json
    from kiosk.settings.names import SETTINGS, value_of
    from kiosk.settings.read import load_or_default

    loaded, mistakes = load_or_default()
    rows = [
        (setting, value_of(loaded.settings, setting), _origin(setting, loaded))
        for setting in SETTINGS.values()
    ]
    if as_json:
        values = {
            setting.name: {"value": _told(value), "from": origin}
            for setting, value, origin in rows
        }
        told = mistakes.splitlines()
        say_json({"file": str(loaded.path), "settings": values, "mistakes": told})
        return 2 if told else 0
    from kiosk.privacy.regions import shortened
    from kiosk.settings.document import toml_value

    missing = "" if loaded.has_file else " (not read)" if mistakes else " (not there)"
    say(f"{'settings file':24}{loaded.path}{missing}")
    for setting, value, origin in rows:
        say(f"{setting.name:24}{toml_value(value) or 'not set'}  ({origin})")
    for line in shortened(loaded.settings):
        say(line)
    return _complain(mistakes) if mistakes else 0


def _told(value: object) -> object:
    """A value as JSON has it; whether there is one, of a secret."""
    from pydantic import SecretStr

    from kiosk.settings.document import NOT_SHOWN

    if isinstance(value, SecretStr):
        return NOT_SHOWN if value else ""
    return str(value) if isinstance(value, Path) else value


def _origin(setting: "Setting", loaded: "Loaded") -> str:
    """Who decides a setting; several for a table whose entries come from several."""
    start = f"{setting.name}."
    origins = [
        variable
        for name, variable in loaded.fixed_by.items()
        if name == setting.name or name.startswith(start)
    ]
    if any(name == setting.name or name.startswith(start) for name in loaded.in_file):
        origins.append("file")
    return ", ".join(origins) or "default"


def _init(path: Path | None, *, overwrite: bool) -> int:
    from kiosk.output import say
    from kiosk.places import config_file
    from kiosk.settings.write import init_settings

    path = path or config_file()
    init_settings(path, overwrite=overwrite)
    say(str(path))
    return 0


def _complain(mistakes: str) -> int:
    from kiosk.output import complain

    for mistake in mistakes.splitlines():
        complain(mistake)
    return 2
