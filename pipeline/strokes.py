"""The finest bands of the new face: the visitor's lines, the painter's strokes."""

from typing import Final

import cv2
import numpy as np

from pipeline.bands import join, split
from pipeline.canvas import FaceCanvas, FineBand, fine_energy
from pipeline.manner import Manner, Memory
from pipeline.types import AnyArray, FloatImage, ImageBgr, Mask

_NOISE: Final = 0.4
_SOFTEST: Final = 0.5
_MOST_TEXTURE: Final = 2.5


def strokes(
    drawn_bgr: ImageBgr,
    trusted: Mask,
    erased: Mask,
    canvas: FaceCanvas,
    manner: Manner,
    memory: Memory,
) -> FloatImage:
    """How the finest bands of lightness change.

    The visitor's bands are brought to the painting's local energy within bounds; what
    is missing then comes from the painting's own texture: canvas, strokes, cracks. All
    in all the new face is as rough as the painted one.

    Args:
        drawn_bgr: The visitor's face, as large as the canvas's box.
        trusted: Where its pixels are used, on the small canvas.
        erased: Where the painting's own lines go without anything in their place.
        canvas: The painted face.
        manner: The bounds.
        memory: Of this visitor.

    Returns:
        ``(h, w)`` float32 of the box, to add to lightness from 0 to 255.
    """
    gray = cv2.cvtColor(drawn_bgr, cv2.COLOR_BGR2GRAY).astype(np.float32)
    bands, _ = split(gray, len(canvas.fine))
    changes = [
        _change(band, fine, trusted, erased, manner, memory, f"fine{k}")
        for k, (band, fine) in enumerate(zip(bands, canvas.fine, strict=True))
    ]
    return join(changes, np.zeros(canvas.small_size_px[::-1], np.float32))


def _change(
    band: FloatImage,
    fine: FineBand,
    trusted: Mask,
    erased: Mask,
    manner: Manner,
    memory: Memory,
    name: str,
) -> FloatImage:
    energy = fine_energy(band)
    ratio = (fine.energy + _NOISE) / (energy + _NOISE)
    gain = np.clip(np.sqrt(ratio), *manner.fine_gain)
    missing = np.sqrt(np.clip(1 - gain * gain / ratio, 0, 1))
    cells = energy.shape[1::-1]
    sure = cv2.resize(trusted, cells, interpolation=cv2.INTER_AREA)
    gone = cv2.max(sure, cv2.resize(erased, cells, interpolation=cv2.INTER_AREA))
    maps = memory.steady(name, cv2.merge([gain * sure, missing * sure, gone]))
    size = band.shape[1::-1]
    own, texture, weight = (cv2.resize(one, size) for one in cv2.split(maps))
    lines = cv2.multiply(band, own)
    paint = cv2.multiply(fine.texture, texture)
    painted = cv2.multiply(fine.band, weight)
    shares = memory.steady(f"{name} shares", _shares(lines, paint, painted))
    new = cv2.addWeighted(lines, float(shares[0]), paint, float(shares[1]), 0)
    return cv2.subtract(new, painted)


def _shares(lines: FloatImage, paint: FloatImage, painted: FloatImage) -> AnyArray:
    """Factors ``(2,)`` for lines and texture that give the painted energy together."""
    own, texture, wanted = (
        float(cv2.norm(one, cv2.NORM_L2SQR)) + 1e-6 for one in (lines, paint, painted)
    )
    if own >= wanted:
        return np.array([max(_SOFTEST, np.sqrt(wanted / own)), 0.0])
    return np.array([1.0, min(_MOST_TEXTURE, np.sqrt((wanted - own) / texture))])
