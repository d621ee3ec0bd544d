"""Notices packs and pictures on USB sticks, and installs packs that staff choose."""

import logging
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.desk.installing import StoppedError, Telling, install_looked_through
from kiosk.desk.pack_rows import (
    material_rows,
    offer_rows,
    place_name,
    report_of,
    report_of_success,
)
from kiosk.language import Languages
from kiosk.packs.installed import Installed
from kiosk.packs.making.material import Material, find_material
from kiosk.packs.offers import Offer, find_offers
from kiosk.packs.stock import Stock
from kiosk.screens.staff_pages.pack_pages import PackPages
from kiosk.staff.facts import Condition, HealthFact, Topic
from kiosk.staff.pack_facts import Stage
from kiosk.staff.sticks import pack_folders, plugged_in
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 3000


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found.

    Attributes:
        sticks: The sticks that are plugged in.
        places: Everything that was looked through.
        found: Where each pack was found, and what it says.
        materials: Where each folder of pictures was found, and what is in it.
        versions: From the identifiers of all packs to their versions.
    """

    sticks: tuple[Path, ...] = ()
    places: tuple[Path, ...] = ()
    found: tuple[tuple[Path, Offer], ...] = ()
    materials: tuple[tuple[Path, Material], ...] = ()
    versions: dict[str, str] | None = None

    @property
    def waiting(self) -> int:
        """How many packs on sticks are new or of another version."""
        known = self.versions or {}
        return sum(
            place in self.sticks
            and not offer.trouble
            and known.get(offer.pack_id) != offer.version
            for place, offer in self.found
        )


class Parcels(QObject):
    """Serves the page on which packs are added.

    Args:
        pages: The pages about packs.
        stock: All packs.
        languages: Which language staff read.
        tasks: Changes packs.
        parent: Its owner.
    """

    noticed = Signal(int)
    """So many packs wait on sticks now."""
    installed = Signal()
    """A pack was installed."""
    making_wanted = Signal(object)
    """A pack shall be made: the `Material`."""
    _progressed = Signal(Stage, float)

    def __init__(
        self,
        pages: PackPages,
        stock: Stock,
        languages: Languages,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._stock = pages.bring, stock
        self._languages, self._tasks = languages, tasks
        # A stick that hangs must hold up nobody else.
        self._sticks = Tasks(self)
        self._survey = Survey()
        self._looking = False
        self._cancel = threading.Event()
        self._rounds = QTimer(self)
        self._rounds.setInterval(LOOK_EVERY_MS)
        self._rounds.timeout.connect(self._glance)
        self._progressed.connect(self._page.go_on)
        self._page.look_wanted.connect(self.look)
        self._page.install_wanted.connect(self._install)
        self._page.making_wanted.connect(self._on_making_wanted)
        self._page.cancelled.connect(self._cancel.set)

    @property
    def waiting(self) -> int:
        """How many packs wait on sticks."""
        return self._survey.waiting

    def begin(self) -> None:
        """Watch for sticks from now on."""
        self._rounds.start()

    def end(self) -> None:
        """Stop watching, and what is being installed."""
        self._rounds.stop()
        self._cancel.set()
        self._sticks.close()

    def look(self) -> None:
        """Look through sticks and folders."""
        self._sticks.run(self._look_through, self._on_looked, self._on_unlooked)

    def fact(self) -> HealthFact | None:
        """A line for the health page while a pack waits; None if none does."""
        if not self.waiting:
            return None
        places = ", ".join(place_name(stick) for stick in self._survey.sticks)
        sentence = "A pack can be installed: Paintings, Add paintings."
        return HealthFact(Topic.STICK, Condition.GOOD, places, sentence)

    def _glance(self) -> None:
        """See whether the sticks are others; only then are they looked through."""
        if not self._looking:
            self._looking = True
            self._sticks.run(plugged_in, self._on_glanced, self._on_unlooked)

    def _on_glanced(self, sticks: tuple[Path, ...]) -> None:
        self._looking = False
        if sticks != self._survey.sticks:
            self.look()

    def _look_through(self) -> Survey:
        sticks = plugged_in()
        places = (*sticks, *pack_folders())
        found = tuple((place, one) for place in places for one in find_offers(place))
        materials = tuple((spot, one) for spot in places for one in find_material(spot))
        versions = {one.pack.id: one.pack.version for one in self._stock.list()}
        return Survey(sticks, places, found, materials, versions)

    def _on_looked(self, survey: Survey) -> None:
        self._survey = survey
        rows = offer_rows(survey.found, survey.versions or {}, self._languages.code)
        rows += material_rows(survey.materials)
        self._page.set_offers(rows, [place_name(place) for place in survey.places])
        self.noticed.emit(survey.waiting)

    def _on_unlooked(self, error: Exception) -> None:
        self._looking = False
        logger.warning("sticks could not be looked at: %s", type(error).__name__)

    def _on_making_wanted(self, path: str) -> None:
        for _place, material in self._survey.materials:
            if str(material.folder) == path:
                self.making_wanted.emit(material)

    def _install(self, path: str) -> None:
        title = self._page.line(path).row.title
        self._cancel.clear()
        self._page.begin(title)
        tell = Telling(self._cancel, self._progressed.emit)
        self._tasks.run(
            partial(install_looked_through, self._stock.store, Path(path), tell),
            partial(self._on_installed, title),
            partial(self._on_failed, title),
        )

    def _on_installed(self, title: str, installed: Installed) -> None:
        self._page.end(report_of_success(title, installed))
        self.installed.emit()
        self.look()

    def _on_failed(self, title: str, error: Exception) -> None:
        logger.warning("a pack was not installed: %s", type(error).__name__)
        stopped = isinstance(error, StoppedError)
        report = None if stopped else report_of(title, error, sentence_of(error))
        self._page.end(report)
        self.look()
