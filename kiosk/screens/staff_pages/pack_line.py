"""One pack in the list of the staff area."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.page import draw_line
from kiosk.staff.pack_facts import PackRow
from kiosk.theme import QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign_button import Drawn, SignButton
from kiosk.widgets.switch import Switch


class PackLine(QWidget):
    """Title, version, place, a switch; for installed ones the ways back and out."""

    moved = Signal(int)
    """Somebody wants it one place further up (-1) or down (+1)."""
    switched = Signal(bool)
    """Somebody has switched it."""
    rollback_wanted = Signal()
    """Somebody wants the version before."""
    remove_wanted = Signal()
    """Somebody wants it away."""

    def __init__(self, row: PackRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._title = Paragraph(self, TEXT)
        self._facts = Paragraph(self, QUIET_TEXT)
        self.up = SignButton(self, Drawn.UP)
        self.down = SignButton(self, Drawn.DOWN)
        self.switch = Switch(self)
        self.rollback = WordButton(self)
        self.remove = WordButton(self)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.switch.clicked.connect(self.switched)
        self.rollback.clicked.connect(self.rollback_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.set_row(row)

    def set_row(self, row: PackRow) -> None:
        """Show the same pack as it is now."""
        self.row = row
        self.switch.setChecked(row.shown)
        self.remove.setVisible(row.installed)
        self.rollback.setVisible(bool(row.previous))
        self.retranslate()

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Let only the ways be open that there are."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        row = self.row
        version = self.tr("Version %1").replace("%1", row.version)
        facts = [
            self.tr("Paintings: %1").replace("%1", str(row.paintings)),
            version if row.version else "",
            row.publisher,
            "" if row.installed else self.tr("Came with the kiosk"),
        ]
        self._title.setText(row.title)
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        back = self.tr("Back to version %1").replace("%1", row.previous)
        self.rollback.setText(back)
        self.remove.setText(self.tr("Remove"))
        for button, words in (
            (self.up, self.tr("%1: further up")),
            (self.down, self.tr("%1: further down")),
            (self.switch, self.tr("%1: visitors see it")),
            (self.rollback, f"%1: {back}"),
            (self.remove, self.tr("%1: remove")),
        ):
            button.setAccessibleName(words.replace("%1", row.title))

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        extra = [one for one in (self.rollback, self.remove) if not one.isHidden()]
        return [self.up, self.down, self.switch, *extra]

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        touch, gap = metrics.touch_px, max(10, metrics.gap_px // 2)
        for control in (self.up, self.down, self.switch):
            control.apply_metrics(metrics)
        right = width_px - self.switch.width() - gap - 2 * touch
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        self._facts.set_face(sans(metrics.small_px))
        room = right - gap
        words = self._title.height_in(room) + self._facts.height_in(room)
        head = max(touch, words)
        top = gap + (head - words) // 2
        self._facts.lay(0, self._title.lay(0, top, room), room)
        y = gap + (head - touch) // 2
        self.up.move(right, y)
        self.down.move(right + touch, y)
        self.switch.move(width_px - self.switch.width(), y)
        bottom = gap + head
        for button in (self.rollback, self.remove):
            button.apply_metrics(metrics, width_px)
        if self.row.installed:
            corner = QPoint(0, bottom + gap)
            things = (self.rollback, self.remove)
            bottom = lay_in_rows(things, corner, width_px, gap)
        self.resize(width_px, bottom + gap)
        return self.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
