"""Pictures as sums of bands, from fine strokes to broad light.

Laplacian pyramids after Burt and Adelson, "The Laplacian Pyramid as a Compact Image
Code" (1983). Pictures are float32 with one or three channels; pixel ``i`` of a coarser
level lies at pixel ``2 i`` of the finer one.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.types import AnyArray, FloatImage, SizePx


def split(picture: FloatImage, levels: int) -> tuple[list[FloatImage], FloatImage]:
    """Take a picture apart.

    Returns:
        The bands from fine to coarse, and what remains, halved ``levels`` times.
    """
    bands = []
    for _ in range(levels):
        coarse = cv2.pyrDown(picture)
        grown = cv2.pyrUp(coarse, dstsize=picture.shape[1::-1])
        bands.append(cv2.subtract(picture, grown))
        picture = coarse
    return bands, picture


def join(bands: Sequence[FloatImage], rest: FloatImage) -> FloatImage:
    """Put bands from fine to coarse, and the rest, together again."""
    for band in reversed(bands):
        rest = cv2.add(cv2.pyrUp(rest, dstsize=band.shape[1::-1]), band)
    return rest


def halve(picture: AnyArray, times: int) -> AnyArray:
    """Shrink by a power of two, on the same grid as ``split``."""
    for _ in range(times):
        picture = cv2.pyrDown(picture)
    return picture


def grow(picture: AnyArray, step: int, size_px: SizePx) -> AnyArray:
    """Enlarge ``step`` times onto a grid where pixel ``i`` came from ``step * i``.

    True to half a pixel, which smooth pictures do not show; ten times quicker than
    warping.
    """
    if step == 1:
        return picture
    picture = cv2.copyMakeBorder(picture, 0, 1, 0, 1, cv2.BORDER_REPLICATE)
    height, width = picture.shape[:2]
    large = (width * step, height * step)
    grown = cv2.resize(picture, large, interpolation=cv2.INTER_LINEAR)
    offset = (step - 1) // 2
    return grown[offset : offset + size_px[1], offset : offset + size_px[0]]


def local_energy(band: FloatImage, cell_px: int, spread_cells: float) -> FloatImage:
    """Mean square of a band around each place, on a grid of coarse cells.

    Args:
        band: One or three channels.
        cell_px: Side of a cell; 1 keeps the band's own grid.
        spread_cells: Standard deviation of the window, in cells.

    Returns:
        The mean squares, ``ceil(side / cell_px)`` cells each way.
    """
    squares = cv2.multiply(band, band)
    if cell_px > 1:
        cells = -(-band.shape[1] // cell_px), -(-band.shape[0] // cell_px)
        squares = cv2.resize(squares, cells, interpolation=cv2.INTER_AREA)
    return cv2.GaussianBlur(squares, (0, 0), spread_cells)


def limit_softly(band: FloatImage, limit: AnyArray) -> FloatImage:
    """Bend values beyond ``limit`` back towards it; small ones stay as they are.

    ``limit * x / sqrt(limit^2 + x^2)``: slope 1 at 0, never beyond the limit.
    """
    squares = cv2.multiply(band, band)
    length = cv2.sqrt(cv2.add(squares, np.square(limit)))
    return cv2.divide(cv2.multiply(band, limit), length)
