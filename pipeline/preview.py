"""A small portrait of the demo visitor, so that people see how a painting will do."""

from functools import cache
from typing import Final

import cv2
import numpy as np

from pipeline.engine import Engine
from pipeline.errors import NoFaceError
from pipeline.live import MOST_VISITORS
from pipeline.painting import Painting, at_size
from pipeline.sources.demo import DemoVisitor
from pipeline.still import swap_image
from pipeline.types import ImageBgr

PREVIEW_PX: Final = 900
_MOMENT_S: Final = 0.5
_BUST_SHARE: Final = 2.2


def preview(
    painting: Painting,
    engine: Engine,
    *,
    longer_px: int = PREVIEW_PX,
    visitor_bgr: ImageBgr | None = None,
) -> ImageBgr:
    """The painting with a visitor in each of its faces, up to six.

    Args:
        painting: At any size.
        engine: The models.
        longer_px: Longer side of the portrait; smaller paintings stay as they are.
        visitor_bgr: A picture of one visitor; the demo visitor if None.

    Returns:
        A new picture.

    Raises:
        NoFaceError: If the picture shows no visitor, or the painting no face.
        SourceUnavailableError: If the demo visitor's portrait is not installed.
    """
    small = reduced(painting, longer_px)
    wanted = min(len(small.faces), MOST_VISITORS)
    if not wanted:
        raise NoFaceError(f"The painting {painting.name} has no face to step into.")
    one = _demo_visitor() if visitor_bgr is None else visitor_bgr
    crowd = np.hstack([_bust(one, engine)] * wanted) if wanted > 1 else one
    return swap_image(crowd, small, engine).bgr


def reduced(painting: Painting, longer_px: int) -> Painting:
    """The painting made smaller, its faces with it; as it is if it is no larger."""
    height, width = painting.bgr.shape[:2]
    scale = longer_px / max(width, height)
    if scale >= 1:
        return painting
    size_px = max(1, round(width * scale)), max(1, round(height * scale))
    bgr = cv2.resize(painting.bgr, size_px, interpolation=cv2.INTER_AREA)
    faces = at_size(painting.faces, scale, size_px)
    return Painting(painting.name, bgr, faces, painting.complexion, painting.shape)


@cache
def _demo_visitor() -> ImageBgr:
    bgr = DemoVisitor().frame_at(_MOMENT_S)
    bgr.setflags(write=False)
    return bgr


def _bust(bgr: ImageBgr, engine: Engine) -> ImageBgr:
    """The visitor's face with some room around it, so that several fit side by side."""
    detections = engine.detector.detect(bgr)
    if not detections:
        raise NoFaceError("No face was found in the visitor's picture.")
    face = detections[0]
    side = _BUST_SHARE * max(face.width_px, face.height_px)
    x, y = (face.box_xyxy[:2] + face.box_xyxy[2:]) / 2
    height, width = bgr.shape[:2]
    x0, x1 = max(0, int(x - side / 2)), min(width, int(x + side / 2))
    y0, y1 = max(0, int(y - side / 2)), min(height, int(y + side / 2))
    return bgr[y0:y1, x0:x1]
