"""``kiosk packs search``: what museums' open collections have for some words."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json
from kiosk.packs.fetch.references import Museum

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.packs.fetch.works import Found


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "search",
        help="look for paintings in museums' open collections (goes online)",
        description=(
            "Asks museums for works that may be taken, and shows what to give to "
            "'fetch'. It goes online, to the museums that are asked. The exit code is "
            "1 if one of them gave no answer."
        ),
    )
    parser.add_argument("words", nargs="+", metavar="WORDS", help="title or artist")
    parser.add_argument(
        "--only",
        choices=[museum.value for museum in Museum],
        help="the one collection to ask",
    )
    parser.add_argument(
        "--limit",
        type=int,
        default=10,
        metavar="N",
        help="most works of each collection, 1 to 50; default: 10",
    )
    parser.add_argument(
        "--contact",
        default="",
        metavar="MAIL",
        help="how museums can reach you; sent with every request",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ask and show."""
    from kiosk.errors import SettingsError
    from kiosk.output import complain, say, say_json
    from kiosk.packs.fetch.manners import Manners
    from kiosk.packs.fetch.museums import MOST_FOUND, open_museums

    if not 1 <= arguments.limit <= MOST_FOUND:
        raise SettingsError(f"--limit goes from 1 to {MOST_FOUND}.")
    only = Museum(arguments.only) if arguments.only else None
    asked = ", ".join([only] if only else Museum)
    complain(f"Going online because you ask for it: {asked}.")
    words = " ".join(arguments.words)
    with open_museums(Manners(contact=arguments.contact)) as museums:
        found, failures = museums.search(words, arguments.limit, only)
    if arguments.json:
        lines = [_values_of(one) for one in found]
        say_json({"found": lines, "failed": [str(one) for one in failures]})
        return int(bool(failures))
    for one in found:
        say(_line_of(one))
    for failure in failures:
        complain(str(failure))
    if not found and not failures:
        say("Nothing that may be taken was found.")
    return int(bool(failures))


def _line_of(one: "Found") -> str:
    said = ", ".join(text for text in (one.title, one.artist, one.year) if text)
    return f"{one.reference.text:24}{said}"


def _values_of(one: "Found") -> dict[str, str]:
    return {
        "reference": one.reference.text,
        "title": one.title,
        "artist": one.artist,
        "year": one.year,
    }
