"""How well the painting suits: a sign, and sentences for a curator."""

from PySide6.QtWidgets import QWidget

from kiosk.staff.facts import Condition
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.sign import Sign

LINES = 3
"""It keeps room for so many, so that the painting stays where it is."""


class VerdictView(QWidget):
    """A round sign and a few sentences beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = Sign(self)
        self._words = FittedLabel(self, TEXT)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, condition: Condition | None, words: str) -> None:
        """Say a verdict; :meth:`arrange` has to follow.

        Args:
            condition: What the sign says; None while there is nothing to say yet.
            words: Why.
        """
        self._sign.setVisible(condition is not None)
        if condition is not None:
            self._sign.set_condition(condition)
        self._words.say(words)
        self.setAccessibleName(words)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        font = sans(metrics.small_px)
        height = round(LINES * 1.35 * metrics.small_px)
        sign = round(1.4 * metrics.text_px)
        left = sign + metrics.gap_px // 2
        words = self._words.fit(font, width_px - left, height)
        self._words.move(left, (height - words) // 2)
        self._sign.setGeometry(0, (height - sign) // 2, sign, sign)
        self.resize(width_px, height)
        return height
