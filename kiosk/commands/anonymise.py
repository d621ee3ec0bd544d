"""``kiosk anonymise``: copies of photos and films in which nobody is known again."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.anonymise.job import Job
    from kiosk.cli import Subparsers

_STEP = 0.1


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "anonymise",
        help="take the faces out of photos and films",
        description=(
            "Writes copies in which every face is a painted one, or blurred. What a "
            "file says about itself is left out, and so is the sound of films. Each "
            "copy is searched again for faces; if any is left nothing is written. Look "
            "at the copies before you pass them on: no program finds every face."
        ),
    )
    parser.add_argument("source", type=Path, metavar="IN", help="a file or a folder")
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="a file or folder that is not there yet"
    )
    parser.add_argument(
        "--with",
        dest="choice",
        default="studio",
        metavar="PAINTING",
        help=(
            "pack/painting or a picture file whose face is painted in, 'studio' for "
            "the likest of our own paintings, or 'blur' (default: studio)"
        ),
    )
    parser.add_argument(
        "--allow-none",
        action="store_true",
        help="copy files in which no face is found, too",
    )


def run(arguments: argparse.Namespace) -> int:
    """Anonymise everything and tell what was done."""
    from kiosk.anonymise.choice import treatment_for
    from kiosk.anonymise.job import Job, check_ending
    from kiosk.errors import AnonymiseError
    from kiosk.output import say
    from pipeline.backends import open_engine

    source: Path = arguments.source
    out: Path = arguments.out
    if not source.exists():
        raise AnonymiseError(f"There is no file or folder {source}.")
    if out.exists():
        raise AnonymiseError(f"{out} is there already. Name another file or folder.")
    if not source.is_dir():
        check_ending(source, out)
    engine = open_engine("mesh")
    job = Job(
        treatment_for(arguments.choice, engine),
        engine.detector,
        allow_none=arguments.allow_none,
    )
    if source.is_dir():
        return _folder(source, out, job)
    counted = job.do(source, out, _Meter(source.name).show)
    say(f"{out} (faces: {counted.faces}, frames: {counted.frames})")
    return 0


def _folder(source: Path, out: Path, job: "Job") -> int:
    """Anonymise every file of a folder; what fails is told and left out."""
    from kiosk.anonymise.job import name_for
    from kiosk.errors import AnonymiseError
    from kiosk.output import complain, say
    from pipeline.errors import EngineError

    files = sorted(
        path
        for path in source.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )
    if not files:
        raise AnonymiseError(f"There is no file in the folder {source}.")
    if out.resolve().is_relative_to(source.resolve()):
        raise AnonymiseError("OUT must not lie in IN.")
    failed = 0
    for number, path in enumerate(files, 1):
        inner = path.relative_to(source)
        target = out / inner.parent / name_for(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            counted = job.do(path, target, _Meter(str(inner)).show)
        except (AnonymiseError, EngineError, OSError) as error:
            failed += 1
            complain(f"{inner} ({number} of {len(files)}) was left out: {error}")
        else:
            say(f"{target} ({number} of {len(files)}, faces: {counted.faces})")
    if failed:
        complain(f"Files left out: {failed} of {len(files)}.")
    return 2 if failed else 0


class _Meter:
    """Shows how far a long film is, where somebody looks."""

    def __init__(self, name: str) -> None:
        self._name, self._shown = name, 0.0

    def show(self, part: float) -> None:
        """Show the part that is done, 0 to 1, on one line of a terminal."""
        if not sys.stderr.isatty() or not (part >= self._shown + _STEP or part >= 1):
            return
        self._shown = part
        sys.stderr.write(f"\r{self._name}: {part:4.0%}" + ("\n" if part >= 1 else ""))
        sys.stderr.flush()
