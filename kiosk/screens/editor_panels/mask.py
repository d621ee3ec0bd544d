"""The panel for painting what is in front of a face."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.editor_panels.row import lay_row
from kiosk.screens.staff_pages.page import Page
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.retouch.shown import Paint

SIZES_MM = {"small": 1.5, "medium": 4.0, "large": 9.0}
"""Radius of each brush on the screen; zooming in makes it finer."""


class MaskPanel(Page):
    """What the brush says, how large it is, and a way to begin anew."""

    brush_changed = Signal()
    """Another brush or size was chosen."""
    blank_wanted = Signal()
    """All that was painted by hand shall go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Paragraph(self, TEXT)
        self.paints, self.sizes = Choice(self), Choice(self)
        self.blank = WordButton(self, compact=True)
        self.paints.value_chosen.connect(lambda _value: self.brush_changed.emit())
        self.sizes.value_chosen.connect(lambda _value: self.brush_changed.emit())
        self.blank.clicked.connect(self.blank_wanted)
        self.retranslate()
        self.paints.choose(Paint.FRONT)
        self.sizes.choose("medium")

    @property
    def paint(self) -> Paint:
        """What the brush says."""
        return Paint(self.paints.chosen or Paint.FRONT)

    @property
    def radius_mm(self) -> float:
        """The brush's radius on the screen."""
        return SIZES_MM[self.sizes.chosen or "medium"]

    def set_painted(self, *, painted: bool) -> None:
        """Offer to wipe all away where there is something."""
        self.blank.setEnabled(painted)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        self._hint.set_face(sans(metrics.small_px))
        gap = metrics.gap_px // 2
        y = self._hint.lay(0, 0, width_px) + gap
        for choice in (self.paints, self.sizes):
            choice.arrange(width_px, metrics)
        self.blank.apply_metrics(metrics, width_px)
        y = lay_row([self.paints], 0, y, width_px, metrics) + gap
        return lay_row([self.sizes, self.blank], 0, y, width_px, metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._hint.setText(self.tr("Red stays in front of the visitor, blue does not."))
        self.paints.set_options(
            [
                (Paint.FRONT, self.tr("In front")),
                (Paint.FREE, self.tr("Not in front")),
                (Paint.ERASER, self.tr("Eraser")),
            ]
        )
        self.sizes.set_options(
            [
                ("small", self.tr("Fine")),
                ("medium", self.tr("Medium")),
                ("large", self.tr("Broad")),
            ]
        )
        self.blank.setText(self.tr("Wipe all away"))
