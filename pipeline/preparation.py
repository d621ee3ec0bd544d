"""All that is worked out once for a painting, with what people have marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2

from pipeline.engine import Engine
from pipeline.errors import NoFaceError
from pipeline.examination import Look, SeenFace, look_at_found, look_at_marked
from pipeline.marked_face import MarkedFace, fit_marked
from pipeline.marks import Marks
from pipeline.painted_mask import read_mask
from pipeline.painting import (
    PaintedFace,
    Painting,
    at_size,
    find_faces,
    measure_face,
)
from pipeline.suitability import judge_picture
from pipeline.types import ImageBgr, Points2d, SizePx
from pipeline.verdict import Finding, Severity, worst


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
    if not marks.faces:
        faces, refusals = find_faces(bgr, engine)
        return together(size_px, look_at_found(bgr, faces, refusals, mask))

    def fit(key_points_px: Points2d) -> MarkedFace:
        return fit_marked(bgr, key_points_px, engine.landmarker)

    looks = [look_at_marked(bgr, mark, mask, fit, measure_face) for mark in marks.faces]
    return together(size_px, in_their_order(looks))


def in_their_order(looks: Sequence[Look]) -> list[Look]:
    """Looks at marked faces, so that visitors take them in the order of the marks."""
    return [
        (face and replace(face, merit=-float(k)), report)
        for k, (face, report) in enumerate(looks)
    ]


def together(size_px: SizePx, looks: Sequence[Look]) -> Prepared:
    """A painting from looks at all its faces.

    Args:
        size_px: Of the painting at full size.
        looks: In the order in which the faces are to be told of.
    """
    faces = [face for face, _ in looks if face is not None]
    faces.sort(key=lambda face: face.middle_px)
    seen = [
        replace(report, place=None if face is None else faces.index(face))
        for face, report in looks
    ]
    findings = judge_picture(size_px, len(seen), len(faces))
    return Prepared(size_px, tuple(faces), tuple(seen), findings)


def _scale(full_px: SizePx, size_px: SizePx) -> float:
    """By how much a painting was scaled to a size that is rounded to whole pixels."""
    across, down = size_px[0] / full_px[0], size_px[1] / full_px[1]
    by_width = shown_size(full_px, (size_px[0], size_px[1] + 1))
    return across if by_width == size_px and across <= down + 1e-3 else down
