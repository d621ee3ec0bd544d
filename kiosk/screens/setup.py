"""The screen of the very first start: what this is, and a PIN for its owner."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.new_pin import NewPin
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.pin_pad import ENTER

PAD_WIDTH = 8.2
PAD_HEIGHT = 10.0
"""Room for the pad with its words over what a finger needs."""
SCALES = (1.0, 0.9, 0.8, 0.7)
"""Of the letters' sizes, tried in turn until all words have room."""


class SetupScreen(Screen):
    """Welcome, language, the owner's PIN, and a way to do without for now."""

    pin_chosen = Signal(str)
    """The same PIN was typed twice."""
    skipped = Signal()
    """The owner's PIN is chosen another time."""
    language_chosen = Signal(str)
    """A language was touched: its code."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._languages = LanguageBar(self)
        self._heading = Paragraph(self, TEXT)
        self._about = Paragraph(self, TEXT)
        self._why = Paragraph(self, QUIET_TEXT)
        self.new_pin = NewPin(self)
        self.later = WordButton(self, Weight.QUIET)
        self._without = Paragraph(self, QUIET_TEXT)
        self._languages.language_chosen.connect(self.language_chosen)
        self.new_pin.chosen.connect(self.pin_chosen)
        self.new_pin.grown.connect(self._place_all)
        self.later.clicked.connect(self.skipped)
        self.retranslate()

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer languages.

        Args:
            codes: ISO 639 codes in the order of the row.
            chosen: The one that is in force.
        """
        self._languages.set_languages(codes, chosen)
        self._place_all()

    def set_refused(self, sentence: str) -> None:
        """Say why a PIN was not taken, and ask for another."""
        self.new_pin.refuse(sentence)
        self._place_all()

    def reset(self) -> None:
        """Forget what was typed."""
        self.new_pin.reset()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Words above the pad, or at its left in a wide window."""
        margin, high = metrics.margin_px, metrics.portrait
        wide = size.width() - 2 * margin if high else size.width() // 2 - 2 * margin
        column = QRect(margin, margin, wide, size.height() - 2 * margin)
        side = Qt.AlignmentFlag.AlignHCenter if high else Qt.AlignmentFlag.AlignLeft
        for words in (self._heading, self._about, self._why, self._without):
            words.setAlignment(side)
        self._languages.set_centred(centred=high)
        self._languages.apply_metrics(metrics, wide)
        self.later.apply_metrics(metrics, wide)
        for scale in SCALES:
            self._choose_faces(metrics, scale)
            foot = self._place_foot(column, metrics)
            top = self._place_head(column, metrics)
            if high:
                fits = self._place_pad_below(column, top, foot, metrics)
            else:
                fits = top <= foot
            if fits:
                break
        if not high:
            self._place_pad_beside(size, metrics)

    def _choose_faces(self, metrics: Metrics, scale: float) -> None:
        self._heading.set_face(serif(round(scale * metrics.heading_px)))
        self._about.set_face(sans(round(scale * metrics.text_px)))
        self._why.set_face(sans(round(scale * metrics.text_px)))
        self._without.set_face(sans(round(scale * metrics.small_px)))

    def _place_pad_below(
        self, column: QRect, top: int, foot: int, metrics: Metrics
    ) -> bool:
        """Put the pad above the foot; tells whether the head leaves it the room."""
        gap, touch = metrics.gap_px, metrics.touch_px
        width = min(column.width(), round(PAD_WIDTH * touch))
        room = QSize(width, min(round(PAD_HEIGHT * touch), foot - top - 2 * gap))
        took = self.new_pin.arrange(room, metrics)
        y = foot - gap - took.height()
        self.new_pin.move(column.left() + (column.width() - width) // 2, y)
        self._lower_head(max(0, y - top) // 3)
        return y >= top

    def _place_pad_beside(self, size: QSize, metrics: Metrics) -> None:
        """Put the pad into the right half."""
        half, margin = size.width() // 2, metrics.margin_px
        width = min(half - 2 * margin, round(PAD_WIDTH * metrics.touch_px))
        most = round(PAD_HEIGHT * metrics.touch_px)
        room = QSize(width, min(most, size.height() - 2 * margin))
        took = self.new_pin.arrange(room, metrics)
        x = half + (half - width) // 2 - margin // 2
        self.new_pin.move(x, (size.height() - took.height()) // 2)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Welcome to Vernissage"))
        self._about.setText(
            self.tr(
                "Visitors choose a painting on this screen and see their own living"
                " face in it."
            )
        )
        self._why.setText(
            self.tr("The PIN opens the staff area: paintings, figures and settings.")
        )
        self.new_pin.ask(self.tr("Choose a PIN for the owner"))
        self.new_pin.retranslate()
        self.later.setText(self.tr("Later \u2013 just try it"))
        self._without.setText(
            self.tr(
                "Until a PIN is chosen, the staff area stays shut and Escape closes"
                " the kiosk."
            )
        )

    def light(self, size: QSize) -> QPointF:
        """On the welcome."""
        if size.height() > size.width():
            return QPointF(0.5 * size.width(), 0.2 * size.height())
        return QPointF(0.25 * size.width(), 0.35 * size.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Let a keyboard type at once."""
        super().showEvent(event)
        self.new_pin.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits wherever the focus is; Enter touches a button that has it."""
        focused = self.focusWidget() if event.key() in ENTER else None
        in_pad = focused is not None and self.new_pin.isAncestorOf(focused)
        if isinstance(focused, QAbstractButton) and not in_pad:
            focused.click()
        elif not self.new_pin.pad.take_key(event):
            super().keyPressEvent(event)

    def _place_head(self, column: QRect, metrics: Metrics) -> int:
        """Language, welcome and what this is; tells where they end."""
        gap, left, width = metrics.gap_px, column.left(), column.width()
        bar = self._languages
        slack = (width - bar.width()) // 2 if metrics.portrait else 0
        bar.move(left + slack, column.top())
        y = column.top() + bar.height() + 2 * gap
        y = self._heading.lay(left, y, width) + gap // 2
        y = self._about.lay(left, y, width) + gap // 2
        return self._why.lay(left, y, width)

    def _lower_head(self, down_px: int) -> None:
        """Let the welcome stand between language and pad."""
        for words in (self._heading, self._about, self._why):
            words.move(words.x(), words.y() + down_px)

    def _place_foot(self, column: QRect, metrics: Metrics) -> int:
        """The way to do without, at the bottom; tells where it begins."""
        left, width = column.left(), column.width()
        words = self._without.height_in(width)
        y = column.bottom() - words
        self._without.lay(left, y, width)
        y -= self.later.height()
        # In a wide window its words begin where all others do.
        slack = -round(0.3 * self.later.height())
        if metrics.portrait:
            slack = (width - self.later.width()) // 2
        self.later.move(left + slack, y)
        return y
