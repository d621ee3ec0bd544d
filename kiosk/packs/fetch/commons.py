"""Wikimedia Commons.

Asks the Action API (https://www.mediawiki.org/wiki/API:Imageinfo) for a file's
address, size, SHA-1 and ``extmetadata``, whose texts are HTML
(https://commons.wikimedia.org/wiki/Commons:Machine-readable_data). Files whose
licence is a public domain one or CC0 are taken.
"""

import re
from urllib.parse import quote

from kiosk.packs.fetch.addresses import host_of
from kiosk.packs.fetch.answers import count, rows, table, text
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    BadReferenceError,
    NotFoundError,
    NotOpenError,
)
from kiosk.packs.fetch.references import Museum, Reference, parse_reference
from kiosk.packs.fetch.web import Web
from kiosk.packs.fetch.words import LONGEST_CREDIT, plain_text, text_of_html
from kiosk.packs.fetch.works import Found, ImageSource, Openness, Work
from pipeline.images import MAX_PIXELS

API_URL = "https://commons.wikimedia.org/w/api.php"
IMAGE_HOST = "upload.wikimedia.org"
SMALLER_WIDTH_PX = 3840
"""The widest of the sizes in which Commons keeps smaller copies."""

PREVIEW_WIDTH_PX = 330
_TAKEN_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})
_KNOWN_TYPES = _TAKEN_TYPES | {"image/tiff"}
_INFO = {
    "action": "query",
    "format": "json",
    "formatversion": "2",
    "prop": "imageinfo",
    "iiprop": "url|size|mime|sha1|extmetadata",
    "iiextmetadatalanguage": "en",
}
_PUBLIC_DOMAIN = re.compile(r"pd(-.*)?|public domain( .*)?", re.IGNORECASE)
_CC0 = re.compile(r"cc-?(0|zero)([- ].*)?", re.IGNORECASE)


class CommonsClient:
    """Asks Wikimedia Commons.

    Args:
        web: The way out.
        api_url: Where its service lies.
    """

    museum = Museum.COMMONS

    def __init__(self, web: Web, api_url: str = API_URL) -> None:
        self._web = web
        self._api_url = api_url
        self.hosts = frozenset({host_of(api_url), IMAGE_HOST})

    def look_up(self, reference: Reference) -> Work:
        """Ask for one file; see `MuseumClient`."""
        pages = self._pages(
            {
                "titles": f"File:{reference.id}",
                "redirects": "1",
                "iiurlwidth": str(SMALLER_WIDTH_PX),
            }
        )
        info = (rows(pages[0], "imageinfo") or [{}])[0] if pages else {}
        if not text(info, "url"):
            raise NotFoundError(
                f"Wikimedia Commons has no file '{reference.id}'. Check the name in "
                "the address of its page."
            )
        openness = _openness(info)
        if openness is None:
            licence = _said(info, "LicenseShortName") or "not named"
            raise NotOpenError(
                f"The licence of '{reference.id}' on Wikimedia Commons is neither "
                f"public domain nor CC0 but {licence}, so it cannot be taken."
            )
        if text(info, "mime") not in _KNOWN_TYPES:
            raise NotFoundError(
                f"'{reference.id}' on Wikimedia Commons is no picture of a kind that "
                "can be used. Use JPEG, PNG, TIFF or WebP."
            )
        artist = _said(info, "Artist")
        return Work(
            reference=reference,
            titles={"en": _said(info, "ObjectName") or _stem(reference)},
            artist=artist,
            year=_year(info),
            museum="",
            inventory="",
            credit=_credit(artist, _said(info, "Credit")),
            openness=openness,
            page="https://commons.wikimedia.org/wiki/File:"
            + quote(reference.id.replace(" ", "_")),
            images=_images(info),
        )

    def search(self, words: str, limit: int) -> list[Found]:
        """Find files that may be taken; see `MuseumClient`."""
        pages = self._pages(
            {
                "generator": "search",
                "gsrsearch": f"{words} filetype:bitmap",
                "gsrnamespace": "6",
                "gsrlimit": str(min(50, 2 * limit)),
                "iiurlwidth": str(PREVIEW_WIDTH_PX),
            }
        )
        pages.sort(key=lambda page: count(page, "index") or 0)
        lines = (_found(page) for page in pages)
        return [line for line in lines if line is not None][:limit]

    def _pages(self, asked: dict[str, str]) -> list[dict[str, object]]:
        answer = self._web.ask(self._api_url, self.hosts, _INFO | asked)
        if error := table(answer, "error"):
            words = plain_text(text(error, "info"), 200)
            raise BadAnswerError(f"Wikimedia Commons refuses the question: {words}")
        return rows(table(answer, "query"), "pages")


def _found(page: dict[str, object]) -> Found | None:
    info = (rows(page, "imageinfo") or [{}])[0]
    if _openness(info) is None or text(info, "mime") not in _KNOWN_TYPES:
        return None
    try:
        reference = parse_reference(f"commons:{text(page, 'title')}")
    except BadReferenceError:  # a kind of file that is not for us
        return None
    preview = text(info, "thumburl")
    return Found(
        reference,
        _said(info, "ObjectName") or _stem(reference),
        _said(info, "Artist"),
        _year(info),
        ImageSource(preview) if preview else None,
    )


def _openness(info: dict[str, object]) -> Openness | None:
    """Public domain or CC0, if the licence's code or name says so and nothing else."""
    for key in ("License", "LicenseShortName"):
        said = _said(info, key)
        if not said:
            continue
        if _CC0.fullmatch(said):
            return Openness.CC0
        return Openness.PUBLIC_DOMAIN if _PUBLIC_DOMAIN.fullmatch(said) else None
    return None


def _images(info: dict[str, object]) -> tuple[ImageSource, ...]:
    """The file itself, or a smaller copy first where the kiosk would shrink it."""
    width, height = count(info, "width") or 0, count(info, "height") or 0
    sha1 = text(info, "sha1").lower()
    original = ImageSource(
        text(info, "url"),
        count(info, "size"),
        sha1 if re.fullmatch(r"[0-9a-f]{40}", sha1) else "",
    )
    smaller = text(info, "thumburl")
    copies = (ImageSource(smaller),) if smaller and smaller != original.url else ()
    is_handy = width * height <= MAX_PIXELS and text(info, "mime") in _TAKEN_TYPES
    return (original, *copies) if is_handy else (*copies, original)


def _said(info: dict[str, object], key: str) -> str:
    return text_of_html(text(table(table(info, "extmetadata"), key), "value"))


def _year(info: dict[str, object]) -> str:
    said = _said(info, "DateTimeOriginal")
    return plain_text(re.sub(r"\bdate QS:.*", "", said), 60)


def _credit(artist: str, credit: str) -> str:
    source = "" if re.match(r"own work|unknown", credit, re.IGNORECASE) else credit
    line = ". ".join([*filter(None, (artist, source)), "Via Wikimedia Commons"])
    return plain_text(line, LONGEST_CREDIT)


def _stem(reference: Reference) -> str:
    return plain_text(reference.id.rpartition(".")[0])
