"""What ``--with`` means."""

from typing import Final

from kiosk.anonymise.treatment import Blur, Paint, Stand, Treatment
from kiosk.packs.library import builtin_packs, open_library
from kiosk.packs.manifest import PackPainting
from pipeline.engine import Engine
from pipeline.painting import load_painting

BLUR: Final = "blur"
STUDIO: Final = "studio"


def treatment_for(choice: str, engine: Engine) -> Treatment:
    """Make what is done to faces.

    Args:
        choice: ``blur``, ``studio`` for the paintings that came with the kiosk, or one
            painting as ``pack/painting`` or a picture file.
        engine: The models.

    Raises:
        PackError: If there is no such painting.
        EngineError: If no face can be taken out of it.
    """
    if choice == BLUR:
        return Blur()
    stands: list[Stand] = []
    for one in _paintings(choice):
        painting = load_painting(one.image, engine)
        stands += [Stand(painting.bgr, face) for face in painting.faces]
    return Paint(engine, stands)


def _paintings(choice: str) -> tuple[PackPainting, ...]:
    if choice == STUDIO:
        return next(pack for pack in builtin_packs() if pack.id == STUDIO).paintings
    return (open_library().find(choice),)
