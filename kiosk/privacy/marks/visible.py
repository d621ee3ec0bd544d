"""The mark that people see: a name or a logo, and that the picture was altered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiosk.errors import MarkError
from kiosk.privacy.marks.place import edge_px, free_place
from kiosk.program import shipped
from pipeline.types import AnyArray, BoxPx, ImageBgr, Mask, SizePx

MOST_LOGO_PIXELS: Final = 20_000_000
_NAME_HEIGHT: Final = 0.030
_STATEMENT_HEIGHT: Final = 0.021
_LOGO_HEIGHT: Final = 0.055
_LOGO_WIDTH: Final = 0.25
"""All of them over the picture's shorter side."""
_LEAST_LETTERS_PX: Final = 10
_SMALLER: Final = (1.0, 0.85, 0.7, 0.55)
_INK_LIGHT: Final = (226, 240, 246)
_INK_DARK: Final = (22, 26, 30)
_DARK_GROUND: Final = 118.0
_LABEL_BGR: Final = (22, 25, 28)
_HALO: Final = 0.62
"""How much of the ground's opposite lies around the letters."""


@dataclass(frozen=True, slots=True, eq=False)
class Imprint:
    """What the mark says.

    Attributes:
        name: Its first line, unless there is a logo; may be empty.
        statement: That the picture was altered; stands in every mark.
        logo_bgra: A venue's own picture in the place of the name, or None.
    """

    name: str
    statement: str
    logo_bgra: AnyArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A picture with its mark.

    Attributes:
        bgr: The picture; outside ``box_px`` what it was, bit for bit. It is higher by
            a label beneath it where faces leave no room inside.
        box_px: Around everything that was drawn.
    """

    bgr: ImageBgr
    box_px: BoxPx


@dataclass(frozen=True, slots=True, eq=False)
class _Stamp:
    """A mark at one size: coverage, and colours where they are the logo's own."""

    cover: Mask
    colours: AnyArray
    inked: Mask


def read_logo(path: Path) -> AnyArray:
    """Read a venue's own mark, with its transparency.

    Returns:
        ``(height, width, 4)`` BGRA.

    Raises:
        MarkError: If it is no picture, or too large.
    """
    try:
        with Image.open(path, formats=("PNG", "WEBP", "JPEG")) as image:
            few = image.width * image.height <= MOST_LOGO_PIXELS
            rgba = np.asarray(image.convert("RGBA")) if few else None
    except Exception as error:  # a hostile file makes decoders raise anything
        raise MarkError(
            f"The mark {path.name} cannot be read. Name a PNG file with a transparent "
            "ground in marks.image."
        ) from error
    if rgba is None:
        raise MarkError(f"The mark {path.name} is too large. Save it smaller.")
    if not rgba[..., 3].any():
        raise MarkError(f"The mark {path.name} is transparent all over.")
    return cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA)


def draw_mark(bgr: ImageBgr, faces_px: Sequence[BoxPx], imprint: Imprint) -> Drawn:
    """Draw the mark into a copy of a picture.

    Args:
        bgr: The picture, at least 1 x 1.
        faces_px: Painted and visitors' faces; the mark touches none.
        imprint: What it says.
    """
    size_px: SizePx = bgr.shape[1], bgr.shape[0]
    for smaller in _SMALLER:
        stamp = _stamp(imprint, smaller * min(size_px))
        box = free_place(bgr, _size_of(stamp), faces_px)
        if box is not None:
            picture = bgr.copy()
            _lay_on(picture, box, stamp)
            return Drawn(picture, box)
    return _label_beneath(bgr, imprint)


def _label_beneath(bgr: ImageBgr, imprint: Imprint) -> Drawn:
    """Add a strip beneath the picture, as a frame carries its label."""
    height, width = bgr.shape[:2]
    edge = edge_px((width, height))
    stamp = _stamp(imprint, min(width, height))
    across = _size_of(stamp)[0]
    if across > width - 2 * edge:
        stamp = _resized(stamp, max(1, width - 2 * edge) / across)
    across, down = _size_of(stamp)
    strip = np.full((down + 2 * edge, width, 3), _LABEL_BGR, np.uint8)
    picture = np.concatenate([bgr, strip])
    x, y = max(0, (width - across) // 2), height + edge
    across = min(across, width)
    _lay_on(picture, (x, y, x + across, y + down), stamp)
    return Drawn(picture, (0, height, width, picture.shape[0]))


def _lay_on(picture: ImageBgr, box: BoxPx, stamp: _Stamp) -> None:
    x0, y0, x1, y1 = box
    ground = picture[y0:y1, x0:x1].astype(np.float32)
    dark = float(ground.mean()) < _DARK_GROUND
    ink, halo = (_INK_LIGHT, _INK_DARK) if dark else (_INK_DARK, _INK_LIGHT)
    width = x1 - x0
    cover, inked = stamp.cover[:, :width, None], stamp.inked[:, :width, None]
    reach = max(1.0, 0.05 * (y1 - y0))
    around = cv2.GaussianBlur(stamp.cover[:, :width], (0, 0), reach)
    around = np.minimum(1.0, 2.2 * around)[..., None] * _HALO
    around = around * _fading_out(y1 - y0, width, reach)[..., None]
    ground += around * (np.array(halo, np.float32) - ground)
    colours = inked * np.array(ink, np.float32) + (1 - inked) * stamp.colours[:, :width]
    ground += cover * (colours - ground)
    picture[y0:y1, x0:x1] = np.clip(np.rint(ground), 0, 255).astype(np.uint8)


def _fading_out(height: int, width: int, reach: float) -> Mask:
    """1 inside, 0 at the box's edge, so that the halo shows no edge of its own."""
    rows = np.minimum(np.arange(height), np.arange(height)[::-1])
    columns = np.minimum(np.arange(width), np.arange(width)[::-1])
    inside = np.minimum(rows[:, None], columns[None, :])
    return np.minimum(1.0, inside / max(1.0, 1.5 * reach)).astype(np.float32)


def _stamp(imprint: Imprint, side_px: float) -> _Stamp:
    """Set the mark for a picture with this shorter side."""
    first = (
        _letters(imprint.name, "EBGaramond-Italic.ttf", _NAME_HEIGHT * side_px)
        if imprint.logo_bgra is None
        else _logo(imprint.logo_bgra, side_px)
    )
    second = _letters(
        imprint.statement, "SourceSans3-Regular.ttf", _STATEMENT_HEIGHT * side_px
    )
    parts = [part for part in (first, second) if part is not None]
    pad = max(2, round(0.010 * side_px))
    gap = max(1, round(0.004 * side_px))
    width = max((part.cover.shape[1] for part in parts), default=1) + 2 * pad
    height = sum(part.cover.shape[0] for part in parts) + gap * (len(parts) - 1)
    cover = np.zeros((height + 2 * pad, width), np.float32)
    inked = np.ones_like(cover)
    colours = np.zeros((*cover.shape, 3), np.float32)
    y = pad
    for part in parts:
        rows, columns = part.cover.shape
        x = (width - columns) // 2
        cover[y : y + rows, x : x + columns] = part.cover
        inked[y : y + rows, x : x + columns] = part.inked
        colours[y : y + rows, x : x + columns] = part.colours
        y += rows + gap
    return _Stamp(cover, colours, inked)


def _letters(text: str, font_file: str, height_px: float) -> _Stamp | None:
    if not text:
        return None
    size_px = max(_LEAST_LETTERS_PX, round(height_px))
    font = ImageFont.truetype(_fonts() / font_file, size_px)
    left, top, right, bottom = font.getbbox(text)
    width, height = max(1, round(right - left)), max(1, round(bottom - top))
    sheet = Image.new("L", (width, height))
    ImageDraw.Draw(sheet).text((-left, -top), text, fill=255, font=font)
    cover = np.asarray(sheet, np.float32) / 255
    return _Stamp(cover, np.zeros((*cover.shape, 3), np.float32), np.ones_like(cover))


def _logo(bgra: AnyArray, side_px: float) -> _Stamp:
    height, width = bgra.shape[:2]
    scale = min(_LOGO_WIDTH * side_px / width, _LOGO_HEIGHT * side_px / height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    # Colours weighted by coverage: what lies under full transparency must not shine.
    cover = bgra[..., 3].astype(np.float32) / 255
    weighted = cv2.resize(bgra[..., :3] * cover[..., None], size, interpolation=way)
    small = np.clip(cv2.resize(cover, size, interpolation=way), 0, 1)
    colours = weighted / np.maximum(small, 1e-3)[..., None]
    return _Stamp(small, np.clip(colours, 0, 255), np.zeros_like(small))


def _resized(stamp: _Stamp, scale: float) -> _Stamp:
    width, height = _size_of(stamp)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    cover, colours, inked = (
        cv2.resize(part, size, interpolation=cv2.INTER_AREA)
        for part in (stamp.cover, stamp.colours, stamp.inked)
    )
    return _Stamp(cover, colours, inked)


def _size_of(stamp: _Stamp) -> SizePx:
    return stamp.cover.shape[1], stamp.cover.shape[0]


def _fonts() -> Path:
    """The folder ``assets/fonts``."""
    return shipped("assets/fonts")
