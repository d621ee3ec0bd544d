"""Ways to look at faces in pictures, and to change them."""

import cv2
import numpy as np

from pipeline.evaluate.measures import full_mask
from pipeline.live import Shot
from pipeline.mesh import canonical_face
from pipeline.still import make_still
from pipeline.types import Frame, TrackedFace
from pipeline.zones import Zones


def lab_picture(bgr):
    """``(h, w, 3)`` float32, CIE Lab."""
    return cv2.cvtColor(bgr.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)


def lab_of(bgr, points_px):
    """The skin's colour, median over cheeks and nose, ``(3,)`` Lab."""
    width = float(np.ptp(points_px[:, 0]))
    patches = Zones(points_px, bgr.shape[1::-1], width).skin_patches()
    return np.median(lab_picture(bgr)[patches > 0], axis=0)


def skin_chroma(lab):
    return float(np.hypot(lab[1], lab[2]))


def still_of(engine, bgr, mesh, painting, manner=None):
    """The portrait of a visitor whose points are known, whatever hides their face."""
    shot = Shot(Frame(bgr, 1.0, 0), (TrackedFace(1, mesh),), {1: 0})
    return make_still((shot,), painting, engine, manner)


def mesh_of(engine, bgr):
    return engine.landmarker.first_look(bgr, engine.detector.detect(bgr)[0])


def polygon(bgr, points_px, indices):
    """Where a ring of face points encloses pixels, bool."""
    drawn = np.zeros(bgr.shape[:2], np.uint8)
    ring = np.round(points_px[indices, :2]).astype(np.int32)
    cv2.fillPoly(drawn, [ring], 1)
    return drawn > 0


def shaded(bgr, where, factor, soft_px):
    """Darken a part of a picture, with a soft edge."""
    weight = cv2.GaussianBlur(where.astype(np.float32), (0, 0), soft_px)[..., None]
    return np.round(bgr * (1 - weight * (1 - factor))).astype(np.uint8)


def laid_on(bgr, where, colour, soft_px=0.7):
    """Lay a colour over a part of a picture."""
    weight = cv2.GaussianBlur(where.astype(np.float32), (0, 0), soft_px)[..., None]
    return np.round(bgr * (1 - weight) + np.float32(colour) * weight).astype(np.uint8)


def silhouette(bgr, points_px):
    """Where the face is, whichever way it is turned, bool."""
    drawn = np.zeros(bgr.shape[:2], np.uint8)
    for corners in canonical_face().triangles:
        cv2.fillConvexPoly(drawn, np.round(points_px[corners, :2]).astype(np.int32), 1)
    return drawn > 0


def hull(bgr, points_px, indices):
    """Inside the convex hull of some face points, bool."""
    drawn = np.zeros(bgr.shape[:2], np.uint8)
    ring = cv2.convexHull(np.round(points_px[indices, :2]).astype(np.int32))
    cv2.fillConvexPoly(drawn, ring, 1)
    return drawn > 0


def mask_of(still, painting):
    """The still's masks on one canvas, 0 to 1."""
    return full_mask(painting.bgr.shape[1::-1], still.masks)
