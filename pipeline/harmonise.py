"""Re-lights and re-paints a visitor's face as if the painter had seen it.

After Shih et al., "Style Transfer for Headshot Portraits" (2014): the lowest band, the
light, is the painting's; in each finer band the visitor's local energy is matched to
the painting's within bounds. Where the visitor cannot be trusted (turned away, fringe)
each band is the painting's own, so that both meet without a seam (Burt and Adelson,
1983). The finest bands also carry the painting's own texture.
"""

import cv2
import numpy as np

from pipeline.bands import grow, halve
from pipeline.borrow import borrow
from pipeline.canvas import FaceCanvas
from pipeline.manner import Manner, Memory
from pipeline.skin import CAMERA_EYE, hanging_hair, measure_skin
from pipeline.strokes import strokes
from pipeline.swap.base import DrawnFace
from pipeline.tone import Seen, tone
from pipeline.types import FloatImage
from pipeline.zones import Zones


def harmonise(
    drawn: DrawnFace, canvas: FaceCanvas, manner: Manner, memory: Memory
) -> FloatImage:
    """Work out how the painting changes.

    Args:
        drawn: The visitor's face in the canvas's box.
        canvas: The painted face.
        manner: The bounds.
        memory: Of this visitor in this canvas.

    Returns:
        ``(h, w, 3)`` float32 to add to the painting's box, BGR in 0..255; exactly 0
        outside ``canvas.alpha3``.
    """
    small = halve(drawn.bgr, len(canvas.fine)).astype(np.float32) * (1 / 255)
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB)
    face_px = canvas.face_px / canvas.step
    zones = Zones(drawn.points / canvas.step, canvas.small_size_px, face_px)
    lab, known, borrowed = borrow(lab, drawn, zones.features(), face_px, memory)
    skin = memory.steady_skin(measure_skin(lab, zones.skin_patches()))
    hair = hanging_hair(
        lab, skin, zones.fringe(), zones.upper_rim(), face_px, CAMERA_EYE
    )
    trusted = np.minimum(known, 1 - hair) * canvas.inside
    trusted = cv2.GaussianBlur(trusted, (0, 0), max(1.0, 0.015 * face_px))
    trusted = memory.steady("trusted", trusted)
    erased = memory.steady("erased", cv2.min(hair, canvas.brows) * canvas.inside)
    seen = Seen(lab, skin, trusted, erased, zones.drawn_by_life())
    toned = (tone(seen, canvas, manner, memory) - canvas.small_bgr) * np.float32(255)
    change: FloatImage = grow(toned, canvas.step, canvas.size_px)
    if canvas.fine:
        own = trusted * (1 - borrowed)
        fine = strokes(drawn.bgr, own, erased, canvas, manner, memory)
        change = cv2.add(change, cv2.cvtColor(fine, cv2.COLOR_GRAY2BGR))
    return cv2.multiply(change, canvas.alpha3)
