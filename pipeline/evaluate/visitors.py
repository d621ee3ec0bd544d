"""The photos that stand for visitors: each shows one person to be found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.detect.base import FaceDetector
from pipeline.errors import ImageUnreadableError
from pipeline.evaluate.folders import catalogue_of, names_of, pictures_in
from pipeline.evaluate.recogniser import Embedding, SFace
from pipeline.images import read_image
from pipeline.types import Detection, ImageBgr

_DOMINATES = 4.0
"""How many times the area of the next face the main one must have."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out.

    Attributes:
        file: Its file name; for a pair ``VISITOR into PAINTING``.
        reason: A plain sentence.
    """

    file: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Visitor:
    """One photo of one person.

    Attributes:
        name: What the photo is called, unlike any other of its folder.
        person: Who it is; photos of the same person share it.
        bgr: The photo.
        face: The main face in it.
        embedding: Who SFace takes the main face for.
    """

    name: str
    person: str
    bgr: ImageBgr
    face: Detection
    embedding: Embedding


def load_visitors(
    folder: Path, detector: FaceDetector, recogniser: SFace
) -> tuple[list[Visitor], list[Skipped]]:
    """Read every photo in which exactly one person is the main one.

    A ``catalogue.csv`` in the folder is believed: its ``faces`` column says how many
    people a photo shows, its ``person`` column who it is. Without them the faces are
    counted, and every file is a person of its own.

    Raises:
        FolderError: If there is no such folder, no picture or a broken catalogue.
    """
    catalogue = catalogue_of(folder)
    visitors: list[Visitor] = []
    skipped: list[Skipped] = []
    paths = pictures_in(folder)
    for path, name in zip(paths, names_of(paths), strict=True):
        known = catalogue.get(path.name, {})
        loaded = _load(path, name, known, detector, recogniser)
        if isinstance(loaded, Visitor):
            visitors.append(loaded)
        else:
            skipped.append(loaded)
    return visitors, skipped


def _load(
    path: Path,
    name: str,
    known: Mapping[str, str],
    detector: FaceDetector,
    recogniser: SFace,
) -> Visitor | Skipped:
    said = known.get("faces", "")
    if said.isdigit() and said != "1":
        return Skipped(path.name, f"The catalogue counts {said} faces in it.")
    try:
        bgr = read_image(path)
    except ImageUnreadableError as error:
        return Skipped(path.name, str(error))
    faces = detector.detect(bgr)
    if not faces:
        return Skipped(path.name, "No face was found in it.")
    if not said and not _one_dominates(faces):
        return Skipped(path.name, f"{len(faces)} faces were found, none the main one.")
    embedding = recogniser.embed(bgr, faces[0].key_points_px)
    return Visitor(name, known.get("person") or name, bgr, faces[0], embedding)


def _one_dominates(faces: Sequence[Detection]) -> bool:
    """Whether the first of the faces, largest first, is clearly the main one."""
    areas = [face.width_px * face.height_px for face in faces[:2]]
    return len(areas) < 2 or areas[0] >= _DOMINATES * areas[1]
