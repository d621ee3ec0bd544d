"""Letters without what is spelt differently from one system, or person, to another."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Invisible, but Persian and Indian scripts need them."""


def without_accents(text: str) -> str:
    """A text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", plain)


def letters_of(text: str) -> str:
    """Only the letters and digits of a text, small and without accents."""
    return re.sub(r"[\W_]+", "", without_accents(text))


def identifier_of(text: str, longest: int = 64) -> str:
    """What is left of a text in an identifier: a to z, digits and ``-``; may be empty.

    Args:
        text: Any text.
        longest: Most characters.
    """
    ascii_only = without_accents(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].strip("-")


def one_line(text: str) -> str:
    """A text as one line without control characters and needless white space."""
    words = "".join(" " if sign.isspace() else sign for sign in text).split()
    return unicodedata.normalize("NFC", " ".join(filter(None, map(_shown, words))))


def paragraphs(text: str) -> str:
    """A text of several lines, each as `one_line` makes it."""
    return "\n".join(map(one_line, text.splitlines())).strip()


def _shown(word: str) -> str:
    return "".join(
        sign
        for sign in word
        if sign in _JOINERS or not unicodedata.category(sign).startswith("C")
    )
