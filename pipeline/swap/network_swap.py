"""The InsightFace engine: a network gives the painted face the visitor's identity.

The network sees the painting's own face, cut out upright, and the visitor's identity.
What it returns is a small, photographic face with the painted expression. Masking,
light, strokes and composing are the same as for the mesh engine, which makes paint of
it. A *hybrid* draws that face through the mesh with the visitor's expression, and takes
eyes and mouth from the camera.
"""

import time
from dataclasses import replace
from enum import Enum
from typing import Final

import cv2
import numpy as np

from pipeline.alignment import aligned_face, five_points, to_template
from pipeline.canvas import FaceCanvas
from pipeline.geometry import apply_affine
from pipeline.impression import Identity, Impression
from pipeline.manner import Memory
from pipeline.swap.base import DrawnFace
from pipeline.swap.lookup import Lookup, visibility
from pipeline.swap.mesh_swap import MeshSwapper
from pipeline.swap.networks import FaceNetworks
from pipeline.swap.posing import posed_in
from pipeline.types import Affine, AnyArray, FaceMesh, ImageBgr, Mask
from pipeline.zones import Zones

MOVED: Final = 0.15
"""A visitor's identity has moved when its cosine to the painted one falls so far."""

_MAP_FACE_PX: Final = 160.0
_RIM: Final = 0.03
_GAIN: Final = (0.5, 2.0)


class Expression(Enum):
    """Whose expression the face shows."""

    PAINTED = "painted"
    VISITORS = "visitors"


class NetworkSwapper:
    """Draws the network's face; the first one of a visitor takes its time.

    Args:
        networks: The operator's models.
        expression: Whose expression it shows.
    """

    def __init__(self, networks: FaceNetworks, expression: Expression) -> None:
        self._networks = networks
        self._expression = expression
        self._mesh = MeshSwapper()

    @property
    def name(self) -> str:
        """See ``FaceSwapper``."""
        return "hybrid" if self._expression is Expression.VISITORS else "insightface"

    @property
    def provider(self) -> str:
        """What the networks run on."""
        return str(self._networks.device)

    def draw(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        memory: Memory,
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``.

        Raises:
            ModelError: If a network fails.
        """
        impression = memory.impression
        if impression is None:
            impression = self.look(self.cut(frame_bgr, mesh), canvas, None)
            memory.impression = impression
        return self.lay(frame_bgr, mesh, canvas, impression)

    def cut(self, frame_bgr: ImageBgr, mesh: FaceMesh) -> ImageBgr:
        """Cut a visitor's face out of a frame, for `look`."""
        points_px = five_points(mesh.points_px)
        return aligned_face(frame_bgr, points_px, self._networks.identity_side_px)

    def look(
        self, visitor_bgr: ImageBgr, canvas: FaceCanvas, before: Impression | None
    ) -> Impression:
        """Read who stands there, and paint them unless that has been done.

        Args:
            visitor_bgr: From `cut`.
            canvas: The painted face.
            before: What was painted of this visitor in this canvas.

        Raises:
            ModelError: If a network fails or its file was taken away or altered.
        """
        self._networks.require_files()
        identity = self._networks.identify(visitor_bgr)
        now_s = time.monotonic()
        if before is not None and float(identity @ before.identity) >= 1 - MOVED:
            return replace(before, looked_s=now_s)
        return self._paint(identity, canvas)

    def lay(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        impression: Impression,
    ) -> DrawnFace:
        """Draw what the network made into the canvas; quick enough for every frame."""
        if self._expression is Expression.PAINTED:
            return DrawnFace(impression.laid_bgr, impression.laid_trust, canvas.points)
        drawn = _drawn_through_mesh(mesh, canvas, impression)
        own = self._mesh.draw(frame_bgr, mesh, canvas, Memory())
        return _enlivened(drawn, own, canvas)

    def _paint(self, identity: Identity, canvas: FaceCanvas) -> Impression:
        points_px = five_points(canvas.points)
        corner_px = np.array(canvas.box[:2], np.float32)
        side_px = self._networks.face_side_px
        painted = aligned_face(canvas.painting_bgr, points_px + corner_px, side_px)
        face_bgr = self._networks.paint(painted, identity)
        now_s = time.monotonic()
        to_face = to_template(points_px, side_px)
        laid = _laid_flat(canvas, face_bgr, to_face)
        return Impression(identity, face_bgr, to_face, *laid, now_s, now_s)


def _laid_flat(
    canvas: FaceCanvas, face_bgr: ImageBgr, to_face: Affine
) -> tuple[ImageBgr, Mask]:
    """The network's face where it was cut out, and how far it can be trusted."""
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    bgr = cv2.warpAffine(
        face_bgr,
        to_face,
        canvas.size_px,
        flags=flags,
        borderMode=cv2.BORDER_REPLICATE,
    )
    trust = cv2.warpAffine(
        _rim(face_bgr.shape[0]),
        to_face,
        canvas.size_px,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
    )
    small = cv2.resize(trust, canvas.small_size_px, interpolation=cv2.INTER_AREA)
    return np.asarray(bgr, np.uint8), small


def _drawn_through_mesh(
    mesh: FaceMesh, canvas: FaceCanvas, impression: Impression
) -> DrawnFace:
    """The network's face with the visitor's expression."""
    posed = posed_in(mesh.points_px, canvas)
    taken = apply_affine(impression.to_face, canvas.points[:, :2])
    lookup = Lookup(posed, taken, visibility(canvas.points), canvas, _MAP_FACE_PX)
    face = cv2.cvtColor(impression.face_bgr, cv2.COLOR_BGR2BGRA)
    bgr = lookup.sample(face, canvas.size_px)
    return DrawnFace(bgr, lookup.trust(canvas.small_size_px), posed)


def _enlivened(drawn: DrawnFace, own: DrawnFace, canvas: FaceCanvas) -> DrawnFace:
    """Take eyes and mouth from the camera, in the colours of the rest."""
    face_px = canvas.face_px / canvas.step
    zones = Zones(drawn.points / canvas.step, canvas.small_size_px, face_px)
    patches = cv2.resize(
        zones.skin_patches(), canvas.size_px, interpolation=cv2.INTER_NEAREST
    )
    gain = np.array(cv2.mean(drawn.bgr, patches)[:3]) + 1
    gain = np.clip(gain / (np.array(cv2.mean(own.bgr, patches)[:3]) + 1), *_GAIN)
    living = zones.living() * own.trust
    weight = cv2.merge([cv2.resize(living, canvas.size_px)] * 3)
    matched = own.bgr.astype(np.float32) * gain.astype(np.float32)
    mixed = drawn.bgr + weight * (matched - drawn.bgr)
    bgr = np.clip(mixed, 0, 255).astype(np.uint8)
    return DrawnFace(bgr, cv2.max(drawn.trust, living), drawn.points)


def _rim(side_px: int) -> Mask:
    """How far the network's face can be trusted: not at the very edge of its cut."""
    margin = max(1, round(_RIM * side_px))
    known: AnyArray = np.zeros((side_px, side_px), np.float32)
    known[margin:-margin, margin:-margin] = 1
    return cv2.GaussianBlur(known, (0, 0), margin / 2)
