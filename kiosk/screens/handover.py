"""The screen on which the visitor takes the portrait with them."""

import math
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.handover.offer import HandoverOffer
from kiosk.handover.progress import Progress
from kiosk.screens.arrangement import arrange
from kiosk.screens.base import Screen
from kiosk.staff.facts import Condition
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.fitted import SCALES, FittedLabel
from kiosk.widgets.hung import HungPicture
from kiosk.widgets.qr import QrCode
from kiosk.widgets.sign import Sign
from kiosk.widgets.text import line_height_px

CODE_MM = 45.0
"""Least side of the QR code: phones read it from arm's length."""
CODE_SHARE = 0.36
"""Of the room's width that the QR code takes."""
MOST_CODE_SHARE = 0.5
COLUMN_SHARE = 0.46
"""Of a wide window's width that words and code take."""
LETTERS = 1.6
"""Size of the code that is typed, in sizes of what must be read."""
MOST_LINES = 6
MOST_HEIGHT = 0.6
"""Of a high window's height that words and codes take."""
TELEGRAM = ("t.me", "telegram.me")
SIGN_RATIO = 1.3
"""Size of the sign beside the state, in sizes of what must be read."""
_SIGNS = {
    Progress.READY: Condition.GOOD,
    Progress.FETCHED: Condition.GOOD,
    Progress.DELAYED: Condition.WATCH,
}


class HandoverScreen(Screen):
    """The portrait, and beside it a code for the visitor's own phone.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    done_pressed = Signal()
    """The visitor has what they want."""
    delete_pressed = Signal()
    """The visitor wants their picture deleted everywhere."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._offer: HandoverOffer | None = None
        self._progress, self._keep_hours = Progress.ON_ITS_WAY, 0
        self.picture = HungPicture(self)
        self.qr = QrCode(self)
        self._heading = FittedLabel(self)
        self._how = FittedLabel(self)
        self._or = FittedLabel(self, QUIET_TEXT)
        self._code = FittedLabel(self)
        self.sign = Sign(self)
        self._state = FittedLabel(self)
        self.done = WordButton(self, Weight.MAIN)
        self.delete = WordButton(self, Weight.PLAIN)
        self.done.clicked.connect(self.done_pressed)
        self.delete.clicked.connect(self.delete_pressed)
        self._show_offered()
        self.retranslate()

    @property
    def code(self) -> str:
        """The code that can be typed, as it is shown; empty if none is."""
        return self._code.text()

    def show_offer(self, portrait: QImage, offer: HandoverOffer | None) -> None:
        """Show a portrait and how it can be fetched.

        Args:
            portrait: Of any size; the larger the sharper.
            offer: None if this kiosk cannot send pictures.
        """
        self._offer = offer
        self._progress = Progress.ON_ITS_WAY
        self.picture.show_image(portrait)
        self._show_offered()
        self.retranslate()
        self._place_all()

    def show_progress(self, progress: Progress, keep_hours: float) -> None:
        """Show how far the offered picture has come.

        Args:
            progress: A lost one is offered no more.
            keep_hours: How long it waits at most.
        """
        if (progress, int(keep_hours)) == (self._progress, self._keep_hours):
            return
        self._progress, self._keep_hours = progress, int(keep_hours)
        if progress is Progress.LOST:
            self._offer = None
            self._show_offered()
        self.retranslate()
        self._place_all()

    def forget(self) -> None:
        """Keep nothing of the visitor: neither picture nor code."""
        self._offer = None
        self._progress = Progress.ON_ITS_WAY
        self.picture.forget()
        self._show_offered()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        if self._offer is None:
            self._heading.say(self.tr("Photograph your portrait"))
            self._how.say(
                self.tr(
                    "Your picture could not be sent. Photograph the screen with your "
                    "own phone; when you touch Done, the portrait is wiped here."
                )
                if self._progress is Progress.LOST
                else self.tr(
                    "This kiosk cannot send pictures. Photograph the screen with your "
                    "own phone; when you touch Done, the portrait is wiped here."
                )
            )
        else:
            self._heading.say(self.tr("Take it with you"))
            self._how.say(
                self.tr(
                    "Scan the code with the camera of your phone, then touch Start in "
                    "Telegram."
                )
            )
            bot = bot_name(self._offer.link)
            anonymous = self.tr("or send this code to the bot")
            named = self.tr("or send this code to %s")
            self._or.say(named.replace("%s", bot) if bot else anonymous)
            self._state.say(self._states()[self._progress])
        sign = _SIGNS.get(self._progress)
        self.sign.setVisible(self._offer is not None and sign is not None)
        self.sign.set_condition(sign or Condition.GOOD)
        self.done.setText(self.tr("Done"))
        self.delete.setText(self.tr("Delete my picture"))
        self.picture.setAccessibleName(self.tr("Your portrait"))
        self.qr.setAccessibleName(self.tr("QR code that fetches your picture"))

    def _states(self) -> dict[Progress, str]:
        """What is said of a picture that is offered."""
        delayed = self.tr(
            "No connection just now. Scan the code all the same: your picture follows "
            "as soon as there is one. It waits for %s h."
        )
        ready = self.tr("Your picture is ready: you can fetch it for %s h.")
        hours = str(self._keep_hours)
        return {
            Progress.ON_ITS_WAY: self.tr("One moment: your picture is on its way."),
            Progress.READY: ready.replace("%s", hours),
            Progress.DELAYED: delayed.replace("%s", hours),
            Progress.FETCHED: self.tr("Your picture is on your phone."),
            Progress.LOST: "",
        }

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        margin, gap = metrics.margin_px, metrics.gap_px
        top = round(0.6 * margin)
        bottom = size.height() - margin
        if metrics.portrait:
            room = QRect(margin, 0, size.width() - 2 * margin, bottom)
            metrics, height = self._fit(room, metrics, round(MOST_HEIGHT * bottom))
            room.moveTop(bottom - height)
            hung = QRect(margin, top, room.width(), room.top() - gap - top)
        else:
            room = arrange(size, metrics).words
            if self._offer is not None:
                room.setLeft(round((1.0 - COLUMN_SHARE) * size.width()))
            metrics, height = self._fit(room, metrics, bottom - margin)
            room.moveTop((size.height() - height) // 2)
            hung = QRect(margin, top, room.left() - 2 * margin, bottom - top)
        self._lay(room, metrics)
        self.picture.hang(hung, metrics.frame_px)

    def _fit(self, room: QRect, metrics: Metrics, most_px: int) -> tuple[Metrics, int]:
        """Smaller letters where words and codes need more height than there is."""
        smaller, height = metrics, self._lay(room, metrics)
        for scale in SCALES:
            if height <= most_px:
                break
            smaller = replace(
                metrics,
                text_px=round(scale * metrics.text_px),
                heading_px=round(scale * metrics.heading_px),
            )
            height = self._lay(room, smaller)
        return smaller, height

    def _show_offered(self) -> None:
        """Show the codes of the offer, or none."""
        offer = self._offer
        there = self.qr.show_words(offer.link if offer else "")
        self._code.say(offer.code if offer else "")
        self.qr.setVisible(there)
        for widget in (self._or, self._code, self._state, self.delete):
            widget.setVisible(offer is not None)

    def _lay(self, room: QRect, metrics: Metrics) -> int:
        """Put words, codes and buttons at the top of a room; gives their height."""
        offered, gap = self._offer is not None, metrics.gap_px
        side = (
            Qt.AlignmentFlag.AlignHCenter
            if metrics.portrait
            else Qt.AlignmentFlag.AlignLeft
        )
        self._heading.setAlignment(side)
        self._how.setAlignment(Qt.AlignmentFlag.AlignLeft if offered else side)
        font = serif(metrics.heading_px)
        y = room.top() + self._heading.fit(font, room.width(), 2 * line_height_px(font))
        self._heading.move(room.topLeft())
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
        self._how.move(place.topLeft())
        return self._how.fit(font, place.width(), MOST_LINES * line_height_px(font))

    def _lay_codes(self, place: QRect, metrics: Metrics) -> int:
        """The QR code, and beside it what to do and the code that can be typed."""
        gap = round(1.5 * metrics.gap_px)
        side = self._code_side(place.width())
        left = place.left() + side + (gap if side else 0)
        column = QRect(left, 0, place.right() + 1 - left, 0)
        quiet = sans(metrics.text_px)
        code = sans(round(LETTERS * metrics.text_px), strong=True)
        how = self._lay_how(column, metrics)
        other = self._or.fit(quiet, column.width(), 3 * line_height_px(quiet))
        typed = self._code.fit(code, column.width(), 3 * line_height_px(code))
        air = metrics.gap_px // 4
        words = how + gap + other + air + typed
        high = max(side, words)
        top = place.top() + (high - side) // 2
        self.qr.setGeometry(place.left(), top, side, side)
        y = place.top() + (high - words) // 2
        for label, beneath in ((self._how, gap), (self._or, air), (self._code, 0)):
            label.move(left, y)
            y += label.height() + beneath
        return high

    def _lay_state(self, place: QRect, metrics: Metrics) -> int:
        """The state and its sign; as high as the longest of them, so nothing jumps."""
        font, side = sans(metrics.text_px), round(SIGN_RATIO * metrics.text_px)
        most = 3 * line_height_px(font)
        left = side + metrics.gap_px // 2 if self.sign.isVisibleTo(self) else 0
        highest = side
        for words in self._states().values():
            self._state.say(words)
            narrow = place.width() - side - metrics.gap_px // 2
            highest = max(highest, self._state.fit(font, narrow, most))
        self._state.say(self._states()[self._progress])
        high = self._state.fit(font, place.width() - left, most)
        middle = place.top() + highest // 2
        self._state.move(place.left() + left, middle - high // 2)
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
        if self._offer is None:
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


def bot_name(link: str) -> str:
    """The name of the bot that a Telegram link leads to, with its @; else nothing."""
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        return ""
    name = parts.path.strip("/")
    known = host in TELEGRAM and name.isascii() and name.replace("_", "").isalnum()
    return f"@{name}" if known else ""
