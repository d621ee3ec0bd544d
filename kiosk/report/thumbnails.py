"""Small pictures of paintings for reports."""

import logging
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.packs.manifest import PackPainting
from pipeline.errors import EngineError
from pipeline.images import read_image

logger = logging.getLogger(__name__)

READ_PIXELS = 400_000
THUMBNAIL_PX = 240


def pictures_of(paintings: Iterable[PackPainting]) -> dict[str, QImage]:
    """Read a small picture of each painting; one that cannot be read is left out.

    Args:
        paintings: Of the library.
    """
    pictures = {}
    for painting in paintings:
        try:
            bgr = read_image(painting.image, max_pixels=READ_PIXELS)
        except EngineError as error:
            logger.warning("a painting has no picture in the report: %s", error)
            continue
        height, width = bgr.shape[:2]
        image = QImage(
            bgr.tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888
        )
        pictures[painting.key] = image.scaledToWidth(
            THUMBNAIL_PX, mode=Qt.TransformationMode.SmoothTransformation
        )
    return pictures
