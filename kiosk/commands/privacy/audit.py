"""``kiosk privacy audit``: everything that is kept, and when it dies."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.privacy.audit import Holding


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "audit",
        help="list all that is kept, whom it relates to and when it dies",
        description=(
            "Walks every folder, table and log that the kiosk writes, and reads only. "
            "Ends with 1 if something is older than it may be, or is not the kiosk's."
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Walk and tell."""
    from datetime import UTC, datetime

    from kiosk.output import say, say_json
    from kiosk.privacy.audit import audit
    from kiosk.privacy.places import folders_of
    from kiosk.privacy.regions import retention_of
    from kiosk.settings.read import load_or_default

    settings = load_or_default()[0].settings
    folders, keep = folders_of(settings), retention_of(settings)
    found = audit(folders, keep, datetime.now(UTC))
    wrong = [one for one in found if one.wrong]
    if arguments.json:
        say_json(
            {
                "region": settings.privacy.region,
                "log_days": keep.log_days,
                "sessions_days": keep.sessions_days,
                "picture_hours": keep.picture_hours,
                "folders": {
                    "settings": str(folders.settings),
                    "data": str(folders.data),
                    "log": str(folders.log),
                    "cache": str(folders.cache),
                },
                "holdings": [_values(one) for one in found],
                "all_right": not wrong,
            }
        )
        return int(bool(wrong))
    say(f"settings  {folders.settings}")
    say(f"data      {folders.data}")
    say(f"log       {folders.log}")
    say(f"cache     {folders.cache}")
    for one in found:
        say("")
        say(f"{one.place}" + (f"  [{one.wrong}]" if one.wrong else ""))
        say(f"    holds    {one.what}; how many: {one.count}")
        say(f"    of       {one.person}")
        say(f"    dies     {one.dies}{_oldest(one)}")
    say("")
    if wrong:
        say(f"To look at: {len(wrong)}. Everything else is as it should be.")
    else:
        say("Everything is as it should be: nothing is older than it may be.")
    return int(bool(wrong))


def _oldest(holding: "Holding") -> str:
    if holding.oldest is None:
        return ""
    return f"; the oldest is of {holding.oldest:%Y-%m-%d}"


def _values(holding: "Holding") -> dict[str, object]:
    return {
        "place": holding.place,
        "what": holding.what,
        "person": holding.person.value,
        "dies": holding.dies,
        "count": holding.count,
        "oldest": holding.oldest.isoformat() if holding.oldest else None,
        "wrong": holding.wrong,
    }
