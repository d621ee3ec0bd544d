"""A label whose words always fit: they wrap, and shrink in steps where they must."""

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.theme import TEXT
from kiosk.widgets.lines import even_lines
from kiosk.widgets.text import line_height_px

SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
"""Tried in turn until long words fit."""
NO_BREAK = "\N{NO-BREAK SPACE}"
DESCENT = 0.1
"""EB Garamond's long letters hang so far out of their line, in heights of letters."""


class FittedLabel(QLabel):
    """Plain words in even lines; nothing in them is ever markup.

    Args:
        parent: The screen.
        colour: Of the letters.
        secret: Whether the words belong to a visitor; how they are broken is forgotten
            with them.
    """

    def __init__(
        self, parent: QWidget, colour: QColor = TEXT, *, secret: bool = False
    ) -> None:
        super().__init__(parent)
        self._secret = secret
        self._colour = colour
        self._lines: list[str] = []
        self._set_in = QFont()
        self._cut = False
        self._fitted: tuple[str, str, int, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def lines(self) -> list[str]:
        """The words as they are broken now."""
        return list(self._lines)

    @property
    def set_in(self) -> QFont:
        """The font that they are set in now."""
        return QFont(self._set_in)

    @property
    def cut(self) -> bool:
        """Whether not all words found room."""
        return self._cut

    def say(self, words: str) -> None:
        """Say something; :meth:`fit` has to follow.

        Args:
            words: May come from outside: what cannot be printed is taken out.
        """
        self.setText(printable(words))
        if self._secret or not words:
            self._lines, self._fitted = [], None

    def fit(self, font: QFont, width_px: int, most_height_px: int) -> int:
        """Break the words, smaller if they need more height than there is.

        Args:
            font: What they are set in if they fit.
            width_px: Longest line; the label becomes so wide.
            most_height_px: The label becomes at most so high, but one line at least.

        Returns:
            The height that the label has now, 0 without words.
        """
        wanted = self.text(), font.key(), width_px, most_height_px
        if wanted != self._fitted:
            self._fitted = wanted
            self._break(font, width_px, most_height_px)
        height = line_height_px(self._set_in) * len(self._lines)
        if self._lines:
            height += round(DESCENT * self._set_in.pixelSize())
        self.resize(width_px, height)
        self.update()
        return height

    def _break(self, font: QFont, width_px: int, most_height_px: int) -> None:
        most = 1
        for scale in SCALES:
            self._set_in = QFont(font)
            self._set_in.setPixelSize(max(6, round(scale * font.pixelSize())))
            most = max(1, most_height_px // line_height_px(self._set_in))
            self._lines = even_lines(
                self.text(), self._set_in, width_px, remember=not self._secret
            )
            if len(self._lines) <= most:
                break
        self._cut = len(self._lines) > most
        if self._cut:
            self._lines = [*self._lines[: most - 1], self._lines[most - 1] + "…"]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines where the alignment wants them."""
        painter = QPainter(self)
        painter.setFont(self._set_in)
        painter.setPen(self._colour)
        height = line_height_px(self._set_in)
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(self._lines):
            row = QRect(0, number * height, self.width(), height)
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(row, flags, line)
        painter.end()


def printable(words: str) -> str:
    """The words without what is no letter, mark or sign; white space becomes one space.

    Takes out control characters, changes of writing direction and broken surrogates,
    with which words could hide or upset others. A no-break space stays: French needs it
    before some signs.
    """
    kept = (
        " " if character.isspace() and character != NO_BREAK else character
        for character in words
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    return " ".join(part for part in "".join(kept).split(" ") if part)
