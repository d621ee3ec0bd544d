"""Asks museums for staff where the settings allow it; installs what they choose."""

import logging
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.bridge import image_of
from kiosk.current import CurrentSettings
from kiosk.desk.fetching import Job, fetch_job, masterpieces_job
from kiosk.desk.installing import StoppedError, Telling, install_looked_through
from kiosk.desk.pack_rows import report_of, report_of_success
from kiosk.easel import fitted
from kiosk.errors import PackError
from kiosk.packs.fetch.errors import FetchCancelledError, FetchError
from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.masterpieces import FILE_NAME, read_masterpieces
from kiosk.packs.fetch.museums import Museums, open_museums
from kiosk.packs.fetch.pack import Outcome, Step
from kiosk.packs.fetch.references import Museum
from kiosk.packs.fetch.works import Found
from kiosk.packs.installed import Installed
from kiosk.packs.library import packs_folder
from kiosk.packs.stock import Stock
from kiosk.screens.staff_pages.pack_pages import PackPages
from kiosk.staff.pack_facts import FoundRow, ProblemRow, Report, Stage
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of
from pipeline.errors import EngineError
from pipeline.images import read_image

logger = logging.getLogger(__name__)

Opener: TypeAlias = Callable[[Manners, threading.Event], Museums]
MOST_FOUND = 12
"""Of each museum."""
PREVIEW_PX = (300, 360)
PREVIEW_PIXELS = 500_000


class Collections(QObject):
    """Serves the page of museums.

    Args:
        pages: The pages about packs.
        stock: All packs.
        settings: Whether the kiosk may go online, and whom museums can reach.
        folder: Where fetched packs grow; what broke off goes on from there.
        tasks: Changes packs.
        parent: Its owner.
        opener: Makes ready to ask museums.
    """

    installed = Signal()
    """A pack was installed."""
    _pictured = Signal(str, QImage)
    _progressed = Signal(Stage, float, str)

    def __init__(
        self,
        pages: PackPages,
        stock: Stock,
        settings: CurrentSettings,
        folder: Path,
        tasks: Tasks,
        parent: QObject,
        opener: Opener = open_museums,
    ) -> None:
        super().__init__(parent)
        self._page, self._stock = pages.museums, stock
        self._settings, self._folder = settings, folder
        self._tasks, self._open = tasks, opener
        self._errands = Tasks(self)
        self._cancel = threading.Event()
        self._pictured.connect(self._page.set_picture)
        self._progressed.connect(self._page.go_on)
        self._page.search_wanted.connect(self._search)
        self._page.fetch_wanted.connect(lambda names: self._fetch(fetch_job(names)))
        self._page.masterpieces_wanted.connect(self._fetch_masterpieces)
        self._page.cancelled.connect(lambda: self._cancel.set())

    def show(self, language: str) -> None:
        """Show whether museums may be asked; begin with the letters of a language."""
        try:
            number = len(read_masterpieces(packs_folder() / FILE_NAME))
        except PackError as error:
            logger.warning("%s", error)
            number = 0
        allowed = self._settings.now.packs.network
        self._page.set_allowed(allowed=allowed, masterpieces=number)
        self._page.set_language(language)

    def end(self) -> None:
        """Stop whatever is going on."""
        self._cancel.set()
        self._errands.close()

    def _search(self, words: str, museum: str) -> None:
        if not self._settings.now.packs.network:
            return
        only = Museum(museum) if museum else None
        cancel = self._begin()
        self._errands.run(
            partial(self._ask, words, only, cancel),
            partial(self._on_found, cancel),
            lambda error: self._page.set_found((), sentence_of(error)),
        )

    def _ask(
        self, words: str, only: Museum | None, cancel: threading.Event
    ) -> tuple[list[Found], list[FetchError]]:
        with self._open(self._manners(), cancel) as museums:
            return museums.search(words, MOST_FOUND, only)

    def _on_found(
        self, cancel: threading.Event, answer: tuple[list[Found], list[FetchError]]
    ) -> None:
        found, failures = answer
        trouble = " ".join(str(failure) for failure in failures)
        self._page.set_found([_row(one) for one in found], trouble)
        self._errands.run(
            partial(self._look_at, found, cancel),
            lambda _done: None,
            lambda error: logger.info("no more pictures: %s", type(error).__name__),
        )

    def _look_at(self, found: Sequence[Found], cancel: threading.Event) -> None:
        """Get the small pictures, one after the other; none of them is needed."""
        with self._open(self._manners(), cancel) as museums:
            for one in found:
                try:
                    image = _decoded(museums.preview(one))
                except FetchCancelledError:
                    return
                except (FetchError, EngineError, OSError):
                    continue
                if image is not None:
                    self._pictured.emit(one.reference.text, image)

    def _fetch_masterpieces(self) -> None:
        self._fetch(masterpieces_job(packs_folder() / FILE_NAME))

    def _fetch(self, job: Job) -> None:
        if not self._settings.now.packs.network or not job.references:
            return
        cancel = self._begin()
        self._page.begin(job.name.title, Stage.FETCH)
        self._errands.run(
            partial(self._bring, job, cancel),
            partial(self._on_fetched, job, cancel),
            partial(self._on_failed, job),
        )

    def _bring(self, job: Job, cancel: threading.Event) -> Outcome:
        def tell(step: Step) -> None:
            share = step.done_bytes / step.whole_bytes if step.whole_bytes else 0.0
            done = (step.number - 1 + min(1.0, share)) / step.of
            title = f"{step.reference.text} ({step.number}/{step.of})"
            self._progressed.emit(Stage.FETCH, done, title)

        with self._open(self._manners(), cancel) as museums:
            return job.run(museums, self._folder, tell)

    def _on_fetched(self, job: Job, cancel: threading.Event, outcome: Outcome) -> None:
        failures = tuple(
            ProblemRow(False, one.reference.text, str(one.error), "")
            for one in outcome.failures
        )
        if outcome.was_cancelled or not (outcome.taken or outcome.passed_over):
            title = job.name.title
            report = Report(title, installed=False, problems=failures)
            self._page.end(None if outcome.was_cancelled else report)
            return
        title = job.name.title
        tell = Telling(
            cancel, lambda stage, share: self._progressed.emit(stage, share, title)
        )
        folder = job.folder(self._folder)
        self._tasks.run(
            partial(install_looked_through, self._stock.store, folder, tell),
            partial(self._on_installed, title, failures),
            partial(self._on_failed, job),
        )

    def _on_installed(
        self, title: str, failures: tuple[ProblemRow, ...], installed: Installed
    ) -> None:
        report = report_of_success(title, installed)
        self._page.set_found((), "")
        self._page.end(
            Report(title, True, report.paintings, "", (*failures, *report.problems))
        )
        self.installed.emit()

    def _on_failed(self, job: Job, error: Exception) -> None:
        logger.warning("nothing was fetched: %s", type(error).__name__)
        stopped = isinstance(error, StoppedError | FetchCancelledError)
        said = report_of(job.name.title, error, sentence_of(error))
        self._page.end(None if stopped else said)

    def _begin(self) -> threading.Event:
        """Stop what went on; an event of its own for what comes now."""
        self._cancel.set()
        self._cancel = threading.Event()
        return self._cancel

    def _manners(self) -> Manners:
        return Manners(contact=self._settings.now.packs.contact)


def _row(found: Found) -> FoundRow:
    origin = ", ".join(part for part in (found.artist, found.year) if part)
    museum = found.reference.museum.value
    return FoundRow(found.reference.text, found.title, origin, museum)


def _decoded(raw: bytes) -> QImage | None:
    """A small picture of what a museum sent, which may be anything."""
    if not raw:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "preview"
        path.write_bytes(raw)
        bgr = read_image(path, max_pixels=PREVIEW_PIXELS)
    return image_of(fitted(bgr, PREVIEW_PX)).copy()
