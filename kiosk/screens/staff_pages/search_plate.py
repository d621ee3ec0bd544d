"""What to look for, in which museum, and the keyboard to type it on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.theme import Metrics
from kiosk.widgets.choice import Choice
from kiosk.widgets.keyboard import Keyboard
from kiosk.widgets.text_line import TextLine

ALL = ""
"""Stands for all museums."""
MUSEUMS = (
    ("met", "The Met, New York"),
    ("aic", "Art Institute of Chicago"),
    ("rijks", "Rijksmuseum, Amsterdam"),
    ("commons", "Wikimedia Commons"),
)
"""Own names, the same in every language."""


class SearchPlate(QWidget):
    """A line of text, museums, keys."""

    search_wanted = Signal(str, str)
    """Words to look for, and the museum to ask; empty for all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = TextLine(self)
        self.museums = Choice(self)
        self.keyboard = Keyboard(self)
        self.keyboard.typed.connect(self.line.type)
        self.keyboard.erased.connect(self.line.erase)
        self.keyboard.entered.connect(self._search)
        self.line.entered.connect(self._search)
        self.retranslate()
        self.museums.choose(ALL)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px // 2
        self.line.apply_metrics(metrics, width_px)
        y = self.line.height() + gap
        self.museums.arrange(width_px, metrics)
        self.museums.move(0, y)
        y += self.museums.height() + gap
        self.keyboard.arrange(width_px, metrics)
        self.keyboard.move((width_px - self.keyboard.width()) // 2, y)
        self.resize(width_px, y + self.keyboard.height())
        return self.height()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.line.set_hint(self.tr("Title or artist"))
        self.museums.set_options([(ALL, self.tr("All museums")), *MUSEUMS])
        self.keyboard.retranslate()

    def _search(self) -> None:
        if self.line.text.strip():
            self.search_wanted.emit(self.line.text.strip(), self.museums.chosen or ALL)
