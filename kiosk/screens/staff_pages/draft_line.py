"""One painting of a pack that is being made, with what is to be said about it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.screens.staff_pages.thumb import Thumb
from kiosk.staff.pack_facts import DraftRow
from kiosk.theme import QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign import Sign

THUMB_SHARE = 1.5
"""Height of the picture over what a finger needs."""
THUMB_ASPECT = 0.82
SIGN_SHARE = 1.3
"""Over the letters of the note."""


class DraftLine(QWidget):
    """Picture, title, artist and year, a note, and the way to the editor."""

    edit_wanted = Signal()
    """Somebody wants to correct the face."""

    def __init__(self, row: DraftRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.thumb = Thumb(self)
        self._title = Paragraph(self, TEXT)
        self._origin = Paragraph(self, QUIET_TEXT)
        self._note = Paragraph(self, TEXT)
        self.sign = Sign(self)
        self.edit = WordButton(self)
        self.edit.clicked.connect(self.edit_wanted)
        self.set_row(row, editable=False)

    def set_row(self, row: DraftRow, *, editable: bool) -> None:
        """Show the same picture as it is now.

        Args:
            row: What to show.
            editable: Whether the kiosk has the painting by now.
        """
        self.row = row
        self._title.setText(row.title)
        self._origin.setText(" · ".join(filter(None, (row.origin, row.name))))
        self._note.setText(row.note)
        self.sign.setVisible(row.condition is not None)
        if row.condition is not None:
            self.sign.set_condition(row.condition)
        self.edit.setVisible(bool(row.key))
        self.edit.setEnabled(editable)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.edit.setText(self.tr("Correct the face"))
        self.edit.setAccessibleName(f"{self.row.title}: {self.edit.text()}")

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = max(10, metrics.gap_px // 2)
        thumb_px = round(THUMB_SHARE * metrics.touch_px)
        left = round(THUMB_ASPECT * thumb_px) + gap
        sign_px = round(SIGN_SHARE * metrics.small_px)
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        for words in (self._origin, self._note):
            words.set_face(sans(metrics.small_px))
        room = width_px - left
        indent = 0 if self.sign.isHidden() else sign_px + gap // 2
        words_px = self._title.height_in(room) + self._origin.height_in(room)
        words_px += self._note.height_in(room - indent)
        y = gap + max(0, (thumb_px - words_px) // 2) * self.edit.isHidden()
        y = self._origin.lay(left, self._title.lay(left, y, room), room)
        line_px = round(1.3 * metrics.small_px)
        sign_y = y + max(0, (line_px - sign_px) // 2)
        self.sign.setGeometry(QRect(left, sign_y, sign_px, sign_px))
        y = self._note.lay(left + indent, y, room - indent)
        if not self.edit.isHidden():
            self.edit.apply_metrics(metrics, room)
            self.edit.move(left, y + gap)
            y += gap + self.edit.height()
        height = max(thumb_px + 2 * gap, y + gap)
        self.thumb.setGeometry(0, gap, left - gap, thumb_px)
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
