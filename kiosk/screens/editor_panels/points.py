"""The panel for dragging points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import Page
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph


class PointsPanel(Page):
    """Says how points are dragged, and puts them back."""

    back_wanted = Signal()
    """All points of the chosen face shall lie where the engine sees them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Paragraph(self, TEXT)
        self.back = WordButton(self, compact=True)
        self.back.clicked.connect(self.back_wanted)
        self.set_moved(any_moved=False)
        self.retranslate()

    def set_moved(self, *, any_moved: bool) -> None:
        """Offer to put points back where any was moved."""
        self.back.setEnabled(any_moved)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        self._hint.set_face(sans(metrics.small_px))
        y = self._hint.lay(0, 0, width_px) + metrics.gap_px // 2
        self.back.apply_metrics(metrics, width_px)
        self.back.move(0, y)
        return y + self.back.height()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._hint.setText(
            self.tr(
                "Drag a point to where it belongs; its neighbours follow. Zoom in with "
                "two fingers for more points."
            )
        )
        self.back.setText(self.tr("Put the points back"))
