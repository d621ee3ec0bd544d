"""Computes figures for the staff's page of trends, and writes them to a stick."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.charts.board import Board
from kiosk.current import CurrentSettings
from kiosk.exhibition import Exhibition
from kiosk.language import Languages
from kiosk.packs.manifest import PackPainting
from kiosk.report.export import Format, Order, export
from kiosk.report.outline import board_of
from kiosk.report.thumbnails import pictures_of
from kiosk.report.words import ReportWords
from kiosk.screens.staff import StaffScreen
from kiosk.staff.bundle import slug
from kiosk.stats.bot import known_database
from kiosk.stats.figures import read_figures
from kiosk.stats.period import Period
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of

logger = logging.getLogger(__name__)

PAGE = "trends"


class FiguresDesk(QObject):
    """Serves the page of trends.

    Args:
        screen: The staff's pages.
        settings: The venue's name, and where the bot's database is.
        exhibition: The paintings' titles.
        languages: Which language staff read.
        log: Where the session log is.
        folder: Where the kiosk keeps its data.
        tasks: Computes and writes, apart from what staff wait for elsewhere.
        parent: Its owner.
    """

    _progressed = Signal(int)

    def __init__(
        self,
        screen: StaffScreen,
        settings: CurrentSettings,
        exhibition: Exhibition,
        languages: Languages,
        log: SessionLog,
        folder: Path,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._settings, self._exhibition = screen, settings, exhibition
        self._languages, self._log, self._folder = languages, log, folder
        self._tasks, self._words = tasks, ReportWords(self)
        self._pictures: dict[str, QImage] = {}
        self._asked = 0
        screen.page_shown.connect(self._on_page_shown)
        screen.trends.figures_wanted.connect(self._on_figures_wanted)
        self._progressed.connect(self._on_progressed)

    def _on_page_shown(self, page: str) -> None:
        if page == PAGE:
            self._show()

    def _show(self) -> None:
        self._asked += 1
        order = self._order(self._screen.trends.ranges.days)
        work = partial(self._compute, order, self._exhibition.all)
        self._tasks.run(work, partial(self._on_computed, self._asked), self._on_failed)

    def _on_computed(self, asked: int, board: Board) -> None:
        if asked == self._asked:  # nobody has chosen another range meanwhile
            self._screen.set_trends(board)

    def _on_figures_wanted(self, folder: str, days: int) -> None:
        self._screen.trends.set_writing(writing=True)
        self._screen.say(self.tr("Writing…"))
        order = self._order(days)
        venue = slug(self._settings.now.venue.name)
        period = order.period
        name = f"vernissage-{venue}-{period.first}_{period.last}"
        work = partial(self._write, order, Path(folder), name, self._exhibition.all)
        self._tasks.run(work, self._on_written, self._on_unwritten)

    def _on_progressed(self, per_cent: int) -> None:
        self._screen.say(self.tr("Writing… %1 %").replace("%1", str(per_cent)))

    def _on_written(self, name: str) -> None:
        self._screen.trends.set_writing(writing=False)
        self._screen.say(self.tr("Written: %1").replace("%1", name))

    def _on_unwritten(self, error: Exception) -> None:
        self._screen.trends.set_writing(writing=False)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        logger.warning("figures cannot be had: %s", type(error).__name__)
        self._screen.say(sentence_of(error))

    def _order(self, days: int) -> Order:
        """What is asked for, with words of this moment's language."""
        today = datetime.now().astimezone().date()
        period = Period(today - timedelta(days=days - 1), today, today)
        code, now = self._languages.code, self._settings.now
        titles = self._exhibition.titles(code)
        wording = self._words.wording(now.venue.name, titles, period, code)
        bot = known_database(now, self._folder)
        return Order(self._log.file(), period, bot, wording, {})

    def _compute(self, order: Order, paintings: tuple[PackPainting, ...]) -> Board:
        figures = read_figures(order.log, order.period, order.bot)
        return board_of(figures, order.wording, self._read(paintings))

    def _write(
        self, order: Order, folder: Path, name: str, paintings: tuple[PackPainting, ...]
    ) -> str:
        wanted = {
            kind: folder / f"{name}.{kind.value}" for kind in (Format.XLSX, Format.PDF)
        }
        told = 0

        def progress(done: float) -> None:
            nonlocal told
            per_cent = 10 * int(10.0 * done)
            if per_cent > told:
                told = per_cent
                self._progressed.emit(per_cent)

        export(replace(order, pictures=self._read(paintings)), wanted, progress)
        return ", ".join(path.name for path in wanted.values())

    def _read(self, paintings: tuple[PackPainting, ...]) -> dict[str, QImage]:
        missing = [one for one in paintings if one.key not in self._pictures]
        self._pictures.update(pictures_of(missing))
        return self._pictures
