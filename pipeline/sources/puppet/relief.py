"""The depth of the portrait: how far each part of the picture is from the camera."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.mesh import OVAL
from pipeline.sources.puppet.stage import Stage
from pipeline.sources.puppet.warp import ease, soften
from pipeline.types import AnyArray, Mask, Points2d

STEP: Final = 8
"""Stage pixels for one pixel of the relief."""
HEAD_CENTRE: Final = 0.50, 0.28
"""Centre of head and hair, in the face's width and height from the oval's corner."""
HEAD_RADII: Final = 0.88, 0.82
HAIR_REACH: Final = 0.62
"""How far the hair bulges towards the viewer, in face widths."""
PIVOT_DEPTH: Final = 0.42
"""How far behind the eyes the head turns, in face widths."""
RELIEF_GAIN: Final = 1.2
"""The mesh model finds faces flatter than they are."""
AROUND_PX: Final = 105.0
"""So far beyond the hair the room still gives way, unseen in its blur."""
BELOW_PX: Final = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Relief:
    """The stage's depth at an eighth of its size.

    Attributes:
        field: ``(h, w, 4)``: position (x, y, z) from the point that the head turns
            about, times the weight with which a pixel follows the head; the weight.
        normals: ``(h, w, 4)``: unit normal (x, y, z; -z towards the viewer) and 1.
        breathing: How far a pixel rises with the breath.
    """

    field: AnyArray
    normals: AnyArray
    breathing: Mask


def carve(stage: Stage) -> Relief:
    """Guess the depth of face, hair and body from the mesh and the outline."""
    points = stage.points_px
    low, high = points[OVAL, :2].min(0), points[OVAL, :2].max(0)
    width, height = (float(side) for side in high - low)
    rows, columns = stage.bgra.shape[0] // STEP, stage.bgra.shape[1] // STEP
    x, y = np.meshgrid(_centres(columns), _centres(rows))
    eye_depth = float(points[[33, 263], 2].mean())
    pivot = (
        float(points[[234, 454], 0].mean()),
        float(low[1] + 0.92 * height),
        eye_depth + PIVOT_DEPTH * width,
    )
    size = np.array([width, height])
    centre = low + np.array(HEAD_CENTRE) * size
    radii = np.array(HEAD_RADII) * size
    away = ((x - centre[0]) / radii[0]) ** 2 + ((y - centre[1]) / radii[1]) ** 2
    hair = pivot[2] - HAIR_REACH * width * np.clip(1.0 - away, 0.0, 1.0)
    inside = _inside(points[OVAL, :2], rows, columns)
    face_share = _soften(inside, 16.0)
    depth = hair + (_spread(points, rows, columns) - hair) * face_share
    depth = pivot[2] + RELIEF_GAIN * (_soften(depth, 8.0) - pivot[2])
    head = ((away < 1.0) & (y < high[1])) | (inside > 0.5)
    weight = _weight(head, y, float(high[1]))
    position = np.stack([x - pivot[0], y - pivot[1], depth - pivot[2]], axis=2)
    field = np.concatenate([position * weight[..., None], weight[..., None]], axis=2)
    body = _soften(cv2.resize(stage.person, (columns, rows)), 4.0)
    lower = np.clip((y - high[1]) / (0.6 * height), 0.0, 1.0)
    return Relief(
        np.ascontiguousarray(field, np.float32),
        _normals(depth, body, _soften(head, 20.0)),
        _soften(body * lower, 24.0),
    )


def _centres(count: int) -> AnyArray:
    """Where the relief's pixels are in the stage."""
    centres: AnyArray = np.arange(count, dtype=np.float32) * STEP + 0.5 * (STEP - 1)
    return centres


def _soften(field: AnyArray, sigma_px: float) -> Mask:
    """Blur by a width in stage pixels."""
    return soften(field, sigma_px / STEP)


def _inside(outline: Points2d, rows: int, columns: int) -> Mask:
    inside = np.zeros((rows, columns), np.float32)
    corners = np.round(outline / STEP).astype(np.int32)
    return np.asarray(cv2.fillPoly(inside, [corners], 1.0), np.float32)


def _spread(points: AnyArray, rows: int, columns: int) -> AnyArray:
    """The mesh points' depth everywhere, by normalised convolution."""
    total: AnyArray = np.zeros((rows, columns), np.float32)
    count: AnyArray = np.zeros((rows, columns), np.float32)
    at = np.clip(np.round(points[:, :2] / STEP).astype(int), 0, (columns - 1, rows - 1))
    np.add.at(total, (at[:, 1], at[:, 0]), points[:, 2])
    np.add.at(count, (at[:, 1], at[:, 0]), 1.0)
    total = _soften(total, 10.0) + 1e-2 * _soften(total, 60.0)
    count = _soften(count, 10.0) + 1e-2 * _soften(count, 60.0)
    spread: AnyArray = total / np.maximum(count, 1e-9)
    return spread


def _weight(head: AnyArray, y: AnyArray, chin_px: float) -> Mask:
    """1 on the head, falling softly to 0 around it, faster towards the body."""
    away_px = STEP * cv2.distanceTransform((~head).astype(np.uint8), cv2.DIST_L2, 5)
    towards_body = np.clip((y - chin_px + 90.0) / 90.0, 0.0, 1.0)
    reach_px = AROUND_PX + (BELOW_PX - AROUND_PX) * towards_body
    return _soften(ease(1.0 - away_px / reach_px), 8.0)


def _normals(depth: AnyArray, body: Mask, head: Mask) -> AnyArray:
    """Normals of the head by its depth, of the body as of something round."""
    bulge = -60.0 * _soften(body, 56.0)
    surface = bulge + (depth - bulge) * head
    surface = _soften(surface, 8.0)
    slope_x = cv2.Sobel(surface, cv2.CV_32F, 1, 0, scale=1.0 / (8.0 * STEP))
    slope_y = cv2.Sobel(surface, cv2.CV_32F, 0, 1, scale=1.0 / (8.0 * STEP))
    within = _soften(np.clip(3.0 * _soften(body, 16.0) - 2.0, 0.0, 1.0), 8.0)
    slope_x, slope_y = slope_x * within, slope_y * within
    length = np.sqrt(slope_x**2 + slope_y**2 + 1.0)
    normals = [slope_x / length, slope_y / length, -1.0 / length, np.ones_like(length)]
    stacked: AnyArray = np.stack(normals, axis=2).astype(np.float32)
    return stacked
