"""The page on which staff make a pack of a folder of pictures."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.draft_list import DraftList
from kiosk.screens.staff_pages.in_rows import lay_in_rows
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.problem_list import ProblemList
from kiosk.screens.staff_pages.report_plate import ReportPlate
from kiosk.screens.staff_pages.title_plate import TitlePlate
from kiosk.screens.staff_pages.work_plate import WorkPlate
from kiosk.staff.facts import Condition
from kiosk.staff.pack_facts import DraftFacts, DraftRow, Report, Stage
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph

NO_SHEET = ""
"""Stands for making titles of file names."""


class MakingPage(Page):
    """Title, spreadsheet and paintings; then how far it is, and what came of it."""

    left = Signal()
    """Back to what was found."""
    sheet_chosen = Signal(str)
    """Another spreadsheet was chosen: its path, or `NO_SHEET`."""
    title_changed = Signal(str)
    """Somebody has typed a title."""
    make_wanted = Signal(str)
    """The pack shall be made and installed: its title."""
    cancelled = Signal()
    """Somebody wants it to stop."""
    pictures_wanted = Signal(list)
    """Names of the pictures on the sheet that is shown."""
    edit_wanted = Signal(str)
    """A painting shall be edited; carries its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self._facts: DraftFacts | None = None
        self._sheet_names: tuple[tuple[str, str], ...] = ()
        self._remark = ("", False)
        self._busy = self._done = False
        self._heading = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, QUIET_TEXT)
        self.work, self.report = WorkPlate(self), ReportPlate(self)
        self.plate = TitlePlate(self)
        self._sheets_words = Paragraph(self, TEXT)
        self.sheets = Choice(self)
        self.make, self.back = WordButton(self), WordButton(self)
        self.problems = ProblemList(self)
        self.drafts = DraftList(self)
        self._connect()
        self._show_parts()

    @property
    def names(self) -> list[str]:
        """The pictures of the pack."""
        return [row.name for row in self._facts.rows] if self._facts else []

    def open_folder(self, folder: str, title: str, language: str) -> None:
        """Begin with a folder: its name, a title, and the letters of a language."""
        self._folder, self._done = folder, False
        self.drafts.turn_back()
        self.report.show_report(None)
        self.plate.set_title(title)
        self.plate.keyboard.set_language(language)
        self.set_draft(None)

    def set_sheets(self, sheets: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the spreadsheets: path and name of each."""
        self._sheet_names = tuple(sheets)
        self._offer_sheets()
        self.sheets.choose(chosen)
        self._show_parts()

    def set_draft(self, facts: DraftFacts | None) -> None:
        """Show what the pack will be; None while that is being worked out."""
        self._facts = facts
        self.problems.set_problems(facts.problems if facts else ())
        self.drafts.set_rows(facts.rows if facts else ())
        self._show_parts()

    def set_remark(self, pack_id: str, *, replaces: bool) -> None:
        """Say which identifier comes of the title, and whether there is such a pack."""
        self._remark = (pack_id, replaces)
        self._say_remark()
        self.grown.emit()

    def set_picture(self, name: str, image: QImage) -> None:
        """Show a picture, if it is on this sheet."""
        self.drafts.set_picture(name, image)

    def set_unreadable(self, name: str, note: str) -> None:
        """Say of a picture that it cannot be used."""
        if self._facts is None or self._done:
            return
        rows = tuple(
            replace(row, note=note, condition=Condition.BAD)
            if row.name == name
            else row
            for row in self._facts.rows
        )
        self._facts = replace(self._facts, rows=rows)
        self.drafts.follow(rows)
        self.grown.emit()

    def set_editable(self, keys: Collection[str]) -> None:
        """Tell which paintings the kiosk has."""
        self.drafts.set_editable(keys)

    def begin(self, title: str) -> None:
        """Show that the pack is being made."""
        self._busy = True
        self.report.show_report(None)
        self.plate.set_typing(typing=False)
        self.work.begin(title, Stage.MAKE)
        self._show_parts()
        self.wanted_in_view.emit(self._heading)

    def go_on(self, stage: Stage, share: float) -> None:
        """Show how far it is."""
        self.work.go_on(stage, share)
        self.grown.emit()

    def end(self, report: Report | None, rows: Sequence[DraftRow] = ()) -> None:
        """Show what came of it.

        Args:
            report: None where somebody stopped it.
            rows: The paintings as they turned out, if they are installed.
        """
        self._busy, self._done = False, bool(rows)
        self.work.end()
        self.report.show_report(report)
        if rows:
            self.drafts.turn_back()
            self.set_draft(DraftFacts(tuple(rows)))
        self._show_parts()
        self.wanted_in_view.emit(self._heading)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._heading.set_face(serif(metrics.title_px))
        self._sentence.set_face(sans(metrics.small_px))
        self._sheets_words.set_face(sans(metrics.text_px, strong=True))
        y = self._heading.lay(0, 0, width_px) + gap // 2
        for plate in (self.work, self.report):
            plate.move(0, y)
            y += plate.arrange(width_px, metrics)
        y = self._sentence.lay(0, y, width_px)
        y += gap if self._sentence.text() else 0
        if not self.plate.isHidden():
            self.plate.move(0, y)
            y += self.plate.arrange(width_px, metrics) + gap
        if not self.sheets.isHidden():
            y = self._sheets_words.lay(0, y, width_px) + gap // 4
            self.sheets.arrange(width_px, metrics)
            self.sheets.move(0, y)
            y += self.sheets.height() + gap
        for button in (self.make, self.back):
            button.apply_metrics(metrics, width_px)
        y = lay_in_rows((self.make, self.back), QPoint(0, y), width_px, gap // 2) + gap
        self.problems.move(0, y)
        y += self.problems.arrange(width_px, metrics)
        self.drafts.move(0, y)
        return y + self.drafts.arrange(width_px, metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Make a pack"))
        self._sentence.setText(self._words())
        self._sheets_words.setText(self.tr("Titles from"))
        self._offer_sheets()
        self.make.setText(self.tr("Make and install"))
        self.back.setText(self.tr("Back"))
        self._say_remark()
        for part in (self.plate, self.work, self.report, self.problems, self.drafts):
            part.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        first = [self.work.cancel, self.plate.line, self.make, self.back]
        return [*first, *self.drafts.stops()]

    def _connect(self) -> None:
        self.plate.grown.connect(self._on_plate_grown)
        self.plate.title_changed.connect(self._on_title_changed)
        self.sheets.value_chosen.connect(self.sheet_chosen)
        self.make.clicked.connect(lambda: self.make_wanted.emit(self.plate.title))
        self.back.clicked.connect(self.left)
        self.work.cancelled.connect(self.cancelled)
        self.drafts.turned.connect(self._on_turned)
        self.drafts.pictures_wanted.connect(self.pictures_wanted)
        self.drafts.edit_wanted.connect(self.edit_wanted)

    def _words(self) -> str:
        if self._busy:
            return ""
        if self._done:
            poor = sum(bool(row.key) for row in self._facts.rows) if self._facts else 0
            return self._words_when_made(poor)
        if self._facts is None:
            return self.tr("Looking…")
        if self._facts.trouble:
            return self._facts.trouble
        words = self.tr(
            "Paintings in the folder %1: %2. This is how visitors will read of them. "
            "Nothing is changed on the stick."
        )
        words = words.replace("%2", str(len(self._facts.rows)))
        return words.replace("%1", self._folder)

    def _words_when_made(self, poor: int) -> str:
        if not poor:
            return self.tr("Visitors can choose from it.")
        words = self.tr(
            "Paintings whose face should be corrected: %1. Do it here, or later with "
            "the pencil beside each painting."
        )
        return words.replace("%1", str(poor))

    def _offer_sheets(self) -> None:
        without = (NO_SHEET, self.tr("File names alone"))
        self.sheets.set_options([*self._sheet_names, without])

    def _say_remark(self) -> None:
        pack_id, replaces = self._remark
        said = self.tr("Its id: %1").replace("%1", pack_id)
        if replaces:
            more = self.tr(
                "There is a pack of this id: this one takes its place, and the one "
                "before stays for a way back."
            )
            said = f"{said} · {more}"
        self.plate.set_remark(said if pack_id else "")

    def _show_parts(self) -> None:
        """Show what there is to do now, and nothing else."""
        drafting = not self._busy and not self._done
        whole = self._facts is not None and bool(self._facts.rows)
        self.plate.setVisible(drafting)
        for part in (self._sheets_words, self.sheets):
            part.setVisible(drafting and bool(self._sheet_names))
        self.make.setVisible(drafting)
        self.make.setEnabled(whole and bool(self.plate.title))
        self.problems.setVisible(drafting)
        self.retranslate()
        self.grown.emit()

    def _on_title_changed(self, title: str) -> None:
        self.make.setEnabled(bool(title and self._facts and self._facts.rows))
        self.title_changed.emit(title)

    def _on_plate_grown(self) -> None:
        self.grown.emit()
        self.wanted_in_view.emit(self.plate)

    def _on_turned(self) -> None:
        self.grown.emit()
        if self.drafts.lines:
            self.wanted_in_view.emit(self.drafts.lines[0])
