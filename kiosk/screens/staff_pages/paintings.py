"""The page on which staff switch paintings on and off and put them in order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.painting_line import PaintingLine
from kiosk.staff.facts import PaintingRow
from kiosk.theme import GOLD, QUIET_TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.page_turner import PageTurner
from kiosk.widgets.paragraph import Paragraph

ON_A_SHEET = 20
"""So many paintings are listed at once."""


class PaintingsPage(Page):
    """A list of all paintings in the order that visitors see."""

    paintings_changed = Signal(list, list)
    """Order and visibility are others now: all keys, and the hidden ones."""
    packs_asked = Signal()
    """Somebody wants to see the packs."""
    bring_asked = Signal()
    """Somebody wants to add paintings from a stick or folder."""
    museums_asked = Signal()
    """Somebody wants to fetch paintings from museums."""
    pictures_wanted = Signal(list)
    """Keys of the paintings on the sheet that is shown."""
    edit_wanted = Signal(str)
    """A painting shall be edited; carries its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Paragraph(self, GOLD)
        self._waiting = 0
        self._intro = Paragraph(self, QUIET_TEXT)
        self.bring, self.packs = WordButton(self), WordButton(self)
        self.museums = WordButton(self)
        self.museums.clicked.connect(self.museums_asked)
        self.bring.clicked.connect(self.bring_asked)
        self.packs.clicked.connect(self.packs_asked)
        self._rows: list[PaintingRow] = []
        self._lines: list[PaintingLine] = []
        self._sheet = 0
        self.turner = PageTurner(self)
        self.turner.stepped.connect(lambda by: self._turn_to(self._sheet + by))
        self.retranslate()

    @property
    def keys(self) -> list[str]:
        """All paintings in their order."""
        return [row.key for row in self._rows]

    def line(self, key: str) -> PaintingLine:
        """The line of a painting on the sheet that is shown."""
        return next(line for line in self._lines if line.key == key)

    def set_paintings(self, rows: Sequence[PaintingRow]) -> None:
        """Show these paintings in this order, some on each sheet."""
        self._rows = list(rows)
        self._set_lines()
        self.retranslate()
        self.grown.emit()

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show a painting's picture, if it is on this sheet."""
        for line in self._lines:
            if line.key == key:
                line.set_image(image)

    def set_waiting(self, packs: int) -> None:
        """Tell that so many packs wait on a stick, or none."""
        if packs != self._waiting:
            self._waiting = packs
            self.retranslate()
            self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._notice.set_face(sans(metrics.text_px, strong=True))
        self._intro.set_face(sans(metrics.small_px))
        y = self._notice.lay(0, 0, width_px)
        y += gap // 2 if y else 0
        buttons = (self.bring, self.museums, self.packs)
        for button in buttons:
            button.apply_metrics(metrics, width_px)
        y = lay_in_rows(buttons, QPoint(0, y), width_px, gap // 2) + gap
        y = self._intro.lay(0, y, width_px) + gap // 2
        for line in self._lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        self.turner.apply_metrics(metrics)
        if self.turner.isHidden():
            return y
        y += gap
        self.turner.move((width_px - self.turner.width()) // 2, y)
        return y + self.turner.height()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        notice = self.tr("Packs of paintings on the USB stick: %1")
        notice = notice.replace("%1", str(self._waiting))
        self._notice.setText(notice if self._waiting else "")
        self.bring.setText(self.tr("Add paintings"))
        self.museums.setText(self.tr("From museums"))
        self.packs.setText(self.tr("Packs of paintings"))
        self._intro.setText(
            self.tr("Visitors see what is switched on, in this order.")
            if self._rows
            else self.tr("No pack of paintings was found.")
        )
        for line in self._lines:
            line.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through: line after line."""
        lines = [stop for line in self._lines for stop in line.stops()]
        turns = [self.turner.previous, self.turner.next]
        return [self.bring, self.museums, self.packs, *lines, *turns]

    def _set_lines(self) -> None:
        """Have the lines of this sheet, and only those."""
        last = max(0, -(-len(self._rows) // ON_A_SHEET) - 1)
        self._sheet = min(max(self._sheet, 0), last)
        first = self._sheet * ON_A_SHEET
        before = {line.key: line for line in self._lines}
        self._lines = []
        for row in self._rows[first : first + ON_A_SHEET]:
            line = before.pop(row.key, None) or self._new_line(row)
            line.set_row(row)
            self._lines.append(line)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        for number, line in enumerate(self._lines, start=first):
            line.set_ends(first=number == 0, last=number == len(self._rows) - 1)
        self.turner.show_page(self._sheet, last + 1)
        self.pictures_wanted.emit([line.key for line in self._lines])

    def _turn_to(self, sheet: int) -> None:
        self._sheet = sheet
        self._set_lines()
        self.grown.emit()
        if self._lines:
            self.wanted_in_view.emit(self._lines[0])

    def _new_line(self, row: PaintingRow) -> PaintingLine:
        line = PaintingLine(row, self)
        line.moved.connect(lambda step, line=line: self._move(line, step))
        line.edit_wanted.connect(lambda key=row.key: self.edit_wanted.emit(key))
        line.switched.connect(lambda on, line=line: self._on_switched(line, on))
        line.show()
        return line

    def _move(self, line: PaintingLine, step: int) -> None:
        place = self.keys.index(line.key)
        other = place + step
        if 0 <= other < len(self._rows):
            rows = self._rows
            rows[place], rows[other] = rows[other], rows[place]
            self._sheet = other // ON_A_SHEET
            self._set_lines()
            self.grown.emit()
            self.wanted_in_view.emit(self.line(rows[other].key))
            self._tell()

    def _on_switched(self, line: PaintingLine, on: bool) -> None:
        rows = [
            replace(row, shown=on) if row.key == line.key else row for row in self._rows
        ]
        if any(row.shown for row in rows):
            self._rows = rows
            self._tell()
        else:
            line.switch.setChecked(True)
            self.said.emit(self.tr("At least one painting has to stay switched on."))

    def _tell(self) -> None:
        hidden = [row.key for row in self._rows if not row.shown]
        self.paintings_changed.emit(self.keys, hidden)
