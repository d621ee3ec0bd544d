"""Small portraits of the demo visitor, so that staff see how a painting will do."""

from kiosk.packs.manifest import PackPainting
from kiosk.packs.preparations import Preparations
from pipeline.images import read_image
from pipeline.preview import PREVIEW_PX, preview
from pipeline.types import ImageBgr

_READ_PIXELS = 6_000_000


def preview_of(
    painting: PackPainting, preparations: Preparations, longer_px: int = PREVIEW_PX
) -> ImageBgr:
    """The painting with the demo visitor in each face that visitors get.

    Args:
        painting: The painting; it is prepared where it is not yet.
        preparations: The prepared paintings of this computer.
        longer_px: Longer side of the portrait.

    Raises:
        ImageUnreadableError: If its picture cannot be read.
        NoFaceError: If nobody can step in.
        EngineError: If the models cannot be used.
    """
    prepared, _ = preparations.prepared(painting)
    hung = prepared.painting(
        painting.image.stem,
        read_image(painting.image, max_pixels=_READ_PIXELS),
        complexion=painting.complexion,
        shape=painting.shape,
    )
    return preview(hung, preparations.engine, longer_px=longer_px)
