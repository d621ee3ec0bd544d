"""The page that says plainly what happens with a visitor's picture."""

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from kiosk.privacy.page import PrivacyText
from kiosk.screens.base import Screen
from kiosk.theme import Metrics, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.sentences import Sentence, fit_sentences, stack_sentences
from kiosk.widgets.signs import Sign

SIGNS = (Sign.CAMERA, Sign.KIOSK, Sign.WIPED, Sign.YOURS)
"""Beside the first points; the others have a dot."""
HEADING_RATIO = 1.1
WIDEST_SHARE = 0.84
"""Width of the sentences in a wide window, over the window's: lines stay readable."""


class PrivacyScreen(Screen):
    """All that a visitor may ask, one sentence or two each.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    left = Signal()
    """The visitor goes back to the paintings."""
    go_on_pressed = Signal()
    """The visitor goes on to the question."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._text: PrivacyText | None = None
        self._heading = FittedLabel(self)
        self._points: list[Sentence] = []
        self.back = WordButton(self, Weight.PLAIN)
        self.go_on = WordButton(self, Weight.MAIN)
        self.back.clicked.connect(self.left)
        self.go_on.clicked.connect(self.go_on_pressed)
        QWidget.setTabOrder(self.back, self.go_on)

    def show_text(self, text: PrivacyText) -> None:
        """Say these words."""
        if text == self._text:
            return
        self._text = text
        self._heading.say(text.heading)
        self.back.setText(text.back)
        self.go_on.setText(text.go_on)
        for point in self._points:
            point.hide()
            point.deleteLater()
        self._points = []
        for number, words in enumerate(text.points):
            sign = SIGNS[number] if number < len(SIGNS) else Sign.PLAIN
            self._points.append(Sentence(sign, self))
            self._points[-1].say(words)
            self._points[-1].show()
        self.setAccessibleName(text.heading)
        self._place_all()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put heading, sentences and buttons beneath each other."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        if not metrics.portrait:
            width = min(width, round(WIDEST_SHARE * size.width()))
        room = QRect((size.width() - width) // 2, margin, width, size.height())
        bottom = size.height() - margin - self._place_buttons(room, size, metrics)
        heading = serif(round(HEADING_RATIO * metrics.heading_px))
        most = bottom - gap - room.top()
        share = 4 if metrics.portrait else 8
        used = self._heading.fit(heading, width, most // share) + gap
        air = fit_sentences(self._points, metrics, width, most - used)
        whole = used + stack_sentences(self._points, QPoint(), air)
        top = room.top() + max(0, most - whole) // 2
        self._heading.move(room.left(), top)
        stack_sentences(self._points, QPoint(room.left(), top + used), air)

    def _place_buttons(self, room: QRect, size: QSize, metrics: Metrics) -> int:
        """Put both at the bottom, side by side; returns their height."""
        width = (room.width() - metrics.gap_px) // 2
        for button in self.back, self.go_on:
            button.apply_metrics(metrics, width)
        height = max(self.back.height(), self.go_on.height())
        y = size.height() - metrics.margin_px - height
        for button, x in ((self.back, 0), (self.go_on, width + metrics.gap_px)):
            button.resize(width, height)
            button.move(room.left() + x, y)
        return height
