"""The staff area: tabs with pages, a line of what happened, and a way back."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.charts.board import Board as FiguresBoard
from kiosk.screens.base import Screen
from kiosk.screens.staff_pages.board import Board
from kiosk.screens.staff_pages.frame import place_high, place_wide
from kiosk.screens.staff_pages.health import HealthPage
from kiosk.screens.staff_pages.pack_pages import PACK_PAGES, PackPages
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.paintings import PaintingsPage
from kiosk.screens.staff_pages.panels import ClosePanel, PinPanel
from kiosk.screens.staff_pages.ranges import TODAY
from kiosk.screens.staff_pages.settings import SettingsPage
from kiosk.screens.staff_pages.system import SystemPage
from kiosk.screens.staff_pages.today import TodayPage
from kiosk.screens.staff_pages.trends import TrendsPage
from kiosk.staff.facts import (
    ErrorLine,
    HealthFact,
    PaintingRow,
    Rank,
    SettingRow,
    TodayFigures,
)
from kiosk.theme import GOLD, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.pin_pad import ENTER
from kiosk.widgets.tabs import Tab, Tabs

SAID_MS = 8000
STAFF_PAGES = ("paintings", "today", "health", "system")
OWNER_PAGES = ("paintings", "today", "health", "settings", "system")
TRENDS = "trends"
PANELS: Mapping[str, str] = MappingProxyType(
    {"pin": "system", "close": "system", TRENDS: "today"}
    | dict.fromkeys(PACK_PAGES, "paintings")
)
"""From the name of what takes the place of a page to the page that it belongs to."""


class StaffScreen(Screen):
    """What staff and owner see and change.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    left = Signal()
    """Back to the visitors."""
    paintings_changed = Signal(list, list)
    """All keys in their order, and the hidden ones."""
    edit_wanted = Signal(str)
    """A painting shall be edited; carries its key."""
    setting_changed = Signal(str, object)
    """A setting's name and its new value: bool, int or str."""
    maintenance_toggled = Signal(bool)
    """The maintenance sign was switched."""
    bundle_wanted = Signal(str)
    """The log bundle is to be written into this folder."""
    pin_change_wanted = Signal(object, str)
    """A rank and the PIN that was typed twice for it."""
    close_wanted = Signal()
    """The kiosk is to be closed; asked twice."""
    page_shown = Signal(str)
    """A page has come up; time to bring it up to date."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._rank = Rank.STAFF
        self._shown = STAFF_PAGES[0]
        self._heading = Paragraph(self, TEXT)
        self.tabs = Tabs(self)
        self.paintings, self.today = PaintingsPage(), TodayPage()
        self.trends = TrendsPage()
        self.health, self.settings = HealthPage(), SettingsPage()
        self.system = SystemPage()
        self.pin_panel, self.close_panel = PinPanel(), ClosePanel()
        pages: tuple[Page, ...] = (
            self.paintings,
            self.today,
            self.health,
            self.settings,
            self.system,
        )
        named = zip(OWNER_PAGES, pages, strict=True)
        self._boards = {name: Board(page, self) for name, page in named}
        self.pack_pages = PackPages(self.paintings, self)
        panels: dict[str, Page] = {
            "pin": self.pin_panel,
            "close": self.close_panel,
            TRENDS: self.trends,
        }
        for name, panel in {**panels, **self.pack_pages.pages}.items():
            self._boards[name] = Board(panel, self)
        self._said = Paragraph(self, GOLD)
        self.back = WordButton(self, Weight.MAIN)
        self._quiet = QTimer(self, singleShot=True, interval=SAID_MS)
        self._quiet.timeout.connect(lambda: self.say(""))
        self._connect()
        self.retranslate()
        self._show(self._shown)

    def open_for(self, rank: Rank) -> None:
        """Begin anew at the first page, for somebody who has given this PIN."""
        self.say("")
        self.set_rank(rank)
        self._open(STAFF_PAGES[0])

    def set_rank(self, rank: Rank) -> None:
        """Show what this rank may see; a page that it may not is left."""
        self._rank = rank
        self.system.set_rank(rank)
        self._title()
        for board in self._boards.values():
            board.arrange()
        if self._shown not in (*self._names(), *PANELS) or (
            self._shown == "pin" and rank is not Rank.OWNER
        ):
            self._open(STAFF_PAGES[0])
        self._place_all()

    def set_paintings(self, rows: Sequence[PaintingRow]) -> None:
        """Show the paintings in their order."""
        self.paintings.set_paintings(rows)
        self._chain()

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show a painting's small picture wherever it is listed."""
        self.paintings.set_thumbnail(key, image)
        self.today.set_thumbnail(key, image)

    def set_today(self, today: TodayFigures, titles: Mapping[str, str]) -> None:
        """Show today's figures; titles are by the paintings' keys."""
        self.today.set_today(today, titles)

    def set_trends(self, board: FiguresBoard) -> None:
        """Show figures of a range."""
        self.trends.set_board(board)
        self._chain()

    def set_health(
        self, facts: Sequence[HealthFact], errors: Sequence[ErrorLine]
    ) -> None:
        """Show how everything is, and errors with the newest first."""
        self.health.set_health(facts, errors)

    def set_settings(self, rows: Sequence[SettingRow]) -> None:
        """Show the settings as they are in force."""
        self.settings.set_settings(rows)
        self._chain()

    def set_folders(self, folders: Sequence[tuple[str, str]]) -> None:
        """Offer folders to write into: words and path of each."""
        self.system.set_folders(folders)
        self.trends.set_folders(folders)
        self._chain()

    def set_maintenance(self, on: bool) -> None:
        """Show whether the maintenance sign hangs."""
        self.system.set_maintenance(on)

    def say(self, sentence: str) -> None:
        """Say in a short line what has happened; it goes after a while."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        if sentence:
            self._quiet.start()
        else:
            self._quiet.stop()
        self._place_all()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Tabs above the page, or in a column at its left in a wide window."""
        self._heading.set_face(serif(metrics.title_px))
        self._said.set_face(sans(metrics.small_px, strong=True))
        put = place_high if metrics.portrait else place_wide
        room = put(size, metrics, self._heading, self.tabs, self._said, self.back)
        for board in self._boards.values():
            board.setGeometry(room)
            board.apply_metrics(metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._title()
        for board in self._boards.values():
            board.page.retranslate()
            board.arrange()

    def light(self, size: QSize) -> QPointF:
        """Above the words."""
        return QPointF(0.15 * size.width(), 0.1 * size.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Let no tab look as if somebody had come to it by keyboard."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter touches the button that has the focus."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.tabs.tab_chosen.connect(self._open)
        self.back.clicked.connect(self.left)
        self.paintings.paintings_changed.connect(self.paintings_changed)
        self.paintings.edit_wanted.connect(self.edit_wanted)
        self.paintings.grown.connect(self._chain)
        for ranges in (self.today.ranges, self.trends.ranges):
            ranges.value_chosen.connect(self._on_range)
        self.paintings.said.connect(self.say)
        self.settings.setting_changed.connect(self.setting_changed)
        self.system.maintenance_toggled.connect(self.maintenance_toggled)
        self.system.bundle_wanted.connect(self.bundle_wanted)
        self.system.pin_asked.connect(self._ask_pin)
        self.system.close_asked.connect(lambda: self._open("close"))
        self.pin_panel.pin_chosen.connect(self._on_pin)
        self.close_panel.agreed.connect(self.close_wanted)
        self.pack_pages.opened.connect(self._open)
        self.pack_pages.making.edit_wanted.connect(self.edit_wanted)
        for page in self.pack_pages.pages.values():
            page.grown.connect(self._chain)
        for panel in (self.pin_panel, self.close_panel):
            panel.cancelled.connect(lambda: self._open("system"))

    def _title(self) -> None:
        """Say whose area it is and what there is for them."""
        owner = self._rank is Rank.OWNER
        self._heading.setText(
            self.tr("Owner's area") if owner else self.tr("Staff area")
        )
        words = (
            ("paintings", self.tr("Paintings")),
            ("today", self.tr("Today")),
            ("health", self.tr("Health")),
            ("settings", self.tr("Settings")),
            ("system", self.tr("System")),
        )
        self.tabs.set_tabs(words, self._names())
        self.back.setText(self.tr("Back to visitors"))

    def _names(self) -> tuple[str, ...]:
        return OWNER_PAGES if self._rank is Rank.OWNER else STAFF_PAGES

    def _open(self, name: str) -> None:
        self.say("")
        self._show(name)
        self._boards[name].verticalScrollBar().setValue(0)
        self.page_shown.emit(name)

    def _show(self, name: str) -> None:
        focused = self.focusWidget()
        on_tabs = isinstance(focused, Tab)
        on_page = isinstance(focused, QAbstractButton) and any(
            board.isAncestorOf(focused) for board in self._boards.values()
        )
        self._shown = name
        for other, board in self._boards.items():
            board.setVisible(other == name)
        self.tabs.choose(PANELS.get(name, name))
        self._chain()
        stops = self._boards[name].page.stops()
        if on_page and stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.isVisible() and not on_tabs:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_pin(self, rank: Rank) -> None:
        self.pin_panel.ask(rank)
        self._open("pin")
        self.pin_panel.new_pin.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_range(self, value: str) -> None:
        """Show figures of today, or of so many days."""
        self.today.ranges.choose(TODAY)
        if value == TODAY:
            self._open(TODAY)
        else:
            self.trends.ranges.choose(value)
            self._open(TRENDS)

    def _on_pin(self, rank: Rank, pin: str) -> None:
        self._open("system")
        self.pin_change_wanted.emit(rank, pin)

    def _chain(self) -> None:
        """Let the Tab key go through tabs, page and the way back, as they stand."""
        page = self._boards[self._shown].page
        tabs = [self.tabs.tab(name) for name in self.tabs.names]
        stops: list[QWidget] = [*tabs, *page.stops(), self.back]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
