"""A painting and all that is worked out once for it: its faces and what is in front."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas, face_width_px, prepare_canvas
from pipeline.engine import Engine
from pipeline.errors import NoFaceError
from pipeline.geometry import bounds, clip_box, rotation_degrees
from pipeline.images import read_image
from pipeline.mesh import head_rotation
from pipeline.occlusion import Occlusion, find_occlusion
from pipeline.steady_look import steadied
from pipeline.swap.posing import shaped
from pipeline.types import (
    LEAST_PRESENCE,
    BoxPx,
    Detection,
    ImageBgr,
    Points3d,
    SizePx,
)
from pipeline.verdict import Verdict

PROFILE_DEG: Final = 50.0
LEAST_FACE_PX: Final = 40.0
_CLEAR_CONTRAST: Final = 90.0


@dataclass(frozen=True, slots=True, eq=False)
class PaintedFace:
    """A face in a painting that a visitor can step into.

    Attributes:
        points_px: ``(468, 3)`` in the painting at full size.
        yaw_deg: How far it is turned; positive to the image's right.
        pitch_deg: How far it looks down.
        roll_deg: How far it is tilted, clockwise.
        merit: How well suited it is; larger faces that look at us come first, unless
            people set an order.
        occlusion: What is painted in front of it.
        wavering: How far apart several looks put its points, in widths of the face; 0
            where people have marked it, or where it was read back.
    """

    points_px: Points3d
    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    merit: float
    occlusion: Occlusion
    wavering: float = 0.0

    @property
    def width_px(self) -> float:
        """Its width, corrected for turning."""
        return face_width_px(self.points_px)

    @property
    def middle_px(self) -> float:
        """Where its middle lies between left and right."""
        return float(self.points_px[:, 0].mean())


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A painting with at least one face.

    Attributes:
        name: For people and file names.
        bgr: At full size, or at the size it is shown at.
        faces: In pixels of ``bgr``, from left to right.
        complexion: 0 for the painted skin colour, 1 for the visitor's own; None for
            the engine's default.
        shape: 0 for the painted face's shape, 1 for the visitor's own; None for the
            engine's default. See ``pipeline.swap.posing.pose_into``.
    """

    name: str
    bgr: ImageBgr
    faces: tuple[PaintedFace, ...]
    complexion: float | None = None
    shape: float | None = None

    def best_faces(self, count: int) -> tuple[int, ...]:
        """Indices of the ``count`` best suited faces, from left to right."""
        ranked = sorted(range(len(self.faces)), key=lambda k: -self.faces[k].merit)
        return tuple(sorted(ranked[: max(count, 0)]))

    def canvas(self, index: int, scale: float, bgr: ImageBgr) -> FaceCanvas:
        """Prepare a face at one size.

        Args:
            index: Of the face.
            scale: Size of ``bgr`` relative to the full size.
            bgr: The painting, already scaled.
        """
        face = self.faces[index]
        points = face.points_px * np.float32(scale)
        points[:, :2] += (scale - 1) / 2
        canvas = prepare_canvas(bgr, points, face.occlusion, scale)
        return canvas if self.shape is None else shaped(canvas, self.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """A face that was found but cannot be stepped into.

    Attributes:
        detection: What was found.
        verdict: Why.
        value: What was measured, in the verdict's unit.
        points_px: ``(468, 3)``, if its points were looked for.
    """

    detection: Detection
    verdict: Verdict
    value: float
    points_px: Points3d | None = None


def load_painting(
    path: Path,
    engine: Engine,
    *,
    complexion: float | None = None,
    shape: float | None = None,
) -> Painting:
    """Read a painting and find its faces.

    Raises:
        ImageUnreadableError: If the file cannot be read as a picture.
        NoFaceError: If no face in it can be stepped into; the message says why.
    """
    bgr = read_image(path)
    return prepare_painting(path.stem, bgr, engine, complexion=complexion, shape=shape)


def prepare_painting(
    name: str,
    bgr: ImageBgr,
    engine: Engine,
    *,
    complexion: float | None = None,
    shape: float | None = None,
) -> Painting:
    """Find the faces of a painting.

    Raises:
        NoFaceError: If no face in it can be stepped into; the message says why.
    """
    faces, refusals = find_faces(bgr, engine)
    if not faces and not refusals:
        message = f"No face was found in the painting {name}. Choose another picture."
        raise NoFaceError(message)
    if not faces:
        message = f"The face in the painting {name} {_in_words(refusals[0])}."
        raise NoFaceError(message)
    return Painting(name, bgr, faces, complexion, shape)


def find_faces(
    bgr: ImageBgr, engine: Engine
) -> tuple[tuple[PaintedFace, ...], tuple[Refusal, ...]]:
    """Find the faces of a painting that can be stepped into, and those that cannot.

    Returns:
        The first from left to right, the second largest first.
    """
    faces, refusals = [], []
    for detection in engine.detector.detect(bgr):
        found = _found_face(bgr, detection, engine)
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            faces.append(found)
    faces.sort(key=lambda face: face.middle_px)
    return tuple(faces), tuple(refusals)


def measure_face(bgr: ImageBgr, points_px: Points3d, certainty: float) -> PaintedFace:
    """All about a face whose points are known.

    Args:
        bgr: The painting.
        points_px: ``(468, 3)``.
        certainty: 0 to 1, how sure it is that this is a face.
    """
    yaw, pitch, roll = rotation_degrees(head_rotation(points_px))
    frontal = float(np.cos(np.radians(yaw)) ** 2)
    merit = face_width_px(points_px) ** 2 * frontal * certainty
    merit *= _clarity(bgr, points_px)
    occlusion = find_occlusion(bgr, points_px)
    return PaintedFace(points_px, yaw, pitch, roll, merit, occlusion)


def at_size(
    faces: tuple[PaintedFace, ...], scale: float, size_px: SizePx
) -> tuple[PaintedFace, ...]:
    """The same faces in a picture of the painting at another size.

    Args:
        faces: In the painting at full size.
        scale: Size of the picture relative to the full size.
        size_px: Of the picture.
    """
    return tuple(_face_at_size(face, scale, size_px) for face in faces)


def _face_at_size(face: PaintedFace, scale: float, size_px: SizePx) -> PaintedFace:
    points = face.points_px * np.float32(scale)
    points[:, :2] += (scale - 1) / 2
    corners = np.array(face.occlusion.box, np.float64).reshape(2, 2) * scale
    box: BoxPx = clip_box(corners[0], corners[1], size_px)
    if box[2] <= box[0] or box[3] <= box[1]:
        return replace(face, points_px=points)
    occlusion = Occlusion(box, face.occlusion.placed(box, scale))
    return replace(face, points_px=points, occlusion=occlusion)


def _found_face(
    bgr: ImageBgr, detection: Detection, engine: Engine
) -> PaintedFace | Refusal:
    side_px = min(detection.width_px, detection.height_px)
    if side_px < LEAST_FACE_PX:
        return Refusal(detection, Verdict.FACE_SMALL, detection.width_px)
    first = engine.landmarker.first_look(bgr, detection)
    points, presence, wavering_px = steadied(bgr, first, engine.landmarker)
    if presence < LEAST_PRESENCE:
        return Refusal(detection, Verdict.UNSURE, presence)
    yaw_deg = rotation_degrees(head_rotation(points))[0]
    if abs(yaw_deg) > PROFILE_DEG:
        return Refusal(detection, Verdict.PROFILE, abs(yaw_deg), points)
    face = measure_face(bgr, points, presence * detection.score)
    return replace(face, wavering=wavering_px / max(1.0, face.width_px))


def _in_words(refusal: Refusal) -> str:
    """Why a face cannot be used, as the end of a sentence."""
    if refusal.verdict is Verdict.FACE_SMALL:
        return (
            f"is too small ({refusal.value:.0f} pixels wide, at least "
            f"{LEAST_FACE_PX:.0f} are needed): use a larger picture"
        )
    if refusal.verdict is Verdict.PROFILE:
        return "is shown in profile: a visitor's face cannot be turned that far"
    return "could not be measured: its points have to be set by hand"


def _clarity(bgr: ImageBgr, points: Points3d) -> float:
    """0 to 1: how well a face stands out of the dark."""
    x0, y0, x1, y1 = clip_box(*bounds(points), bgr.shape[1::-1])
    if x1 <= x0 or y1 <= y0:
        return 0.1
    gray = cv2.cvtColor(bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY)
    dark, light = np.percentile(gray, (10, 90))
    return float(np.clip((light - dark) / _CLEAR_CONTRAST, 0.1, 1))
