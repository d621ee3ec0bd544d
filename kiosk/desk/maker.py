"""Serves the page on which a pack is made of a folder of pictures."""

import logging
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.bridge import image_of
from kiosk.desk.editing.verdicts import Verdicts
from kiosk.desk.installing import StoppedError, Telling
from kiosk.desk.making_rows import made_rows
from kiosk.desk.pack_rows import draft_facts, place_name, problem_rows, report_of
from kiosk.desk.packing import Packed, make_and_install
from kiosk.easel import fitted
from kiosk.language import Languages
from kiosk.packs.filenames import title_of
from kiosk.packs.making.draft import Draft
from kiosk.packs.making.letters import one_line
from kiosk.packs.making.material import Material
from kiosk.packs.making.writing import head_for
from kiosk.packs.stock import Stock
from kiosk.screens.staff_pages.pack_pages import PackPages
from kiosk.staff.pack_facts import DraftFacts, Report, Stage
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of
from pipeline.errors import EngineError
from pipeline.images import read_image

logger = logging.getLogger(__name__)

PREVIEW_PX = (300, 360)
PREVIEW_PIXELS = 500_000


@dataclass(slots=True)
class _Job:
    """A folder, and what staff have said of it so far."""

    material: Material
    title: str
    sheet: Path | None
    draft: Draft | None = None


class Maker(QObject):
    """Drafts a pack, shows it, and makes and installs it.

    Args:
        pages: The pages about packs.
        stock: All packs.
        languages: Which language staff read.
        folder: Where packs are made, on the disk of the store.
        tasks: Changes packs.
        parent: Its owner.
    """

    installed = Signal()
    """A pack was made and installed."""
    _pictured = Signal(str, Path, QImage)
    _unreadable = Signal(str, Path, str)
    _progressed = Signal(Stage, float)

    def __init__(
        self,
        pages: PackPages,
        stock: Stock,
        languages: Languages,
        folder: Path,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._stock, self._languages = pages.making, stock, languages
        self._folder, self._tasks = folder, tasks
        # A stick that hangs must hold up nobody else.
        self._errands = Tasks(self)
        self._verdicts = Verdicts(self)
        self._cancel = threading.Event()
        self._job: _Job | None = None
        self._busy = False
        self._known: frozenset[str] = frozenset()
        self._pictures: dict[str, Path] = {}
        self._wanted: frozenset[Path] = frozenset()
        self._pictured.connect(self._on_pictured)
        self._unreadable.connect(self._on_unreadable)
        self._progressed.connect(self._page.go_on)
        self._page.sheet_chosen.connect(self._on_sheet_chosen)
        self._page.title_changed.connect(self._on_title_changed)
        self._page.pictures_wanted.connect(self._on_pictures_wanted)
        self._page.make_wanted.connect(self._make)
        self._page.cancelled.connect(lambda: self._cancel.set())

    def open(self, material: Material) -> None:
        """Show what a folder's pack will be; what was said of it earlier still holds.

        While a pack is being made that stays in view.
        """
        if self._busy:
            return
        job = self._job
        if job is None or job.material.folder != material.folder:
            title = one_line(title_of(place_name(material.folder)))
            job = _Job(material, title, next(iter(material.sheets), None))
        job.material = material
        if job.sheet not in material.sheets:
            job.sheet = next(iter(material.sheets), None)
        self._job = job
        name = place_name(material.folder)
        self._page.open_folder(name, job.title, self._languages.code)
        sheets = [(str(sheet), sheet.name) for sheet in material.sheets]
        self._page.set_sheets(sheets, str(job.sheet or ""))
        self._draft()

    def show_hung(self, keys: Collection[str]) -> None:
        """Tell which paintings the kiosk has by now: those can be edited."""
        self._page.set_editable(keys)

    def end(self) -> None:
        """Stop whatever is going on."""
        self._cancel.set()
        self._wanted = frozenset()
        self._errands.close()

    def _draft(self) -> None:
        job = self._job
        if job is None:
            return
        job.draft = None
        self._page.set_draft(None)
        sheet = job.sheet

        def work() -> tuple[Draft, frozenset[str]]:
            ids = frozenset(one.pack.id for one in self._stock.list())
            return job.material.draft(sheet), ids

        self._errands.run(
            work,
            partial(self._on_drafted, job, sheet),
            partial(self._on_undrafted, job, sheet),
        )

    def _on_drafted(
        self, job: _Job, sheet: Path | None, answer: tuple[Draft, frozenset[str]]
    ) -> None:
        if self._busy or job is not self._job or sheet != job.sheet:
            return
        job.draft, self._known = answer
        self._pictures = {
            one.picture.name: one.picture.path for one in job.draft.paintings
        }
        self._page.set_draft(draft_facts(job.draft, self._languages.code))
        self._remark(job)

    def _on_undrafted(self, job: _Job, sheet: Path | None, error: Exception) -> None:
        logger.warning("no pack could be drafted: %s", type(error).__name__)
        if not self._busy and job is self._job and sheet == job.sheet:
            self._page.set_draft(DraftFacts(trouble=sentence_of(error)))

    def _on_sheet_chosen(self, sheet: str) -> None:
        if self._job is not None and not self._busy:
            self._job.sheet = Path(sheet) if sheet else None
            self._draft()

    def _on_title_changed(self, title: str) -> None:
        if self._job is not None:
            self._job.title = title
            self._remark(self._job)

    def _remark(self, job: _Job) -> None:
        pack_id = head_for(job.material.folder, title=job.title).id if job.title else ""
        self._page.set_remark(pack_id, replaces=pack_id in self._known)

    def _on_pictures_wanted(self, names: Sequence[str]) -> None:
        found = {name: self._pictures[name] for name in names}
        self._wanted = frozenset(found.values())
        for name, path in found.items():
            self._errands.run(
                partial(self._look_at, name, path),
                lambda _done: None,
                lambda error: logger.info("no picture: %s", type(error).__name__),
            )

    def _on_pictured(self, name: str, path: Path, image: QImage) -> None:
        if path in self._wanted:
            self._page.set_picture(name, image)

    def _on_unreadable(self, name: str, path: Path, words: str) -> None:
        if path in self._wanted:
            self._page.set_unreadable(name, words)

    def _look_at(self, name: str, path: Path) -> None:
        if path not in self._wanted:
            return  # somebody has turned the page meanwhile
        try:
            bgr = read_image(path, max_pixels=PREVIEW_PIXELS)
        except EngineError as error:
            self._unreadable.emit(name, path, str(error))
        else:
            small = image_of(fitted(bgr, PREVIEW_PX)).copy()
            self._pictured.emit(name, path, small)

    def _make(self, title: str) -> None:
        job = self._job
        if job is None or job.draft is None or not title or self._busy:
            return
        self._busy = True
        self._cancel = threading.Event()
        head = head_for(job.material.folder, title=title)
        self._page.begin(head.title)
        self._tasks.run(
            partial(
                make_and_install,
                job.draft,
                head,
                self._stock.store,
                self._folder,
                Telling(self._cancel, self._progressed.emit),
            ),
            partial(self._on_made, head.title, job.draft),
            partial(self._on_failed, head.title),
        )

    def _on_made(self, title: str, draft: Draft, packed: Packed) -> None:
        self._busy, self._job = False, None
        rows = made_rows(packed, draft, self._languages.code, self._verdicts)
        paintings = packed.installed.pack.paintings
        images = {one.id: one.image for one in paintings}
        self._pictures = {
            one.picture.name: images.get(str(one.entry["id"]), one.picture.path)
            for one in draft.paintings
        }
        report = Report(
            title,
            installed=True,
            paintings=len(paintings),
            problems=problem_rows((*packed.left_out, *packed.installed.warnings)),
        )
        self._page.end(report, rows)
        self.installed.emit()

    def _on_failed(self, title: str, error: Exception) -> None:
        logger.warning("a pack was not made: %s", type(error).__name__)
        self._busy = False
        stopped = isinstance(error, StoppedError)
        self._page.end(None if stopped else report_of(title, error, sentence_of(error)))
