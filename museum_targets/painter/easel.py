"""From a lit model to a finished oil painting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, fractal_noise, tint
from museum_targets.painter.scene import Frame
from museum_targets.painter.strokes import Brush, Canvas
from museum_targets.painter.surface import Finish, finished

# Landmarks around what is painted finest, and how far around, in heights of the face.
FINE_PARTS = (
    ([33, 133, 159, 145], 0.05),
    ([263, 362, 386, 374], 0.05),
    ([61, 291, 0, 17], 0.035),
    ([4, 2, 98, 327], 0.03),
)

# Coarse strokes that still show through fine ones by more than this are painted over.
MENDED_FROM = 0.06


@dataclass(frozen=True, slots=True)
class Manner:
    """A way of painting.

    Attributes:
        brushes: Layers of strokes, first to last.
        finish: Surface of the finished picture.
        ground_bgr: Colour of the primed canvas, 0 to 1.
        edge_cm: Softness of outlines, in studio cm.
        blend: Share of the smooth model kept under the strokes (sfumato), 0 to 1.
    """

    brushes: tuple[Brush, ...]
    finish: Finish
    ground_bgr: tuple[float, float, float] = (0.2, 0.3, 0.4)
    blend: float = 0.0
    edge_cm: float = 0.06


def detail_map(frame: Frame, figure: Image, heads: Sequence[Floats]) -> Image:
    """Wanted fineness (h, w), 0 to 1.

    0.1 background, 0.4 figure, 0.5 hair, 0.7 face, 1 eyes and mouth.

    Args:
        frame: The canvas.
        figure: (h, w) mask of the figures.
        heads: (468, 2 or 3) landmarks of each sitter, in canvas pixels.
    """
    reach = int(1.2 * frame.scale_px) | 1
    near = cv2.dilate(
        figure, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    )
    detail = 0.1 + 0.3 * near
    for points in heads:
        size = float(np.ptp(points[:, 1]))
        hair = _hull(frame, points, size * 0.7) * figure
        detail = np.maximum(detail, hair * 0.52)
        face = _hull(frame, points, size * 0.12)
        face = cv2.GaussianBlur(face, (0, 0), size * 0.03)
        detail = np.maximum(detail, face * 0.72)
        parts = [_hull(frame, points[index], size * grow) for index, grow in FINE_PARTS]
        fine = np.max(parts, axis=0)
        detail = np.maximum(detail, cv2.GaussianBlur(fine, (0, 0), size * 0.008))
    return np.asarray(detail, np.float32)


def _hull(frame: Frame, points_px: Floats, grow_px: float) -> Image:
    mask = np.zeros(frame.shape_hw, np.uint8)
    hull = cv2.convexHull(np.round(points_px[:, :2]).astype(np.int32))
    cv2.fillConvexPoly(mask, hull, 255)
    grown = int(grow_px) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (grown, grown))
    return np.asarray(cv2.dilate(mask, disc), np.float32) / 255


def edge_flow(model: Image, flow: Image, scale_px: float, trust: float) -> Image:
    """Turn strokes along strong edges of the model; elsewhere keep `flow`.

    Orientation from the smoothed structure tensor (Kang et al., 2007).
    """
    grey = cv2.cvtColor(np.clip(model, 0, 1).astype(np.float32), cv2.COLOR_BGR2GRAY)
    gx = cv2.Sobel(grey, cv2.CV_32F, 1, 0, ksize=3)
    gy = cv2.Sobel(grey, cv2.CV_32F, 0, 1, ksize=3)
    sigma = 0.16 * scale_px
    cos = cv2.GaussianBlur(gy * gy - gx * gx, (0, 0), sigma)
    sin = cv2.GaussianBlur(-2 * gx * gy, (0, 0), sigma)
    weight = trust * np.sqrt(np.hypot(cos, sin)) * 6
    size = np.maximum(np.hypot(cos, sin), 1e-9)
    cos = np.cos(2 * flow) + weight * cos / size
    sin = np.sin(2 * flow) + weight * sin / size
    return np.asarray(0.5 * np.arctan2(sin, cos), np.float32)


def paint(
    model: Image, flow: Image, detail: Image, manner: Manner, frame: Frame, seed: int
) -> Image:
    """Paint a model.

    Args:
        model: (h, w, 3) lit picture, 0 to 1.
        flow: (h, w) stroke direction.
        detail: (h, w) wanted fineness, 0 to 1.
        manner: How to paint.
        frame: The canvas.
        seed: Seed of all strokes.

    Returns:
        (h, w, 3) uint8 picture.
    """
    model = np.clip(model, 0, 1.15).astype(np.float32)
    tone = 1 + 0.12 * fractal_noise(frame.shape_hw, 8 * frame.scale_px, seed, 5)
    ground = tint(manner.ground_bgr) * tone[..., None]
    canvas = Canvas(ground + (model - ground) * manner.blend)
    flow = edge_flow(model, flow, frame.scale_px, 2.5)
    for number, brush in enumerate(manner.brushes):
        canvas.lay(model, flow, detail, brush, seed * 100 + number)
    for number, brush in enumerate(manner.brushes[-2:]):
        mend = replace(brush, least=MENDED_FROM, density=2 * brush.density)
        canvas.lay(model, flow, detail, mend, seed * 100 + 50 + number)
    done = finished(canvas.bgr, canvas.height, manner.finish, seed)
    return np.asarray(done * 255 + 0.5, np.uint8)
