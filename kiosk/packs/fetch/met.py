"""The Metropolitan Museum of Art, New York.

Asks the Collection API (https://metmuseum.github.io): an object is at
``/public/collection/v1/objects/ID``, a search at ``/public/collection/v1.1/search``
(that of v1 was switched off in October 2026). The museum gives the images of works
that it marks ``isPublicDomain`` under CC0.
"""

from kiosk.packs.fetch.addresses import host_of
from kiosk.packs.fetch.answers import text
from kiosk.packs.fetch.errors import NotFoundError, NotOpenError
from kiosk.packs.fetch.references import Museum, Reference
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.words import LONGEST_CREDIT, plain_text
from kiosk.packs.fetch.works import Found, ImageSource, Openness, Work

NAME = "The Metropolitan Museum of Art, New York"
BASE_URL = "https://collectionapi.metmuseum.org/public/collection"
IMAGE_HOST = "images.metmuseum.org"
_LOOKED_AT_PER_WANTED = 3
"""A search gives numbers only; so many objects are looked at for each one wanted."""


class MetClient:
    """Asks the Met.

    Args:
        web: The way out.
        base_url: Where its service lies.
    """

    museum = Museum.MET

    def __init__(self, web: Web, base_url: str = BASE_URL) -> None:
        self._web = web
        self._base_url = base_url.rstrip("/")
        self.hosts = frozenset({host_of(base_url), IMAGE_HOST})

    def look_up(self, reference: Reference) -> Work:
        """Ask for one work; see `MuseumClient`."""
        try:
            answer = self._object(reference.id)
        except NotFoundError as error:
            raise NotFoundError(
                f"The Met has no object {reference.id}. Check the number in the "
                "address of the work's page."
            ) from error
        title = plain_text(text(answer, "title")) or reference.text
        if answer.get("isPublicDomain") is not True:
            raise NotOpenError(
                f"The Met does not mark '{title}' ({reference.text}) as public domain, "
                "so it cannot be taken."
            )
        image = text(answer, "primaryImage")
        if not image:
            raise NotFoundError(
                f"The Met shows no image of '{title}' ({reference.text})."
            )
        return Work(
            reference=reference,
            titles={"en": title},
            artist=plain_text(text(answer, "artistDisplayName")),
            year=plain_text(text(answer, "objectDate"), 60),
            museum=NAME,
            inventory=plain_text(text(answer, "accessionNumber"), 60),
            credit=plain_text(text(answer, "creditLine"), LONGEST_CREDIT) or NAME,
            openness=Openness.CC0,
            page=f"https://www.metmuseum.org/art/collection/search/{reference.id}",
            images=(ImageSource(image),),
        )

    def search(self, words: str, limit: int) -> list[Found]:
        """Find works that may be taken; see `MuseumClient`."""
        most = limit * _LOOKED_AT_PER_WANTED
        asked = {"q": words, "hasImages": "true", "offset": "0", "limit": str(most)}
        url = f"{self._base_url}/v1.1/search"
        numbers = self._web.ask(url, self.hosts, asked).get("objectIDs")
        found: list[Found] = []
        for number in (numbers if isinstance(numbers, list) else [])[:most]:
            if len(found) >= limit:
                break
            if isinstance(number, int) and (work := self._found(str(number))):
                found.append(work)
        return found

    def _found(self, number: str) -> Found | None:
        try:
            answer = self._object(number)
        except NotFoundError:  # the search knows objects that are gone
            return None
        preview = text(answer, "primaryImageSmall") or text(answer, "primaryImage")
        if answer.get("isPublicDomain") is not True or not preview:
            return None
        reference = Reference(Museum.MET, number)
        return Found(
            reference,
            plain_text(text(answer, "title")) or reference.text,
            plain_text(text(answer, "artistDisplayName")),
            plain_text(text(answer, "objectDate"), 60),
            ImageSource(preview),
        )

    def _object(self, number: str) -> dict[str, object]:
        return self._web.ask(f"{self._base_url}/v1/objects/{number}", self.hosts)
