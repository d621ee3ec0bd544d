"""The page on which staff install packs from a stick or a folder."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.offer_line import OfferLine
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.report_plate import ReportPlate
from kiosk.screens.staff_pages.work_plate import WorkPlate
from kiosk.staff.pack_facts import OfferRow, Report, Stage, Standing
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph


class BringPage(Page):
    """What was found, what is being done, and what came of it."""

    left = Signal()
    """Back to the paintings."""
    look_wanted = Signal()
    """Somebody wants sticks and folders looked through again."""
    install_wanted = Signal(str)
    """Somebody wants a pack installed: its path."""
    making_wanted = Signal(str)
    """Somebody wants a pack made of a folder of pictures: its path."""
    cancelled = Signal()
    """Somebody wants the installation to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[str, ...] = ()
        self._looked = False
        self._busy = False
        self._heading = Paragraph(self, TEXT)
        self._intro = Paragraph(self, QUIET_TEXT)
        self.work = WorkPlate(self)
        self.report = ReportPlate(self)
        self._lines: list[OfferLine] = []
        self.again = WordButton(self)
        self.back = WordButton(self)
        self.again.clicked.connect(self.look_wanted)
        self.back.clicked.connect(self.left)
        self.work.cancelled.connect(self.cancelled)
        self.retranslate()

    @property
    def paths(self) -> list[str]:
        """Where the packs on offer are."""
        return [line.row.path for line in self._lines]

    def line(self, path: str) -> OfferLine:
        """The line of a pack."""
        return next(line for line in self._lines if line.row.path == path)

    def set_offers(self, rows: Sequence[OfferRow], places: Sequence[str]) -> None:
        """Show what was found.

        Args:
            rows: The packs.
            places: Names of the sticks and folders that were looked through.
        """
        self._places, self._looked = tuple(places), True
        if [line.row for line in self._lines] != list(rows):
            for line in self._lines:
                line.hide()
                line.deleteLater()
            self._lines = [self._new_line(row) for row in rows]
        self.retranslate()
        self.grown.emit()

    def begin(self, title: str) -> None:
        """Show that a pack is being installed."""
        self._busy = True
        self.report.show_report(None)
        self.work.begin(title, Stage.COPY)
        self._let_work()
        self.wanted_in_view.emit(self.work)

    def go_on(self, stage: Stage, share: float) -> None:
        """Show how far it is."""
        self.work.go_on(stage, share)
        self.grown.emit()

    def end(self, report: Report | None) -> None:
        """Show what came of it; None where somebody stopped it."""
        self._busy = False
        self.work.end()
        self.report.show_report(report)
        self._let_work()
        self.wanted_in_view.emit(self.report)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._heading.set_face(serif(metrics.title_px))
        self._intro.set_face(sans(metrics.small_px))
        y = self._heading.lay(0, 0, width_px) + gap // 2
        for plate in (self.work, self.report):
            plate.move(0, y)
            y += plate.arrange(width_px, metrics)
        y = self._intro.lay(0, y, width_px) + gap // 2
        for line in self._lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        for button in (self.again, self.back):
            button.apply_metrics(metrics, width_px)
        buttons = (self.again, self.back)
        return lay_in_rows(buttons, QPoint(0, y + gap), width_px, gap // 2)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Add paintings"))
        places = ", ".join(self._places)
        if not self._looked:
            words = self.tr("Looking…")
        elif self._lines:
            words = self.tr("This was found in: %1")
        elif places:
            words = self.tr(
                "Nothing was found in: %1. Put your pictures into a folder on a USB "
                "stick, beside them a spreadsheet of their titles if you have one, "
                "plug it in and wait a moment. Finished packs do as well."
            )
        else:
            words = self.tr(
                "Plug in a USB stick with a pack or a folder of pictures and wait a "
                "moment."
            )
        self._intro.setText(words.replace("%1", places))
        self.again.setText(self.tr("Look again"))
        self.back.setText(self.tr("Back to the paintings"))
        self.work.retranslate()
        self.report.retranslate()
        for line in self._lines:
            line.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        installs = [line.install for line in self._lines]
        return [self.work.cancel, *installs, self.again, self.back]

    def _new_line(self, row: OfferRow) -> OfferLine:
        line = OfferLine(row, self)
        pictures = row.standing is Standing.PICTURES
        wanted = self.making_wanted if pictures else self.install_wanted
        line.install_wanted.connect(lambda: wanted.emit(row.path))
        line.install.setEnabled(not self._busy)
        line.show()
        return line

    def _let_work(self) -> None:
        for line in self._lines:
            line.install.setEnabled(not self._busy)
        self.again.setEnabled(not self._busy)
        self.grown.emit()
