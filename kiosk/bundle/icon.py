"""Cuts the program's sign out of a painting of ours."""

from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from kiosk.bundle.contents import ROOT

ICON: Final = ROOT / "build" / "vernissage.ico"
_PAINTING: Final = ROOT / "museum_targets" / "studio" / "turban.jpg"
_HEAD_XYXY: Final = (290, 190, 1350, 1250)
_SIDES_PX: Final = (256, 128, 64, 48, 32, 24, 16)
_GOLD: Final = (201, 162, 78)
_FRAME_SHARE: Final = 16
"""The frame is one in so many parts of the side."""


def write_icon(path: Path = ICON) -> Path:
    """Write an icon of all sizes that Windows shows, a head in a golden frame.

    Args:
        path: Ends in ``.ico``; its folder is made.

    Returns:
        The path.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(_PAINTING) as painting:
        head = painting.convert("RGB").crop(_HEAD_XYXY)
    signs = [_framed(head, side_px) for side_px in _SIDES_PX]
    sizes = [sign.size for sign in signs]
    signs[0].save(path, sizes=sizes, append_images=signs[1:])
    return path


def _framed(head: Image.Image, side_px: int) -> Image.Image:
    frame_px = max(1, side_px // _FRAME_SHARE)
    inner_px = side_px - 2 * frame_px
    small = head.resize((inner_px, inner_px), Image.Resampling.LANCZOS)
    return ImageOps.expand(small, frame_px, _GOLD)
