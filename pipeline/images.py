"""Reads and writes picture files.

Whatever a file holds, it comes out as the engine's one kind of image or as an error
with a plain sentence. Pillow decodes; only formats that it decodes by itself are let
in, none that would start another program.
"""

import contextlib
import math
import secrets
import stat
import warnings
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from pipeline.colour import reducible, to_srgb
from pipeline.errors import ImageUnreadableError, ImageUnwritableError
from pipeline.types import ImageBgr

MAX_PIXELS = 40_000_000
LARGEST_PIXELS = 170_000_000
"""More is refused; Pillow by itself would refuse from 179 megapixels on."""

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "JPEG2000", "PPM")
_NAMED_FORMATS = "JPEG, PNG, WebP, TIFF, BMP, GIF or AVIF"
_WRITTEN: dict[str, tuple[str, dict[str, int]]] = {
    ".jpg": ("JPEG", {"quality": 95, "subsampling": 0}),
    ".jpeg": ("JPEG", {"quality": 95, "subsampling": 0}),
    ".png": ("PNG", {"compress_level": 3}),
    ".webp": ("WEBP", {"quality": 95}),
    ".tif": ("TIFF", {}),
    ".tiff": ("TIFF", {}),
    ".bmp": ("BMP", {}),
}
_ORIENTATION_TAG = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def read_image(path: Path, *, max_pixels: int = MAX_PIXELS) -> ImageBgr:
    """Read a picture of any common kind.

    It is turned upright as its EXIF says, transparency is laid on white, colours are
    brought to sRGB by its profile, an animation gives its first frame.

    Args:
        path: The file; its name's ending does not matter.
        max_pixels: A larger picture is made smaller, its aspect kept. One of more than
            170 megapixels (`LARGEST_PIXELS`) is refused.

    Returns:
        A new contiguous image of at most ``max_pixels``.

    Raises:
        ImageUnreadableError: If there is no such file or it is no whole picture.
    """
    name = _shown(path)
    _check_file(path, name)
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow's, on odd metadata
            return _decode(path, name, max_pixels)
    except ImageUnreadableError:
        raise
    except UnidentifiedImageError as error:
        raise ImageUnreadableError(_not_a_picture(path, name)) from error
    except Image.DecompressionBombError as error:
        raise ImageUnreadableError(_too_large(name)) from error
    except MemoryError as error:
        raise ImageUnreadableError(
            f"{name} needs more memory than this computer has free. Save it smaller."
        ) from error
    except Exception as error:  # a hostile file makes decoders raise anything
        raise ImageUnreadableError(
            f"{name} is damaged or incomplete. Copy or export it again."
        ) from error


def readable_suffixes() -> frozenset[str]:
    """Tell the usual endings of what `read_image` reads, such as ``.jpg``."""
    Image.init()  # registers the formats, once
    known = Image.registered_extensions()
    return frozenset(suffix for suffix, kind in known.items() if kind in _FORMATS)


def write_image(path: Path, bgr: ImageBgr) -> None:
    """Write a picture so that the file is either whole or not there.

    Args:
        path: Its ending chooses the format: .jpg, .png, .webp, .tif or .bmp. An
            existing file is replaced.
        bgr: At least 1 x 1.

    Raises:
        ImageUnwritableError: If the ending is unknown or the file cannot be written.
    """
    name = _shown(path)
    if path.suffix.lower() not in _WRITTEN:
        raise ImageUnwritableError(
            f"{name} cannot be written: its name must end in .jpg, .png, .webp, .tif "
            "or .bmp."
        )
    kind, options = _WRITTEN[path.suffix.lower()]
    image = Image.fromarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB))
    try:
        _replace(path, image, kind, options)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the picture does not fit"
        raise ImageUnwritableError(
            f"{name} cannot be written ({reason}). Check that its folder exists, may "
            "be written to and has space left."
        ) from error


def _shown(path: Path) -> str:
    """Return the file's name in a form that every terminal can print."""
    name = path.name or str(path)
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _check_file(path: Path, name: str) -> None:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ImageUnreadableError(f"{name} is a folder. Name a picture in it.")
        if not stat.S_ISREG(status.st_mode):
            raise ImageUnreadableError(f"{name} is no ordinary file.")
        if status.st_size == 0:
            raise ImageUnreadableError(f"{name} is empty. Copy or export it again.")
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise ImageUnreadableError(
            f"There is no picture {name}. Check the name and the folder."
        ) from error
    except PermissionError as error:
        raise ImageUnreadableError(
            f"{name} may not be read by this user. Change its permissions."
        ) from error
    except (OSError, ValueError) as error:
        raise ImageUnreadableError(
            f"{name} cannot be read. Check the name and the disk."
        ) from error


def _decode(path: Path, name: str, max_pixels: int) -> ImageBgr:
    Image.init()  # registers the formats, once
    with Image.open(path, formats=_FORMATS) as image:
        if image.width * image.height > LARGEST_PIXELS:
            raise ImageUnreadableError(_too_large(name))
        turn = _UPRIGHT.get(_orientation(image))
        target_wh = _fitting_wh(image.size, max_pixels)
        image.draft(None, target_wh)  # lets JPEG decode at a half, quarter or eighth
        image.load()
        small = reducible(image)
    if small.width * small.height > max_pixels:
        small = small.resize(target_wh, Image.Resampling.BOX, reducing_gap=2.0)
    rgb = to_srgb(small)
    if turn is not None:
        rgb = rgb.transpose(turn)
    return cv2.cvtColor(np.asarray(rgb), cv2.COLOR_RGB2BGR).astype(np.uint8, copy=False)


def _fitting_wh(size_wh: tuple[int, int], max_pixels: int) -> tuple[int, int]:
    width, height = size_wh
    scale = min(1.0, math.sqrt(max_pixels / (width * height)))
    return max(1, int(width * scale)), max(1, int(height * scale))


def _orientation(image: Image.Image) -> int:
    with contextlib.suppress(Exception):  # broken EXIF: take the picture as it lies
        return int(image.getexif().get(_ORIENTATION_TAG, 1))
    return 1


def _not_a_picture(path: Path, name: str) -> str:
    with path.open("rb") as file:
        start = file.read(16)
    if start[4:8] == b"ftyp":
        return f"{name} is a HEIC photo or a film. Save it as JPEG first."
    return f"{name} is not a picture that can be read. Use {_NAMED_FORMATS}."


def _too_large(name: str) -> str:
    limit = LARGEST_PIXELS // 1_000_000
    return f"{name} has more than {limit} megapixels. Save it smaller."


def _replace(
    path: Path, image: Image.Image, kind: str, options: dict[str, int]
) -> None:
    temporary = path.with_name(f".{path.stem[:32]}-{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as file:
            image.save(file, kind, **options)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
