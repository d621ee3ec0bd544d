"""Says whether a file that came is a whole picture of a kind we take."""

import hashlib
from pathlib import Path

from kiosk.packs.fetch.errors import BadAnswerError
from pipeline.errors import ImageUnreadableError
from pipeline.images import read_image

SHORTEST_SIDE_PX = 200
_HEAD_BYTES = 16
_CHUNK_BYTES = 1 << 20


def ending_of(path: Path) -> str:
    """The usual ending of a file's kind, such as ``.jpg``, by its first bytes.

    Raises:
        BadAnswerError: If it is no JPEG, PNG, TIFF or WebP.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return ".tif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    if head.lstrip()[:1] == b"<":
        raise BadAnswerError(
            "A web page came instead of a picture. Perhaps this network asks for a "
            "sign-in first, or the museum does not serve it; try again later."
        )
    raise BadAnswerError("What came is no JPEG, PNG, TIFF or WebP picture.")


def check_picture(path: Path, sha1: str = "") -> str:
    """Make sure that a file is a whole picture that the kiosk can read.

    Args:
        path: The file.
        sha1: The digest that it must have; empty where nobody says.

    Returns:
        The usual ending of its kind.

    Raises:
        BadAnswerError: If it is not.
    """
    ending = ending_of(path)
    if sha1 and _sha1_of(path) != sha1:
        raise BadAnswerError("The picture came damaged: its digest is wrong.")
    if not is_whole(path):
        raise BadAnswerError("The picture came damaged, or is too large or too small.")
    return ending


def is_whole(path: Path) -> bool:
    """Whether a file is there and a whole picture that the kiosk can read."""
    try:
        height_px, width_px = read_image(path).shape[:2]
    except ImageUnreadableError:
        return False
    return bool(min(height_px, width_px) >= SHORTEST_SIDE_PX)


def _sha1_of(path: Path) -> str:
    digest = hashlib.sha1(usedforsecurity=False)
    with path.open("rb") as file:
        while piece := file.read(_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()
