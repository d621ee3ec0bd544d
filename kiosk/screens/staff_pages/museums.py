"""The page on which staff search museums' open collections and fetch paintings."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.found_line import FoundLine
from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.report_plate import ReportPlate
from kiosk.screens.staff_pages.search_plate import MUSEUMS, SearchPlate
from kiosk.screens.staff_pages.work_plate import WorkPlate
from kiosk.staff.pack_facts import FoundRow, Report, Stage
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph


class MuseumsPage(Page):
    """Search, results, what is being fetched, and what came of it."""

    left = Signal()
    """Back to the paintings."""
    search_wanted = Signal(str, str)
    """Words to look for, and the museum to ask; empty for all."""
    fetch_wanted = Signal(list)
    """The names of works to fetch."""
    masterpieces_wanted = Signal()
    """Our list of famous portraits shall be fetched."""
    cancelled = Signal()
    """Somebody wants it to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._allowed = self._busy = self._searching = False
        self._answered: str | None = None
        self._masterpieces = 0
        self._heading = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, QUIET_TEXT)
        self.work = WorkPlate(self)
        self.report = ReportPlate(self)
        self.plate = SearchPlate(self)
        self._lines: list[FoundLine] = []
        self.fetch, self.again = WordButton(self), WordButton(self)
        self.masterpieces, self.back = WordButton(self), WordButton(self)
        self._connect()
        self._show_parts()

    @property
    def references(self) -> list[str]:
        """The names of the works that were found."""
        return [line.row.reference for line in self._lines]

    def line(self, reference: str) -> FoundLine:
        """The line of a work."""
        return next(line for line in self._lines if line.row.reference == reference)

    def set_allowed(self, *, allowed: bool, masterpieces: int) -> None:
        """Tell whether the kiosk may go online, and how long our list is."""
        self._allowed, self._masterpieces = allowed, masterpieces
        self._show_parts()

    def set_language(self, code: str) -> None:
        """Begin with the letters of a language."""
        self.plate.keyboard.set_language(code)

    def set_found(self, rows: Sequence[FoundRow], trouble: str) -> None:
        """Show what a search has found.

        Args:
            rows: The works.
            trouble: Why some museums gave no answer, in English; may be empty.
        """
        self._searching, self._answered = False, trouble
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._new_line(row) for row in rows]
        self._show_parts()

    def set_picture(self, reference: str, image: QImage) -> None:
        """Show the picture of a work, if it is still listed."""
        for line in self._lines:
            if line.row.reference == reference:
                line.thumb.set_image(image)

    def begin(self, title: str, stage: Stage) -> None:
        """Show that something is being fetched."""
        self._busy = True
        self.report.show_report(None)
        self.work.begin(title, stage)
        self._show_parts()

    def go_on(self, stage: Stage, share: float, title: str) -> None:
        """Show how far it is, and with what."""
        self.work.go_on(stage, share, title)
        self.grown.emit()

    def end(self, report: Report | None) -> None:
        """Show what came of it; None where somebody stopped it."""
        self._busy = False
        self.work.end()
        self.report.show_report(report)
        self._show_parts()
        self.wanted_in_view.emit(self._heading)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._heading.set_face(serif(metrics.title_px))
        self._sentence.set_face(sans(metrics.small_px))
        y = self._heading.lay(0, 0, width_px) + gap // 2
        for plate in (self.work, self.report):
            plate.move(0, y)
            y += plate.arrange(width_px, metrics)
        y = self._sentence.lay(0, y, width_px) + gap // 2
        if not self.plate.isHidden():
            self.plate.move(0, y)
            y += self.plate.arrange(width_px, metrics) + gap
        for line in self._lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        buttons = (self.fetch, self.again, self.masterpieces, self.back)
        for button in buttons:
            button.apply_metrics(metrics, width_px)
        return lay_in_rows(buttons, QPoint(0, y + gap // 2), width_px, gap // 2)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("From museums"))
        self._sentence.setText(self._words())
        chosen = sum(line.chosen for line in self._lines)
        self.fetch.setText(
            self.tr("Fetch what is chosen: %1").replace("%1", str(chosen))
        )
        self.fetch.setEnabled(bool(chosen))
        self.again.setText(self.tr("New search"))
        self.masterpieces.setText(
            self.tr("Fetch our %1 famous portraits").replace(
                "%1", str(self._masterpieces)
            )
        )
        self.back.setText(self.tr("Back to the paintings"))
        for plate in (self.plate, self.work, self.report):
            plate.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        switches = [line.switch for line in self._lines]
        buttons = (self.fetch, self.again, self.masterpieces, self.back)
        return [self.work.cancel, self.plate.line, *switches, *buttons]

    def _words(self) -> str:
        if not self._allowed:
            return self.tr(
                "This kiosk stays off the network. Whoever looks after it can allow it "
                "to ask museums: network = true in the section [packs] of the settings "
                "file, and contact = an address at which museums can reach you."
            )
        if self._searching:
            return self.tr("Museums are being asked…")
        if self._answered is not None and not self._lines:
            nothing = self.tr("Nothing that may be taken was found.")
            return f"{nothing} {self._answered}".strip()
        if self._lines:
            ask = self.tr("Choose portraits with a large face that looks at you.")
            return f"{ask} {self._answered or ''}".strip()
        return self.tr(
            "Works in the public domain, from museums' open collections. The kiosk "
            "goes online for it now, and sends nothing but your words."
        )

    def _connect(self) -> None:
        self.plate.search_wanted.connect(self._on_search)
        self.fetch.clicked.connect(
            lambda: self.fetch_wanted.emit(
                [line.row.reference for line in self._lines if line.chosen]
            )
        )
        self.again.clicked.connect(self._begin_anew)
        self.masterpieces.clicked.connect(self.masterpieces_wanted)
        self.back.clicked.connect(self.left)
        self.work.cancelled.connect(self.cancelled)

    def _new_line(self, row: FoundRow) -> FoundLine:
        line = FoundLine(row, dict(MUSEUMS).get(row.museum, row.museum), self)
        line.switched.connect(self._show_parts)
        line.show()
        return line

    def _on_search(self, words: str, museum: str) -> None:
        self._searching = True
        self._show_parts()
        self.search_wanted.emit(words, museum)

    def _begin_anew(self) -> None:
        self.report.show_report(None)
        self.set_found((), "")
        self._answered = None
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what there is to do now, and nothing else."""
        idle = self._allowed and not self._busy and not self._searching
        results = bool(self._lines)
        self.plate.setVisible(idle and not results)
        self.fetch.setVisible(idle and results)
        self.again.setVisible(idle and results)
        self.masterpieces.setVisible(idle and not results and self._masterpieces > 0)
        for line in self._lines:
            line.switch.setEnabled(idle)
        self.retranslate()
        self.grown.emit()
