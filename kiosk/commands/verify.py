"""``kiosk verify``: shows the marks of a picture."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.privacy.marks.inspection import Inspection


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "verify",
        help="show the marks of a picture and whether they are intact",
        description=(
            "Shows what a picture says about how it was made: its signed content "
            "credentials (C2PA) and its metadata (XMP, IPTC). Ends with 0 if it is "
            "signed and unchanged since, else with 1. Nothing is sent anywhere."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a picture")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read the marks and tell them."""
    from kiosk.output import say, say_json
    from kiosk.privacy.marks.inspection import inspect

    seen = inspect(arguments.file)
    if arguments.json:
        say_json({"file": str(arguments.file), "intact": seen.intact, **asdict(seen)})
    else:
        for label, words in _lines(seen):
            say(f"{label:14}{words}")
    return 0 if seen.intact else 1


def _lines(seen: "Inspection") -> list[tuple[str, str]]:
    made = seen.credentials.made_by if seen.credentials else ""
    facts = seen.metadata
    lines = [
        ("signature", _signature(seen)),
        ("made by", made or facts.get("xmp:CreatorTool", "")),
        ("how", seen.source_type.rsplit("/", 1)[-1]),
        ("title", _either(seen, "title", "dc:title")),
        ("about", facts.get("dc:description", "")),
        ("credit", _either(seen, "credit", "photoshop:Credit")),
        ("rights", _either(seen, "rights", "dc:rights")),
        ("visible mark", _mark(seen)),
        ("metadata", "XMP with IPTC's source type" if facts else "none"),
        ("personal data", ", ".join(seen.personal) or "none found"),
    ]
    return [(label, words) for label, words in lines if words]


def _signature(seen: "Inspection") -> str:
    if seen.credentials_problem:
        return seen.credentials_problem
    if seen.credentials is None:
        return "none: never signed, or taken out on the way"
    signer = seen.credentials.signer
    if not seen.credentials.intact:
        codes = ", ".join(seen.credentials.problems)
        return f"BROKEN: the picture was changed after {signer} signed it ({codes})"
    vouched = "" if seen.credentials.trusted else "; no public list vouches for it"
    return f"intact, signed by {signer}{vouched}"


def _mark(seen: "Inspection") -> str:
    box = seen.credentials.mark_px if seen.credentials else None
    if box is None:
        return ""
    x0, y0, x1, y1 = box
    return f"{x1 - x0} x {y1 - y0} pixels at {x0}, {y0}"


def _either(seen: "Inspection", name: str, xmp_name: str) -> str:
    signed = str(getattr(seen.credentials, name)) if seen.credentials else ""
    return signed or seen.metadata.get(xmp_name, "")
