"""Looks at the picture files of a pack: whether they are whole, and how large."""

import warnings
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from pipeline.errors import ImageUnreadableError
from pipeline.images import read_image

LARGEST_FILE_BYTES = 300_000_000
_LOOKED_AT_PIXELS = 500_000
_ORIENTATION_TAG = 0x0112
_FIRST_SIDEWAYS = 5
_HEAD_BYTES = 16
_STARTS: Mapping[str, tuple[bytes, ...]] = {
    "JPEG": (b"\xff\xd8\xff",),
    "PNG": (b"\x89PNG\r\n\x1a\n",),
    "TIFF": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    "BMP": (b"BM",),
    "GIF": (b"GIF8",),
}
_ENDINGS: Mapping[str, str] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
    ".gif": "GIF",
    ".webp": "WebP",
}


class UnfitPictureError(Exception):
    """A picture cannot be used.

    Attributes:
        words: What is wrong, going on from the file's name.
        cure: What to do about it.
    """

    def __init__(self, words: str, cure: str) -> None:
        self.words = words
        self.cure = cure
        super().__init__(f"{words} {cure}")


def measure(path: Path) -> tuple[int, int]:
    """Decode a whole picture, in bounded memory, and measure it.

    Args:
        path: The file; its ending does not matter.

    Returns:
        Width and height in pixels of the upright picture in its full size.

    Raises:
        UnfitPictureError: If it is too large, broken or no picture.
    """
    try:
        size_bytes = path.stat().st_size
        if size_bytes >= LARGEST_FILE_BYTES:
            raise UnfitPictureError(
                f"is a file of {size_bytes / 1e6:,.0f} MB.",
                "Save it smaller; less than 300 MB are allowed.",
            )
        read_image(path, max_pixels=_LOOKED_AT_PIXELS)
        return _upright_size_wh(path)
    except ImageUnreadableError as error:
        words, _, cure = str(error).partition(". ")
        said = words.removeprefix(path.name).strip()
        raise UnfitPictureError(f"{said}.", cure or "Use another file.") from error
    except OSError as error:
        raise UnfitPictureError(
            f"cannot be read: {error.strerror or 'the disk refuses'}.",
            "Copy it again.",
        ) from error


def real_format(path: Path) -> str:
    """The kind of a picture whose ending says another; empty where it is right.

    Args:
        path: A picture that can be decoded.
    """
    told = _ENDINGS.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return ""
    real = "WebP" if head[8:12] == b"WEBP" else ""
    for kind, starts in _STARTS.items():
        if head.startswith(starts):
            real = kind
    return real if told and real and real != told else ""


def _upright_size_wh(path: Path) -> tuple[int, int]:
    with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
        width, height = image.size
        try:
            orientation = int(image.getexif().get(_ORIENTATION_TAG, 1))
        except Exception:  # noqa: BLE001 - broken EXIF raises anything and turns nothing
            orientation = 1
    sideways = _FIRST_SIDEWAYS <= orientation <= _FIRST_SIDEWAYS + 3
    return (height, width) if sideways else (width, height)
