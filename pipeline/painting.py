"""A painting and all that is worked out once for it: its faces and what is in front."""

from dataclasses import dataclass
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
from pipeline.types import LEAST_PRESENCE, Detection, ImageBgr, Points3d

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
        merit: How well suited it is; larger faces that look at us come first.
        occlusion: What is painted in front of it.
    """

    points_px: Points3d
    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    merit: float
    occlusion: Occlusion

    @property
    def width_px(self) -> float:
        """Its width, corrected for turning."""
        return face_width_px(self.points_px)


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A painting with at least one face.

    Attributes:
        name: For people and file names.
        bgr: At full size.
        faces: From left to right.
        complexion: 0 for the painted skin colour, 1 for the visitor's own; None for
            the engine's default.
    """

    name: str
    bgr: ImageBgr
    faces: tuple[PaintedFace, ...]
    complexion: float | None = None

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
        return prepare_canvas(bgr, points, face.occlusion, scale)


def load_painting(
    path: Path, engine: Engine, *, complexion: float | None = None
) -> Painting:
    """Read a painting and find its faces.

    Raises:
        ImageUnreadableError: If the file cannot be read as a picture.
        NoFaceError: If no face in it can be stepped into; the message says why.
    """
    return prepare_painting(path.stem, read_image(path), engine, complexion=complexion)


def prepare_painting(
    name: str, bgr: ImageBgr, engine: Engine, *, complexion: float | None = None
) -> Painting:
    """Find the faces of a painting.

    Raises:
        NoFaceError: If no face in it can be stepped into; the message says why.
    """
    detections = engine.detector.detect(bgr)
    if not detections:
        message = f"No face was found in the painting {name}. Choose another picture."
        raise NoFaceError(message)
    faces, reasons = [], []
    for detection in detections:
        found = _painted_face(bgr, detection, engine)
        if isinstance(found, str):
            reasons.append(found)
        else:
            faces.append(found)
    if not faces:
        message = f"The face in the painting {name} {reasons[0]}."
        raise NoFaceError(message)
    faces.sort(key=lambda face: float(face.points_px[:, 0].mean()))
    return Painting(name, bgr, tuple(faces), complexion)


def _painted_face(
    bgr: ImageBgr, detection: Detection, engine: Engine
) -> PaintedFace | str:
    """The face, or why it cannot be used, as the end of a sentence."""
    if min(detection.width_px, detection.height_px) < LEAST_FACE_PX:
        return (
            f"is too small ({detection.width_px:.0f} pixels wide, at least "
            f"{LEAST_FACE_PX:.0f} are needed): use a larger picture"
        )
    points, presence = _steady_points(bgr, detection, engine)
    if presence < LEAST_PRESENCE:
        return "could not be measured: its points have to be set by hand"
    yaw, pitch, roll = rotation_degrees(head_rotation(points))
    if abs(yaw) > PROFILE_DEG:
        return "is shown in profile: a visitor's face cannot be turned that far"
    frontal = float(np.cos(np.radians(yaw)) ** 2)
    merit = face_width_px(points) ** 2 * frontal * presence * detection.score
    merit *= _clarity(bgr, points)
    occlusion = find_occlusion(bgr, points)
    return PaintedFace(points, yaw, pitch, roll, merit, occlusion)


def _clarity(bgr: ImageBgr, points: Points3d) -> float:
    """0 to 1: how well a face stands out of the dark."""
    x0, y0, x1, y1 = clip_box(*bounds(points), bgr.shape[1::-1])
    gray = cv2.cvtColor(bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY)
    dark, light = np.percentile(gray, (10, 90))
    return float(np.clip((light - dark) / _CLEAR_CONTRAST, 0.1, 1))


def _steady_points(
    bgr: ImageBgr, detection: Detection, engine: Engine
) -> tuple[Points3d, float]:
    """Points and presence, as the median of looks at slightly different crops.

    Painted faces are not what the model was trained on; a single look may be off.
    """
    first = engine.landmarker.first_look(bgr, detection)
    looks = [first]
    for turn_deg, stretch in ((-6, 0.95), (6, 0.95), (-4, 1.1), (4, 1.1)):
        centre = first.points_px[:, :2].mean(0)
        matrix = cv2.getRotationMatrix2D(
            (float(centre[0]), float(centre[1])), turn_deg, stretch
        )
        guess = first.points_px.copy()
        guess[:, :2] = guess[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        looks.append(engine.landmarker.follow(bgr, guess))
    points = np.median([look.points_px for look in looks], axis=0).astype(np.float32)
    return points, float(np.median([look.presence for look in looks]))
