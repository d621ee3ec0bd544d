"""The screen that invites: paintings, slowly moving, until somebody touches."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.base import Screen
from kiosk.theme import Metrics, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.caption import Caption
from kiosk.widgets.dissolve import LOW_FROM
from kiosk.widgets.drift import DriftView
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.text import line_height_px
from kiosk.widgets.touch_hint import TouchHint

INVITATION_RATIO = 1.75
"""Letters of the invitation over the largest letters of other screens."""
COLUMN_SHARE = 0.36
"""Width of the words in a wide window, with its margin, over the window's."""
MOST_LETTER = 0.11
"""Largest letters over the window's shorter side."""
DISSOLVE_SHARE = 0.36
"""Height of the dissolve in a high window, over the window's."""


class AttractScreen(Screen):
    """Paintings with an invitation; the whole screen is the button.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    touched = Signal()
    """Somebody came: told as soon as the finger is down."""
    privacy_wanted = Signal()
    """Somebody wants to know what happens with pictures."""
    language_chosen = Signal(str)
    """A language was touched: its code."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._exhibits: tuple[Exhibit, ...] = ()
        self._drift = DriftView(self)
        self._caption = Caption(self)
        self._invitation = FittedLabel(self)
        self._hint = TouchHint(self)
        self._languages = LanguageBar(self)
        self.privacy = WordButton(self, Weight.QUIET)
        self.privacy.clicked.connect(self.privacy_wanted)
        for words in (self._caption, self._invitation):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drift.shown.connect(self._name)
        self._drift.fading.connect(self._caption.cross)
        self._hint.pressed.connect(self.touched)
        self._languages.language_chosen.connect(self.language_chosen)
        self.retranslate()

    @property
    def moving(self) -> bool:
        """Whether anything moves, or will."""
        return self._drift.moving

    @property
    def room_px(self) -> QSize:
        """What to fit an exhibit's image into, in device pixels."""
        size = self.size() * self.devicePixelRatioF()
        high = size.height() > size.width()
        return QSize(size.height(), size.height()) if high else size

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer languages, one of them in force."""
        self._languages.set_languages(codes, chosen)
        self._place_all()

    def set_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show these paintings from now on; none leaves wall and invitation."""
        self._exhibits = tuple(e for e in exhibits if not e.image.isNull())
        self._drift.set_exhibits(self._exhibits)

    def start(self) -> None:
        """Move from now on, while it is seen."""
        self._drift.start()

    def stop(self) -> None:
        """Stand still."""
        self._drift.stop()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Only let the paintings follow each other, or move them too."""
        self._drift.set_reduced_motion(reduced=reduced)

    def retranslate(self) -> None:
        """Invite in the language that is in force."""
        self._invitation.say(self.tr("Step into a painting"))
        self._hint.setText(self.tr("Touch the screen"))
        self._hint.setAccessibleName(self.tr("Touch the screen"))
        self.privacy.setText(self.tr("Privacy"))
        self.setAccessibleName(self.tr("Step into a painting"))

    def light(self, size: QSize) -> QPointF:
        """On the painting."""
        if size.height() > size.width():
            return QPointF(0.5 * size.width(), 0.33 * size.height())
        return QPointF(0.36 * size.width(), 0.42 * size.height())

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        if metrics.portrait:
            self._place_high(size, metrics)
        else:
            self._place_wide(size, metrics)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer at once, wherever the finger is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit()

    def _place_high(self, size: QSize, metrics: Metrics) -> None:
        """The painting dissolves at the bottom, where the words stand centred."""
        margin, gap = metrics.margin_px, metrics.gap_px
        room = QRect(margin, margin, size.width() - 2 * margin, size.height())
        y = self._stack_up(room, size.height() - margin, metrics, centred=True)
        title_px = round(0.84 * metrics.title_px)
        label = line_height_px(serif(title_px)) + round(1.6 * metrics.small_px)
        top = y - gap - label
        self._caption.stand(
            QRect(room.left(), top, room.width(), label),
            title_px,
            metrics.small_px,
            centred=True,
        )
        dissolve = round(DISSOLVE_SHARE * size.height())
        bottom = top + round((1.0 - LOW_FROM) * dissolve)
        place = QRect(0, 0, size.width(), min(bottom, size.height()))
        box = QRect(margin, margin, room.width(), top - gap - margin)
        self._stand(place, _within(box, metrics.frame_px), metrics, dissolve)

    def _place_wide(self, size: QSize, metrics: Metrics) -> None:
        """The painting hangs where it will live; the words stand beside it."""
        margin = metrics.margin_px
        column = round(COLUMN_SHARE * size.width()) - margin
        left = size.width() - margin - column
        words = QRect(left, margin, column, size.height() - 2 * margin)
        top = self._stack_up(words, words.bottom() + 1, metrics, centred=False)
        label = min(_label_px(metrics), top - margin)
        self._caption.stand(
            QRect(left, margin, column, label),
            metrics.title_px,
            metrics.text_px,
            centred=False,
        )
        # Its shadow must not reach the words.
        room = left - 2 * margin - metrics.gap_px // 2
        picture = QRect(margin, margin, room, words.height())
        place = QRect(0, 0, left, size.height())
        self._stand(place, _within(picture, metrics.frame_px), metrics, 0)

    def _stack_up(
        self, room: QRect, bottom: int, metrics: Metrics, *, centred: bool
    ) -> int:
        """Put privacy, languages, hint and invitation above each other.

        Returns:
            The y of their top.
        """
        gap, width = metrics.gap_px, room.width()
        self._languages.set_centred(centred=centred)
        self._languages.apply_metrics(metrics, width)
        self.privacy.apply_metrics(metrics, width)
        y = bottom - self.privacy.height()
        x = (width - self.privacy.width()) // 2 if centred else 0
        self.privacy.move(room.left() + x, y)
        if not self._languages.isHidden():
            y -= self._languages.height()
            self._move(self._languages, room, y, centred=centred)
            y -= gap
        self._hint.apply_metrics(metrics, width)
        y -= self._hint.height()
        self._move(self._hint, room, y, centred=centred)
        y -= gap // 2
        short_px = min(self.width(), self.height())
        font = serif(
            round(min(INVITATION_RATIO * metrics.heading_px, MOST_LETTER * short_px))
        )
        line = line_height_px(font)
        free = y - room.top() - _label_px(metrics)
        most = line if centred else min(3 * line, free)
        high = self._invitation.fit(font, width, most)
        # One line is as high in every language, so that the painting stays in place.
        y -= line if centred else high
        self._invitation.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        )
        self._invitation.move(room.left(), y)
        return y

    @staticmethod
    def _move(
        widget: LanguageBar | TouchHint, room: QRect, y: int, *, centred: bool
    ) -> None:
        """Centre it, or let its first letter or sign begin at the room's edge."""
        x = (room.width() - widget.width()) // 2 if centred else -widget.indent_px
        widget.move(room.left() + x, y)

    def _stand(
        self, place: QRect, box: QRect, metrics: Metrics, dissolve_px: int
    ) -> None:
        if self._wall.isNull():
            return  # not seen yet; the first resize comes before that
        ratio = self._wall.devicePixelRatio()
        wall = self._wall.copy(QRect(QPoint(), place.size() * ratio))
        self._drift.stand(place, wall, box, metrics.frame_px, dissolve_px)

    def _name(self, index: int) -> None:
        exhibit = self._exhibits[index] if index >= 0 else None
        self._caption.set_words(
            exhibit.title if exhibit else "", exhibit.origin if exhibit else ""
        )


def _label_px(metrics: Metrics) -> int:
    """Room for a title of two lines and an origin of one in a wide window."""
    return round(2.44 * metrics.title_px + 1.7 * metrics.text_px)


def _within(place: QRect, frame_px: int) -> QRect:
    """What is left of a place inside a frame."""
    return place.adjusted(frame_px, frame_px, -frame_px, -frame_px)
