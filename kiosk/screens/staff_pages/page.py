"""What all pages of the staff area share."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import Metrics

LINE = QColor(244, 238, 228, 42)
"""Thin lines between rows."""


class Page(QWidget):
    """A page that is as wide as it is told to be, and as high as it needs.

    Args:
        parent: What it stands on.
    """

    grown = Signal()
    """Its contents have changed: it wants to be arranged anew."""
    said = Signal(str)
    """A short line of what happened."""
    wanted_in_view = Signal(object)
    """One of its widgets has moved and wants to be seen."""

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; pages override this.

        Args:
            width_px: Its width.
            metrics: The window's sizes.

        Returns:
            The height that it needs.
        """
        del width_px, metrics
        return 0

    def retranslate(self) -> None:
        """Say everything in the language that is in force; pages override this."""

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in its order."""
        return list(self.findChildren(QAbstractButton))


def draw_line(painter: QPainter, y_px: int, width_px: int) -> None:
    """Draw a thin line across."""
    painter.fillRect(0, y_px, width_px, 1, LINE)
