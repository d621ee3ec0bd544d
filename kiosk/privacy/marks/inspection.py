"""Reads the marks of any picture file, for ``kiosk verify``."""

import io
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from kiosk.errors import MarkError
from kiosk.privacy.marks.content_credentials import Credentials, read_credentials
from kiosk.privacy.marks.xmp import properties, read_packet

LARGEST_BYTES: Final = 200_000_000
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF")
_SIGNABLE: Final = frozenset(
    {"image/png", "image/jpeg", "image/webp", "image/tiff", "image/gif", "image/avif"}
)
_EXIF_NAMES: Final = {0x8825: "a place (GPS)", 0x0110: "a camera", 0x9003: "a time"}
_EXIF_FOLDER: Final = 0x8769


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a picture file says about itself.

    Attributes:
        media_type: What file it is.
        credentials: Its signed content credentials, or None.
        credentials_problem: Why they cannot be read; empty if they can.
        metadata: Its XMP properties by their short names; empty if it has none.
        personal: What else in it may tell something about a person.
    """

    media_type: str
    credentials: Credentials | None
    credentials_problem: str
    metadata: dict[str, str]
    personal: tuple[str, ...]

    @property
    def source_type(self) -> str:
        """IPTC's word for how it was made, by whichever mark says so; may be empty."""
        signed = self.credentials.source_type if self.credentials else ""
        return signed or self.metadata.get("Iptc4xmpExt:DigitalSourceType", "")

    @property
    def intact(self) -> bool:
        """Whether it is signed and as it was when it was signed."""
        return self.credentials is not None and self.credentials.intact


def inspect(path: Path) -> Inspection:
    """Read a picture file's marks; nothing is changed, and no network is used.

    Raises:
        MarkError: If there is no such file, or it is no picture.
    """
    content = _content(path)
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            media_type = Image.MIME.get(image.format or "", "")
            metadata = properties(read_packet(image))
            personal = _personal(image)
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise MarkError(
            f"{path.name} is no picture whose marks can be read. Use PNG or JPEG."
        ) from error
    except Exception as error:  # a hostile file makes decoders raise anything
        raise MarkError(f"{path.name} is damaged or incomplete.") from error
    credentials, problem = None, ""
    if media_type in _SIGNABLE:
        try:
            credentials = read_credentials(io.BytesIO(content), media_type)
        except MarkError as error:
            problem = str(error)
    return Inspection(media_type, credentials, problem, metadata, personal)


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise MarkError(f"{path.name} is no file. Name a picture.")
        if status.st_size > LARGEST_BYTES:
            raise MarkError(f"{path.name} is too large for a picture.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MarkError(f"There is no file {path.name}.") from error
    except (OSError, ValueError) as error:
        raise MarkError(f"{path.name} cannot be read.") from error


def _personal(image: Image.Image) -> tuple[str, ...]:
    exif = image.getexif()
    tags = {*exif, *exif.get_ifd(_EXIF_FOLDER)}
    found = [name for tag, name in _EXIF_NAMES.items() if tag in tags]
    if "comment" in image.info:
        found.append("a comment")
    return tuple(found)
