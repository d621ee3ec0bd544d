"""``kiosk privacy purge``: takes away what is too old, as the kiosk does by itself."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "purge",
        help="take away what is older than it may be",
        description=(
            "Takes away visits and log lines that are older than the settings allow, "
            "and what crashes left half-written. The kiosk does so by itself, twice a "
            "day. It may be interrupted, and may run beside the kiosk."
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Purge and tell; 2 if something could not be done."""
    from dataclasses import asdict
    from datetime import UTC, datetime

    from kiosk.output import complain, say, say_json
    from kiosk.privacy.places import folders_of
    from kiosk.privacy.purge import purge
    from kiosk.privacy.regions import retention_of
    from kiosk.settings.read import load_or_default

    settings = load_or_default()[0].settings
    done = purge(folders_of(settings), retention_of(settings), datetime.now(UTC))
    if arguments.json:
        say_json(asdict(done))
    else:
        say(
            f"Gone: visits {done.visits}, portraits {done.portraits}, log lines "
            f"{done.log_lines}, files left by crashes {done.drafts}, damaged session "
            f"logs {done.set_aside}."
        )
        for sentence in done.failed:
            complain(sentence)
    return 2 if done.failed else 0
