"""The page with figures over weeks and years, and the way to take them along."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.charts.board import Board
from kiosk.screens.staff_pages.chart_panel import ChartPanel
from kiosk.screens.staff_pages.figure import Figure
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.ranges import Ranges
from kiosk.screens.staff_pages.section import Section
from kiosk.theme import QUIET_TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph

LEAST_FIGURE_SHARE = 5.6
"""Smallest width of a figure over the size of small letters."""
TWO_COLUMNS_SHARE = 44
"""From so many sizes of small letters on, narrow charts stand beside each other."""


class TrendsPage(Page):
    """Ranges to choose from, big figures, charts, and a button that writes them."""

    figures_wanted = Signal(str, int)
    """Somebody wants them written into a folder: its path, and how many days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._folders: dict[str, str] = {}
        self.ranges = Ranges(self)
        self._period = Paragraph(self, QUIET_TEXT)
        self._figures: list[Figure] = []
        self.panels: list[ChartPanel] = []
        self._export = Section(self)
        self.folders = Choice(self._export)
        self.write = WordButton(self._export)
        self.retranslate()
        self.write.clicked.connect(self._want_figures)
        self.set_folders([])

    @property
    def numbers(self) -> list[str]:
        """The big figures as they are shown."""
        return [figure.number for figure in self._figures]

    def set_board(self, board: Board) -> None:
        """Show figures."""
        self._board = board
        for old in (*self._figures, *self.panels):
            old.hide()
            old.deleteLater()
        self._figures = [Figure(self) for _ in board.tiles]
        for figure, tile in zip(self._figures, board.tiles, strict=True):
            figure.say(tile.number, tile.words, tile.change)
        self.panels = [ChartPanel(one, board.say, self) for one in board.sections]
        for new in (*self._figures, *self.panels):
            new.show()
        self._period.setText(board.period)
        self.grown.emit()

    def set_folders(self, folders: Sequence[tuple[str, str]]) -> None:
        """Offer folders to write into: words and path of each."""
        self._folders = {path: label for label, path in folders}
        self.folders.set_options([(path, label) for label, path in folders])
        if folders and self.folders.chosen is None:
            self.folders.choose(folders[0][1])
        self.write.setEnabled(bool(folders))
        self.retranslate()
        self.grown.emit()

    def set_writing(self, *, writing: bool) -> None:
        """Let nobody ask twice while the figures are being written."""
        self.write.setEnabled(bool(self._folders) and not writing)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self.ranges.arrange(width_px, metrics)
        self.ranges.move(0, 0)
        self._period.set_face(sans(metrics.small_px))
        y = self._period.lay(0, self.ranges.height() + gap // 2, width_px) + gap // 2
        y = self._arrange_figures(y, width_px, metrics) + gap // 2
        y = self._arrange_panels(y, width_px, metrics)
        self.folders.arrange(width_px, metrics)
        self.write.apply_metrics(metrics, width_px)
        self._export.move(0, y)
        return y + self._export.arrange(width_px, metrics, [self.folders, self.write])

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.ranges.retranslate()
        self._export.say(
            self.tr("Take the figures along"),
            self.tr("A spreadsheet with charts and a report to print, of this range.")
            if self._folders
            else self.tr("There is no folder to write into. Plug in a memory stick."),
        )
        self.folders.setAccessibleName(self.tr("Folder for the figures"))
        self.write.setText(self.tr("Write the figures"))

    def _arrange_figures(self, top: int, width_px: int, metrics: Metrics) -> int:
        count = len(self._figures)
        if not count:
            return top
        gap = max(8, metrics.gap_px // 2)
        least = round(LEAST_FIGURE_SHARE * metrics.small_px)
        columns = count if width_px >= count * (least + gap) else 4
        each = (width_px - (columns - 1) * gap) // columns
        for first in range(0, count, columns):
            row = self._figures[first : first + columns]
            height = max(figure.arrange(each, metrics) for figure in row)
            for column, figure in enumerate(row):
                figure.move(column * (each + gap), top)
                figure.stretch(height)
            top += height + gap
        return top

    def _arrange_panels(self, top: int, width_px: int, metrics: Metrics) -> int:
        gap = metrics.gap_px
        beside = width_px >= TWO_COLUMNS_SHARE * metrics.small_px
        half_px = (width_px - 2 * gap) // 2
        waiting = 0
        for panel in self.panels:
            if not (beside and panel.half):
                panel.move(0, top)
                top += panel.arrange(width_px, metrics) + gap
                waiting = 0
            elif not waiting:
                panel.move(0, top)
                waiting = panel.arrange(half_px, metrics)
                top += waiting + gap
            else:
                panel.move(half_px + 2 * gap, top - waiting - gap)
                taller = max(waiting, panel.arrange(half_px, metrics))
                top += taller - waiting
                waiting = 0
        return top

    def _want_figures(self) -> None:
        if self.folders.chosen is not None:
            self.figures_wanted.emit(self.folders.chosen, self.ranges.days)
