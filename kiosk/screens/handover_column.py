"""The column beside a portrait that can be taken along: words, codes and buttons."""

import math
from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.handover.offer import HandoverOffer
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.fitted import SCALES, FittedLabel
from kiosk.widgets.qr import QrCode
from kiosk.widgets.sign import Sign
from kiosk.widgets.text import line_height_px

CODE_MM = 45.0
"""Least side of the QR code: phones read it from arm's length."""
CODE_SHARE = 0.36
"""Of the room's width that the QR code takes."""
MOST_CODE_SHARE = 0.5
LETTERS = 1.6
"""Size of the code that is typed, in sizes of what must be read."""
MOST_LINES = 6
SIGN_RATIO = 1.3
"""Size of the sign beside the state, in sizes of what must be read."""


class HandoverColumn:
    """Stands one below the other, in smaller letters where there is little room.

    Args:
        screen: Whose children they all become.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
    """

    def __init__(self, screen: QWidget, px_per_mm: float) -> None:
        self._screen, self._px_per_mm = screen, px_per_mm
        self._offered = False
        self._state, self._states = "", tuple[str, ...]()
        self.qr = QrCode(screen)
        self.heading = FittedLabel(screen)
        self.how = FittedLabel(screen)
        self.other = FittedLabel(screen, QUIET_TEXT)
        self.typed = FittedLabel(screen, secret=True)
        self.sign = Sign(screen)
        self.state = FittedLabel(screen)
        self.done = WordButton(screen, Weight.MAIN)
        self.delete = WordButton(screen, Weight.PLAIN)

    def show_codes(self, offer: HandoverOffer | None) -> None:
        """Show the codes of an offer, or none and what belongs to them."""
        self._offered = offer is not None
        there = self.qr.show_words(offer.link if offer else "")
        self.typed.say(offer.code if offer else "")
        self.qr.setVisible(there)
        for widget in (self.other, self.typed, self.state, self.delete):
            widget.setVisible(self._offered)

    def say_state(self, state: str, states: Collection[str]) -> None:
        """Say how far the picture has come.

        Args:
            state: What is said now.
            states: All that may be said, for which room is kept.
        """
        self._state, self._states = state, tuple(states)
        self.state.say(state)

    def fit(self, room: QRect, metrics: Metrics, most_px: int) -> tuple[Metrics, int]:
        """Choose smaller letters where more height is needed than there is.

        Args:
            room: Its place and width count.
            metrics: The usual sizes.
            most_px: Height that there is.

        Returns:
            The sizes, and the height that everything takes in them.
        """
        smaller, height = metrics, self.lay(room, metrics)
        for scale in SCALES:
            if height <= most_px:
                break
            smaller = replace(
                metrics,
                text_px=round(scale * metrics.text_px),
                heading_px=round(scale * metrics.heading_px),
            )
            height = self.lay(room, smaller)
        return smaller, height

    def lay(self, room: QRect, metrics: Metrics) -> int:
        """Put words, codes and buttons at the top of a room; gives their height."""
        offered, gap = self._offered, metrics.gap_px
        side = (
            Qt.AlignmentFlag.AlignHCenter
            if metrics.portrait
            else Qt.AlignmentFlag.AlignLeft
        )
        self.heading.setAlignment(side)
        self.how.setAlignment(Qt.AlignmentFlag.AlignLeft if offered else side)
        font = serif(metrics.heading_px)
        y = room.top() + self.heading.fit(font, room.width(), 2 * line_height_px(font))
        self.heading.move(room.topLeft())
        y += round((1.3 if offered else 0.5) * gap)
        below = QRect(room.left(), y, room.width(), 0)
        y += (
            self._lay_codes(below, metrics)
            if offered
            else self._lay_how(below, metrics)
        )
        if offered:
            y += gap
            y += self._lay_state(QRect(room.left(), y, room.width(), 0), metrics)
        y += gap if offered else round(1.5 * gap)
        y += self._lay_buttons(QRect(room.left(), y, room.width(), 0), metrics)
        return y - room.top()

    def _lay_how(self, place: QRect, metrics: Metrics) -> int:
        font = sans(round(1.1 * metrics.text_px))
        self.how.move(place.topLeft())
        return self.how.fit(font, place.width(), MOST_LINES * line_height_px(font))

    def _lay_codes(self, place: QRect, metrics: Metrics) -> int:
        """The QR code, and beside it what to do and the code that can be typed."""
        gap = round(1.5 * metrics.gap_px)
        side = self._code_side(place.width())
        left = place.left() + side + (gap if side else 0)
        column = QRect(left, 0, place.right() + 1 - left, 0)
        quiet = sans(metrics.text_px)
        code = sans(round(LETTERS * metrics.text_px), strong=True)
        how = self._lay_how(column, metrics)
        other = self.other.fit(quiet, column.width(), 3 * line_height_px(quiet))
        typed = self.typed.fit(code, column.width(), 3 * line_height_px(code))
        air = metrics.gap_px // 4
        words = how + gap + other + air + typed
        high = max(side, words)
        top = place.top() + (high - side) // 2
        self.qr.setGeometry(place.left(), top, side, side)
        y = place.top() + (high - words) // 2
        for label, beneath in ((self.how, gap), (self.other, air), (self.typed, 0)):
            label.move(left, y)
            y += label.height() + beneath
        return high

    def _lay_state(self, place: QRect, metrics: Metrics) -> int:
        """The state and its sign; as high as the longest of them, so nothing jumps."""
        font, side = sans(metrics.text_px), round(SIGN_RATIO * metrics.text_px)
        most = 3 * line_height_px(font)
        left = side + metrics.gap_px // 2 if self.sign.isVisibleTo(self._screen) else 0
        highest = side
        for words in self._states:
            self.state.say(words)
            narrow = place.width() - side - metrics.gap_px // 2
            highest = max(highest, self.state.fit(font, narrow, most))
        self.state.say(self._state)
        high = self.state.fit(font, place.width() - left, most)
        middle = place.top() + highest // 2
        self.state.move(place.left() + left, middle - high // 2)
        self.sign.setGeometry(place.left(), middle - side // 2, side, side)
        return highest

    def _code_side(self, room_px: int) -> int:
        """Side of the QR code: a whole number of pixels for each of its modules."""
        modules = self.qr.modules
        if not modules:
            return 0
        least = math.ceil(CODE_MM * self._px_per_mm / modules)
        wanted = max(least, round(CODE_SHARE * room_px) // modules)
        most = round(MOST_CODE_SHARE * room_px) // modules
        return modules * max(1, min(wanted, most))

    def _lay_buttons(self, place: QRect, metrics: Metrics) -> int:
        """Done and delete, beside each other if the words allow."""
        gap, width = metrics.gap_px // 2, place.width()
        for button in (self.done, self.delete):
            button.apply_metrics(metrics, width)
        row = self.done.height()
        if not self._offered:
            self.done.setGeometry(place.left(), place.top(), width, row)
            return row
        half = (width - gap) // 2
        beside = max(self.done.width(), self.delete.width()) <= half
        wide = half if beside else width
        self.done.setGeometry(place.left(), place.top(), wide, row)
        left = place.left() + (width - half if beside else 0)
        top = place.top() + (0 if beside else row + gap)
        self.delete.setGeometry(left, top, wide, row)
        return top + row - place.top()
