"""Fills the staff's pages and does what is asked for on them."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.current import CurrentSettings
from kiosk.desk.collections import Collections
from kiosk.desk.door import Door
from kiosk.desk.health import Examiner
from kiosk.desk.maker import Maker
from kiosk.desk.parcels import Parcels
from kiosk.desk.rows import FIRST_CAMERA, camera_names, setting_rows
from kiosk.desk.stockroom import Stockroom
from kiosk.exhibition import Exhibition
from kiosk.language import Languages
from kiosk.packs.stock import Stock
from kiosk.screens.staff import StaffScreen
from kiosk.screens.staff_pages.pack_pages import PACK_PAGES
from kiosk.settings.read import Loaded
from kiosk.staff.facts import Rank, TodayFigures
from kiosk.staff.pins import PinFlaw, PinStore
from kiosk.staff.sticks import usb_folders
from kiosk.stats.today import figures_of_day
from kiosk.storage.recorder import SessionLog, local_now
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of

logger = logging.getLogger(__name__)


class Desk(QObject):
    """Serves the staff area.

    Args:
        screen: Its pages.
        door: Who may come in.
        pins: For those who change them.
        settings: What staff may change.
        exhibition: The paintings they switch and order.
        languages: Which language they read.
        log: Today's figures.
        examiner: Health and the log bundle.
        stock: All packs.
        fetched_folder: Where packs from museums grow.
        making_folder: Where packs are made of pictures.
        tasks: Does slow things.
        deliveries: Changes packs; its own thread, as that can take minutes.
        parent: Its owner.
    """

    arranged = Signal()
    """The exhibition was arranged anew."""
    maintenance_toggled = Signal(bool)
    """The kiosk shall be closed to visitors, or open again."""
    close_wanted = Signal()
    """The kiosk shall be closed."""
    packs_changed = Signal()
    """Packs are others now, and could be taken up."""

    def __init__(
        self,
        screen: StaffScreen,
        door: Door,
        pins: PinStore,
        settings: CurrentSettings,
        exhibition: Exhibition,
        languages: Languages,
        log: SessionLog,
        examiner: Examiner,
        stock: Stock,
        fetched_folder: Path,
        making_folder: Path,
        tasks: Tasks,
        deliveries: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._door, self._pins = screen, door, pins
        self._settings, self._exhibition = settings, exhibition
        self._languages, self._log = languages, log
        self._examiner, self._tasks = examiner, tasks
        self._cameras: tuple[str, ...] = ()
        pages = screen.pack_pages
        self._stockroom = Stockroom(pages, stock, languages, deliveries, self)
        self.parcels = Parcels(pages, stock, languages, deliveries, self)
        self.collections = Collections(
            pages, stock, settings, fetched_folder, deliveries, self
        )
        self.maker = Maker(pages, stock, languages, making_folder, deliveries, self)
        self.parcels.making_wanted.connect(self.maker.open)
        for bringer in (self.collections, self.maker):
            bringer.installed.connect(self.packs_changed)
        self._stockroom.said.connect(screen.say)
        self._stockroom.changed.connect(self.packs_changed)
        self.parcels.installed.connect(self.packs_changed)
        self.parcels.noticed.connect(screen.paintings.set_waiting)
        screen.paintings_changed.connect(self._on_paintings_changed)
        screen.setting_changed.connect(self._on_setting_changed)
        screen.maintenance_toggled.connect(self.maintenance_toggled)
        screen.bundle_wanted.connect(self._on_bundle_wanted)
        screen.pin_change_wanted.connect(self._on_pin_change_wanted)
        screen.close_wanted.connect(self.close_wanted)
        screen.page_shown.connect(self._on_page_shown)

    def lay_out(self) -> None:
        """Put out what can be chosen."""
        self._screen.set_paintings(self._exhibition.rows(self._languages.code))
        self._screen.set_settings(setting_rows(self._settings, self._cameras))

    def open(self, rank: Rank, *, maintenance: bool) -> None:
        """Show everything as it is now, to somebody of a rank."""
        self._screen.set_maintenance(on=maintenance)
        self.lay_out()
        self._tasks.run(usb_folders, self._show_folders, self._on_failed)
        self._tasks.run(camera_names, self._show_cameras, self._on_failed)
        self._screen.open_for(rank)

    def restock(self) -> None:
        """Show the paintings that there are now."""
        self.lay_out()
        self.maker.show_hung([painting.key for painting in self._exhibition.all])
        self._stockroom.show()

    def _on_page_shown(self, page: str) -> None:
        if page == "packs":
            self._stockroom.show()
        elif page == "museums":
            self.collections.show(self._languages.code)
        elif page == "bring":
            self.parcels.look()
        elif page not in PACK_PAGES:
            self._refresh()

    def _refresh(self) -> None:
        titles = self._exhibition.titles(self._languages.code)
        self._tasks.run(
            lambda: figures_of_day(self._log.file(), local_now().date()),
            lambda figures: self._show_today(figures, titles),
            self._on_failed,
        )
        waiting = self.parcels.fact()
        facts = (*self._examiner.facts(), *((waiting,) if waiting else ()))
        self._screen.set_health(facts, self._examiner.errors())

    def _show_today(self, figures: TodayFigures, titles: dict[str, str]) -> None:
        self._screen.set_today(figures, titles)

    def _show_cameras(self, cameras: Sequence[str]) -> None:
        self._cameras = tuple(cameras)
        self._screen.set_settings(setting_rows(self._settings, self._cameras))

    def _show_folders(self, folders: Sequence[Path]) -> None:
        self._screen.set_folders([(place.name, str(place)) for place in folders])

    def _on_paintings_changed(
        self, order: Sequence[str], hidden: Sequence[str]
    ) -> None:
        self._change(
            {"paintings.order": tuple(order), "paintings.hidden": tuple(hidden)}
        )

    def _on_setting_changed(self, name: str, value: object) -> None:
        if name == "camera.source" and value == FIRST_CAMERA:
            value = None
        self._change({name: value})

    def _change(self, values: dict[str, object]) -> None:
        self._tasks.run(
            partial(self._settings.write, values), self._on_written, self._on_unwritten
        )

    def _on_written(self, read: tuple[Loaded, str]) -> None:
        self._settings.take(read)
        self._screen.say(self.tr("Saved."))
        paintings = self._settings.now.paintings
        self._exhibition.arrange(paintings.order, paintings.hidden)
        self.arranged.emit()
        self.lay_out()

    def _on_unwritten(self, error: Exception) -> None:
        self._on_failed(error)
        self.lay_out()

    def _on_bundle_wanted(self, folder: str) -> None:
        self._screen.say(self.tr("Writing…"))
        self._tasks.run(
            self._examiner.bundle_into(Path(folder)),
            lambda path: self._screen.say(self.tr("Written: %s") % path.name),
            self._on_failed,
        )

    def _on_pin_change_wanted(self, rank: Rank, pin: str) -> None:
        self._tasks.run(
            partial(self._pins.set_pin, rank, pin), self._on_pin_set, self._on_failed
        )

    def _on_pin_set(self, flaw: PinFlaw | None) -> None:
        self._screen.say(
            self.tr("The PIN is changed.")
            if flaw is None
            else self._door.words_for(flaw)
        )

    def _on_failed(self, error: Exception) -> None:
        logger.warning("a wish of the staff failed: %s", type(error).__name__)
        self._screen.say(sentence_of(error))
