"""``kiosk evaluate``: how good the engine's pictures are."""

import argparse
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import SettingsError
from kiosk.output import say, say_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from pipeline.engine import Engine
    from pipeline.manner import Manner

_PAIRS = (("visitors", "paintings"), ("clip", "painting"), ("detection", "labels"))
_CLIP_SIZE_PX = (1080, 1920)
_LISTED = ("skipped", "worst", "by_painting", "by_visitor", "groups", "missed")


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "evaluate",
        help="measure how good the pictures are",
        description=(
            "Puts every visitor into every painting, plays a clip into a painting, or "
            "counts detected faces by group, and prints the figures."
        ),
    )
    parser.add_argument(
        "--visitors",
        type=Path,
        metavar="DIR",
        help="photos of one person each; a catalogue.csv there (file, faces, person) "
        "is believed",
    )
    parser.add_argument("--paintings", type=Path, metavar="DIR", help="paintings")
    parser.add_argument(
        "--sheet", type=Path, metavar="FILE.jpg", help="write a sheet of all results"
    )
    parser.add_argument(
        "--out-dir",
        type=Path,
        metavar="DIR",
        help="keep each result as VISITOR__PAINTING.png",
    )
    parser.add_argument("--clip", type=Path, metavar="FILE", help="a filmed visitor")
    parser.add_argument(
        "--painting",
        metavar="PAINTING",
        help="pack/painting or a picture file for --clip",
    )
    parser.add_argument(
        "--complexion",
        type=_share,
        metavar="0..1",
        help="0 paints everybody in the painted skin colour, 1 in their own (default: "
        "as the kiosk does)",
    )
    parser.add_argument(
        "--detection", type=Path, metavar="DIR", help="pictures to find faces in"
    )
    parser.add_argument(
        "--labels",
        type=Path,
        metavar="CSV",
        help="what --detection shows: file and any of race, gender, age",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    """Measure and tell."""
    _check(arguments)
    from pipeline.backends import open_engine

    engine = open_engine()
    report: dict[str, object] = {}
    if arguments.visitors is not None:
        report.update(_folders(arguments, engine))
    if arguments.clip is not None:
        report.update(_clip(arguments, engine))
    if arguments.detection is not None:
        report.update(_detection(arguments, engine))
    if arguments.json:
        say_json(report)
    else:
        _tell(report)
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Make sure that what belongs together was given together.

    Raises:
        SettingsError: If something is missing.
    """
    given = [
        tuple(name for name in pair if getattr(arguments, name) is not None)
        for pair in _PAIRS
    ]
    for pair, names in zip(_PAIRS, given, strict=True):
        if len(names) == 1:
            raise SettingsError(f"--{pair[0]} and --{pair[1]} go together; give both.")
    if not any(given):
        raise SettingsError(
            "Say what to evaluate: --visitors DIR --paintings DIR, --clip FILE "
            "--painting PAINTING, or --detection DIR --labels CSV."
        )
    keeps = arguments.sheet is not None or arguments.out_dir is not None
    if keeps and not given[0]:
        raise SettingsError("--sheet and --out-dir need --visitors and --paintings.")
    if arguments.complexion is not None and not (given[0] or given[1]):
        raise SettingsError("--complexion needs --visitors or --clip.")
    sheet = arguments.sheet
    if sheet is not None and sheet.suffix.lower() not in (".jpg", ".jpeg", ".png"):
        raise SettingsError(f"The sheet {sheet.name} must be a .jpg or .png file.")


def _folders(arguments: argparse.Namespace, engine: "Engine") -> Mapping[str, object]:
    from pipeline.evaluate.run import Wanted, evaluate_folders

    wanted = Wanted(
        arguments.visitors,
        arguments.paintings,
        arguments.sheet,
        arguments.out_dir,
        _manner(arguments),
    )
    return evaluate_folders(wanted, engine, _progress)


def _clip(arguments: argparse.Namespace, engine: "Engine") -> Mapping[str, object]:
    from kiosk.packs.library import open_library
    from pipeline.evaluate.clip import play
    from pipeline.live import LivePortrait
    from pipeline.painting import load_painting

    chosen = open_library().find(arguments.painting)
    painting = load_painting(chosen.image, engine)
    manner = _manner(arguments)
    live = LivePortrait(engine, painting, _CLIP_SIZE_PX, mirrored=False, manner=manner)
    return {
        "clip": arguments.clip.name,
        "painting": arguments.painting,
        **play(arguments.clip, live.render),
        "complexion": manner.complexion,
    }


def _manner(arguments: argparse.Namespace) -> "Manner":
    from pipeline.manner import Manner

    if arguments.complexion is None:
        return Manner()
    return Manner(complexion=arguments.complexion)


def _detection(arguments: argparse.Namespace, engine: "Engine") -> Mapping[str, object]:
    from pipeline.evaluate.fairness import detection_rates

    return detection_rates(arguments.detection, arguments.labels, engine.detector)


def _progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _tell(report: Mapping[str, object]) -> None:
    for name, value in report.items():
        if name in _LISTED:
            continue
        say(f"{name:24}{_short(value)}")
    for name in _LISTED:
        if report.get(name):
            _tell_list(name, report[name])


def _tell_list(name: str, found: object) -> None:
    say(f"\n{name}:")
    if isinstance(found, Mapping):
        for key, value in found.items():
            say(f"  {key}: {_short(value)}")
    elif isinstance(found, list):
        for value in found:
            say(f"  {_short(value)}")


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_short(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_short(inner) for inner in value)
    return str(value)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0 and 1")
    return value
