"""Words that take as many lines as they need; nothing of them is left out."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.theme import TEXT, sans
from kiosk.widgets.fitted import FittedLabel, printable

SMALLEST_SHARE = 0.6
"""Of the letters' size, where one long word is wider than the room."""
NO_LIMIT_PX = 1_000_000


class Paragraph(FittedLabel):
    """Words as high as they need in a given width.

    Args:
        parent: What it stands on.
        colour: Of the letters.
    """

    def __init__(self, parent: QWidget, colour: QColor = TEXT) -> None:
        super().__init__(parent, colour)
        self._face = sans(27)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Say something; what cannot be printed is taken out. Lay it out anew then."""
        super().setText(printable(text))

    def set_colour(self, colour: QColor) -> None:
        """Take another colour."""
        self._colour = colour
        self.update()

    def set_face(self, font: QFont) -> None:
        """Choose the letters; smaller ones are taken for a word wider than its room."""
        self._face = font

    def lay(self, x_px: int, y_px: int, width_px: int) -> int:
        """Take a place as high as the words need, none if there are no words.

        Returns:
            The y just below it.
        """
        self.move(x_px, y_px)
        return y_px + self.height_in(width_px)

    def height_in(self, width_px: int) -> int:
        """Take the height that the words need in a column of a width; tell it."""
        width_px = max(1, width_px)
        return self.fit(self._fitting(width_px), width_px, NO_LIMIT_PX)

    def taken_px(self, most_width_px: int) -> int:
        """Width that the words really take where they may take a given one."""
        self.height_in(most_width_px)
        measure = QFontMetricsF(self.set_in).horizontalAdvance
        widest = max((measure(line) for line in self.lines), default=0.0)
        return min(most_width_px, int(widest) + 3)

    def one_line_px(self) -> int:
        """Width of the words without a break."""
        return int(QFontMetricsF(self._face).horizontalAdvance(self.text())) + 3

    def _fitting(self, width_px: int) -> QFont:
        """The font, small enough for the longest word."""
        font = QFont(self._face)
        measure = QFontMetricsF(font).horizontalAdvance
        longest = max((measure(word) for word in self.text().split(" ")), default=0.0)
        if longest > width_px - 2:
            share = max(SMALLEST_SHARE, (width_px - 2) / longest)
            font.setPixelSize(max(6, int(share * font.pixelSize())))
        return font
