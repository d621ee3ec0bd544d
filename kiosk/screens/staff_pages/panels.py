"""Panels that take the place of a page: one asks for a PIN, one asks once more."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.page import Page
from kiosk.staff.facts import Rank
from kiosk.theme import TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.new_pin import NewPin
from kiosk.widgets.paragraph import Paragraph

PAD_HEIGHT_SHARE = 9.4
"""Height of words and pad over what a finger needs."""
MOST_PAD_WIDTH = 7.5


class Panel(Page):
    """Can be left without doing anything."""

    cancelled = Signal()
    """Left without doing anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cancel = WordButton(self, Weight.PLAIN)
        self.cancel.clicked.connect(self.cancelled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class PinPanel(Panel):
    """Asks for a new PIN of a rank, twice."""

    pin_chosen = Signal(object, str)
    """A new PIN was typed twice: whose, and the PIN."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rank = Rank.STAFF
        self.new_pin = NewPin(self)
        self.new_pin.grown.connect(self.grown)
        self.new_pin.chosen.connect(lambda pin: self.pin_chosen.emit(self._rank, pin))
        self.retranslate()

    def ask(self, rank: Rank) -> None:
        """Begin anew, for this rank."""
        self._rank = rank
        self.new_pin.reset()
        self.retranslate()
        self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        touch = metrics.touch_px
        room = QSize(
            min(width_px, round(MOST_PAD_WIDTH * touch)),
            round(PAD_HEIGHT_SHARE * touch),
        )
        size = self.new_pin.arrange(room, metrics)
        self.new_pin.move((width_px - size.width()) // 2, 0)
        self.cancel.apply_metrics(metrics, width_px)
        y = size.height() + metrics.gap_px
        self.cancel.move((width_px - self.cancel.width()) // 2, y)
        return y + self.cancel.height()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        owner = self._rank is Rank.OWNER
        self.new_pin.ask(
            self.tr("New PIN for the owner") if owner else self.tr("New PIN for staff")
        )
        self.new_pin.retranslate()
        self.cancel.setText(self.tr("Cancel"))

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through: the pad first, which takes digits itself."""
        keys = self.new_pin.pad.findChildren(QAbstractButton)
        return [self.new_pin.pad, *keys, self.cancel]


class AskPanel(Panel):
    """Asks once more before something is done that is not easily undone."""

    agreed = Signal()
    """Somebody is sure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, TEXT)
        self.sure = WordButton(self, Weight.PLAIN)
        self.sure.clicked.connect(self.agreed)
        self.retranslate()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._question.set_face(serif(metrics.title_px))
        self._sentence.set_face(sans(metrics.text_px))
        y = self._question.lay(0, gap, width_px) + gap // 2
        y = self._sentence.lay(0, y, width_px) + 2 * gap
        for button in (self.cancel, self.sure):
            button.apply_metrics(metrics, width_px)
        buttons = (self.cancel, self.sure)
        return lay_in_rows(buttons, QPoint(0, y), width_px, gap) + gap

    def say(self, question: str, sentence: str, cancel: str, sure: str) -> None:
        """Ask in these words."""
        self._question.setText(question)
        self._sentence.setText(sentence)
        self.cancel.setText(cancel)
        self.sure.setText(sure)


class ClosePanel(AskPanel):
    """Asks once more before the kiosk is closed."""

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.say(
            self.tr("Close the kiosk?"),
            self.tr("Visitors cannot use it until somebody starts it again."),
            self.tr("Keep it open"),
            self.tr("Close the kiosk"),
        )


class RemovePanel(AskPanel):
    """Asks once more before a pack is removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.pack_id = self._title = ""
        super().__init__(parent)

    def ask(self, pack_id: str, title: str) -> None:
        """Ask about a pack."""
        self.pack_id, self._title = pack_id, title
        self.retranslate()
        self.grown.emit()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.say(
            self.tr("Remove %1?").replace("%1", self._title),
            self.tr(
                "Its paintings go, all versions of them. To have them back the pack "
                "has to be installed again."
            ),
            self.tr("Keep it"),
            self.tr("Remove"),
        )
