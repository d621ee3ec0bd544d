"""``kiosk models list``: all models, ours and the operator's."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.models.inspection import Inspection, ModelRow


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "list",
        help="show all models",
        description=(
            "Shows every model with what it is for, its licence, its SHA-256, what it "
            "runs on and how long that takes. Models are told apart by what is in them."
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show all models."""
    from kiosk.models.inspection import look_through
    from kiosk.output import say, say_json
    from kiosk.settings.read import load_or_default

    seen = look_through(load_or_default()[0].settings)
    if arguments.json:
        say_json(values_of(seen))
        return 0
    for row in seen.rows:
        for line in lines_of(row):
            say(line)
    if all(row.ours for row in seen.rows):
        say(f"Your own would lie in {seen.folder}; there are none.")
    else:
        say(f"Your own lie in {seen.folder}.")
    return 0


def lines_of(row: "ModelRow") -> list[str]:
    """A model in a few lines."""
    owner = "built in" if row.ours else "yours"
    notes = [owner, _size(row.size_bytes), "used" if row.used else "not used"]
    if row.run_ms is not None:
        notes.append(f"{row.run_ms:.1f} ms on {row.provider}")
    lines = [
        f"{row.file}  ({', '.join(notes)})",
        f"    {row.purpose or 'no model'}; licence: {row.licence}",
    ]
    if row.sha256:
        lines.append(f"    SHA-256 {row.sha256}")
    if row.problem:
        lines.append(f"    -> {row.problem}")
    return lines


def _size(size_bytes: int) -> str:
    if size_bytes < 100_000:
        return f"{size_bytes / 1e3:.0f} kB"
    return f"{size_bytes / 1e6:.1f} MB"


def values_of(seen: "Inspection") -> dict[str, object]:
    """All models as JSON."""
    return {
        "folder": str(seen.folder),
        "engine": seen.engine,
        "models": [
            {
                "file": row.file,
                "built_in": row.ours,
                "purpose": row.purpose,
                "licence": row.licence,
                "size_bytes": row.size_bytes,
                "sha256": row.sha256 or None,
                "used": row.used,
                "provider": row.provider or None,
                "run_ms": None if row.run_ms is None else round(row.run_ms, 2),
                "problem": row.problem or None,
            }
            for row in seen.rows
        ],
        "problems": list(seen.problems),
    }
