"""``kiosk packs fetch``: paintings from museums' open collections become a pack."""

import argparse
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.cli import Subparsers
    from kiosk.packs.fetch.manifest import Caption, PackName
    from kiosk.packs.fetch.pack import Outcome, Step
    from kiosk.packs.fetch.references import Reference

INTERRUPTED = 130
_LOOK_EVERY_S = 0.05
_SAY_EVERY_S = 5.0
_DEFAULTS = {True: ("masterpieces", "Masterpieces"), False: ("fetched", "From museums")}
"""Id and title by whether our list was asked for."""


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "fetch",
        help="make a pack of paintings from museums' open collections (goes online)",
        description=(
            "Fetches paintings that museums mark as public domain or CC0 into the "
            "folder of a pack. It goes online, to the museums that are named; nothing "
            "else does. What breaks off goes on when the same command is given again. "
            "The exit code is 1 if some could not be fetched."
        ),
    )
    parser.add_argument(
        "references",
        nargs="*",
        metavar="REF",
        help="met:436532, aic:80607, rijks:SK-A-3262, commons:File:NAME.jpg, or the "
        "address of a work's page",
    )
    parser.add_argument(
        "--masterpieces", action="store_true", help="also our list of famous portraits"
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="the pack's folder; default: named after its id, where you are",
    )
    parser.add_argument("--id", metavar="ID", help="the pack's id")
    parser.add_argument("--title", metavar="TEXT", help="the title of a new pack")
    parser.add_argument(
        "--install", action="store_true", help="install the pack afterwards"
    )
    parser.add_argument(
        "--contact",
        default="",
        metavar="MAIL",
        help="how museums can reach you; sent with every request, and Wikimedia "
        "asks for it",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Fetch, tell what came of it, and perhaps install the pack."""
    from kiosk.output import complain, say_json
    from kiosk.packs.fetch.pack import fetch_into_pack

    references, captions = _wanted(arguments.references, arguments.masterpieces)
    name, folder = _place(arguments)
    collections = sorted({reference.museum.value for reference in references})
    complain(f"Going online because you ask for it: {', '.join(collections)}.")

    def job(cancel: threading.Event) -> "Outcome":
        from kiosk.packs.fetch.manners import Manners
        from kiosk.packs.fetch.museums import open_museums

        with open_museums(Manners(contact=arguments.contact), cancel) as museums:
            return fetch_into_pack(
                museums, references, folder, name, _Steps(), captions
            )

    outcome = _interruptible(job)
    values = _told(outcome, name, folder, as_json=arguments.json)
    code = _code(outcome)
    if arguments.install and code != INTERRUPTED and _has_any(outcome):
        refused = _install(folder, values, as_json=arguments.json)
        code = refused or code
    if arguments.json:
        say_json(values)
    return code


def _wanted(
    texts: "Sequence[str]", with_masterpieces: bool
) -> "tuple[list[Reference], Mapping[Reference, Caption]]":
    from kiosk.errors import SettingsError
    from kiosk.packs.fetch.masterpieces import (
        FILE_NAME,
        captions_of,
        read_masterpieces,
    )
    from kiosk.packs.fetch.references import parse_reference
    from kiosk.packs.library import packs_folder

    references = [parse_reference(text) for text in texts]
    if not with_masterpieces:
        if not references:
            raise SettingsError(
                "Say what to fetch, such as met:436532, or give --masterpieces."
            )
        return references, {}
    masterpieces = read_masterpieces(packs_folder() / FILE_NAME)
    references += [one.reference for one in masterpieces]
    return references, captions_of(masterpieces)


def _place(arguments: argparse.Namespace) -> "tuple[PackName, Path]":
    """What the pack is called, and where; a pack that is there keeps its id."""
    from kiosk.packs.fetch.manifest import PackName
    from kiosk.packs.manifest_file import read_values

    pack_id, title = _DEFAULTS[arguments.masterpieces and not arguments.references]
    if arguments.into is not None and arguments.id is None:
        known = read_values(arguments.into)[0].get("id")
        pack_id = known if isinstance(known, str) else pack_id
    pack_id = pack_id if arguments.id is None else arguments.id
    folder = arguments.into or Path(pack_id)
    return PackName(pack_id, arguments.title or title), folder


class _Steps:
    """Says how far fetching is: each painting once, and large images now and then."""

    def __init__(self) -> None:
        self._number = 0
        self._said_s = 0.0

    def __call__(self, step: "Step") -> None:
        from kiosk.output import complain

        now_s = time.monotonic()
        if step.number == self._number and now_s - self._said_s < _SAY_EVERY_S:
            return
        self._number, self._said_s = step.number, now_s
        line = f"{step.number} of {step.of}: {step.reference.text}"
        if step.done_bytes:
            line += f", {step.done_bytes / 1e6:.1f} MB"
            line += f" of {step.whole_bytes / 1e6:.1f}" if step.whole_bytes else ""
        complain(line)


def _interruptible(job: "Callable[[threading.Event], Outcome]") -> "Outcome":
    """Do a job in a thread; the first Ctrl+C asks it to stop, the second leaves it."""
    from concurrent.futures import Future

    from kiosk.output import complain

    cancel = threading.Event()
    future: Future[Outcome] = Future()

    def work() -> None:
        try:
            future.set_result(job(cancel))
        except BaseException as error:  # noqa: BLE001 - raised again by result()
            future.set_exception(error)

    thread = threading.Thread(target=work, name="fetch", daemon=True)
    thread.start()
    while thread.is_alive():
        try:
            time.sleep(_LOOK_EVERY_S)
        except KeyboardInterrupt:
            if cancel.is_set():
                raise
            cancel.set()
            complain("Stopping; this may take 20 seconds. Ctrl+C again stops at once.")
    return future.result()


def _told(
    outcome: "Outcome", name: "PackName", folder: Path, *, as_json: bool
) -> dict[str, object]:
    from kiosk.output import complain, say

    for failure in outcome.failures:
        complain(f"{failure.reference.text}: {failure.error}")
    if outcome.was_cancelled:
        complain("Stopped. The same command goes on where this one stopped.")
    if not as_json:
        counts = (outcome.taken, outcome.passed_over, outcome.failures)
        taken, there, failed = map(len, counts)
        say(f"{folder}: fetched {taken}, there before {there}, failed {failed}.")
    return {
        "id": name.id,
        "folder": str(folder),
        "taken": [one.text for one in outcome.taken],
        "there_before": [one.text for one in outcome.passed_over],
        "failed": [
            {"reference": one.reference.text, "why": str(one.error)}
            for one in outcome.failures
        ],
        "stopped": outcome.was_cancelled,
    }


def _code(outcome: "Outcome") -> int:
    if outcome.was_cancelled:
        return INTERRUPTED
    return int(bool(outcome.failures))


def _has_any(outcome: "Outcome") -> bool:
    return bool(outcome.taken or outcome.passed_over)


def _install(folder: Path, values: dict[str, object], *, as_json: bool) -> int:
    """Install the pack; 2 if it is refused, with all that is wrong with it."""
    from kiosk.commands.packs.list import line_of, values_of
    from kiosk.output import complain, say
    from kiosk.packs.installing import install_prepared, problems_with
    from kiosk.packs.library import find_pack
    from kiosk.packs.preparations import usual_preparations
    from kiosk.packs.problems import UnfitPackError
    from kiosk.packs.store import usual_store

    store, preparations = usual_store(), usual_preparations()
    try:
        installed = install_prepared(store, preparations, folder)
    except UnfitPackError as error:
        values["installed"] = None
        values["problems"] = [problem.values() for problem in error.problems]
        for problem in error.problems:
            complain(f"{problem.severity}: {problem.line()}")
        complain("The pack is not installed; what was fetched stays in its folder.")
        return 2
    listed = find_pack(installed.pack.id, store)
    values["installed"] = values_of(listed)
    problems = problems_with(installed, preparations)
    values["problems"] = [problem.values() for problem in problems]
    for problem in problems:
        complain(f"{problem.severity}: {problem.line()}")
    if not as_json:
        say(line_of(listed))
    return 0
