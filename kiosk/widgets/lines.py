"""Breaks words into lines for a font and a width, and remembers how.

The same words stand on the same screens for every visitor. To break them takes some
hundred calls into Qt, and at each of them another thread may take the interpreter.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

MOST_REMEMBERED = 4096
"""More than all words of all screens in a language."""
_AT_WORDS = QTextOption.WrapMode.WordWrap
_ANYWHERE_IF_NEEDED = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@dataclass(frozen=True, slots=True)
class _Face:
    """A font as it was when it was asked for."""

    key: str
    font: QFont = field(compare=False)


def wrapped(words: str, font: QFont, width_px: int, most_lines: int) -> list[str]:
    """Break words into lines.

    Args:
        words: One paragraph.
        font: What it is set in.
        width_px: Longest line.
        most_lines: What does not fit into so many lines is cut off with an ellipsis.

    Returns:
        The lines, none for no words.
    """
    return list(_wrapped(words, _face(font), width_px, most_lines))


def balanced(words: str, font: QFont, width_px: int, most_lines: int) -> list[str]:
    """Break words into as few lines as :func:`wrapped`, of about the same length."""
    return list(_balanced(words, _face(font), width_px, most_lines))


def even_lines(
    words: str, font: QFont, width_px: int, *, remember: bool = True
) -> list[str]:
    """Break words into as few lines as a width allows, of about the same length.

    A word longer than a line is broken too.

    Args:
        words: One paragraph.
        font: What it is set in.
        width_px: Longest line.
        remember: Not for words that belong to a visitor.
    """
    break_up = _even_lines if remember else _even_lines.__wrapped__
    return list(break_up(words, _face(font), width_px))


@lru_cache(MOST_REMEMBERED)
def _wrapped(
    words: str, face: _Face, width_px: int, most_lines: int
) -> tuple[str, ...]:
    lines = _broken(words, face.font, width_px, _AT_WORDS)
    if len(lines) > most_lines:
        rest = " ".join(lines[most_lines - 1 :])
        lines = [*lines[: most_lines - 1], rest]
    metrics = QFontMetricsF(face.font)
    return tuple(
        metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px)
        for line in lines
    )


@lru_cache(MOST_REMEMBERED)
def _balanced(
    words: str, face: _Face, width_px: int, most_lines: int
) -> tuple[str, ...]:
    count = len(_broken(words, face.font, width_px, _AT_WORDS))
    if 1 < count <= most_lines:
        width_px = _least_width_px(words, face.font, width_px, count, _AT_WORDS)
    return _wrapped(words, face, width_px, most_lines)


@lru_cache(MOST_REMEMBERED)
def _even_lines(words: str, face: _Face, width_px: int) -> tuple[str, ...]:
    wrap = _ANYWHERE_IF_NEEDED
    lines = _broken(words, face.font, width_px, wrap)
    if len(lines) > 1:
        least_px = _least_width_px(words, face.font, width_px, len(lines), wrap)
        lines = _broken(words, face.font, least_px, wrap)
    return tuple(lines)


def _least_width_px(
    words: str, font: QFont, width_px: int, count: int, wrap: QTextOption.WrapMode
) -> int:
    """The least width, to some pixels, in which words take no more than some lines."""
    measure = QFontMetricsF(font).horizontalAdvance
    longest_word_px = math.ceil(max(measure(word) for word in words.split(" "))) + 1
    low, high = min(width_px, max(width_px // 2, longest_word_px)), width_px
    while high - low > 4:
        middle = (low + high) // 2
        if len(_broken(words, font, middle, wrap)) > count:
            low = middle
        else:
            high = middle
    return high


def _broken(
    words: str, font: QFont, width_px: int, wrap: QTextOption.WrapMode
) -> list[str]:
    if not words:
        return []
    option = QTextOption()
    option.setWrapMode(wrap)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width_px))
        starts.append(line.textStart())
    layout.endLayout()
    # Qt counts UTF-16 units, Python characters.
    units = words.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    return [
        units[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
        for start, end in zip(starts, ends, strict=True)
    ]


def _face(font: QFont) -> _Face:
    return _Face(font.key(), QFont(font))
