"""``kiosk packs list``: all packs, whether or not visitors see them."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.packs.listing import ListedPack
    from kiosk.packs.report import Report


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "list",
        help="show all packs",
        description=(
            "Shows all packs in the order in which visitors see them, and how well "
            "their paintings suit, as far as they were looked through."
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show all packs."""
    from kiosk.output import say, say_json
    from kiosk.packs.library import list_packs
    from kiosk.packs.store import usual_store

    store = usual_store()
    listed = list_packs(store)
    if arguments.json:
        packs = [values_of(one) for one in listed]
        say_json({"folder": str(store.folder), "packs": packs})
        return 0
    for one in listed:
        say(line_of(one))
    return 0


def line_of(one: "ListedPack") -> str:
    """A pack in one line."""
    from kiosk.packs.report_words import tally

    count = len(one.pack.paintings)
    reports = _reports(one).values()
    notes = [
        f"{count} painting" if count == 1 else f"{count} paintings",
        *([said] if (said := tally(reports)) else []),
        "installed" if one.installed else "built in",
    ]
    if one.replaces_builtin:
        notes.append("in place of the built-in pack")
    if not one.enabled:
        notes.append("disabled")
    if one.previous:
        notes.append(f"before: {one.previous}")
    name = f"{one.pack.id} {one.pack.version}"
    return f"{name:32}{one.pack.title()}  ({', '.join(notes)})"


def values_of(one: "ListedPack") -> dict[str, object]:
    """A pack as JSON."""
    from kiosk.packs.report_words import verdict_values

    return {
        "id": one.pack.id,
        "version": one.pack.version,
        "title": dict(one.pack.titles),
        "publisher": one.pack.publisher,
        "licence": one.pack.licence,
        "paintings": [painting.id for painting in one.pack.paintings],
        "verdicts": {
            name: verdict_values(report) if report is not None else None
            for name, report in _reports(one).items()
        },
        "installed": one.installed,
        "enabled": one.enabled,
        "previous": one.previous or None,
        "replaces_builtin": one.replaces_builtin,
        "folder": str(one.pack.folder),
    }


def _reports(one: "ListedPack") -> "dict[str, Report | None]":
    """How well each painting suits, by its identifier, as far as that is known."""
    from kiosk.packs.preparations import usual_preparations

    known = usual_preparations().known
    return {painting.id: known(painting) for painting in one.pack.paintings}
