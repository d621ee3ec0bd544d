"""One work that a museum has, with the switch that chooses it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.screens.staff_pages.thumb import Thumb
from kiosk.staff.pack_facts import FoundRow
from kiosk.theme import QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.switch import Switch

THUMB_SHARE = 2.0
"""Height of the picture over what a finger needs: large enough to judge a face."""
THUMB_ASPECT = 0.82


class FoundLine(QWidget):
    """Picture, title, artist and museum, and a switch."""

    switched = Signal()
    """Somebody has chosen it, or not any more."""

    def __init__(self, row: FoundRow, museum: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.thumb = Thumb(self)
        self._title = Paragraph(self, TEXT)
        self._origin = Paragraph(self, QUIET_TEXT)
        self._title.setText(row.title)
        self._origin.setText(" · ".join(part for part in (row.origin, museum) if part))
        self.switch = Switch(self)
        self.switch.setAccessibleName(row.title)
        self.switch.clicked.connect(lambda _on: self.switched.emit())

    @property
    def chosen(self) -> bool:
        """Whether it is to be fetched."""
        return self.switch.isChecked()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = max(10, metrics.gap_px // 2)
        thumb_px = round(THUMB_SHARE * metrics.touch_px)
        left = round(THUMB_ASPECT * thumb_px) + gap
        self.switch.apply_metrics(metrics)
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        self._origin.set_face(sans(metrics.small_px))
        room = width_px - left - gap - self.switch.width()
        words = self._title.height_in(room) + self._origin.height_in(room)
        height = max(thumb_px, words) + gap
        top = (height - words) // 2
        self._origin.lay(left, self._title.lay(left, top, room), room)
        self.thumb.setGeometry(0, (height - thumb_px) // 2, left - gap, thumb_px)
        self.switch.move(
            width_px - self.switch.width(), (height - self.switch.height()) // 2
        )
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
