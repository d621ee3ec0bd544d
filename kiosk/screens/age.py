"""The screen that asks for the age before a painting that is not meant for all."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.card import CardText
from kiosk.widgets.fitted import FittedLabel

WIDEST_SHARE = 0.7
"""Width of words and buttons in a wide window, over the window's."""
HEADING_RATIO = 1.2
BUTTON_RATIO = 1.2
"""Height of the two buttons over other screens' buttons."""


class AgeScreen(Screen):
    """From which age a painting is meant; another one is as easy as yes.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    confirmed = Signal()
    """The visitor says that they are old enough."""
    other_pressed = Signal()
    """The visitor wants another painting."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._text: CardText | None = None
        self._title = FittedLabel(self, QUIET_TEXT)
        self._heading = FittedLabel(self)
        self._promise = FittedLabel(self, QUIET_TEXT)
        self.other = WordButton(self, Weight.PLAIN)
        self.confirm = WordButton(self, Weight.MAIN)
        for label in (self._title, self._heading, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.other.clicked.connect(self.other_pressed)
        self.confirm.clicked.connect(self.confirmed)
        QWidget.setTabOrder(self.other, self.confirm)
        self.retranslate()

    def show_painting(self, text: CardText) -> None:
        """Ask for the age that a painting wants."""
        self._text = text
        self.retranslate()
        self._place_all()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        age = str(self._text.from_age if self._text else 0)
        self._title.say(self._text.title if self._text else "")
        asked = self.tr("This painting is meant for visitors from the age of %1.")
        self._heading.say(asked.replace("%1", age))
        self._promise.say(self.tr("Your answer is kept nowhere."))
        self.other.setText(self.tr("Another painting"))
        self.confirm.setText(self.tr("I am %1 or older").replace("%1", age))
        self.setAccessibleName(self._heading.text())

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Title, question and buttons beneath each other in the middle."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        if not metrics.portrait:
            width = min(width, round(WIDEST_SHARE * size.width()))
        left, share = (size.width() - width) // 2, size.height() // 4
        heading = serif(round(HEADING_RATIO * metrics.heading_px))
        labels = (
            (self._title, sans(round(1.1 * metrics.text_px)), gap),
            (self._heading, heading, 2 * gap),
            (self._promise, sans(metrics.text_px), 0),
        )
        button = self._size_buttons(width, metrics)
        whole = sum(label.fit(font, width, share) + air for label, font, air in labels)
        top = max(margin, (size.height() - whole - 2 * gap - button) // 2)
        for label, _font, air in labels[:2]:
            label.move(left, top)
            top += label.height() + air
        self.other.move(left, top)
        self.confirm.move(left + self.other.width() + gap, top)
        self._promise.move(left, top + button + 2 * gap)

    def _size_buttons(self, width: int, metrics: Metrics) -> int:
        """Make both the same size, as wide as half the room; returns their height."""
        half = (width - metrics.gap_px) // 2
        for button in (self.other, self.confirm):
            button.apply_metrics(metrics, half)
        most = max(self.other.height(), self.confirm.height())
        height = round(BUTTON_RATIO * most)
        for button in (self.other, self.confirm):
            button.resize(half, height)
        return height
