"""The page on which staff arrange, take back and remove packs of paintings."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.pack_line import PackLine
from kiosk.screens.staff_pages.page import Page
from kiosk.staff.pack_facts import PackRow
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph


class PacksPage(Page):
    """All packs in the order that visitors see."""

    left = Signal()
    """Back to the paintings."""
    order_changed = Signal(list)
    """The identifiers of all packs, in their new order."""
    switched = Signal(str, bool)
    """A pack was switched on or off."""
    rollback_wanted = Signal(str)
    """A pack shall go back to the version before."""
    remove_asked = Signal(str, str)
    """Somebody wants a pack away, and will be asked: its identifier and title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Paragraph(self, TEXT)
        self._intro = Paragraph(self, QUIET_TEXT)
        self.back = WordButton(self)
        self.back.clicked.connect(self.left)
        self._lines: list[PackLine] = []
        self._busy = False
        self.retranslate()

    @property
    def ids(self) -> list[str]:
        """All packs in their order."""
        return [line.row.id for line in self._lines]

    def line(self, pack_id: str) -> PackLine:
        """The line of a pack."""
        return next(line for line in self._lines if line.row.id == pack_id)

    def set_packs(self, rows: Sequence[PackRow]) -> None:
        """Show these packs in this order."""
        before = {line.row.id: line for line in self._lines}
        self._lines = []
        for row in rows:
            line = before.pop(row.id, None) or self._new_line(row)
            line.set_row(row)
            self._lines.append(line)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        self._follow()
        self.retranslate()
        self.grown.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Put everything out of reach while packs are changed."""
        self._busy = busy
        for line in self._lines:
            line.setEnabled(not busy)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._heading.set_face(serif(metrics.title_px))
        self._intro.set_face(sans(metrics.small_px))
        y = self._heading.lay(0, 0, width_px) + gap // 3
        y = self._intro.lay(0, y, width_px) + gap // 2
        for line in self._lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        self.back.apply_metrics(metrics, width_px)
        self.back.move(0, y + gap)
        return y + gap + self.back.height()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Packs of paintings"))
        self._intro.setText(
            self.tr("Visitors see the packs that are switched on, in this order.")
            if self._lines
            else self.tr("No pack of paintings was found.")
        )
        self.back.setText(self.tr("Back to the paintings"))
        for line in self._lines:
            line.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through: line after line, then the way back."""
        return [*(stop for line in self._lines for stop in line.stops()), self.back]

    def _new_line(self, row: PackRow) -> PackLine:
        line, pack_id = PackLine(row, self), row.id
        line.moved.connect(lambda step, line=line: self._move(line, step))
        line.switched.connect(lambda on: self.switched.emit(pack_id, on))
        line.rollback_wanted.connect(lambda: self.rollback_wanted.emit(pack_id))
        line.remove_wanted.connect(
            lambda line=line: self.remove_asked.emit(pack_id, line.row.title)
        )
        line.setEnabled(not self._busy)
        line.show()
        return line

    def _move(self, line: PackLine, step: int) -> None:
        place = self._lines.index(line)
        other = place + step
        if 0 <= other < len(self._lines):
            self._lines[place], self._lines[other] = self._lines[other], line
            self._follow()
            self.grown.emit()
            self.wanted_in_view.emit(line)
            self.order_changed.emit(self.ids)

    def _follow(self) -> None:
        last = len(self._lines) - 1
        for number, line in enumerate(self._lines):
            line.set_ends(first=number == 0, last=number == last)
