"""What a face network made of one visitor, for one painted face."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pipeline.types import Affine, ImageBgr, Mask

Identity: TypeAlias = NDArray[np.float32]
"""``(N,)``, length 1: what a recogniser says of a face. It identifies a person, so it
lives in a visitor's memory only and is wiped with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Impression:
    """A face painted by a network, and for whom.

    Attributes:
        identity: Of the visitor.
        face_bgr: The painted face with that identity, cut out upright.
        to_face: ``(2, 3)``: pixels of the canvas's box to pixels of ``face_bgr``.
        laid_bgr: The face where it was cut out, as large as the canvas's box.
        laid_trust: How far it can be trusted there, as large as the small canvas.
        painted_s: When it was painted, in seconds of ``time.monotonic()``.
        looked_s: When the visitor's identity was last read.
    """

    identity: Identity
    face_bgr: ImageBgr
    to_face: Affine
    laid_bgr: ImageBgr
    laid_trust: Mask
    painted_s: float
    looked_s: float
