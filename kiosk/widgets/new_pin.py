"""Choosing a PIN: the same one twice on the pad."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.staff.facts import Condition
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.pin_pad import LEAST_DIGITS, MOST_DIGITS, PinPad
from kiosk.widgets.sign import Sign


class NewPin(QWidget):
    """Asks for a PIN, then for the same again."""

    chosen = Signal(str)
    """The same PIN was typed twice."""
    grown = Signal()
    """It takes more or less room than before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = ""
        self._differed = False
        self._refusal = ""
        self._question = ""
        self._asks = Paragraph(self, TEXT)
        self._note = Paragraph(self, QUIET_TEXT)
        self._sign = Sign(self)
        self._sign.set_condition(Condition.WATCH)
        self.pad = PinPad(self)
        self.pad.entered.connect(self._on_entered)
        self.setFocusProxy(self.pad)
        for words in (self._asks, self._note):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._room = QSize(400, 600)
        self._metrics: Metrics | None = None
        self.retranslate()

    def ask(self, question: str) -> None:
        """Say whose PIN is asked for, and begin at the first of the two."""
        self._question = question
        self.reset()

    def reset(self) -> None:
        """Forget what was typed and begin at the first of the two."""
        self._first, self._refusal, self._differed = "", "", False
        self.pad.clear()
        self._speak()

    def refuse(self, sentence: str) -> None:
        """Begin again, saying why the PIN was not taken."""
        self.reset()
        self._refusal = sentence
        self._speak()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed as soon as nobody sees the pad."""
        super().hideEvent(event)
        self._first = ""
        self._speak()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.pad.retranslate()
        self._speak()

    def arrange(self, room: QSize, metrics: Metrics) -> QSize:
        """Put words and pad beneath each other.

        Args:
            room: What it may take; pad and words take no less than they need.
            metrics: The window's sizes.

        Returns:
            The size that it takes; as wide as the room.
        """
        self._room, self._metrics = room, metrics
        self._asks.set_face(sans(round(1.1 * metrics.text_px), strong=True))
        self._note.set_face(sans(metrics.small_px))
        y = self._asks.lay(0, 0, room.width()) + metrics.gap_px // 4
        # Room for two lines at least, so that the keys stay where they are.
        note_px = max(self._lay_note(y, metrics), round(2.6 * metrics.small_px))
        y += note_px + metrics.gap_px // 4
        self.pad.apply_metrics(metrics, QSize(room.width(), room.height() - y))
        self.pad.move((room.width() - self.pad.width()) // 2, y)
        self.resize(room.width(), y + self.pad.height())
        return self.size()

    def _lay_note(self, y_px: int, metrics: Metrics) -> int:
        """Place the note, with a sign before it if it is not good news."""
        trouble = self._differed or bool(self._refusal)
        self._sign.setVisible(trouble)
        size = round(1.25 * metrics.small_px)
        beside = size + size // 2 if trouble else 0
        width = self._note.taken_px(self._room.width() - beside)
        left = (self._room.width() - width - beside) // 2
        self._note.setAlignment(
            Qt.AlignmentFlag.AlignLeft if trouble else Qt.AlignmentFlag.AlignHCenter
        )
        bottom = self._note.lay(left + beside, y_px, width)
        self._sign.setGeometry(left, y_px + 1, size, size)
        return bottom - y_px

    def _on_entered(self, pin: str) -> None:
        if not self._first:
            self.reset()
            self._first = pin
        elif pin == self._first:
            self.reset()
            self.chosen.emit(pin)
        else:
            self.reset()
            self._differed = True
        self._speak()

    def _speak(self) -> None:
        again = self.tr("Enter the same PIN again")
        self._asks.setText(again if self._first else self._question)
        if self._refusal:
            note = self._refusal
        elif self._differed:
            note = self.tr("The two were not the same. Please begin again.")
        else:
            note = self.tr("%1 to %2 digits").replace("%1", str(LEAST_DIGITS))
            note = note.replace("%2", str(MOST_DIGITS))
        self._note.setText(note)
        self._note.set_colour(TEXT if self._refusal or self._differed else QUIET_TEXT)
        if self._metrics is not None:
            before = self.size()
            if self.arrange(self._room, self._metrics) != before:
                self.grown.emit()
