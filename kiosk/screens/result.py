"""The screen with the finished portrait, where the visitor decides what comes of it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.arrangement import arrange
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.compare import ComparedPicture
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.hung import HungPicture
from kiosk.widgets.text import line_height_px

SMALL_SHARE = 0.26
"""Most of a row's width that the small original takes."""
SMALL_FRAME = 0.5
"""Its frame in widths of the portrait's."""
HEADING_LINES = (1, 2)
"""Tried in turn: the portrait and its original need the height."""
QUIET_LINES = 3
MOST_ASPECT = 1.3
"""Most height of the small original's place beside words, in widths of it."""


class ResultScreen(Screen):
    """The portrait where it lived, its original beside it, and what can be done now.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    keep_pressed = Signal()
    """The visitor wants to have this portrait."""
    again_pressed = Signal()
    """The visitor wants another try in the same painting."""
    other_pressed = Signal()
    """The visitor wants another painting."""
    left = Signal()
    """The visitor goes away."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._tries_left: int | None = None
        self.picture = ComparedPicture(self)
        self.original = HungPicture(self)
        self._heading = FittedLabel(self)
        self._hint = FittedLabel(self, QUIET_TEXT)
        self._caption = FittedLabel(self, QUIET_TEXT)
        self._tries = FittedLabel(self, QUIET_TEXT)
        self.keep = WordButton(self, Weight.MAIN)
        self.again = WordButton(self, Weight.PLAIN)
        self.other = WordButton(self, Weight.PLAIN)
        self.leave = WordButton(self, Weight.QUIET)
        self.keep.clicked.connect(self.keep_pressed)
        self.again.clicked.connect(self.again_pressed)
        self.other.clicked.connect(self.other_pressed)
        self.leave.clicked.connect(self.left)
        for picture in (self.picture, self.original):
            picture.held.connect(lambda held: self.picture.compare(original=held))
        self.retranslate()

    def show_portrait(
        self, portrait: QImage, original: QImage, tries_left: int | None
    ) -> None:
        """Show a finished portrait.

        Args:
            portrait: Of any size; the larger the sharper.
            original: The painting it was made from, in the same proportions.
            tries_left: How often the visitor may try again; None without a limit.
        """
        self._tries_left = tries_left
        self.picture.show_pair(portrait, original)
        self.original.show_image(original)
        self.again.setVisible(tries_left != 0)
        self.retranslate()
        self._place_all()

    def forget(self) -> None:
        """Keep nothing of the visitor."""
        self.picture.forget()
        self.original.forget()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Change pictures at once instead of softly."""
        self.picture.set_reduced_motion(reduced=reduced)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.say(self.tr("Your portrait is finished"))
        self._hint.say(self.tr("Touch and hold to compare"))
        self._caption.say(self.tr("The original"))
        self.keep.setText(self.tr("Keep it"))
        self.again.setText(self.tr("Again"))
        self.other.setText(self.tr("Another painting"))
        self.leave.setText(self.tr("Leave"))
        tries = self.tr("Tries left: %d").replace("%d", str(self._tries_left))
        self._tries.say(tries if self._tries_left else "")
        self.picture.setAccessibleName(self.tr("Your portrait"))
        self.original.setAccessibleName(self.tr("The original"))

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        if metrics.portrait:
            self._place_high(size, metrics)
        else:
            self._place_wide(size, metrics)

    def _place_high(self, size: QSize, metrics: Metrics) -> None:
        """Words under the portrait, then the small original beside the buttons."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        bottom = size.height() - margin
        for label in (self._heading, self._hint, self._caption):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = self._fit_heading(width, metrics)
        words += self._fit_quietly(self._hint, width, metrics)
        small = round(SMALL_SHARE * width)
        side = margin + small + 2 * gap
        room = QRect(side, 0, size.width() - margin - side, 0)
        buttons = self._buttons_height(metrics, room.width())
        place = arrange(size, metrics).picture
        place.setBottom(min(place.bottom(), bottom - buttons - words - 2 * gap))
        self.picture.hang(place, metrics.frame_px)
        spare = bottom - buttons - gap - words - gap - place.bottom()
        top = place.bottom() + gap + spare // 2
        self._heading.move(margin, top)
        self._hint.move(margin, top + words - self._hint.height())
        top += words + gap
        room.moveTop(bottom - buttons)
        self._place_buttons(room, metrics)
        caption = self._fit_quietly(self._caption, small, metrics)
        original = QRect(margin, top, small, bottom - caption - gap // 2 - top)
        self.original.hang(original, round(SMALL_FRAME * metrics.frame_px))
        frame = self.original.frame_rect().translated(self.original.pos())
        hung_to = original.bottom() if frame.isEmpty() else frame.bottom()
        self._caption.move(margin, hung_to + gap // 2)

    def _place_wide(self, size: QSize, metrics: Metrics) -> None:
        """A column beside the portrait: heading, original with its words, buttons."""
        gap = metrics.gap_px
        arrangement = arrange(size, metrics)
        column = arrangement.words
        self.picture.hang(arrangement.picture, metrics.frame_px)
        for label in (self._heading, self._hint, self._caption):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._heading.move(column.topLeft())
        top = column.top() + self._fit_heading(column.width(), metrics) + gap
        height = self._buttons_height(metrics, column.width())
        bottom = column.bottom() + 1 - height
        self._place_buttons(QRect(column.left(), bottom, column.width(), 0), metrics)
        room = QRect(column.left(), top, column.width(), bottom - 2 * gap - top)
        self._place_original_beside(room, metrics)

    def _place_original_beside(self, room: QRect, metrics: Metrics) -> None:
        """The small original at the left of a room, what it is at its right."""
        gap = metrics.gap_px
        width = (room.width() - gap) // 2
        frame_px = round(SMALL_FRAME * metrics.frame_px)
        height = min(room.height(), round(MOST_ASPECT * width))
        place = QRect(room.left(), room.top(), width, height)
        place.moveTop(room.top() + (room.height() - height) // 2)
        self.original.hang(place, frame_px)
        # It hangs at the room's edge, in line with heading and buttons.
        frame = self.original.frame_rect()
        if not frame.isEmpty():
            place.setWidth(frame.width())
            self.original.hang(place, frame_px)
        left = place.right() + 1 + gap
        rest = room.right() + 1 - left
        font, air = sans(metrics.text_px), gap // 3
        words = self._caption.fit(font, rest, room.height() // 3) + air
        words += self._hint.fit(font, rest, room.height() - words)
        top = place.center().y() - words // 2
        self._caption.move(left, top)
        self._hint.move(left, top + words - self._hint.height())

    def _fit_heading(self, width_px: int, metrics: Metrics) -> int:
        """Choose the heading's letters; gives its height with the air beneath it."""
        font, height = serif(metrics.heading_px), 0
        for lines in HEADING_LINES:
            most = lines * line_height_px(font)
            height = self._heading.fit(font, width_px, most)
            if not self._heading.cut:
                break
        return height + metrics.gap_px // 4

    @staticmethod
    def _fit_quietly(label: FittedLabel, width_px: int, metrics: Metrics) -> int:
        font = sans(metrics.text_px)
        return label.fit(font, width_px, QUIET_LINES * line_height_px(font))

    def _place_buttons(self, place: QRect, metrics: Metrics) -> None:
        """Keep; again and another; tries left and leave."""
        gap, width = metrics.gap_px // 2, place.width()
        row = self.keep.height()
        y = place.top()
        self.keep.setGeometry(place.left(), y, width, row)
        y += row + gap
        if self._tries_left == 0:
            self.other.setGeometry(place.left(), y, width, row)
        elif self._stacked(width, gap):
            self.again.setGeometry(place.left(), y, width, row)
            y += row + gap
            self.other.setGeometry(place.left(), y, width, row)
        else:
            hints = [b.sizeHint().width() for b in (self.again, self.other)]
            again = hints[0] + (width - gap - sum(hints)) // 2
            start = again + gap
            self.again.setGeometry(place.left(), y, again, row)
            self.other.setGeometry(place.left() + start, y, width - start, row)
        y += row + gap
        self.leave.apply_metrics(metrics, width // 2)
        self.leave.move(place.left() + width - self.leave.width(), y)
        tries = self._fit_quietly(self._tries, width // 2, metrics)
        self._tries.move(place.left(), y + (row - tries) // 2)

    def _buttons_height(self, metrics: Metrics, width_px: int) -> int:
        """Choose the buttons' letters; gives the height that they take together."""
        for button in (self.keep, self.again, self.other):
            button.apply_metrics(metrics, width_px)
        gap = metrics.gap_px // 2
        rows = 4 if self._stacked(width_px, gap) else 3
        return rows * self.keep.height() + (rows - 1) * gap

    def _stacked(self, width_px: int, gap_px: int) -> bool:
        """Whether "again" and "another" are too long to stand beside each other."""
        words = self.again.sizeHint().width() + self.other.sizeHint().width()
        return self._tries_left != 0 and words + gap_px > width_px
