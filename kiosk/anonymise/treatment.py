"""What is done to one face so that nobody knows it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import cv2
import numpy as np

from pipeline.canvas import prepare_canvas
from pipeline.compose import paint_in
from pipeline.engine import Engine
from pipeline.geometry import clip_box, points_box, rotation_degrees
from pipeline.manner import Manner, Memory
from pipeline.mesh import head_rotation
from pipeline.occlusion import Occlusion
from pipeline.painting import LEAST_FACE_PX, PROFILE_DEG, PaintedFace
from pipeline.stopwatch import Stopwatch
from pipeline.types import AnyArray, BoxPx, Detection, FaceMesh, ImageBgr, Points3d

CELLS_ACROSS: Final = 4
"""So many cells are left of a blurred face's width: too few for any recogniser."""
_BESIDE: Final = 0.22
_ABOVE: Final = 0.40
_BENEATH: Final = 0.20
"""How far a head reaches beyond its face's box, over the box's size."""
_PAINTED_COMPLEXION: Final = 0.25
_LEAST_OVERLAP: Final = 0.5


class Treatment(Protocol):
    """Makes faces unknowable."""

    def treat(self, picture: ImageBgr, face: Detection, person: int) -> None:
        """Change a face in a picture.

        Args:
            picture: Written into.
            face: Where the face is.
            person: Stays the same for one person from frame to frame.
        """
        ...


class Blur:
    """Leaves a handful of soft cells of a head; they cannot be undone."""

    def treat(self, picture: ImageBgr, face: Detection, person: int) -> None:  # noqa: ARG002 (the role's)
        """See `Treatment`."""
        box = head_box(face, (picture.shape[1], picture.shape[0]))
        x0, y0, x1, y1 = box
        if x1 <= x0 or y1 <= y0:
            return
        part = picture[y0:y1, x0:x1]
        cell_px = max(1.0, min(face.width_px, face.height_px) / CELLS_ACROSS)
        few = max(1, round((x1 - x0) / cell_px)), max(1, round((y1 - y0) / cell_px))
        small = cv2.resize(part, few, interpolation=cv2.INTER_AREA)
        soft = cv2.resize(small, (x1 - x0, y1 - y0), interpolation=cv2.INTER_CUBIC)
        cover = _oval(face, box)[..., None]
        mixed = part + cover * (soft.astype(np.float32) - part)
        part[:] = np.clip(np.rint(mixed), 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """A painted face that may take a person's place.

    Attributes:
        bgr: The painting.
        face: The face in it.
    """

    bgr: ImageBgr
    face: PaintedFace


class Paint:
    """Puts a painted face where a face was; blurs what cannot be painted.

    The face is blurred first, so that nothing of it is left to shine through.

    Args:
        engine: The models.
        stands: The painted faces to choose from.
    """

    def __init__(self, engine: Engine, stands: Sequence[Stand]) -> None:
        self._engine, self._stands = engine, stands
        self._blur = Blur()
        self._chosen: dict[int, Stand] = {}

    def treat(self, picture: ImageBgr, face: Detection, person: int) -> None:
        """See `Treatment`."""
        mesh = self._mesh(picture, face)
        self._blur.treat(picture, face, person)
        if mesh is None:
            return
        stand = self._chosen.get(person)
        if stand is None:
            stand = self._chosen[person] = self._likest(mesh.points_px)
        uncovered = _uncovered(mesh.points_px, picture)
        canvas = prepare_canvas(picture, mesh.points_px, uncovered, 1.0)
        paint_in(
            picture,
            stand.bgr,
            FaceMesh(stand.face.points_px, 1.0),
            canvas,
            self._engine.swapper,
            Manner(complexion=_PAINTED_COMPLEXION),
            Memory(),
            Stopwatch(),
        )

    def _mesh(self, picture: ImageBgr, face: Detection) -> FaceMesh | None:
        """The points of a face that can be painted over, or None."""
        if min(face.width_px, face.height_px) < LEAST_FACE_PX:
            return None
        mesh = self._engine.landmarker.first_look(picture, face)
        if not mesh.is_face or not _covers(points_box(mesh.points_px), face.box_xyxy):
            return None
        yaw_deg = rotation_degrees(head_rotation(mesh.points_px))[0]
        return mesh if abs(yaw_deg) <= PROFILE_DEG else None

    def _likest(self, points_px: Points3d) -> Stand:
        """The painted head that is turned most alike; of those, the least used."""
        turn = np.array(rotation_degrees(head_rotation(points_px))[:2])
        used = [id(stand) for stand in self._chosen.values()]

        def cost(stand: Stand) -> float:
            own = np.array([stand.face.yaw_deg, stand.face.pitch_deg])
            return float(np.linalg.norm(turn - own)) + 15.0 * used.count(id(stand))

        return min(self._stands, key=cost)


def head_box(face: Detection, size_px: tuple[int, int]) -> BoxPx:
    """The box around a whole head, inside a picture of this size."""
    x0, y0, x1, y1 = (float(edge) for edge in face.box_xyxy)
    across, down = x1 - x0, y1 - y0
    low = np.array([x0 - _BESIDE * across, y0 - _ABOVE * down])
    high = np.array([x1 + _BESIDE * across, y1 + _BENEATH * down])
    return clip_box(low, high, size_px)


def _oval(face: Detection, box: BoxPx) -> AnyArray:
    """1 all over the face's own box, falling softly to 0 at the head's edge."""
    x0, y0, x1, y1 = box
    left, top, right, bottom = (float(edge) for edge in face.box_xyxy)
    across, down = max(1.0, right - left), max(1.0, bottom - top)
    columns = np.arange(x0, x1, dtype=np.float32)
    rows = np.arange(y0, y1, dtype=np.float32)
    beyond_x = np.maximum(left - columns, columns - right) / (_BESIDE * across)
    above = (top - rows) / (_ABOVE * down)
    beneath = (rows - bottom) / (_BENEATH * down)
    beyond_y = np.maximum(above, beneath)
    out = np.hypot(np.maximum(beyond_x, 0)[None, :], np.maximum(beyond_y, 0)[:, None])
    return np.asarray(np.clip(2.0 * (1.0 - out), 0, 1), np.float32)


def _uncovered(points_px: Points3d, picture: ImageBgr) -> Occlusion:
    """Nothing in front: hair that stayed would be the person's own."""
    box = points_box(points_px)
    reach = 0.3 * float(box[2] - box[0])
    size_px = picture.shape[1], picture.shape[0]
    around = clip_box(box[:2] - reach, box[2:] + reach, size_px)
    return Occlusion(around, np.ones((8, 8), np.float32))


def _covers(mesh_box: AnyArray, face_box: AnyArray) -> bool:
    """Whether the points lie where the face was found."""
    low = np.maximum(mesh_box[:2], face_box[:2])
    high = np.minimum(mesh_box[2:], face_box[2:])
    common = float(np.prod(np.clip(high - low, 0, None)))
    return common > _LEAST_OVERLAP * float(np.prod(face_box[2:] - face_box[:2]))
