"""Draws values that are known at mesh points as smooth pictures."""

from typing import Final

import cv2
import numpy as np

from pipeline.types import AnyArray, FloatImage, IntArray, Points3d, SizePx

_FAR_IN_HEIGHTS: Final = 100.0


def draw_values(
    points: Points3d, triangles: IntArray, values: AnyArray, size_px: SizePx
) -> FloatImage:
    """Interpolate values over a mesh, the nearest surface in front.

    ``cv2.triangleRasterize`` is a perspective renderer; a camera a hundred picture
    heights away, with points spread to match, makes it orthographic.

    Args:
        points: ``(N, 3)`` float32 in pixels of the drawing.
        triangles: ``(T, 3)`` int32.
        values: ``(N, 3)`` float32, three values a point.
        size_px: Of the drawing.

    Returns:
        ``(height, width, 3)`` float32; 0 where the mesh does not reach.
    """
    width, height = size_px
    far = _FAR_IN_HEIGHTS * height
    placed = np.empty_like(points, np.float32)
    spread = (far + points[:, 2]) / far
    placed[:, 0] = (points[:, 0] + 0.5 - width / 2) * spread
    placed[:, 1] = (height / 2 - points[:, 1] - 0.5) * spread
    placed[:, 2] = -far - points[:, 2]
    settings = cv2.TriangleRasterizeSettings()
    settings.setCullingMode(cv2.RASTERIZE_CULLING_NONE)
    settings.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    drawn = np.zeros((height, width, 3), np.float32)
    depth = np.full((height, width), 2 * far, np.float32)
    cv2.triangleRasterize(
        placed.reshape(-1, 1, 3),
        triangles.reshape(-1, 1, 3),
        np.ascontiguousarray(values, np.float32).reshape(-1, 1, 3),
        drawn,
        depth,
        np.eye(4, dtype=np.float32),
        float(2 * np.arctan(0.5 * height / far)),
        far / 2,
        far * 2,
        settings,
    )
    return drawn
