"""Names works in museums' collections: ``met:436535``, ``commons:File:Name.jpg``.

Addresses pasted from the museums' own pages are understood too.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from kiosk.packs.fetch.errors import BadReferenceError

LONGEST_REFERENCE = 2000
LONGEST_FILE_NAME_BYTES = 240
"""What MediaWiki allows."""

_OBJECT_NUMBER = re.compile(
    r"(?=.*\d)[A-Z]{1,4}(-([A-Z]{1,4}|[A-Z]?\d[A-Z0-9.]{0,11})){1,8}(\([A-Z0-9]+\))?"
)
"""Of the Rijksmuseum, such as ``SK-A-2099`` or ``RP-P-OB-60.797``."""


class Museum(StrEnum):
    """A collection that works can be fetched from; its value begins a reference."""

    MET = "met"
    AIC = "aic"
    RIJKS = "rijks"
    COMMONS = "commons"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One work.

    Attributes:
        museum: Whose collection.
        id: The number of the object there; of Rijksmuseum the object number
            (``SK-A-2099``) or that of the persistent identifier (``200107928``); of
            Commons the name of the file with blanks and without ``File:``.
    """

    museum: Museum
    id: str

    @property
    def text(self) -> str:
        """The way to write it: ``met:436535`` or ``commons:File:Name.jpg``."""
        prefix = "File:" if self.museum is Museum.COMMONS else ""
        return f"{self.museum}:{prefix}{self.id}"

    @property
    def painting_id(self) -> str:
        """An identifier for a pack: small letters, digits and ``-``; at most 64."""
        stem = self.id.rpartition(".")[0] if self.museum is Museum.COMMONS else self.id
        slug = _slug(f"{self.museum}-{stem}")
        if self.museum is not Museum.COMMONS:
            return slug
        mark = hashlib.sha256(self.id.encode()).hexdigest()[:8]
        return f"{slug[:48].rstrip('-')}-{mark}"


def parse_reference(text: str) -> Reference:
    """Read a reference or an address copied from a museum's page.

    Raises:
        BadReferenceError: If it names no single work in a collection that we know.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_REFERENCE or not _is_printable(text):
        raise BadReferenceError(
            "A reference is a line of text such as met:436535; this one is empty, far "
            "too long or holds characters that cannot be shown."
        )
    if re.match(r"(https?:)?//", text, re.IGNORECASE):
        return _from_address(text)
    name, colon, rest = text.partition(":")
    try:
        museum = Museum(name.strip().lower())
    except ValueError:
        museum = None
    if museum is None or not colon:
        raise BadReferenceError(
            f"'{_short(text)}' names no collection. Begin with met:, aic:, rijks: or "
            "commons:, as in met:436535, or paste the address of the museum's page."
        )
    return _READERS[museum](rest.strip())


def _met(text: str) -> Reference:
    return _numbered(Museum.MET, text, "met:436535")


def _aic(text: str) -> Reference:
    return _numbered(Museum.AIC, text, "aic:27992")


def _numbered(museum: Museum, text: str, example: str) -> Reference:
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) == 0:
        raise BadReferenceError(
            f"'{_short(text)}' is no object number; write it as in {example}. It is "
            "the number in the address of the work's page."
        )
    return Reference(museum, str(int(text)))


def _rijks(text: str) -> Reference:
    number = text.upper()
    if _OBJECT_NUMBER.fullmatch(number):
        return Reference(Museum.RIJKS, number)
    if re.fullmatch(r"[0-9]{6,30}", number):
        return Reference(Museum.RIJKS, number)
    raise BadReferenceError(
        f"'{_short(text)}' is no object number of the Rijksmuseum; write it as in "
        "rijks:SK-A-2099. It stands on the work's page under 'object number'."
    )


def _commons(text: str) -> Reference:
    name = unquote(text)
    name = re.sub(r"^(file|image|datei|fichier|archivo)\s*:", "", name, flags=re.I)
    name = unicodedata.normalize("NFC", " ".join(name.replace("_", " ").split()))
    ending = name.rpartition(".")[2].lower()
    if (
        not _is_printable(name)
        or re.search(r"[#<>\[\]|{}/\\:]", name)
        or len(name.encode()) > LONGEST_FILE_NAME_BYTES
        or not name.rpartition(".")[0]
        or not re.fullmatch(r"jpe?g|png|tiff?|webp", ending)
    ):
        raise BadReferenceError(
            f"'{_short(text)}' is no picture of Wikimedia Commons; write its file name "
            "as in commons:File:Name.jpg. JPEG, PNG, TIFF and WebP can be used."
        )
    return Reference(Museum.COMMONS, name[:1].upper() + name[1:])


_READERS: dict[Museum, Callable[[str], Reference]] = {
    Museum.MET: _met,
    Museum.AIC: _aic,
    Museum.RIJKS: _rijks,
    Museum.COMMONS: _commons,
}

_PAGES: tuple[tuple[str, str, Museum], ...] = (
    (r"(www\.)?metmuseum\.org", r".*/art/collection/search/(\d+)/?", Museum.MET),
    (
        r"collectionapi\.metmuseum\.org",
        r"/public/collection/v1/objects/(\d+)/?",
        Museum.MET,
    ),
    (r"(www\.)?artic\.edu", r"/artworks/(\d+)(?:/.*)?", Museum.AIC),
    (r"api\.artic\.edu", r"/api/v1/artworks/(\d+)/?", Museum.AIC),
    (
        r"(www\.)?rijksmuseum\.nl",
        r"/(?:en|nl)/(?:my/)?(?:collection|collectie|zoeken|search)/(?:objecten/|objects/)?"
        r"((?:[A-Za-z]{1,4})-[A-Za-z0-9.-]+)/?",
        Museum.RIJKS,
    ),
    (
        r"(www\.)?rijksmuseum\.nl",
        r"/(?:en/collection|nl/collectie)/object/([A-Za-z]{1,4}-[A-Za-z0-9.-]+?)--\w+/?",
        Museum.RIJKS,
    ),
    (r"(id|data)\.rijksmuseum\.nl", r"/(\d+)/?", Museum.RIJKS),
    (
        r"commons(\.m)?\.wikimedia\.org",
        r"/wiki/(?:Special:FilePath/)?(File:[^/]+|Special:FilePath/[^/]+)",
        Museum.COMMONS,
    ),
    (
        r"upload\.wikimedia\.org",
        r"/wikipedia/commons/(?:thumb/)?[0-9a-f]/[0-9a-f]{2}/([^/]+)(?:/[^/]+)?",
        Museum.COMMONS,
    ),
)


def _from_address(text: str) -> Reference:
    try:
        parts = urlsplit(text if ":" in text.partition("/")[0] else f"https:{text}")
        host = (parts.hostname or "").lower()
    except ValueError:
        host, parts = "", urlsplit("")
    path = _media_shown(parts.fragment) or parts.path
    for host_form, path_form, museum in _PAGES:
        found = re.fullmatch(path_form, path) if re.fullmatch(host_form, host) else None
        if found:
            name = found.group(1).removeprefix("Special:FilePath/")
            return _READERS[museum](name)
    raise BadReferenceError(
        f"'{_short(text)}' is not the page of a single work at the Met, the Art "
        "Institute of Chicago, the Rijksmuseum or Wikimedia Commons. Copy the address "
        "of the work's own page, or write its number as in rijks:SK-A-2099."
    )


def _media_shown(fragment: str) -> str:
    """The page of a file that is open in Commons' viewer, from ``#/media/File:…``."""
    name = fragment.partition("/media/")[2]
    return f"/wiki/{name}" if name.startswith("File:") else ""


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:64].rstrip("-")


def _is_printable(text: str) -> bool:
    return not any(unicodedata.category(sign).startswith("C") for sign in text)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
