"""The paintings of a pack that is being made, a sheet of them at a time."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.draft_line import DraftLine
from kiosk.staff.pack_facts import DraftRow
from kiosk.theme import Metrics
from kiosk.widgets.page_turner import PageTurner

ON_A_SHEET = 20
"""So many paintings are listed at once."""


class DraftList(QWidget):
    """Has lines for the sheet that is shown, and below them the way to the others."""

    turned = Signal()
    """Another sheet is shown."""
    pictures_wanted = Signal(list)
    """Names of the pictures on the sheet that is shown."""
    edit_wanted = Signal(str)
    """A painting shall be edited; carries its key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()
        self._sheet = 0
        self._editable: frozenset[str] = frozenset()
        self.lines: list[DraftLine] = []
        self.turner = PageTurner(self)
        self.turner.stepped.connect(self._turn)

    def line(self, name: str) -> DraftLine:
        """The line of a picture on the sheet that is shown."""
        return next(line for line in self.lines if line.row.name == name)

    def turn_back(self) -> None:
        """Have the next rows begin on the first sheet."""
        self._sheet = 0

    def set_rows(self, rows: Sequence[DraftRow]) -> None:
        """List paintings; what is the same picture keeps its line."""
        self._rows = tuple(rows)
        self._set_lines()

    def follow(self, rows: Sequence[DraftRow]) -> None:
        """Show the same pictures as they are now."""
        self._rows = tuple(rows)
        self._follow()

    def set_editable(self, keys: Collection[str]) -> None:
        """Tell which paintings the kiosk has."""
        self._editable = frozenset(keys)
        self._follow()

    def set_picture(self, name: str, image: QImage) -> None:
        """Show a picture, if it is on this sheet."""
        for line in self.lines:
            if line.row.name == name:
                line.thumb.set_image(image)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for line in self.lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        self.turner.apply_metrics(metrics)
        if not self.turner.isHidden():
            y += metrics.gap_px
            self.turner.move((width_px - self.turner.width()) // 2, y)
            y += self.turner.height()
        self.resize(width_px, y)
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        for line in self.lines:
            line.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        edits = [line.edit for line in self.lines]
        return [*edits, self.turner.previous, self.turner.next]

    def _turn(self, by: int) -> None:
        self._sheet += by
        self._set_lines()
        self.turned.emit()

    def _set_lines(self) -> None:
        """Have the lines of this sheet, and only those."""
        last = max(0, -(-len(self._rows) // ON_A_SHEET) - 1)
        self._sheet = min(max(self._sheet, 0), last)
        first = self._sheet * ON_A_SHEET
        before = {line.row.name: line for line in self.lines}
        self.lines = []
        for row in self._rows[first : first + ON_A_SHEET]:
            line = before.pop(row.name, None) or self._new_line(row)
            self.lines.append(line)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        self._follow()
        self.turner.show_page(self._sheet, last + 1)
        self.pictures_wanted.emit([line.row.name for line in self.lines])

    def _follow(self) -> None:
        rows = {row.name: row for row in self._rows}
        for line in self.lines:
            row = rows[line.row.name]
            line.set_row(row, editable=row.key in self._editable)

    def _new_line(self, row: DraftRow) -> DraftLine:
        line = DraftLine(row, self)
        line.edit_wanted.connect(lambda: self.edit_wanted.emit(line.row.key))
        line.show()
        return line
