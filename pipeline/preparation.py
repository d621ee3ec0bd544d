"""All that is worked out once for a painting, with what people have marked in it."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from pipeline.corrections import Bent, bend
from pipeline.engine import Engine
from pipeline.errors import NoFaceError
from pipeline.geometry import bounds, clip_box
from pipeline.marked_face import fit_marked, key_places
from pipeline.marks import FaceMark, Marks, sound_key_points, sound_moves
from pipeline.mesh import canonical_face
from pipeline.painted_mask import PaintedMask, read_mask
from pipeline.painting import (
    LEAST_FACE_PX,
    PROFILE_DEG,
    PaintedFace,
    Painting,
    Refusal,
    at_size,
    find_faces,
    measure_face,
)
from pipeline.suitability import judge_face, judge_picture
from pipeline.types import (
    LEAST_PRESENCE,
    BoxPx,
    ImageBgr,
    Points2d,
    Points3d,
    SizePx,
)
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


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A painting, looked through.

    Attributes:
        size_px: Of the painting at full size.
        faces: That visitors may step into, from left to right; the first marked one
            has the highest merit.
        seen: All faces: the marked ones in their order, or those found, the offered
            ones first.
        findings: What is to be said against the picture as a whole, the worst first.
    """

    size_px: SizePx
    faces: tuple[PaintedFace, ...]
    seen: tuple[SeenFace, ...]
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """Of the picture with its best face: UNUSABLE means that nobody can step in."""
        offered = [face.severity for face in self.seen if face.place is not None]
        return max(worst(self.findings), min(offered, default=Severity.UNUSABLE))

    def require_face(self, name: str) -> None:
        """Make sure that somebody can step in.

        Args:
            name: Of the painting, for people.

        Raises:
            NoFaceError: If nobody can.
        """
        if not self.faces:
            raise NoFaceError(
                f"No face in the painting {name} can be stepped into. Mark one by hand "
                "or choose another picture."
            )

    def painting(
        self,
        name: str,
        bgr: ImageBgr,
        *,
        complexion: float | None = None,
        shape: float | None = None,
    ) -> Painting:
        """The painting for portraits, without running a model.

        Args:
            name: For people and file names.
            bgr: The picture: at full size for stills, or fitted to the display for a
                live portrait, which then needs no larger one.
            complexion: See ``Painting``.
            shape: See ``Painting``.

        Raises:
            NoFaceError: If nobody can step in.
        """
        self.require_face(name)
        size_px = bgr.shape[1], bgr.shape[0]
        faces = self.faces
        if size_px != self.size_px:
            faces = at_size(faces, _scale(self.size_px, size_px), size_px)
        return Painting(name, bgr, faces, complexion, shape)


def shown_size(full_px: SizePx, room_px: SizePx) -> SizePx:
    """The size of a painting fitted into a room on the display."""
    scale = min(room_px[0] / full_px[0], room_px[1] / full_px[1])
    return max(1, round(full_px[0] * scale)), max(1, round(full_px[1] * scale))


def shown(bgr: ImageBgr, room_px: SizePx) -> ImageBgr:
    """A painting fitted into a room, to the bit as a live portrait would fit it."""
    full_px: SizePx = bgr.shape[1], bgr.shape[0]
    size_px = shown_size(full_px, room_px)
    smaller = min(room_px[0] / full_px[0], room_px[1] / full_px[1]) < 1
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return cv2.resize(bgr, size_px, interpolation=way)


def prepare(bgr: ImageBgr, marks: Marks, engine: Engine) -> Prepared:
    """Look a painting through; half a second, without marks or with.

    Args:
        bgr: The painting at full size.
        marks: What people set by hand.
        engine: The models.

    Raises:
        ImageUnreadableError: If the mask cannot be used.
    """
    size_px: SizePx = bgr.shape[1], bgr.shape[0]
    mask = read_mask(marks.mask, size_px) if marks.mask else None
    if marks.faces:
        looks = [_look_at(bgr, mark, mask, engine) for mark in marks.faces]
    else:
        looks = _looks_found(bgr, mask, engine)
    if marks.faces:
        looks = [
            (face and replace(face, merit=-float(k)), report)
            for k, (face, report) in enumerate(looks)
        ]
    faces = [face for face, _ in looks if face is not None]
    faces.sort(key=lambda face: face.middle_px)
    seen = [
        replace(report, place=None if face is None else faces.index(face))
        for face, report in looks
    ]
    findings = judge_picture(size_px, len(seen), len(faces))
    return Prepared(size_px, tuple(faces), tuple(seen), findings)


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


def _scale(full_px: SizePx, size_px: SizePx) -> float:
    """By how much a painting was scaled to a size that is rounded to whole pixels."""
    across, down = size_px[0] / full_px[0], size_px[1] / full_px[1]
    by_width = shown_size(full_px, (size_px[0], size_px[1] + 1))
    return across if by_width == size_px and across <= down + 1e-3 else down


_Look = tuple[PaintedFace | None, SeenFace]


def _looks_found(
    bgr: ImageBgr, mask: PaintedMask | None, engine: Engine
) -> list[_Look]:
    found, refusals = find_faces(bgr, engine)
    looks: list[_Look] = []
    for face in found:
        masked = _masked(face, mask, bgr)
        findings = judge_face(bgr, masked)
        offered = None if worst(findings) is Severity.UNUSABLE else masked
        places = key_places(face.points_px)
        looks.append((offered, SeenFace(places, face.points_px, None, findings)))
    looks.sort(key=lambda look: look[0] is None)
    return looks + [(None, _refused(refusal)) for refusal in refusals]


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


def _look_at(
    bgr: ImageBgr, mark: FaceMark, mask: PaintedMask | None, engine: Engine
) -> _Look:
    size_px: SizePx = bgr.shape[1], bgr.shape[0]
    key_points = sound_key_points(mark, size_px)
    if key_points is None:
        wrong = Finding(Verdict.MARKS_WRONG, Severity.UNUSABLE, 0, 0)
        return None, SeenFace(np.asarray(mark.key_points_px), None, None, (wrong,))
    fitted = fit_marked(bgr, key_points, engine.landmarker)
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
    face = _masked(measure_face(bgr, points, fitted.presence), mask, bgr)
    findings += judge_face(bgr, face)
    findings.sort(key=lambda each: -each.severity)
    usable = mark.swappable and worst(findings) is not Severity.UNUSABLE
    report = SeenFace(key_points, points, None, tuple(findings))
    return face if usable else None, report


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
