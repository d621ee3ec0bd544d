"""The screen that asks staff for their PIN."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.base import Screen
from kiosk.staff.facts import Condition
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.pin_pad import ENTER, PinPad
from kiosk.widgets.sign import Sign

PAD_WIDTH = 8.2
PAD_HEIGHT = 9.0
"""Room for the pad over what a finger needs."""


class _Note(Enum):
    NONE = auto()
    WRONG = auto()
    WAIT = auto()
    CLOSED = auto()


class PinScreen(Screen):
    """Heading, what there is to say, the pad, and a way back."""

    pin_entered = Signal(str)
    """Somebody has finished a PIN; whether it is right is decided elsewhere."""
    cancelled = Signal()
    """Somebody wants back to the visitors' screens."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._note, self._seconds, self._sentence = _Note.NONE, 0, ""
        self._heading = Paragraph(self, TEXT)
        self._sign = Sign(self)
        self._words = Paragraph(self, QUIET_TEXT)
        self.pad = PinPad(self)
        self.cancel = WordButton(self)
        for words in (self._heading, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.pad.entered.connect(self.pin_entered)
        self.pad.typed.connect(self._on_typed)
        self.cancel.clicked.connect(self.cancelled)
        self.retranslate()

    def reset(self) -> None:
        """Forget what was typed and said."""
        self._say(_Note.NONE)

    def set_checking(self, *, checking: bool) -> None:
        """Shut the pad while a PIN is looked at, or open it again."""
        self.pad.setEnabled(not checking)

    def set_wrong(self) -> None:
        """Say that the PIN was a wrong one; the next may be typed."""
        self._say(_Note.WRONG)

    def set_wait(self, seconds: int) -> None:
        """Say how long to wait, with the pad shut; 0 opens it again."""
        self._seconds = seconds
        self._say(_Note.WAIT if seconds > 0 else _Note.NONE)

    def set_closed(self, sentence: str) -> None:
        """Say why no PIN can be right, with the pad out of sight."""
        self._sentence = sentence
        self._say(_Note.CLOSED)

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Words above the pad, or at its left in a wide window."""
        margin, gap, touch = metrics.margin_px, metrics.gap_px, metrics.touch_px
        self._heading.set_face(serif(metrics.heading_px))
        self._words.set_face(sans(metrics.text_px))
        self.cancel.apply_metrics(metrics, size.width() - 2 * margin)
        if metrics.portrait:
            column = QRect(margin, 0, size.width() - 2 * margin, size.height())
            below = size.height() - margin - self.cancel.height() - gap
            room = QSize(
                min(column.width(), round(PAD_WIDTH * touch)),
                min(round(0.56 * size.height()), round(PAD_HEIGHT * touch)),
            )
            self.pad.apply_metrics(metrics, room)
            pad_top = below - gap - self.pad.height()
            pad_x = (size.width() - self.pad.width()) // 2
        else:
            half = size.width() // 2
            column = QRect(margin, 0, half - 2 * margin, size.height())
            room = QSize(
                min(half - 2 * margin, round(PAD_WIDTH * touch)),
                size.height() - 2 * margin,
            )
            self.pad.apply_metrics(metrics, room)
            pad_top = (size.height() - self.pad.height()) // 2
            pad_x = half + (half - self.pad.width()) // 2 - margin // 2
            below = pad_top + self.pad.height() - self.cancel.height()
            if self._note is _Note.CLOSED:
                column = QRect(margin, 0, size.width() - 2 * margin, size.height())
        self.pad.move(pad_x, pad_top)
        self.cancel.move(
            column.left() + (column.width() - self.cancel.width()) // 2, below
        )
        top = round(0.5 * (pad_top - 4 * touch)) if metrics.portrait else pad_top + gap
        self._place_words(column, top, metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Staff PIN"))
        self.cancel.setText(self.tr("Cancel"))
        self.pad.retranslate()
        self._words.setText(
            {
                _Note.NONE: self.tr("For the people who look after this kiosk."),
                _Note.WRONG: self.tr("That PIN is wrong. Please try again."),
                _Note.WAIT: self.tr(
                    "Too many wrong PINs. The next try is possible in %1 s."
                ).replace("%1", str(self._seconds)),
                _Note.CLOSED: self._sentence,
            }[self._note]
        )

    def light(self, size: QSize) -> QPointF:
        """On the pad."""
        if size.height() > size.width():
            return QPointF(0.5 * size.width(), 0.6 * size.height())
        return QPointF(0.75 * size.width(), 0.5 * size.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Let a keyboard type at once."""
        super().showEvent(event)
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits wherever the focus is, and Escape."""
        on_cancel = self.cancel.hasFocus() and event.key() in ENTER
        if event.key() == Qt.Key.Key_Escape or on_cancel:
            self.cancelled.emit()
        elif not self.pad.isVisible() or not self.pad.take_key(event):
            super().keyPressEvent(event)

    def _place_words(self, column: QRect, top: int, metrics: Metrics) -> None:
        gap = metrics.gap_px
        y = self._heading.lay(column.left(), top, column.width()) + gap
        signed = self._note is not _Note.NONE
        sign = round(1.3 * metrics.text_px)
        beside = sign + gap // 2 if signed else 0
        width = self._words.taken_px(column.width() - beside)
        left = column.left() + (column.width() - width - beside) // 2
        self._words.setAlignment(
            Qt.AlignmentFlag.AlignLeft if signed else Qt.AlignmentFlag.AlignHCenter
        )
        self._words.lay(left + beside, y, width)
        self._sign.setGeometry(left, y, sign, sign)
        self._sign.setVisible(signed)

    def _say(self, note: _Note) -> None:
        self._note = note
        self.pad.clear()
        self.pad.setEnabled(note not in (_Note.WAIT, _Note.CLOSED))
        self.pad.setVisible(note is not _Note.CLOSED)
        self._sign.set_condition(
            Condition.BAD if note is _Note.WRONG else Condition.WATCH
        )
        self._words.set_colour(QUIET_TEXT if note is _Note.NONE else TEXT)
        self.retranslate()
        self._place_all()
        if self.pad.isEnabled() and self.isVisible():
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        """Once the next PIN is begun, the last one is history."""
        if self._note is _Note.WRONG:
            self._note = _Note.NONE
            self._words.set_colour(QUIET_TEXT)
            self.retranslate()
            self._place_all()
