"""``kiosk handover``: what waits to be handed over, for whoever runs the kiosk."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.handover.account import Account
    from kiosk.handover.courier import Courier
    from kiosk.handover.outbox import Outbox
    from kiosk.settings.schema import Settings


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "handover",
        help="show, send or delete the pictures that wait to be fetched",
        description=(
            "Pictures that visitors keep wait on this computer, encrypted, until they "
            "are fetched. None of this needs the kiosk to be closed."
        ),
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    status = actions.add_parser(
        "status", help="say what waits and how it stands with the service"
    )
    retry = actions.add_parser("retry", help="try now to send and delete what waits")
    purge = actions.add_parser(
        "purge",
        help="delete every picture that waits, here and at the service",
        description=(
            "Deletes every picture that waits, here at once and at the service as soon "
            "as it answers. Its visitors will not get it."
        ),
    )
    purge.add_argument("--yes", action="store_true", help="really delete them")
    for action in (status, retry, purge):
        add_json(action)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    from kiosk.handover.dispatch import FOLDER
    from kiosk.places import data_folder
    from kiosk.settings.read import load_or_default

    settings = load_or_default()[0].settings
    folder = (settings.storage.folder or data_folder()) / FOLDER
    if arguments.action == "status":
        return _status(settings, folder, as_json=arguments.json)
    if arguments.action == "purge" and not arguments.yes:
        from kiosk.errors import SettingsError

        raise SettingsError(
            "This deletes pictures that visitors still wait for: add --yes."
        )
    return _act(settings, folder, arguments)


def _status(settings: "Settings", folder: Path, *, as_json: bool) -> int:
    from kiosk.handover.report import read_report
    from kiosk.output import say, say_json

    account = _account(settings)
    report = read_report(folder, account.url if account else "")
    if as_json:
        say_json(report.as_dict())
    else:
        for line in report.lines():
            say(line)
    return 0


def _account(settings: "Settings") -> "Account | None":
    """The account that a kiosk with these settings has."""
    from kiosk.bot.beside import own_account
    from kiosk.handover.account import account_of

    account = account_of(settings.handover)
    if account is None and settings.bot.token.get_secret_value():
        return own_account(settings.bot)
    return account


def _act(settings: "Settings", folder: Path, arguments: argparse.Namespace) -> int:
    from kiosk.handover.errors import HandoverError
    from kiosk.handover.outbox import Outbox

    if not folder.is_dir():
        return _status(settings, folder, as_json=arguments.json)
    outbox = Outbox(folder)
    courier = _courier(settings, outbox)
    try:
        if arguments.action == "purge":
            _purge(outbox)
        courier.look_around()
        standing = courier.standing
    finally:
        courier.end()
    _status(settings, folder, as_json=arguments.json)
    if standing.outbox_trouble or standing.trouble:
        raise HandoverError(standing.outbox_trouble or standing.trouble)
    return 0


def _purge(outbox: "Outbox") -> None:
    import time

    from kiosk.handover.outbox import Place

    for one in outbox.waiting(Place.HERE, Place.SENT):
        outbox.delete(one.id, time.time())


def _courier(settings: "Settings", outbox: "Outbox") -> "Courier":
    """A courier without a thread; pickups are left to a kiosk to write down."""
    from kiosk.handover.courier import Courier
    from kiosk.handover.progress import Watch
    from kiosk.handover.timekeeping import Timekeeper

    return Courier(
        outbox,
        lambda: _account(settings),
        lambda: settings.handover,
        Watch(),
        lambda *_: False,
        Timekeeper(),
    )
