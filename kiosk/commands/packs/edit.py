"""``kiosk packs edit``: faces, points and masks corrected in a window."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.cli import Subparsers
    from kiosk.packs.editing.saving import Home


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "edit",
        help="correct faces, points and masks in a window",
        description=(
            "Opens the editor in a plain window. A pack that is a folder is changed in "
            "its place; of one that the kiosk has, each saving becomes a new version, "
            "and 'rollback' goes back."
        ),
    )
    parser.add_argument(
        "pack",
        nargs="?",
        default="",
        metavar="PACK_OR_FOLDER",
        help=(
            "a folder with a pack.toml, the id of a pack, or pack/painting (default: "
            "all packs of this kiosk)"
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open the editor and tell what was saved."""
    from kiosk.errors import KioskError
    from kiosk.qt import screen_is_usable

    # First of all, while the process has a single thread.
    if not screen_is_usable():
        raise KioskError(
            "No screen can be used here. Edit packs on a computer with one, or in the "
            "staff area of the kiosk."
        )
    homes, first = homes_of(arguments.pack)
    saved = _edit(homes, first)
    _tell(saved, as_json=arguments.json)
    return 0


def homes_of(name: str) -> "tuple[Sequence[Home], str]":
    """Where the paintings belong that somebody means.

    Args:
        name: A folder, the id of a pack, ``pack/painting``, or nothing for all packs.

    Returns:
        At least one, and the key of a painting to begin with; empty for none.

    Raises:
        PackError: If it is nothing of the kind.
    """
    from kiosk.errors import PackError
    from kiosk.packs.arrival import source_at
    from kiosk.packs.editing.saving import FolderHome, StoreHome
    from kiosk.packs.files import find_file
    from kiosk.packs.library import find_pack, list_packs
    from kiosk.packs.store import usual_store

    store = usual_store()
    if not name:
        listed = list_packs(store)
        if not listed:
            raise PackError("There are no packs. Name a folder with a pack.toml.")
        return [StoreHome(store, one.pack.id) for one in listed], ""
    if _is_folder(Path(name)) or find_file(name) is not None:
        source = source_at(Path(name))
        if not source.is_dir():
            raise PackError(
                f"{source.name} is no folder. Unpack it first, or install it and give "
                "the id of the pack."
            )
        return [FolderHome(source)], ""
    pack_id, _, painting = name.partition("/")
    pack = find_pack(pack_id, store).pack
    keys = [one.key for one in pack.paintings]
    if painting and name not in keys:
        known = ", ".join(keys)
        raise PackError(f"There is no painting '{name}'; paintings are {known}.")
    return [StoreHome(store, pack_id)], name if painting else ""


def _edit(homes: "Sequence[Home]", first: str) -> list[tuple[str, str]]:
    from kiosk.current import CurrentSettings
    from kiosk.editor_window import EditorWindow
    from kiosk.log import log_to_file
    from kiosk.qt import open_application
    from kiosk.settings.read import load_or_default

    log_to_file()
    loaded, mistakes = load_or_default()
    settings = CurrentSettings(loaded, mistakes)
    window = EditorWindow(open_application(), settings, homes)
    window.run(first)
    return window.saved


def _tell(saved: list[tuple[str, str]], *, as_json: bool) -> None:
    from kiosk.output import say, say_json

    versions = dict(saved)
    if as_json:
        values = [{"id": name, "version": version} for name, version in saved]
        say_json({"saved": values})
        return
    for name, version in versions.items():
        say(f"Saved: the pack '{name}', version {version}.")


def _is_folder(path: Path) -> bool:
    try:
        return path.expanduser().is_dir()
    except (OSError, ValueError, RuntimeError):
        return False
