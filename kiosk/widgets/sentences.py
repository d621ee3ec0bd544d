"""Sentences with a sign beside each, set so that all of them fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, Metrics, sans
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.signs import Sign, SignView

LARGEST = 1.55
"""Size of the letters over that of words that must be read, if there is room."""
STEPS = 8
"""Sizes tried from the largest down to the smallest that may be read."""
PANEL_FILL = QColor(255, 255, 255, 12)
PANEL_LINE = QColor(GOLD.red(), GOLD.green(), GOLD.blue(), 120)


class Sentence(QWidget):
    """A sign, and words beside it.

    Args:
        sign: Which.
        parent: The screen.
        framed: Whether to stand out in a panel.
    """

    def __init__(self, sign: Sign, parent: QWidget, *, framed: bool = False) -> None:
        super().__init__(parent)
        self._sign = SignView(sign, self)
        self._words = FittedLabel(self)
        self._framed = framed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def letters_px(self) -> int:
        """Size of the letters now."""
        return self._words.set_in.pixelSize()

    def say(self, words: str) -> None:
        """Say something; :func:`fit_sentences` has to follow."""
        self._words.say(words)
        self.setAccessibleName(words)

    def fit(self, letters_px: int, width_px: int) -> int:
        """Take a size of letters and a width.

        Returns:
            The height that it needs and has now.
        """
        pad = round(0.6 * letters_px) if self._framed else 0
        sign = round(2.5 * letters_px)
        left = pad + sign + round(0.8 * letters_px)
        words = width_px - left - pad
        height = self._words.fit(sans(letters_px), words, 100 * letters_px)
        whole = max(height, sign) + 2 * pad
        self._sign.setGeometry(pad, (whole - sign) // 2, sign, sign)
        self._words.move(left, (whole - height) // 2)
        self.resize(width_px, whole)
        return whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel, if any."""
        if not self._framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(PANEL_LINE, 1.5))
        painter.setBrush(PANEL_FILL)
        radius = 0.35 * self.letters_px
        panel = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        painter.drawRoundedRect(panel, radius, radius)
        painter.end()


def fit_sentences(
    sentences: Sequence[Sentence], metrics: Metrics, width_px: int, most_height_px: int
) -> int:
    """Give sentences the largest letters with which all fit, the same for all.

    Args:
        sentences: From above.
        metrics: The window's sizes; letters never get smaller than its small ones.
        width_px: Of each.
        most_height_px: Of all with the air between them.

    Returns:
        The air between two.
    """
    largest, smallest = LARGEST * metrics.text_px, metrics.small_px
    air = 0
    for step in range(STEPS + 1):
        letters = round(largest + (smallest - largest) * step / STEPS)
        air = round((1.1 - 0.7 * step / STEPS) * letters)
        heights = [sentence.fit(letters, width_px) for sentence in sentences]
        if sum(heights) + air * (len(heights) - 1) <= most_height_px:
            break
    return air


def stack_sentences(sentences: Sequence[Sentence], corner: QPoint, air_px: int) -> int:
    """Put sentences beneath each other.

    Returns:
        The height of all.
    """
    y = corner.y()
    for sentence in sentences:
        sentence.move(corner.x(), y)
        y += sentence.height() + air_px
    return max(0, y - air_px - corner.y())
