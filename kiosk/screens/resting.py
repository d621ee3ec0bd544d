"""What resting screens share: an empty frame, and in few words why it is empty."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QWidget

from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.empty_frame import EmptyFrame
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.text import line_height_px

MOST_LETTERS = 300
FRAME_SHARE = 0.30
"""Height of the frame, in heights of the window."""
WORDS_SHARE = 0.40
"""Most height of the heading."""
WIDTH_SHARE = 0.78
LONG_LETTERS = 90
"""Venues' words longer than this are a text, shorter ones a heading."""


class RestingScreen(Screen):
    """Says that the kiosk rests, and shows that it lives; knows nothing of visitors.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._own_words = ""
        self._frame = EmptyFrame(self)
        self.heading = FittedLabel(self)
        self.promise = FittedLabel(self, QUIET_TEXT)
        for label in (self.heading, self.promise):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def usual_words(self) -> tuple[str, str]:
        """Heading and promise for venues without words of their own."""
        raise NotImplementedError

    def show_words(self, sentence: str) -> None:
        """Say why.

        Args:
            sentence: The venue's own words, up to 300 characters of plain text; empty
                for the usual ones.
        """
        words = sentence.strip()
        if len(words) > MOST_LETTERS:
            words = words[: MOST_LETTERS - 1] + "…"
        self._own_words = words
        self.retranslate()
        self._place_all()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Keep everything still, or let the light breathe."""
        self._frame.set_reduced_motion(reduced=reduced)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.heading.say(self._own_words)
        self.promise.say("")
        if not self.heading.text():
            heading, promise = self.usual_words()
            self.heading.say(heading)
            self.promise.say(promise)

    def light(self, size: QSize) -> QPointF:
        """On the empty frame."""
        return QPointF(0.5 * size.width(), 0.36 * size.height())

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Frame above, words beneath, together a little above the middle."""
        room = size.width() - 2 * metrics.margin_px
        width = min(round(WIDTH_SHARE * size.width()), room)
        left = (size.width() - width) // 2
        long = len(self.heading.text()) > LONG_LETTERS
        font = serif(metrics.title_px if long else metrics.heading_px)
        small = sans(round(1.15 * metrics.text_px))
        words = self.heading.fit(font, width, round(WORDS_SHARE * size.height()))
        promise = self.promise.fit(small, width, 3 * line_height_px(small))
        air = metrics.gap_px // 2 if promise else 0
        frame = round(FRAME_SHARE * min(size.height(), round(1.3 * size.width())))
        gap = 2 * metrics.gap_px
        whole = frame + gap + words + air + promise
        top = max(metrics.margin_px, round(0.44 * (size.height() - whole)))
        self._frame.hang(size.width() // 2, top, frame, round(0.7 * metrics.frame_px))
        self.heading.move(left, top + frame + gap)
        self.promise.move(left, top + frame + gap + words + air)
