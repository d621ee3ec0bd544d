"""One painting in the list of the staff area."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.screens.staff_pages.thumb import Thumb
from kiosk.staff.facts import PaintingRow
from kiosk.theme import QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign_button import Drawn, SignButton
from kiosk.widgets.switch import Switch

THUMB_ASPECT = 0.82


class PaintingLine(QWidget):
    """Picture, title, pack, a way to edit it, two buttons for its place, a switch."""

    moved = Signal(int)
    """Somebody wants it one place further up (-1) or down (+1)."""
    switched = Signal(bool)
    """Somebody has switched it."""
    edit_wanted = Signal()
    """Somebody wants to edit it."""

    def __init__(self, row: PaintingRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = row.key
        self.thumb = Thumb(self)
        self._title = Paragraph(self, TEXT)
        self._pack = Paragraph(self, QUIET_TEXT)
        self.edit = SignButton(self, Drawn.EDIT)
        self.up = SignButton(self, Drawn.UP)
        self.down = SignButton(self, Drawn.DOWN)
        self.switch = Switch(self)
        self.edit.clicked.connect(self.edit_wanted)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.switch.clicked.connect(self.switched)
        self.set_row(row)

    @property
    def shown(self) -> bool:
        """Whether visitors may choose it."""
        return self.switch.isChecked()

    def set_row(self, row: PaintingRow) -> None:
        """Show the same painting as it is now."""
        self._title.setText(row.title)
        self._row = row
        self.switch.setChecked(row.shown)
        self.edit.setEnabled(row.editable)
        self.retranslate()

    def set_image(self, image: QImage) -> None:
        """Show its picture."""
        self.thumb.set_image(image)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Let only the ways be open that there are; the focus stays in the line."""
        focused = next((b for b in (self.up, self.down) if b.hasFocus()), None)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        if focused is not None and not focused.isEnabled():
            other = self.down if first else self.up
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        title = self._title.text()
        useless = self.tr("Nobody can step into it: no face was found")
        self._pack.setText(self._row.pack if self._row.usable else useless)
        for button, words in (
            (self.edit, self.tr("%1: edit")),
            (self.up, self.tr("%1: further up")),
            (self.down, self.tr("%1: further down")),
            (self.switch, self.tr("%1: visitors may choose it")),
        ):
            button.setAccessibleName(words.replace("%1", title))

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        return [self.edit, self.up, self.down, self.switch]

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        touch, gap = metrics.touch_px, max(10, metrics.gap_px // 2)
        for control in (self.edit, self.up, self.down, self.switch):
            control.apply_metrics(metrics)
        thumb_px = round(1.25 * touch)
        left = round(THUMB_ASPECT * thumb_px) + gap
        right = width_px - self.switch.width() - gap - 3 * touch
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        self._pack.set_face(sans(metrics.small_px))
        room = right - left - gap
        words = self._title.height_in(room) + self._pack.height_in(room)
        height = max(thumb_px, words) + gap
        top = (height - words) // 2
        self._pack.lay(left, self._title.lay(left, top, room), room)
        self.thumb.setGeometry(
            0, (height - thumb_px) // 2, round(THUMB_ASPECT * thumb_px), thumb_px
        )
        y = (height - touch) // 2
        self.edit.move(right, y)
        self.up.move(right + touch, y)
        self.down.move(right + 2 * touch, y)
        self.switch.move(width_px - self.switch.width(), y)
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
