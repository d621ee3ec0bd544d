"""Makes the file of a finished portrait, with all its marks."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import cv2
from PIL import Image

from kiosk.errors import MarkError
from kiosk.privacy.marks.certificate import (
    SigningKey,
    own_signing_key,
    read_signing_key,
)
from kiosk.privacy.marks.content_credentials import signed
from kiosk.privacy.marks.facts import MAKER, PictureFacts
from kiosk.privacy.marks.visible import Imprint, draw_mark, read_logo
from kiosk.privacy.marks.xmp import encoded, packet
from kiosk.settings.sections.marks import Marks
from pipeline.types import BoxPx, ImageBgr

logger = logging.getLogger(__name__)

FOLDER = "marks"
"""In the data folder: the kiosk's own certificate."""

MediaType = Literal["image/png", "image/jpeg"]


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """A picture file that may be handed out.

    Attributes:
        content: The file.
        media_type: What it is.
        mark_px: Where the visible mark is; None without one.
    """

    content: bytes
    media_type: MediaType
    mark_px: BoxPx | None


class Marker:
    """Marks pictures as the settings say; one thread at a time.

    The operator's certificate or logo may be wrong: pictures are then marked with the
    kiosk's own, and `problem` says why.

    Args:
        data_folder: Where the kiosk's own certificate is kept.
        now: The time, in UTC.
    """

    def __init__(
        self,
        data_folder: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder, self._now = data_folder / FOLDER, now
        self._problem = ""

    @property
    def problem(self) -> str:
        """What staff should put right, in English; empty if nothing."""
        return self._problem

    def mark(
        self,
        bgr: ImageBgr,
        faces_px: Sequence[BoxPx],
        facts: PictureFacts,
        settings: Marks,
        media_type: MediaType = "image/jpeg",
    ) -> MarkedPicture:
        """Make the file of a portrait.

        Args:
            bgr: The portrait at full size.
            faces_px: Painted and visitors' faces in it.
            facts: What it says about itself.
            settings: How it is marked.
            media_type: What file it shall be.

        Raises:
            MarkError: If it cannot be marked; it must not be handed out then.
        """
        problems: list[str] = []
        mark_px = None
        if settings.visible:
            imprint = self._imprint(facts, settings, problems)
            drawn = draw_mark(bgr, faces_px, imprint)
            bgr, mark_px = drawn.bgr, drawn.box_px
        image = Image.fromarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB))
        content = encoded(image, media_type, packet(facts))
        content = self._signed(content, media_type, facts, mark_px, settings, problems)
        told, self._problem = self._problem, " ".join(problems)
        if problems and told != self._problem:
            logger.error(
                "pictures are marked otherwise than the settings ask",
                extra={"for_staff": self._problem},
            )
        return MarkedPicture(content, media_type, mark_px)

    def _imprint(
        self, facts: PictureFacts, settings: Marks, problems: list[str]
    ) -> Imprint:
        name = settings.text or facts.venue or MAKER
        logo = None
        if settings.image is not None:
            try:
                logo = read_logo(settings.image)
            except MarkError as error:
                problems.append(str(error))
        return Imprint(name, facts.statement, logo)

    def _signed(
        self,
        content: bytes,
        media_type: MediaType,
        facts: PictureFacts,
        mark_px: BoxPx | None,
        settings: Marks,
        problems: list[str],
    ) -> bytes:
        try:
            key = self._operators_key(settings)
            if key is not None:
                stamp = settings.timestamp
                return signed(content, media_type, facts, mark_px, key, stamp)
        except MarkError as error:
            problems.append(str(error))
        own = own_signing_key(self._folder, self._now())
        return signed(content, media_type, facts, mark_px, own)

    def _operators_key(self, settings: Marks) -> SigningKey | None:
        certificate, key = settings.certificate, settings.key
        if certificate is None and key is None:
            return None
        if certificate is None or key is None:
            missing = "marks.key" if key is None else "marks.certificate"
            raise MarkError(f"To sign pictures the setting {missing} is needed too.")
        return read_signing_key(certificate, key, self._now())
