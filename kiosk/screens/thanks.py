"""The screen that says goodbye: an empty frame, because nothing remains."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.handover.remains import Remains
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.hung import HungPicture
from kiosk.widgets.touch_hint import TouchHint
from kiosk.widgets.wall import paint_wall

HIGH_FRAME = (0.84, 0.55)
WIDE_FRAME = (0.56, 0.60)
"""Largest width and height of picture and frame, over the window's."""
HEADING_RATIO = 1.8
WISH_RATIO = 1.25
GLOW = 1.7
"""How much larger than the frame the light is that falls into it."""
KEPT_WALLS = 8
"""Sizes of frames: the words beneath differ between languages."""


class ThanksScreen(Screen):
    """Thanks inside a frame that is empty again; a touch anywhere goes on.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    touched = Signal()
    """Somebody goes on: told as soon as the finger is down."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._deleted, self._left = False, Remains.NOTHING
        self._place = QRect()
        self._frame = HungPicture(self)
        self._heading = FittedLabel(self)
        self._wish = FittedLabel(self)
        self._remains = FittedLabel(self, QUIET_TEXT)
        self._hint = TouchHint(self)
        for still in (self._frame, self._heading, self._wish, self._remains):
            still.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for words in (self._heading, self._wish, self._remains):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint.pressed.connect(self.touched)
        self.retranslate()

    def show_thanks(self, *, deleted: bool, remains: Remains = Remains.NOTHING) -> None:
        """Thank the visitor.

        Args:
            deleted: Whether they had their picture deleted; it is confirmed then.
            remains: What there still is of it.
        """
        self._deleted, self._left = deleted, remains
        self.retranslate()
        self._place_all()

    def retranslate(self) -> None:
        """Say goodbye in the language that is in force."""
        thanks = self.tr("Thank you.")
        deleted = self.tr("Your picture is deleted.")
        self._heading.say(deleted if self._deleted else thanks)
        self._wish.say(self.tr("Enjoy the museum."))
        nothing = self.tr("The frame is empty again: nothing of you remains here.")
        sealed = self.tr(
            "The frame is empty again. A locked copy waits for your phone: only your "
            "code opens it."
        )
        lingers = self.tr(
            "Nothing of you remains here. The locked copy that was sent is deleted as "
            "soon as there is a connection."
        )
        told = {Remains.SEALED: sealed, Remains.LINGERS: lingers}
        self._remains.say(told.get(self._left, nothing))
        self._hint.setText(self.tr("Touch to go on"))
        self._hint.setAccessibleName(self._hint.text())
        self.setAccessibleName(self._heading.text())

    def light(self, size: QSize) -> QPointF:
        """On the frame."""
        return QPointF(0.5 * size.width(), 0.36 * size.height())

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place, from below."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        self._hint.apply_metrics(metrics, width)
        y = size.height() - margin - self._hint.height()
        self._hint.move((size.width() - self._hint.width()) // 2, y)
        font = sans(round(1.15 * metrics.text_px))
        remains = self._remains.fit(font, width, 3 * metrics.title_px)
        room = y - 2 * gap - remains
        share = HIGH_FRAME if metrics.portrait else WIDE_FRAME
        frame = QSize(
            round(share[0] * size.width()), round(share[1] * size.height())
        ).boundedTo(QSize(width, max(1, room - gap - margin)))
        top = max(margin, (room - frame.height()) // 2)
        corner = QPoint((size.width() - frame.width()) // 2, top)
        self._hang(QRect(corner, frame), metrics)
        # Like a label: beneath the frame and its shadow, well above the hint.
        beneath = top + frame.height() + 2 * metrics.frame_px
        self._remains.move(margin, beneath + max(0, room - beneath) // 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer at once, wherever the finger is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()

    def _hang(self, place: QRect, metrics: Metrics) -> None:
        """Hang the frame and put the words into it."""
        border = metrics.frame_px
        inside = place.adjusted(border, border, -border, -border)
        if place != self._place:
            self._place = place
            self._frame.hang(place, border)
            size = (inside.width(), inside.height())
            self._frame.show_image(_lit_wall(size, self.devicePixelRatioF()))
        pad = round(1.4 * metrics.margin_px)
        room = inside.adjusted(pad, pad, -pad, -pad)
        heading = serif(round(HEADING_RATIO * metrics.heading_px))
        wish = serif(round(WISH_RATIO * metrics.title_px))
        gap = metrics.gap_px // 2
        high = self._heading.fit(heading, room.width(), round(0.6 * room.height()))
        low = self._wish.fit(wish, room.width(), room.height() - high - gap)
        top = room.top() + max(0, room.height() - high - gap - low) // 2
        self._heading.move(room.left(), top)
        self._wish.move(room.left(), top + high + gap)


@lru_cache(maxsize=KEPT_WALLS)
def _lit_wall(size: tuple[int, int], pixel_ratio: float) -> QImage:
    """A piece out of the middle of a pool of light."""
    lamp = QPointF(0.5 * size[0], (0.5 - 0.04 * GLOW) * size[1])
    return paint_wall(QSize(*size), lamp, pixel_ratio, beyond=GLOW).toImage()
