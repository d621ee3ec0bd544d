"""Panels that take the place of a page: one asks for a PIN, one asks once more."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

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


class ClosePanel(Panel):
    """Asks once more before the kiosk is closed."""

    close_wanted = Signal()
    """Somebody is sure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, TEXT)
        self.sure = WordButton(self, Weight.PLAIN)
        self.sure.clicked.connect(self.close_wanted)
        self.retranslate()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._question.set_face(serif(metrics.title_px))
        self._sentence.set_face(sans(metrics.text_px))
        y = self._question.lay(0, gap, width_px) + gap // 2
        y = self._sentence.lay(0, y, width_px) + 2 * gap
        x = 0
        for button in (self.cancel, self.sure):
            button.apply_metrics(metrics, width_px)
            if x and x + button.width() > width_px:
                x, y = 0, y + button.height() + gap
            button.move(x, y)
            x += button.width() + gap
        return y + self.sure.height() + gap

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._question.setText(self.tr("Close the kiosk?"))
        self._sentence.setText(
            self.tr("Visitors cannot use it until somebody starts it again.")
        )
        self.cancel.setText(self.tr("Keep it open"))
        self.sure.setText(self.tr("Close the kiosk"))
