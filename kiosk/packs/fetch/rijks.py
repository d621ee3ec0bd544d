"""The Rijksmuseum, Amsterdam.

Asks its data services (https://data.rijksmuseum.nl/docs), which need no key: a search
by object number gives an identifier, its record (Linked Art) leads to a
``VisualItem``, on which the rights stand, and that to a ``DigitalObject`` whose
``access_point`` is the image on a IIIF server.
"""

import re

from kiosk.packs.fetch.addresses import host_of
from kiosk.packs.fetch.answers import rows, text
from kiosk.packs.fetch.errors import BadAnswerError, NotFoundError, NotOpenError
from kiosk.packs.fetch.linked_art import (
    Record,
    artist_of,
    credit_of,
    linked,
    object_number_of,
    openness_of,
    titles_of,
    year_of,
)
from kiosk.packs.fetch.references import Museum, Reference
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.works import Found, ImageSource, Work

NAME = "Rijksmuseum, Amsterdam"
SEARCH_URL = "https://data.rijksmuseum.nl/search/collection"
RECORD_URL = "https://data.rijksmuseum.nl"
IIIF_HOST = "iiif.micr.io"
_HOSTS = frozenset({"data.rijksmuseum.nl", "id.rijksmuseum.nl", IIIF_HOST})
_WHOLE_IMAGE = re.compile(r"/full/[^/]+/0/default\.(jpg|png|webp)$")
_ACCEPT = "application/ld+json"


class RijksClient:
    """Asks the Rijksmuseum.

    Args:
        web: The way out.
        search_url: Where its search lies.
        record_url: Where its records lie, each under its number.
    """

    museum = Museum.RIJKS

    def __init__(
        self, web: Web, search_url: str = SEARCH_URL, record_url: str = RECORD_URL
    ) -> None:
        self._web = web
        self._search_url = search_url
        self._record_url = record_url.rstrip("/")
        own = {host_of(search_url), host_of(record_url)}
        self.hosts = frozenset(own) | _HOSTS

    def look_up(self, reference: Reference) -> Work:
        """Ask for one work; see `MuseumClient`."""
        number = reference.id if reference.id.isdigit() else self._number(reference)
        try:
            record = self._record(number)
        except NotFoundError as error:
            raise _no_such(reference) from error
        inventory = object_number_of(record)
        if not reference.id.isdigit() and inventory.upper() != reference.id:
            raise BadAnswerError(
                "The Rijksmuseum answers with another object "
                f"({inventory or 'without a number'}) than {reference.id}."
            )
        titles = titles_of(record) or {"en": reference.text}
        title = titles.get("en") or next(iter(titles.values()))
        for visual in self._visuals(record):
            openness = openness_of(visual)
            if openness is None:
                raise NotOpenError(
                    f"The Rijksmuseum does not mark '{title}' ({reference.text}) as "
                    "public domain or CC0, so it cannot be taken."
                )
            if images := self._images(visual):
                return Work(
                    reference=reference,
                    titles=titles,
                    artist=artist_of(record),
                    year=year_of(record),
                    museum=NAME,
                    inventory=inventory,
                    credit=credit_of(record) or NAME,
                    openness=openness,
                    page=f"https://id.rijksmuseum.nl/{number}",
                    images=images,
                )
        raise NotFoundError(
            f"The Rijksmuseum shows no image of '{title}' ({reference.text})."
        )

    def search(self, words: str, limit: int) -> list[Found]:
        """Find paintings that may be taken, by title, then by maker."""
        found: dict[str, Found] = {}
        for field in ("title", "creator"):
            asked = {field: words, "type": "painting", "imageAvailable": "true"}
            answer = self._web.ask(self._search_url, self.hosts, asked, _ACCEPT)
            for identifier in linked(answer, "orderedItems")[: 2 * limit]:
                if len(found) >= limit:
                    return list(found.values())
                number = _number_in(identifier)
                if number and number not in found and (line := self._found(number)):
                    found[number] = line
        return list(found.values())

    def _found(self, number: str) -> Found | None:
        try:
            record = self._record(number)
            visuals = self._visuals(record)
            openness = openness_of(visuals[0]) if visuals else None
            images = self._images(visuals[0]) if openness else ()
        except NotFoundError:
            return None
        if not images:
            return None
        inventory = object_number_of(record)
        reference = Reference(Museum.RIJKS, inventory.upper() or number)
        titles = titles_of(record)
        title = titles.get("en") or next(iter(titles.values()), reference.text)
        small = _WHOLE_IMAGE.sub("/full/400,/0/default.jpg", images[0].url)
        return Found(
            reference, title, artist_of(record), year_of(record), ImageSource(small)
        )

    def _number(self, reference: Reference) -> str:
        asked = {"objectNumber": reference.id}
        answer = self._web.ask(self._search_url, self.hosts, asked, _ACCEPT)
        for identifier in linked(answer, "orderedItems"):
            if number := _number_in(identifier):
                return number
        raise _no_such(reference)

    def _visuals(self, record: Record) -> list[Record]:
        numbers = [_number_in(found) for found in linked(record, "shows")]
        numbers = numbers or [
            _number_in(found) for found in linked(record, "representation")
        ]
        return [self._record(number) for number in numbers[:3] if number]

    def _images(self, visual: Record) -> tuple[ImageSource, ...]:
        for identifier in linked(visual, "digitally_shown_by")[:3]:
            number = _number_in(identifier)
            if not number:
                continue
            for point in rows(self._record(number), "access_point"):
                url = text(point, "id")
                if _WHOLE_IMAGE.search(url):
                    return (ImageSource(url),)
        return ()

    def _record(self, number: str) -> Record:
        url = f"{self._record_url}/{number}"
        return self._web.ask(url, self.hosts, accept=_ACCEPT)


def _number_in(identifier: str) -> str:
    """The number of a persistent identifier, so that only our addresses are asked."""
    found = re.fullmatch(r"https?://[^/]+/(\d{1,40})", identifier)
    return found.group(1) if found else ""


def _no_such(reference: Reference) -> NotFoundError:
    return NotFoundError(
        f"The Rijksmuseum has no object {reference.id}. Check the object number on the "
        "work's page."
    )
