"""Looks at the faces of a painting one by one: those found, and those marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from pipeline.corrections import Bent, bend
from pipeline.geometry import bounds, clip_box
from pipeline.marked_face import MarkedFace, key_places
from pipeline.marks import FaceMark, sound_key_points, sound_moves
from pipeline.mesh import canonical_face
from pipeline.painted_mask import PaintedMask
from pipeline.painting import LEAST_FACE_PX, PROFILE_DEG, PaintedFace, Refusal
from pipeline.suitability import judge_face
from pipeline.types import LEAST_PRESENCE, BoxPx, ImageBgr, Points2d, Points3d, SizePx
from pipeline.verdict import Finding, Severity, Verdict, worst


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A face in a painting, whether visitors may step into it or not.

    Attributes:
        key_points_px: ``(5, 2)`` as in ``FaceMark``: where its marks belong.
        points_px: ``(468, 3)``, or None if there are none.
        place: Which of the prepared faces it is; None if it is not offered.
        findings: What is to be said against it, the worst first.
    """

    key_points_px: Points2d
    points_px: Points3d | None
    place: int | None
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """Of the worst finding."""
        return worst(self.findings)

    @property
    def box_px(self) -> BoxPx:
        """Around the face; as far as five points can tell where there are no more."""
        if self.points_px is not None:
            low, high = bounds(self.points_px)
        else:
            low, high = bounds(self.key_points_px)
            reach = float((high - low).max())
            low, high = low - reach, high + reach
        x0, y0 = (int(edge) for edge in np.floor(low[:2]))
        x1, y1 = (int(edge) for edge in np.ceil(high[:2]))
        return x0, y0, x1 + 1, y1 + 1


Look: TypeAlias = tuple[PaintedFace | None, SeenFace]
"""A face if visitors may step into it, and what is to be told of it."""

Fit: TypeAlias = Callable[[Points2d], MarkedFace]
"""From five sound key points to the mesh that lies on them."""

Measure: TypeAlias = Callable[[ImageBgr, Points3d, float], PaintedFace]
"""What ``pipeline.painting.measure_face`` does."""


def look_at_found(
    bgr: ImageBgr,
    found: Sequence[PaintedFace],
    refusals: Sequence[Refusal],
    mask: PaintedMask | None,
) -> list[Look]:
    """Look at the faces that the engine found, the offered ones first.

    Args:
        bgr: The painting at full size.
        found: By ``pipeline.painting.find_faces``, as all that follows.
        refusals: Faces that cannot be stepped into.
        mask: What people painted as being in front.
    """
    looks: list[Look] = []
    for face in found:
        masked = _masked(face, mask, bgr)
        findings = judge_face(bgr, masked)
        offered = None if worst(findings) is Severity.UNUSABLE else masked
        places = key_places(face.points_px)
        looks.append((offered, SeenFace(places, face.points_px, None, findings)))
    looks.sort(key=lambda look: look[0] is None)
    return looks + [(None, _refused(refusal)) for refusal in refusals]


def look_at_marked(
    bgr: ImageBgr,
    mark: FaceMark,
    mask: PaintedMask | None,
    fit: Fit,
    measure: Measure,
) -> Look:
    """Look at a face that people have marked.

    Args:
        bgr: The painting at full size.
        mark: The face.
        mask: What people painted as being in front.
        fit: Finds the mesh of a mark.
        measure: Works out all about a face.
    """
    size_px: SizePx = bgr.shape[1], bgr.shape[0]
    key_points = sound_key_points(mark, size_px)
    if key_points is None:
        wrong = Finding(Verdict.MARKS_WRONG, Severity.UNUSABLE, 0, 0)
        return None, SeenFace(np.asarray(mark.key_points_px), None, None, (wrong,))
    fitted = fit(key_points)
    bent, all_sound = corrected(fitted.points_px, mark, size_px)
    points = bent.points_px
    findings: list[Finding] = []
    if not fitted.measured:
        presence = fitted.presence
        findings.append(
            Finding(Verdict.UNSURE, Severity.USABLE, presence, LEAST_PRESENCE)
        )
    if bent.followed < 1 or not all_sound:
        part = bent.followed if all_sound else 0.0
        findings.append(Finding(Verdict.POINTS_HELD_BACK, Severity.USABLE, part, 1))
    if not _in_picture(points, size_px):
        findings.append(Finding(Verdict.MARKS_WRONG, Severity.UNUSABLE, 0, 0))
        return None, SeenFace(key_points, points, None, tuple(findings))
    face = _masked(measure(bgr, points, fitted.presence), mask, bgr)
    findings += judge_face(bgr, face)
    findings.sort(key=lambda each: -each.severity)
    usable = mark.swappable and worst(findings) is not Severity.UNUSABLE
    report = SeenFace(key_points, points, None, tuple(findings))
    return face if usable else None, report


def corrected(
    points_px: Points3d, mark: FaceMark, size_px: SizePx
) -> tuple[Bent, bool]:
    """A mesh with the moved points of its mark; quick enough to drag them.

    Args:
        points_px: ``(468, 3)`` without them.
        mark: Whose ``moved`` counts.
        size_px: Of the painting.

    Returns:
        The new mesh, and whether all moved points could be meant.
    """
    moves, all_sound = sound_moves(mark, size_px)
    if not moves:
        return Bent(points_px, 1.0), all_sound
    indices = list(moves)
    anchors = canonical_face().points_cm[indices]
    shifts = np.array([moves[index] for index in indices]) - points_px[indices, :2]
    return bend(points_px, anchors, shifts), all_sound


def _refused(refusal: Refusal) -> SeenFace:
    limits = {
        Verdict.FACE_SMALL: LEAST_FACE_PX,
        Verdict.PROFILE: PROFILE_DEG,
        Verdict.UNSURE: LEAST_PRESENCE,
    }
    limit = limits[refusal.verdict]
    finding = Finding(refusal.verdict, Severity.UNUSABLE, refusal.value, limit)
    key_points = refusal.detection.key_points_px
    return SeenFace(key_points, refusal.points_px, None, (finding,))


def _in_picture(points: Points3d, size_px: SizePx) -> bool:
    """Whether most of a face lies in the picture."""
    low, high = bounds(points)
    x0, y0, x1, y1 = clip_box(low, high, size_px)
    inside = max(0, x1 - x0) * max(0, y1 - y0)
    return inside > 0.5 * max(1.0, float(np.prod(high - low)))


def _masked(face: PaintedFace, mask: PaintedMask | None, bgr: ImageBgr) -> PaintedFace:
    if mask is None:
        return face
    occlusion = mask.applied(face.occlusion, (bgr.shape[1], bgr.shape[0]))
    return replace(face, occlusion=occlusion)
