"""Anonymises one file, so that its copy is whole or not there, and never overwrites."""

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.anonymise.clip import CODECS, Counted, Progress, take_faces_out_of_clip
from kiosk.anonymise.photo import take_out_faces
from kiosk.anonymise.treatment import Treatment
from kiosk.errors import AnonymiseError
from pipeline.detect.base import FaceDetector
from pipeline.detect.thorough import search_photo
from pipeline.errors import ImageUnwritableError
from pipeline.images import read_image, readable_suffixes, write_image
from pipeline.types import Detection, ImageBgr

_PICTURES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}
)
"""What is written as it was read; other pictures become PNG files."""


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """How files are anonymised.

    Attributes:
        treatment: What is done to a face.
        detector: Finds faces.
        allow_none: Whether a file without any face is fine.
    """

    treatment: Treatment
    detector: FaceDetector
    allow_none: bool = False

    def do(self, path: Path, out: Path, progress: Progress) -> Counted:
        """Write a copy of a photo or film without faces.

        Raises:
            AnonymiseError: If that cannot be done; then nothing is written.
            ImageUnreadableError: If a picture cannot be read.
        """
        if os.path.lexists(out):
            raise AnonymiseError(f"{out} is there already. Name another file.")
        draft = out.with_name(f".{out.stem[:32]}-{secrets.token_hex(6)}{out.suffix}")
        try:
            counted = (
                self._photo(path, draft, progress)
                if is_picture(path)
                else take_faces_out_of_clip(
                    path, draft, self.treatment, self.detector, progress
                )
            )
            if counted.faces == 0 and not self.allow_none:
                raise AnonymiseError(
                    f"No face was found in {path.name}, so nothing was written. If "
                    "there is none, give --allow-none."
                )
            _put(draft, out)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        return counted

    def _photo(self, path: Path, out: Path, progress: Progress) -> Counted:
        bgr = read_image(path)
        faces = self._search(bgr)
        progress(0.4)
        sighted = [(face, person) for person, face in enumerate(faces)]
        try:
            treated = take_out_faces(bgr, sighted, self.treatment, self._search)
        except AnonymiseError as error:
            raise AnonymiseError(f"In {path.name} {error}; nothing was written.") from (
                error
            )
        try:
            write_image(out, bgr)
        except ImageUnwritableError as error:
            raise AnonymiseError(
                f"The copy of {path.name} cannot be written. Check that its folder "
                "exists, may be written to and has space left."
            ) from error
        progress(1.0)
        return Counted(len(treated), 1)

    def _search(self, bgr: ImageBgr) -> list[Detection]:
        return search_photo(bgr, self.detector)


def is_picture(path: Path) -> bool:
    """Whether a file's name is that of a picture."""
    return path.suffix.lower() in readable_suffixes()


def name_for(path: Path) -> str:
    """The name of a file's copy: the same, with an ending that can be written."""
    written = _PICTURES if is_picture(path) else CODECS
    if path.suffix.lower() in written:
        return path.name
    return f"{path.name}{'.png' if is_picture(path) else '.mp4'}"


def check_ending(path: Path, out: Path) -> None:
    """Make sure that a copy can be written under its name.

    Raises:
        AnonymiseError: If it cannot.
    """
    written = sorted(_PICTURES if is_picture(path) else CODECS)
    if out.suffix.lower() not in written:
        raise AnonymiseError(f"The name of OUT must end in {', '.join(written)}.")


def _put(draft: Path, out: Path) -> None:
    """Give the finished copy its name, unless somebody else took it meanwhile."""
    try:
        try:
            os.link(draft, out)
        except FileExistsError:
            raise
        except OSError:  # a disk without links: between look and move lies nothing
            if os.path.lexists(out):
                raise FileExistsError from None
            draft.rename(out)
    except FileExistsError as error:
        raise AnonymiseError(f"{out} is there already. Name another file.") from error
    except OSError as error:
        raise AnonymiseError(
            f"{out} cannot be written: {error.strerror or 'the disk refuses'}."
        ) from error
