"""The panel that asks what shall become of unsaved changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.editor_panels.row import lay_row
from kiosk.screens.staff_pages.page import Page
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph


class LeavingPanel(Page):
    """Save, drop, or go on."""

    save_wanted = Signal()
    """Save, then leave."""
    drop_wanted = Signal()
    """Leave without saving."""
    stay_wanted = Signal()
    """Go on editing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Paragraph(self, TEXT)
        self.save, self.drop = WordButton(self), WordButton(self)
        self.stay = WordButton(self)
        self.save.clicked.connect(self.save_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self.stay.clicked.connect(self.stay_wanted)
        self.retranslate()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        self._question.set_face(sans(metrics.text_px, strong=True))
        y = self._question.lay(0, 0, width_px) + metrics.gap_px
        for button in (self.save, self.drop, self.stay):
            button.apply_metrics(metrics, width_px)
        return lay_row([self.save, self.drop, self.stay], 0, y, width_px, metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._question.setText(self.tr("There are changes that are not saved."))
        self.save.setText(self.tr("Save them"))
        self.drop.setText(self.tr("Drop them"))
        self.stay.setText(self.tr("Go on editing"))
