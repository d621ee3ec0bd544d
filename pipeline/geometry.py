"""Fits, rotations and boxes: pure functions on points."""

import numpy as np

from pipeline.types import Affine, AnyArray, BoxPx, Points2d, Points3d, SizePx


def fit_similarity(source: AnyArray, target: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Fit the rotation, scale and shift that best carries one point set onto another.

    Least squares without reflection (Umeyama, 1991), in two or three dimensions.

    Convention:
        - both inputs ``(N, D)``, D of 2 or 3, in units of their own space
        - ``target ~ source @ matrix.T + shift``

    Returns:
        ``matrix (D, D)`` with rotation and scale, and ``shift (D,)``, both float64.

    Raises:
        ValueError: If all source points coincide.
    """
    source = source.astype(np.float64)
    target = target.astype(np.float64)
    source_mean, target_mean = source.mean(0), target.mean(0)
    centred, wanted = source - source_mean, target - target_mean
    spread = float((centred**2).sum())
    if spread < 1e-12:
        message = "all source points coincide"
        raise ValueError(message)
    u, singular, vt = np.linalg.svd(wanted.T @ centred)
    signs = np.ones(len(singular))
    signs[-1] = np.sign(np.linalg.det(u @ vt))
    rotation = (u * signs) @ vt
    scale = float((singular * signs).sum()) / spread
    matrix = scale * rotation
    return matrix, target_mean - matrix @ source_mean


def fit_affine(source: AnyArray, target: AnyArray) -> AnyArray:
    """Fit the affine map ``(3, 2)`` so that ``[source 1] @ map ~ target``.

    Args:
        source: ``(N, 2)`` points, N of 3 or more.
        target: ``(N, 2)`` points.
    """
    rows = np.column_stack([source, np.ones(len(source))]).astype(np.float64)
    solution: AnyArray = np.linalg.lstsq(rows, target.astype(np.float64), rcond=None)[0]
    return solution


def square_crop(
    centre_px: AnyArray, side_px: float, angle_rad: float, out_px: int
) -> Affine:
    """Map a turned square of the image onto an upright square crop.

    Args:
        centre_px: ``(2,)`` centre of the square in the image.
        side_px: Its side in the image.
        angle_rad: Its rotation; positive turns the square's x axis towards image y.
        out_px: Side of the crop.

    Returns:
        ``(2, 3)`` float32, image pixels to crop pixels.
    """
    scale = out_px / max(side_px, 1e-3)
    cos, sin = np.cos(angle_rad) * scale, np.sin(angle_rad) * scale
    x, y = float(centre_px[0]), float(centre_px[1])
    half = out_px / 2
    return np.array(
        [[cos, sin, half - cos * x - sin * y], [-sin, cos, half + sin * x - cos * y]],
        np.float32,
    )


def apply_affine(affine: Affine, points: Points2d) -> Points2d:
    """Carry ``(N, 2)`` points through a ``(2, 3)`` map."""
    moved: Points2d = (points @ affine[:, :2].T + affine[:, 2]).astype(np.float32)
    return moved


def bounds(points: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Lowest and highest x and y of ``(N, 2 or more)`` points, each ``(2,)``."""
    return points[:, :2].min(0), points[:, :2].max(0)


def clip_box(low: AnyArray, high: AnyArray, size_px: SizePx) -> BoxPx:
    """The whole-pixel box around two corners, kept inside an image.

    Returns:
        A box; empty (far edge not beyond the near one) when it lies outside.
    """
    width, height = size_px
    x0, y0 = max(0, int(np.floor(low[0]))), max(0, int(np.floor(low[1])))
    x1, y1 = min(width, int(np.ceil(high[0]))), min(height, int(np.ceil(high[1])))
    return x0, y0, x1, y1


def box_overlap(first: AnyArray, second: AnyArray) -> float:
    """Intersection over union of two ``xyxy`` boxes, 0 to 1."""
    low = np.maximum(first[:2], second[:2])
    high = np.minimum(first[2:], second[2:])
    common = float(np.prod(np.clip(high - low, 0, None)))
    areas = float(np.prod(first[2:] - first[:2]) + np.prod(second[2:] - second[:2]))
    return common / max(areas - common, 1e-6)


def points_box(points: Points3d) -> AnyArray:
    """The ``xyxy`` box around points, ``(4,)`` float32."""
    low, high = bounds(points)
    return np.concatenate([low, high]).astype(np.float32)


def rotation_degrees(rotation: AnyArray) -> tuple[float, float, float]:
    """Yaw, pitch and roll of a ``(3, 3)`` rotation in degrees.

    Convention:
        - axes as in ``pipeline.types``; rotations from the canonical, frontal head
        - yaw > 0 turns the face to the image's right, pitch > 0 nods it down, roll > 0
          tilts it clockwise as seen in the image
    """
    yaw = np.degrees(np.arctan2(-rotation[0, 2], rotation[2, 2]))
    pitch = np.degrees(np.arcsin(np.clip(-rotation[1, 2], -1, 1)))
    roll = np.degrees(np.arctan2(rotation[1, 0], rotation[1, 1]))
    return float(yaw), float(pitch), float(roll)
