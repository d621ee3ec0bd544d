"""Puts every visitor into every painting and measures each result.

A swapped face is described by SFace after an alignment that asks the picture itself:
YuNet's five points of the face found where the painted one was, as for the visitor's
photo. Where it finds none there, the painted mesh's own five points stand in, and the
pair counts as not detected.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from pipeline.alignment import five_points
from pipeline.detect.base import FaceDetector
from pipeline.errors import EngineError, NoFaceError
from pipeline.evaluate.measures import Fidelity, full_mask, measure
from pipeline.evaluate.recogniser import Embedding, SFace
from pipeline.evaluate.visitors import Skipped, Visitor
from pipeline.geometry import clip_box, points_box
from pipeline.types import AnyArray, BoxPx, ImageBgr, Mask, Points2d, Points3d

_CROP_MARGIN = 0.5
_NEAR = 0.35
"""How far, in face widths, a face found again may lie from the painted one."""


class Swapped(Protocol):
    """What a swap gives back; the engine's still is one."""

    @property
    def bgr(self) -> ImageBgr:
        """The painting with the visitor's face."""
        ...

    @property
    def masks(self) -> tuple[tuple[BoxPx, Mask], ...]:
        """The mask of each swapped face."""
        ...

    @property
    def stages_ms(self) -> Mapping[str, float]:
        """Milliseconds by stage."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A painting to be evaluated.

    Attributes:
        name: What it is called, unlike any other of its folder.
        bgr: The painting.
        faces_px: The points of each painted face, ``(468, 3)``.
        swap: Puts a visitor's photo into it.
    """

    name: str
    bgr: ImageBgr
    faces_px: Sequence[Points3d]
    swap: Callable[[ImageBgr], Swapped]


@dataclass(frozen=True, slots=True)
class PairFigures:
    """How one visitor came out in one painting.

    Attributes:
        visitor: The visitor's name.
        painting: The painting's name.
        identity: Cosine between the new face and the visitor.
        nearest: The visitor whose photo the new face is nearest to.
        recognised: Whether that is the same person.
        detected: Whether a detector finds a face where the painted one was.
        fidelity: How well the new face sits in the painting.
        stages_ms: Milliseconds by stage.
    """

    visitor: str
    painting: str
    identity: float
    nearest: str
    recognised: bool
    detected: bool
    fidelity: Fidelity
    stages_ms: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """One visitor in one painting, to be seen and judged.

    Attributes:
        figures: The judgement.
        bgr: The result.
        painted_px: The points of the painted face that it took the place of.
    """

    figures: PairFigures
    bgr: ImageBgr
    painted_px: Points3d


def evaluate_painting(
    subject: Subject,
    visitors: Sequence[Visitor],
    detector: FaceDetector,
    recogniser: SFace,
) -> Iterator[Pair | Skipped]:
    """Put every visitor into one painting.

    Yields:
        Each result, or the engine's sentence why there is none.
    """
    gallery = np.stack([visitor.embedding for visitor in visitors])
    for visitor in visitors:
        try:
            result = subject.swap(visitor.bgr)
            yield _judge(
                subject, visitor, visitors, gallery, result, detector, recogniser
            )
        except EngineError as error:
            yield Skipped(f"{visitor.name} into {subject.name}", str(error))


def _judge(
    subject: Subject,
    visitor: Visitor,
    visitors: Sequence[Visitor],
    gallery: Embedding,
    result: Swapped,
    detector: FaceDetector,
    recogniser: SFace,
) -> Pair:
    if not any(mask.any() for _, mask in result.masks):
        raise NoFaceError("Nothing of the painted face could be replaced.")
    box_px, _ = max(result.masks, key=lambda part: float(part[1].sum()))
    painted_px = _painted_face(subject.faces_px, box_px)
    found = find_again(result.bgr, painted_px, detector)
    points = five_points(painted_px) if found is None else found
    embedding = recogniser.embed(result.bgr, points)
    cosines = gallery @ embedding
    nearest = visitors[int(np.argmax(cosines))]
    size_px = (result.bgr.shape[1], result.bgr.shape[0])
    mask = full_mask(size_px, result.masks)
    figures = PairFigures(
        visitor=visitor.name,
        painting=subject.name,
        identity=float(visitor.embedding @ embedding),
        nearest=nearest.name,
        recognised=nearest.person == visitor.person,
        detected=found is not None,
        fidelity=measure(subject.bgr, result.bgr, mask),
        stages_ms=result.stages_ms,
    )
    return Pair(figures, result.bgr, painted_px)


def find_again(
    bgr: ImageBgr, painted_px: Points3d, detector: FaceDetector
) -> Points2d | None:
    """Find the face that stands where the painted one was.

    Args:
        bgr: The painting with a new face.
        painted_px: ``(468, 3)``, the painted face.
        detector: Finds faces.

    Returns:
        Its five points, or None when no face is found near enough.
    """
    box = points_box(painted_px)
    side = float(max(box[2:] - box[:2]))
    margin = _CROP_MARGIN * side
    size_px = (bgr.shape[1], bgr.shape[0])
    left, top, right, bottom = clip_box(box[:2] - margin, box[2:] + margin, size_px)
    crop = np.ascontiguousarray(bgr[top:bottom, left:right])
    centre = _centre(box) - (left, top)
    near = [
        (float(np.linalg.norm(_centre(face.box_xyxy) - centre)), face)
        for face in detector.detect(crop)
    ]
    near = [(far, face) for far, face in near if far < _NEAR * side]
    if not near:
        return None
    _, nearest = min(near, key=lambda pair: pair[0])
    offset = np.array([left, top], np.float32)
    return np.asarray(nearest.key_points_px + offset, dtype=np.float32)


def _painted_face(faces_px: Sequence[Points3d], box_px: BoxPx) -> Points3d:
    """The painted face that a swapped face's box lies on."""
    centre = _centre(np.asarray(box_px))
    return min(
        faces_px,
        key=lambda face: float(np.linalg.norm(face[:, :2].mean(axis=0) - centre)),
    )


def _centre(box_xyxy: AnyArray) -> AnyArray:
    return np.asarray((box_xyxy[:2] + box_xyxy[2:]) / 2)
