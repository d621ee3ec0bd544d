"""Where things are in a face: small masks drawn from its points."""

from typing import Final

import cv2
import numpy as np

from pipeline.mesh import (
    LEFT_BROW,
    LEFT_EYE,
    LIPS,
    OVAL,
    RIGHT_BROW,
    RIGHT_EYE,
    SKIN_PATCHES,
    canonical_face,
)
from pipeline.raster import draw_values
from pipeline.types import AnyArray, Mask, Points3d, SizePx

_BEARD: Final = np.array(
    [
        2,
        203,
        206,
        216,
        214,
        135,
        136,
        150,
        149,
        176,
        148,
        152,
        377,
        400,
        378,
        379,
        365,
        364,
        434,
        436,
        426,
        423,
    ]
)
"""Upper lip, mouth, chin and jaw."""

_MOUSTACHE: Final = np.concatenate(
    [LIPS, np.array([2, 98, 327, 216, 436, 206, 426, 207, 427, 212, 432])]
)
_NOSE: Final = np.array([168, 98, 327, 2, 129, 358])
_RIM: Final = 0.04
_NOSTRILS: Final = np.array([98, 97, 2, 326, 327, 294, 4, 64])
_UPPER_OUTLINE: Final = np.concatenate([OVAL[-10:], OVAL[:11]])
"""From below one ear over the forehead to below the other."""

_FOREHEAD: Final = np.concatenate(
    [OVAL[-7:], OVAL[:8], RIGHT_BROW[:5], LEFT_BROW[4::-1]]
)
"""From temple over the top to temple, back above the brows."""

_EYES_AND_BROWS: Final = np.concatenate([LEFT_EYE, RIGHT_EYE, LEFT_BROW, RIGHT_BROW])


class Zones:
    """Masks of one face.

    Args:
        points: ``(468, 3)`` in pixels of the masks.
        size_px: Of the masks.
        face_px: Width of the face in the same pixels.
    """

    def __init__(self, points: Points3d, size_px: SizePx, face_px: float) -> None:
        self._points = points.astype(np.float32)
        self._flat = np.round(points[:, :2]).astype(np.int32)
        self._size_px = size_px
        self._face_px = face_px

    def skin_patches(self) -> AnyArray:
        """uint8, 1 where skin is sure to be: cheeks and nose."""
        drawn = np.zeros(self._size_px[::-1], np.uint8)
        for patch in SKIN_PATCHES:
            cv2.fillConvexPoly(drawn, cv2.convexHull(self._flat[patch]), 1)
        return drawn

    def silhouette(self) -> AnyArray:
        """uint8, 1 where the face is seen.

        Of a turned head this reaches beyond the ring of outline points, whose far side
        is hidden behind brow and cheek.
        """
        ones = np.ones((len(self._points), 3), np.float32)
        triangles = canonical_face().triangles
        drawn = draw_values(self._points, triangles, ones, self._size_px)
        return (drawn[..., 0] > 0.5).astype(np.uint8)

    def inside(self) -> Mask:
        """The face, fading towards its outline, where hair and ears begin."""
        away = cv2.distanceTransform(self.silhouette(), cv2.DIST_L2, 5)
        inside: Mask = np.clip(away / (_RIM * self._face_px), 0, 1)
        return inside

    def features(self) -> Mask:
        """Eyes, brows, lips and nostrils with a margin."""
        drawn = self._filled(0.06, LEFT_EYE, RIGHT_EYE)
        drawn |= self._filled(0.03, LEFT_BROW, RIGHT_BROW, LIPS)
        drawn |= self._filled(0.02, _NOSTRILS)
        return self._soft(drawn, 0.02)

    def living(self) -> Mask:
        """Eyes and mouth, which never rest, with a soft edge."""
        drawn = self._filled(0.05, LEFT_EYE, RIGHT_EYE)
        drawn |= self._filled(0.03, LIPS)
        return self._soft(drawn, 0.02)

    def brows(self) -> Mask:
        """The brows with a margin."""
        return self._soft(self._filled(0.04, LEFT_BROW, RIGHT_BROW), 0.015)

    def drawn_by_life(self) -> Mask:
        """Where dark and light are the face and not its light: features, beard."""
        beard = cv2.convexHull(self._flat[_BEARD])
        drawn = self._filled(0.06, LEFT_EYE, RIGHT_EYE)
        drawn |= self._filled(0.04, LEFT_BROW, RIGHT_BROW)
        drawn |= self._filled(0.02, _NOSTRILS)
        cv2.fillConvexPoly(drawn, beard, 1)
        return self._soft(drawn, 0.03)

    def fringe(self) -> AnyArray:
        """uint8, where hair may hang into the face: 1 on the forehead, 2 beside it."""
        zone = 2 * (self._filled(0.02, _UPPER_OUTLINE) & ~self._centre(0.03))
        forehead = self._filled(0.02, _FOREHEAD)
        return np.where(zone & forehead * 2, 1, zone).astype(np.uint8)

    def upper_rim(self) -> AnyArray:
        """uint8, 1 along the outline that hair hangs from."""
        drawn = np.zeros(self._size_px[::-1], np.uint8)
        width = max(2, round(0.05 * self._face_px))
        cv2.polylines(drawn, [self._flat[_UPPER_OUTLINE]], False, 1, width)
        return drawn

    def growth(self) -> AnyArray:
        """uint8, 1 where hair, cloth or beard may cover a painted face."""
        return self._filled(0.03, OVAL) & ~self._centre(0.08)

    def _centre(self, margin: float) -> AnyArray:
        """uint8, 1 on eyes with brows, nose, moustache and lips, with a margin."""
        drawn = np.zeros(self._size_px[::-1], np.uint8)
        for ring in (_EYES_AND_BROWS, _NOSE, _MOUSTACHE):
            cv2.fillConvexPoly(drawn, cv2.convexHull(self._flat[ring]), 1)
        return self._grown(drawn, margin)

    def rim(self) -> AnyArray:
        """uint8, 1 along the whole outline."""
        drawn = np.zeros(self._size_px[::-1], np.uint8)
        width = max(2, round(0.05 * self._face_px))
        cv2.polylines(drawn, [self._flat[OVAL]], True, 1, width)
        return drawn

    def _filled(self, grow: float, *rings: AnyArray) -> AnyArray:
        drawn = np.zeros(self._size_px[::-1], np.uint8)
        for ring in rings:
            cv2.fillPoly(drawn, [self._flat[ring]], 1)
        return self._grown(drawn, grow)

    def _grown(self, drawn: AnyArray, by: float) -> AnyArray:
        side = int(by * self._face_px) | 1
        return cv2.dilate(drawn, np.ones((side, side), np.uint8))

    def _soft(self, drawn: AnyArray, sigma: float) -> Mask:
        return cv2.GaussianBlur(
            drawn.astype(np.float32), (0, 0), max(0.5, sigma * self._face_px)
        )
