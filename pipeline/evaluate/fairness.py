"""Whether faces are found equally well in every group of people.

Works on a table like FairFace's (Karkkainen & Joo, 2021): a ``file`` column and any of
``race``, ``gender`` and ``age``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.detect.base import FaceDetector
from pipeline.errors import ImageUnreadableError
from pipeline.evaluate.folders import FolderError, is_file, read_table
from pipeline.images import read_image

TRAITS = ("race", "gender", "age")


@dataclass(frozen=True, slots=True)
class Looked:
    """Whether a face was found in one picture, and what the table says of it."""

    file: str
    traits: Mapping[str, str]
    found: bool


def detection_rates(
    folder: Path, labels: Path, detector: FaceDetector
) -> dict[str, object]:
    """Count the pictures in which a face is found, overall and by group.

    Args:
        folder: Where the pictures lie; the table's paths may also start beside the
            table itself.
        labels: The table.
        detector: Finds faces.

    Returns:
        ``images``, ``detected_rate``, ``groups`` (trait to group to ``images`` and
        ``detected_rate``), ``largest_shortfall`` (how far the worst group lies under
        the whole), ``missed`` (file names) and ``skipped``.

    Raises:
        FolderError: If the table or all pictures are missing.
    """
    looked: list[Looked] = []
    skipped = []
    for row in read_table(labels):
        try:
            bgr = read_image(_place(row["file"], folder, labels.parent))
        except ImageUnreadableError as error:
            skipped.append({"file": row["file"], "reason": str(error)})
            continue
        traits = {name: row[name] for name in TRAITS if row.get(name)}
        looked.append(Looked(row["file"], traits, bool(detector.detect(bgr))))
    if not looked:
        raise FolderError(f"None of the pictures that {labels} names can be read.")
    groups = _groups(looked)
    overall = _rate(looked)
    rates = [_rate(members) for group in groups.values() for members in group.values()]
    return {
        "images": len(looked),
        "detected_rate": round(overall, 4),
        "groups": {
            trait: {
                name: {
                    "images": len(members),
                    "detected_rate": round(_rate(members), 4),
                }
                for name, members in sorted(group.items())
            }
            for trait, group in groups.items()
        },
        "largest_shortfall": round(max((overall - r for r in rates), default=0.0), 4),
        "missed": [one.file for one in looked if not one.found],
        "skipped": skipped,
    }


def _place(name: str, folder: Path, beside: Path) -> Path:
    """Find a picture that the table names; a path out of both folders is not taken."""
    parts = [part for part in Path(name).parts if part not in ("..", "/", "\\")]
    tries = (
        folder.joinpath(*parts),
        beside.joinpath(*parts),
        folder / Path(name).name,
    )
    return next((path for path in tries if is_file(path)), tries[0])


def _rate(members: Sequence[Looked]) -> float:
    return sum(one.found for one in members) / len(members)


def _groups(looked: Sequence[Looked]) -> dict[str, dict[str, list[Looked]]]:
    groups: dict[str, dict[str, list[Looked]]] = {}
    for one in looked:
        for trait, name in one.traits.items():
            groups.setdefault(trait, {}).setdefault(name, []).append(one)
    return groups
