"""The screen that asks before the camera sees anybody."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.privacy.consent import ConsentText
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.sentences import Sentence, fit_sentences, stack_sentences
from kiosk.widgets.signs import Sign

SIGNS = (Sign.CAMERA, Sign.KIOSK, Sign.WIPED, Sign.YOURS)
"""Beside the points, in the order in which they are always asked."""
HEADING_RATIO = 1.5
BUTTON_RATIO = 1.2
"""Height of the two buttons over other screens' buttons."""
COLUMN_SHARE = 0.40
"""Width of the question in a wide window, over the window's."""


class ConsentScreen(Screen):
    """What happens to the picture, in one short screen; no is as easy as yes.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    agreed = Signal()
    """The visitor may be seen from now on."""
    declined = Signal()
    """The visitor does not want to be seen."""
    privacy_wanted = Signal()
    """The visitor wants to know more before they answer."""
    language_chosen = Signal(str)
    """A language was touched: its code."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._heading = FittedLabel(self)
        self._text: ConsentText | None = None
        self._points: list[Sentence] = []
        self._guardian = Sentence(Sign.TOGETHER, self, framed=True)
        self.decline = WordButton(self, Weight.PLAIN)
        self.agree = WordButton(self, Weight.MAIN)
        self.with_adult = WordButton(self, Weight.PLAIN)
        self.with_adult.hide()
        self._languages = LanguageBar(self)
        self.privacy = WordButton(self, Weight.QUIET)
        self.privacy.clicked.connect(self.privacy_wanted)
        self._version = FittedLabel(self, QUIET_TEXT)
        self.decline.clicked.connect(self.declined)
        self.agree.clicked.connect(self._on_agreed)
        self.with_adult.clicked.connect(self.agreed)
        self._languages.language_chosen.connect(self.language_chosen)
        self._order_keyboard()
        self.retranslate()

    def retranslate(self) -> None:
        """Say in the language that is in force what is not part of the question."""
        self.privacy.setText(self.tr("Privacy"))

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer languages, one of them in force."""
        self._languages.set_languages(codes, chosen)
        self._place_all()

    def show_consent(self, text: ConsentText) -> None:
        """Ask with these words."""
        if text == self._text and self.with_adult.isHidden():
            return
        self._text = text
        self.with_adult.setText(text.with_adult)
        self.with_adult.hide()
        self._heading.say(text.heading)
        self._guardian.say(text.guardian)
        self.agree.setText(text.agree)
        self.decline.setText(text.decline)
        self._version.say(text.version)
        self._make_points(text.points)
        self.setAccessibleName(text.heading)
        self._place_all()

    def _on_agreed(self) -> None:
        """Ask for the age first, where the law wants to know it."""
        if self._text is None or not self._text.of_age or self.with_adult.isVisible():
            self.agreed.emit()
            return
        self.agree.setText(self._text.of_age)
        for point in self._points:
            point.hide()
        self.with_adult.show()
        self._place_all()

    def light(self, size: QSize) -> QPointF:
        """On the question."""
        if size.height() > size.width():
            return QPointF(0.5 * size.width(), 0.2 * size.height())
        return QPointF(0.25 * size.width(), 0.35 * size.height())

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        if metrics.portrait:
            self._place_high(size, metrics)
        else:
            self._place_wide(size, metrics)

    def _place_high(self, size: QSize, metrics: Metrics) -> None:
        """Question, points, guardian and buttons beneath each other."""
        margin, gap = metrics.margin_px, metrics.gap_px
        room = QRect(margin, 2 * margin, size.width() - 2 * margin, size.height())
        bottom = self._place_foot(room, size.height() - margin, metrics, centred=True)
        self._place_buttons(room, metrics)
        buttons_top = bottom - gap - self._buttons_height(gap)
        most = buttons_top - 2 * gap - room.top()
        heading = serif(round(HEADING_RATIO * metrics.heading_px))
        used = self._heading.fit(heading, room.width(), most // 4) + 2 * gap
        sentences = [*self._shown_points(), self._guardian]
        air = fit_sentences(sentences, metrics, room.width(), most - used)
        whole = used + stack_sentences(sentences, QPoint(), air)
        # Rather low: buttons in reach, and no hole above them.
        buttons_top -= max(0, most - whole) // 3
        top = room.top() + max(0, buttons_top - 2 * gap - room.top() - whole) // 2
        self._heading.move(room.left(), top)
        stack_sentences(sentences, QPoint(room.left(), top + used), air)
        self._move_buttons(room.left(), buttons_top, metrics)

    def _place_wide(self, size: QSize, metrics: Metrics) -> None:
        """The question at the left, the points and buttons at the right."""
        margin, gap = metrics.margin_px, metrics.gap_px
        column = round(COLUMN_SHARE * size.width()) - 2 * margin
        left = QRect(margin, margin, column, size.height() - 2 * margin)
        x = left.right() + 1 + 2 * margin
        right = QRect(x, margin, size.width() - margin - x, left.height())
        foot = self._place_foot(left, left.bottom() + 1, metrics, centred=False)
        self._place_buttons(right, metrics)
        buttons_top = size.height() - 2 * margin - self._buttons_height(gap)
        most = buttons_top - 2 * gap - right.top()
        points = self._shown_points()
        air = fit_sentences(points, metrics, right.width(), most)
        whole = stack_sentences(points, QPoint(), air)
        top = right.top() + max(0, most - whole) // (2 if points else 4)
        stack_sentences(points, QPoint(right.left(), top), air)
        self._move_buttons(right.left(), buttons_top, metrics)
        room = foot - gap - top
        heading = serif(round(HEADING_RATIO * metrics.heading_px))
        used = self._heading.fit(heading, left.width(), room // 2) + round(1.5 * gap)
        self._heading.move(left.left(), top)
        fit_sentences([self._guardian], metrics, left.width(), room - used)
        self._guardian.move(left.left(), top + used)

    def _place_foot(
        self, room: QRect, bottom: int, metrics: Metrics, *, centred: bool
    ) -> int:
        """Put languages at the bottom, and the version in the window's corner.

        Returns:
            The y of their top.
        """
        self._languages.set_centred(centred=centred)
        self._languages.apply_metrics(metrics, room.width())
        font = sans(round(0.7 * metrics.small_px))
        height = self._version.fit(font, room.width(), metrics.touch_px)
        self._version.setAlignment(Qt.AlignmentFlag.AlignRight)
        corner = self.width() - metrics.margin_px - room.width()
        self._version.move(corner, self.height() - height - metrics.margin_px // 4)
        self.privacy.apply_metrics(metrics, room.width())
        top = bottom - self.privacy.height()
        x = (room.width() - self.privacy.width()) // 2 if centred else 0
        self.privacy.move(room.left() + x, top)
        if self._languages.isHidden():
            return top
        top -= self._languages.height()
        x = (room.width() - self._languages.width()) // 2
        if not centred:
            x = -self._languages.indent_px
        self._languages.move(room.left() + x, top)
        return top

    def _place_buttons(self, room: QRect, metrics: Metrics) -> None:
        """Make both the same size, as wide as half the room."""
        width = (room.width() - metrics.gap_px) // 2
        for button in self.decline, self.agree:
            button.apply_metrics(metrics, width)
        height = round(BUTTON_RATIO * self.agree.height())
        for button in self.decline, self.agree:
            button.resize(width, height)
        self.with_adult.apply_metrics(metrics, room.width())
        self.with_adult.resize(room.width(), height)

    def _move_buttons(self, x: int, y: int, metrics: Metrics) -> None:
        if not self.with_adult.isHidden():
            self.with_adult.move(x, y)
            y += self.with_adult.height() + metrics.gap_px // 2
        self.decline.move(x, y)
        self.agree.move(x + self.decline.width() + metrics.gap_px, y)

    def _buttons_height(self, gap: int) -> int:
        """Of both, and of the third in the second step."""
        if self.with_adult.isHidden():
            return self.agree.height()
        return 2 * self.agree.height() + gap // 2

    def _shown_points(self) -> list[Sentence]:
        return [point for point in self._points if not point.isHidden()]

    def _make_points(self, points: Sequence[str]) -> None:
        while len(self._points) > len(points):
            point = self._points.pop()
            point.hide()
            point.deleteLater()
        for number in range(len(self._points), len(points)):
            sign = SIGNS[number] if number < len(SIGNS) else Sign.PLAIN
            self._points.append(Sentence(sign, self))
        for point, words in zip(self._points, points, strict=True):
            point.say(words)
            point.show()

    def _order_keyboard(self) -> None:
        for before, after in pairwise(
            (self.with_adult, self.decline, self.agree, self._languages, self.privacy)
        ):
            QWidget.setTabOrder(before, after)
