"""``kiosk packs check``: everything that is wrong with a pack, at once."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.packs.manifest import Pack, PackPainting
    from kiosk.packs.preparations import Preparations
    from kiosk.packs.reading import ReadPack
    from kiosk.packs.report import Report


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "check",
        help="list everything that is wrong with a pack, and how each painting suits",
        description=(
            "Lists all problems of a pack with file, field and cure, then looks for "
            "faces and says of each painting how well it suits: good, usable, poor or "
            "unusable. The exit code is 1 if any problem is fatal: the pack would not "
            "be installed."
        ),
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="a folder or a zip file"
    )
    parser.add_argument(
        "--quick", action="store_true", help="look at list and files only, at no faces"
    )
    parser.add_argument(
        "--preview",
        type=Path,
        metavar="DIR",
        help="write a small portrait of the demo visitor in each painting, ID.jpg",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """List the problems and the verdicts."""
    from kiosk.errors import SettingsError
    from kiosk.packs.manifest import pack_of
    from kiosk.packs.problems import any_fatal
    from kiosk.packs.reading import ReadPack
    from kiosk.packs.report_words import problems_of

    if arguments.quick and arguments.preview is not None:
        raise SettingsError("A preview needs faces: leave --quick out.")
    with _checked(arguments.path) as (folder, (manifest, problems)):
        if any_fatal(problems):
            manifest = None
        reports: dict[str, Report] = {}
        previews: dict[str, str] = {}
        if manifest is not None and not arguments.quick:
            pack = pack_of(manifest, folder)
            reports, previews = _looked_through(pack, arguments.preview)
            for painting in pack.paintings:
                problems += problems_of(painting, reports[painting.id])
    checked = ReadPack(manifest, problems)
    if arguments.json:
        _say_json(checked, reports, previews)
    else:
        _say(checked, reports)
    return int(manifest is None)


@contextmanager
def _checked(path: Path) -> "Iterator[tuple[Path, ReadPack]]":
    """A pack's folder and what is wrong with it; a zip file is unpacked meanwhile."""
    import tempfile

    from kiosk.errors import PackError
    from kiosk.packs.archive import unpack
    from kiosk.packs.arrival import source_at
    from kiosk.packs.checking import check_pack
    from kiosk.packs.problems import fatal
    from kiosk.packs.reading import ReadPack

    source = source_at(path)
    if source.is_dir():
        yield source, check_pack(source)
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        try:
            folder = unpack(source, Path(own))
        except PackError as error:
            words, _, cure = str(error).partition(". ")
            problem = fatal(source.name, "", f"{words}.", cure)
            yield source, ReadPack(None, (problem,))
        else:
            yield folder, check_pack(folder)


def _looked_through(
    pack: "Pack", previews_folder: Path | None
) -> "tuple[dict[str, Report], dict[str, str]]":
    """Reports by the paintings' identifiers, and the files of their previews."""
    from kiosk.output import Counter
    from kiosk.packs.preparations import usual_preparations

    preparations, counter = usual_preparations(), Counter("looking at paintings")
    reports, previews = {}, {}
    for number, painting in enumerate(pack.paintings, start=1):
        report = reports[painting.id] = preparations.report(painting)
        if previews_folder is not None and report.room:
            file = previews_folder / f"{painting.id}.jpg"
            _write_preview(painting, preparations, file)
            previews[painting.id] = str(file)
        counter(number, len(pack.paintings))
    return reports, previews


def _write_preview(
    painting: "PackPainting", preparations: "Preparations", file: Path
) -> None:
    from kiosk.errors import SavingError
    from kiosk.packs.disk import disk_words
    from kiosk.packs.previews import preview_of
    from pipeline.images import write_image

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        words = disk_words(error) if isinstance(error, OSError) else "Check its name."
        message = f"The folder {file.parent} cannot be made. {words}"
        raise SavingError(message) from error
    write_image(file, preview_of(painting, preparations))


def _say(checked: "ReadPack", reports: "dict[str, Report]") -> None:
    from kiosk.output import say
    from kiosk.packs.report_words import about, summary, tally

    for problem in checked.problems:
        say(f"{problem.severity}: {problem.line()}")
    for name, report in reports.items():
        notes = " ".join(words for words, _ in about(report))
        say(f"{name:30}  {summary(report)}{f'. {notes}' if notes else ''}")
    if checked.manifest is not None:
        grades = tally(reports.values())
        count = len(checked.manifest.paintings)
        said = f"{count} ({grades})" if grades else str(count)
        say(f"The pack '{checked.manifest.id}' can be installed; paintings: {said}.")


def _say_json(
    checked: "ReadPack", reports: "dict[str, Report]", previews: "dict[str, str]"
) -> None:
    from kiosk.output import say_json
    from kiosk.packs.report_words import verdict_values

    manifest = checked.manifest
    say_json(
        {
            "id": manifest and manifest.id,
            "version": manifest and manifest.version,
            "paintings": len(manifest.paintings) if manifest else 0,
            "fatal": manifest is None,
            "problems": [problem.values() for problem in checked.problems],
            "verdicts": [
                {"id": name, **verdict_values(report), "preview": previews.get(name)}
                for name, report in reports.items()
            ],
        }
    )
