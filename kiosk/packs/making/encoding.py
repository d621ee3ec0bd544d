"""Makes text of a file whose encoding nobody says."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT_BYTES = 100_000
_MANY = 0.2
_WORD = re.compile(rb"[A-Za-z\xa8\xb8\xc0-\xff]+")
_HIGH_WORD = re.compile(rb"[\xa8\xb8\xc0-\xff]{2,}")


def text_of(raw: bytes) -> str:
    """The text of a file: Unicode of any kind, Windows-1252 or Windows-1251.

    Spreadsheet programs on Windows save CSV in the code page of the system. Cyrillic
    words are then made of high bytes alone; in western ones they stand among ASCII
    letters. No other code page is told apart.

    Args:
        raw: All of the file.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    wide = _wide(raw[:_LOOKED_AT_BYTES])
    if wide:
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        code_page = "cp1251" if _is_cyrillic(raw[:_LOOKED_AT_BYTES]) else "cp1252"
        return raw.decode(code_page, "replace")


def _wide(raw: bytes) -> str:
    """The kind of UTF-16 without a mark; empty where it is something else."""
    half = len(raw) // 2
    if not half:
        return ""
    first, second = raw[0::2].count(0) / half, raw[1::2].count(0) / half
    if max(first, second) < _MANY:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _is_cyrillic(raw: bytes) -> bool:
    words = [word for word in _WORD.findall(raw) if any(byte > 127 for byte in word)]
    cyrillic = sum(1 for word in words if _HIGH_WORD.fullmatch(word))
    return 2 * cyrillic > len(words)
