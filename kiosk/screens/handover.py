"""The screen on which the visitor takes the portrait with them."""

from urllib.parse import urlsplit

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.handover.offer import HandoverOffer
from kiosk.handover.progress import Progress
from kiosk.screens.arrangement import arrange
from kiosk.screens.base import Screen
from kiosk.screens.handover_column import HandoverColumn
from kiosk.staff.facts import Condition
from kiosk.theme import Metrics
from kiosk.widgets.hung import HungPicture

COLUMN_SHARE = 0.46
"""Of a wide window's width that words and code take."""
MOST_HEIGHT = 0.6
"""Of a high window's height that words and codes take."""
TELEGRAM = ("t.me", "telegram.me")
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
        self._column = column = HandoverColumn(self, px_per_mm)
        self.qr, self.sign = column.qr, column.sign
        self.done, self.delete = column.done, column.delete
        self.done.clicked.connect(self.done_pressed)
        self.delete.clicked.connect(self.delete_pressed)
        self._column.show_codes(self._offer)
        self.retranslate()

    @property
    def code(self) -> str:
        """The code that can be typed, as it is shown; empty if none is."""
        return self._column.typed.text()

    def show_offer(self, portrait: QImage, offer: HandoverOffer | None) -> None:
        """Show a portrait and how it can be fetched.

        Args:
            portrait: Of any size; the larger the sharper.
            offer: None if this kiosk cannot send pictures.
        """
        self._offer = offer
        self._progress = Progress.ON_ITS_WAY
        self.picture.show_image(portrait)
        self._column.show_codes(self._offer)
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
            self._column.show_codes(self._offer)
        self.retranslate()
        self._place_all()

    def forget(self) -> None:
        """Keep nothing of the visitor: neither picture nor code."""
        self._offer = None
        self._progress = Progress.ON_ITS_WAY
        self.picture.forget()
        self._column.show_codes(self._offer)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        if self._offer is None:
            self._column.heading.say(self.tr("Photograph your portrait"))
            self._column.how.say(
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
            self._column.heading.say(self.tr("Take it with you"))
            self._column.how.say(
                self.tr(
                    "Scan the code with the camera of your phone, then touch Start in "
                    "Telegram."
                )
            )
            bot = bot_name(self._offer.link)
            anonymous = self.tr("or send this code to the bot")
            named = self.tr("or send this code to %s")
            self._column.other.say(named.replace("%s", bot) if bot else anonymous)
            states = self._states()
            self._column.say_state(states[self._progress], states.values())
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
            metrics, height = self._column.fit(
                room, metrics, round(MOST_HEIGHT * bottom)
            )
            room.moveTop(bottom - height)
            hung = QRect(margin, top, room.width(), room.top() - gap - top)
        else:
            room = arrange(size, metrics).words
            if self._offer is not None:
                room.setLeft(round((1.0 - COLUMN_SHARE) * size.width()))
            metrics, height = self._column.fit(room, metrics, bottom - margin)
            room.moveTop((size.height() - height) // 2)
            hung = QRect(margin, top, room.left() - 2 * margin, bottom - top)
        self._column.lay(room, metrics)
        self.picture.hang(hung, metrics.frame_px)


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
