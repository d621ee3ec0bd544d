"""Turns any decoded picture into plain 8-bit sRGB.

Pictures come as grey, palette, CMYK, Lab, 16-bit or floating point, with or without
transparency and colour profiles; the engine knows one kind only.
"""

import io

import cv2
import numpy as np
from PIL import Image, ImageCms

_WHITE = (255, 255, 255)
_WIDE_MODES = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_PLAIN_MODES = ("L", "RGB", "CMYK", "LA", "RGBA", "LAB", "YCbCr", "HSV")


def reducible(image: Image.Image) -> Image.Image:
    """Bring a picture into a mode that can be made smaller without loss of colour.

    Args:
        image: Any mode; not changed.

    Returns:
        A picture with 8 bits a channel, still in its own colour space.
    """
    if image.mode in _WIDE_MODES:
        return _narrowed(image)
    if image.mode in ("P", "PA"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in ("La", "RGBa"):
        return image.convert(image.mode.upper())
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in _PLAIN_MODES else image.convert("RGB")


def to_srgb(image: Image.Image) -> Image.Image:
    """Convert what :func:`reducible` returned to sRGB, transparency laid on white.

    Args:
        image: Its colour profile, if any, is in ``image.info["icc_profile"]``.

    Returns:
        A picture of mode ``RGB``.
    """
    profile = image.info.get("icc_profile")
    if image.has_transparency_data and image.mode not in ("LA", "RGBA"):
        image = image.convert("RGBA")
    if image.mode not in ("LA", "RGBA"):
        return _opaque_to_srgb(image, profile)
    alpha = image.getchannel("A")
    colours = image.convert("L" if image.mode == "LA" else "RGB")
    laid = Image.new("RGB", image.size, _WHITE)
    laid.paste(_opaque_to_srgb(colours, profile), mask=alpha)
    return laid


def _opaque_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode == "LAB":
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        return _through_profiles(image, lab)
    if profile:
        try:
            return _through_profiles(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile))
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken or foreign profile: the plain conversion is still right
    return image.convert("RGB")


def _through_profiles(
    image: Image.Image, profile: ImageCms.ImageCmsProfile
) -> Image.Image:
    if image.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(profile):
        return image
    converted = ImageCms.profileToProfile(
        image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    return converted or image.convert("RGB")


def _narrowed(image: Image.Image) -> Image.Image:
    """Bring a grey picture of 16 or 32 bits down to 8.

    Floating point counts as 0..1 or else 0..255, whole numbers of 32 bits as 8 or else
    16 bits; the brightest value of what goes beyond becomes white.
    """
    values = np.asarray(image)
    if values.dtype.itemsize == 2:
        top = 65535.0
    else:
        values = np.nan_to_num(np.maximum(values, 0).astype(np.float32), posinf=0)
        usual = (1.0, 255.0) if image.mode == "F" else (255.0, 65535.0)
        brightest = float(values.max())
        top = next((top for top in usual if brightest <= top), brightest)
    narrowed = Image.fromarray(
        cv2.convertScaleAbs(np.ascontiguousarray(values), alpha=255.0 / top)
    )
    narrowed.info = dict(image.info)
    narrowed.info.pop("transparency", None)
    return narrowed
