"""``kiosk packs check``: everything that is wrong with a pack, at once."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.packs import add_json

if TYPE_CHECKING:
    from kiosk.commands.packs import Actions
    from kiosk.packs.reading import ReadPack


def add_action(actions: "Actions") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "check",
        help="list everything that is wrong with a pack",
        description=(
            "Lists all problems of a pack with file, field and cure. The exit code is "
            "1 if any is fatal: the pack would not be installed."
        ),
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="a folder or a zip file"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """List the problems."""
    from kiosk.output import say, say_json
    from kiosk.packs.problems import any_fatal

    manifest, problems = _checked(arguments.path)
    failed = manifest is None or any_fatal(problems)
    if arguments.json:
        say_json(
            {
                "id": manifest and manifest.id,
                "version": manifest and manifest.version,
                "paintings": len(manifest.paintings) if manifest else 0,
                "fatal": failed,
                "problems": [problem.values() for problem in problems],
            }
        )
        return int(failed)
    for problem in problems:
        say(f"{problem.severity}: {problem.line()}")
    if manifest is not None and not failed:
        count = len(manifest.paintings)
        say(f"The pack '{manifest.id}' can be installed; paintings: {count}.")
    return int(failed)


def _checked(path: Path) -> "ReadPack":
    import tempfile

    from kiosk.errors import PackError
    from kiosk.packs.archive import unpack
    from kiosk.packs.arrival import source_at
    from kiosk.packs.checking import check_pack
    from kiosk.packs.problems import fatal
    from kiosk.packs.reading import ReadPack

    source = source_at(path)
    if source.is_dir():
        return check_pack(source)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        try:
            folder = unpack(source, Path(own))
        except PackError as error:
            words, _, cure = str(error).partition(". ")
            return ReadPack(None, (fatal(source.name, "", f"{words}.", cure),))
        return check_pack(folder)
