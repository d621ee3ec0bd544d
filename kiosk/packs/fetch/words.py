"""Makes plain text of what a museum writes about a work."""

import re
import unicodedata
from html.parser import HTMLParser

LONGEST_TEXT = 200
LONGEST_CREDIT = 500
_JOINERS = "\u200c\u200d"
"""Invisible, but Persian and Indian scripts need them."""

_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "td", "th"})
_VOID = frozenset({"br", "img", "hr", "input", "wbr", "meta", "link", "col", "area"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DEEPEST = 200
_LONGEST_RAW = 100_000


def plain_text(value: object, longest: int = LONGEST_TEXT) -> str:
    """One line of clean text; anything but a text or number gives an empty one.

    Control characters, marks that turn the direction of writing and lone surrogates
    are taken out, white space is joined. Tags stay as they are.

    Args:
        value: What the museum sent.
        longest: Most characters; a longer text ends in an ellipsis.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value)[:_LONGEST_RAW]
    kept = (sign if _is_shown(sign) else " " * sign.isspace() for sign in text)
    words = unicodedata.normalize("NFC", " ".join("".join(kept).split()))
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def text_of_html(value: object, longest: int = LONGEST_TEXT) -> str:
    """The words of a piece of HTML as one clean line; what it hides is left out.

    Args:
        value: What the museum sent; it need not be whole HTML.
        longest: Most characters.
    """
    if not isinstance(value, str):
        return plain_text(value, longest)
    reader = _Words()
    reader.feed(value[:_LONGEST_RAW])
    reader.close()
    return plain_text("".join(reader.words), longest)


def _is_shown(sign: str) -> bool:
    return sign in _JOINERS or not unicodedata.category(sign).startswith("C")


class _Words(HTMLParser):
    """Gathers the visible words; a stack tells which open tags hide theirs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.words.append(" ")
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        style = next((text for name, text in attrs if name == "style"), None) or ""
        hides = tag in _UNSEEN or bool(_HIDDEN.search(style))
        self._open.append((tag, hides or self._hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.words.append(" ")
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]
