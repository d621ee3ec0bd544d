"""What people have painted to be in front of a face, or not to be.

A PNG as large as the painting or of the same shape. White is in front and stays, black
is free. Its transparency says where they decided: where it is opaque their word holds,
where it is transparent what the engine found. A picture without transparency only adds
to what the engine found, since nobody paints all the rest black on purpose.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from pipeline.errors import ImageUnreadableError
from pipeline.images import LARGEST_PIXELS
from pipeline.occlusion import Occlusion
from pipeline.types import AnyArray, BoxPx, Mask, SizePx

_MOST_ASPECT_GAP: Final = 0.02
_KEPT_PIXELS: Final = 16_000_000


@dataclass(frozen=True, slots=True, eq=False)
class PaintedMask:
    """A mask for a whole painting, at its own resolution.

    Attributes:
        front: ``(h, w)`` uint8, 255 where something is in front.
        decided: ``(h, w)`` uint8, 255 where people decided; None if they only add.
    """

    front: AnyArray
    decided: AnyArray | None

    def applied(self, found: Occlusion, painting_px: SizePx) -> Occlusion:
        """What is in front of one face, by the engine and by people.

        Args:
            found: By the engine.
            painting_px: Size of the painting that its box lies in.
        """
        size = found.shown.shape[1], found.shown.shape[0]
        free = 1 - _part(self.front, found.box, size, painting_px)
        if self.decided is None:
            shown = np.minimum(found.shown, free)
        else:
            theirs = _part(self.decided, found.box, size, painting_px)
            shown = found.shown + theirs * (free - found.shown)
        return Occlusion(found.box, np.clip(shown, 0, 1).astype(np.float32))


def read_mask(path: Path, painting_px: SizePx) -> PaintedMask:
    """Read a mask.

    Args:
        path: A PNG.
        painting_px: Size of its painting.

    Raises:
        ImageUnreadableError: If it is missing, broken, no PNG or of another shape.
    """
    name = path.name.encode("utf-8", "backslashreplace").decode("utf-8")
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow's, on odd metadata
            front, decided = _decode(path, name)
    except ImageUnreadableError:
        raise
    except Image.DecompressionBombError as error:
        raise ImageUnreadableError(_too_large(name)) from error
    except FileNotFoundError as error:
        raise ImageUnreadableError(
            f"There is no mask {name}. Check the name and the folder."
        ) from error
    except Exception as error:  # a hostile file makes decoders raise anything
        raise ImageUnreadableError(
            f"The mask {name} cannot be read. Save it as PNG again."
        ) from error
    height, width = front.shape
    aspect = (width / height) / (painting_px[0] / painting_px[1])
    if abs(aspect - 1) > _MOST_ASPECT_GAP + 1 / min(width, height):
        raise ImageUnreadableError(
            f"The mask {name} has another shape than its painting ({width} x {height} "
            f"for {painting_px[0]} x {painting_px[1]} pixels). Paint it on a copy of "
            "the painting."
        )
    return PaintedMask(front, decided)


def _decode(path: Path, name: str) -> tuple[AnyArray, AnyArray | None]:
    with Image.open(path, formats=("PNG",)) as image:
        if image.width * image.height > LARGEST_PIXELS:
            raise ImageUnreadableError(_too_large(name))
        image.load()
        if image.mode.startswith("I"):
            scaled = np.asarray(image, np.float64) * (255 / 65535)
            return np.clip(scaled, 0, 255).astype(np.uint8), None
        seen = image.convert("RGBA") if _transparent(image) else image.convert("L")
    scale = np.sqrt(_KEPT_PIXELS / (seen.width * seen.height))
    if scale < 1:
        smaller = max(1, int(seen.width * scale)), max(1, int(seen.height * scale))
        seen = seen.resize(smaller, Image.Resampling.BOX)
    if seen.mode == "L":
        return np.array(seen), None
    return np.array(seen.convert("L")), np.array(seen.getchannel("A"))


def _too_large(name: str) -> str:
    return f"The mask {name} has too many pixels. Save it smaller."


def _transparent(image: Image.Image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info


def _part(picture: AnyArray, box: BoxPx, size_px: SizePx, painting_px: SizePx) -> Mask:
    """The part of a mask that lies in a box of the painting, 0 to 1, at some size."""
    x0, y0, x1, y1 = box
    shrink = min(1.0, size_px[0] / max(1, x1 - x0) * painting_px[0] / picture.shape[1])
    if shrink < 1:
        picture = cv2.resize(
            picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA
        )
    across = picture.shape[1] / painting_px[0]
    down = picture.shape[0] / painting_px[1]
    step_x, step_y = (x1 - x0) / size_px[0], (y1 - y0) / size_px[1]
    matrix = np.array(
        [
            [step_x * across, 0, (x0 + step_x / 2) * across - 0.5],
            [0, step_y * down, (y0 + step_y / 2) * down - 0.5],
        ],
        np.float32,
    )
    part = cv2.warpAffine(
        picture,
        matrix,
        size_px,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.multiply(part, 1 / 255, dtype=np.float32)
