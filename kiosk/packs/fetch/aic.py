"""The Art Institute of Chicago.

Asks its API (https://api.artic.edu/docs): a work is at ``/api/v1/artworks/ID``, its
image on the IIIF server that the answer names under ``config.iiif_url``. Works that
it marks ``is_public_domain`` may be had larger than the usual 843 pixels.
"""

import re

from kiosk.packs.fetch.addresses import host_of
from kiosk.packs.fetch.answers import rows, table, text
from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.references import Museum, Reference
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.words import LONGEST_CREDIT, plain_text
from kiosk.packs.fetch.works import Found, ImageSource, Openness, Work

NAME = "The Art Institute of Chicago"
BASE_URL = "https://api.artic.edu/api/v1"
IIIF_URL = "https://www.artic.edu/iiif/2"
SIZES = ("max", "1686,", "843,")
"""Sizes in IIIF's words, best first; the last is what the museum serves to all."""

_PREVIEW_SIZE = "400,"
_FIELDS = (
    "id,title,artist_title,artist_display,date_display,main_reference_number,"
    "credit_line,image_id,is_public_domain"
)


class AicClient:
    """Asks the Art Institute of Chicago.

    Args:
        web: The way out.
        base_url: Where its service lies.
        iiif_url: Where its images lie if the answer does not say.
    """

    museum = Museum.AIC

    def __init__(
        self, web: Web, base_url: str = BASE_URL, iiif_url: str = IIIF_URL
    ) -> None:
        self._web = web
        self._base_url = base_url.rstrip("/")
        self._iiif_url = iiif_url.rstrip("/")
        self.hosts = frozenset({host_of(base_url), host_of(iiif_url)})

    def look_up(self, reference: Reference) -> Work:
        """Ask for one work; see `MuseumClient`."""
        url = f"{self._base_url}/artworks/{reference.id}"
        try:
            answer = self._web.ask(url, self.hosts, {"fields": _FIELDS})
        except NotFoundError as error:
            raise NotFoundError(
                f"The Art Institute of Chicago has no work {reference.id}. Check the "
                "number in the address of its page."
            ) from error
        work = table(answer, "data")
        if text(work, "id") != reference.id:
            raise BadAnswerError(
                "The Art Institute of Chicago answers with another work than the one "
                f"asked for ({reference.text})."
            )
        title = plain_text(text(work, "title")) or reference.text
        if work.get("is_public_domain") is not True:
            raise NotOpenError(
                f"The Art Institute of Chicago does not mark '{title}' "
                f"({reference.text}) as public domain, so it cannot be taken."
            )
        image = _image_id(work)
        if not image:
            raise NotFoundError(
                f"The Art Institute of Chicago shows no image of '{title}' "
                f"({reference.text})."
            )
        return Work(
            reference=reference,
            titles={"en": title},
            artist=_artist(work),
            year=plain_text(text(work, "date_display"), 60),
            museum=NAME,
            inventory=plain_text(text(work, "main_reference_number"), 60),
            credit=plain_text(text(work, "credit_line"), LONGEST_CREDIT) or NAME,
            openness=Openness.PUBLIC_DOMAIN,
            page=f"https://www.artic.edu/artworks/{reference.id}",
            images=tuple(
                ImageSource(_address(self._iiif(answer), image, size)) for size in SIZES
            ),
        )

    def search(self, words: str, limit: int) -> list[Found]:
        """Find works that may be taken; see `MuseumClient`."""
        answer = self._web.ask(
            f"{self._base_url}/artworks/search",
            self.hosts,
            {
                "q": words,
                "query[term][is_public_domain]": "true",
                "fields": _FIELDS,
                "limit": str(limit),
            },
        )
        found = []
        for work in rows(answer, "data")[:limit]:
            number, image = text(work, "id"), _image_id(work)
            if not (number.isdigit() and image) or work.get("is_public_domain") is not (
                True
            ):
                continue
            reference = Reference(Museum.AIC, number)
            found.append(
                Found(
                    reference,
                    plain_text(text(work, "title")) or reference.text,
                    _artist(work),
                    plain_text(text(work, "date_display"), 60),
                    ImageSource(_address(self._iiif(answer), image, _PREVIEW_SIZE)),
                )
            )
        return found

    def _iiif(self, answer: dict[str, object]) -> str:
        return text(table(answer, "config"), "iiif_url").rstrip("/") or self._iiif_url


def _image_id(work: dict[str, object]) -> str:
    image = text(work, "image_id")
    return image if re.fullmatch(r"[0-9A-Za-z-]{8,64}", image) else ""


def _address(iiif_url: str, image: str, size: str) -> str:
    return f"{iiif_url}/{image}/full/{size}/0/default.jpg"


def _artist(work: dict[str, object]) -> str:
    shown = text(work, "artist_display").partition("\n")[0]
    return plain_text(text(work, "artist_title") or shown)
