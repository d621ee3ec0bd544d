"""All museums together: one way out, one client for each."""

import threading
from collections.abc import Iterable, Mapping
from typing import Self

from kiosk.packs.fetch.aic import AicClient
from kiosk.packs.fetch.commons import CommonsClient
from kiosk.packs.fetch.errors import FetchCancelledError, FetchError
from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.references import Museum, Reference
from kiosk.packs.fetch.rijks import RijksClient
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.words import plain_text
from kiosk.packs.fetch.works import Found, ImageSource, MuseumClient, Work

MOST_FOUND = 50
LARGEST_PREVIEW_BYTES = 3_000_000


class Museums:
    """Asks museums; for one job in one thread, closed when it is done.

    Args:
        web: The way out; closed with this.
        clients: One for each museum that can be asked.
    """

    def __init__(self, web: Web, clients: Iterable[MuseumClient]) -> None:
        self.web = web
        self._clients: Mapping[Museum, MuseumClient] = {
            client.museum: client for client in clients
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self.web.close()

    def client(self, museum: Museum) -> MuseumClient:
        """The client of a museum.

        Raises:
            FetchError: If that museum cannot be asked.
        """
        try:
            return self._clients[museum]
        except KeyError as error:
            raise FetchError(f"The collection '{museum}' cannot be asked.") from error

    def look_up(self, reference: Reference) -> Work:
        """Ask for one work; see `MuseumClient.look_up`."""
        return self.client(reference.museum).look_up(reference)

    def search(
        self, words: str, limit: int = 20, only: Museum | None = None
    ) -> tuple[list[Found], list[FetchError]]:
        """Find works that may be taken, in all museums or one.

        Args:
            words: What to look for.
            limit: Most works of each museum; more than 50 are never asked for.
            only: The one museum to ask; None asks all.

        Returns:
            What was found, museum by museum, and why some gave no answer.

        Raises:
            FetchError: If there are no words.
            FetchCancelledError: If somebody stopped it.
        """
        words = plain_text(words, 200)
        if not words:
            raise FetchError("Write what to look for, a title or an artist.")
        limit = max(1, min(limit, MOST_FOUND))
        museums = [only] if only is not None else list(self._clients)
        found: list[Found] = []
        failures: list[FetchError] = []
        for museum in museums:
            try:
                found += self.client(museum).search(words, limit)
            except FetchCancelledError:
                raise
            except FetchError as error:
                failures.append(error)
        return found, failures

    def preview(self, found: Found) -> bytes:
        """The small image of a line of a search, undecoded; empty if there is none.

        Raises:
            FetchError: If it cannot be had.
        """
        source: ImageSource | None = found.preview
        if source is None:
            return b""
        hosts = self.client(found.reference.museum).hosts
        return self.web.read(source.url, hosts, LARGEST_PREVIEW_BYTES)


def open_museums(
    manners: Manners | None = None, cancel: threading.Event | None = None
) -> Museums:
    """Make ready to ask the four museums; nothing goes out yet.

    Args:
        manners: How to ask.
        cancel: Set by whoever wants the job to stop.
    """
    web = Web(manners or Manners(), cancel)
    clients: tuple[MuseumClient, ...] = (
        MetClient(web),
        AicClient(web),
        RijksClient(web),
        CommonsClient(web),
    )
    return Museums(web, clients)
