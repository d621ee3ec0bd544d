"""The page for maintenance, the log bundle, PINs and closing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.section import Section
from kiosk.staff.facts import Rank
from kiosk.theme import QUIET_TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.switch import Switch


class SystemPage(Page):
    """What staff do with the kiosk as a whole; the owner can do more."""

    maintenance_toggled = Signal(bool)
    """The maintenance sign was switched."""
    bundle_wanted = Signal(str)
    """Somebody wants the log bundle written into a folder."""
    pin_asked = Signal(object)
    """Somebody wants to change the PIN of a rank."""
    close_asked = Signal()
    """Somebody wants to close the kiosk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rank = Rank.STAFF
        self._folders: dict[str, str] = {}
        self._maintenance = Section(self)
        self.maintenance = Switch(self._maintenance)
        self._bundle = Section(self)
        self.folders = Choice(self._bundle)
        self._path = Paragraph(self._bundle, QUIET_TEXT)
        self.bundle = WordButton(self._bundle)
        self._pins = Section(self)
        self.owner_pin = WordButton(self._pins)
        self.staff_pin = WordButton(self._pins)
        self._closing = Section(self)
        self.close_kiosk = WordButton(self._closing)
        self._connect()
        self.set_rank(Rank.STAFF)
        self.set_folders([])

    def set_rank(self, rank: Rank) -> None:
        """Show what this rank may do."""
        self._rank = rank
        for section in (self._bundle, self._pins):
            section.setVisible(rank is Rank.OWNER)
        self.retranslate()
        self.grown.emit()

    def set_maintenance(self, on: bool) -> None:
        """Show whether the maintenance sign hangs."""
        self.maintenance.setChecked(on)

    def set_folders(self, folders: Sequence[tuple[str, str]]) -> None:
        """Offer folders for the log bundle.

        Args:
            folders: Words and path of each; the first is chosen to begin with.
        """
        self._folders = {path: label for label, path in folders}
        self.folders.set_options([(path, label) for label, path in folders])
        if folders and self.folders.chosen is None:
            self.folders.choose(folders[0][1])
        self.bundle.setEnabled(bool(folders))
        self.retranslate()
        self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        self.maintenance.apply_metrics(metrics)
        for button in (self.bundle, self.owner_pin, self.staff_pin, self.close_kiosk):
            button.apply_metrics(metrics, width_px)
        self._path.set_face(sans(metrics.small_px))
        y = self._maintenance.arrange(width_px, metrics, [self.maintenance])
        self._maintenance.move(0, 0)
        beneath: list[tuple[Section, list[QWidget]]] = []
        if self._rank is Rank.OWNER:
            self.folders.arrange(width_px, metrics)
            self._path.height_in(width_px)
            beneath = [
                (self._bundle, [self.folders, self._path, self.bundle]),
                (self._pins, [self.owner_pin, self.staff_pin]),
            ]
        beneath.append((self._closing, [self.close_kiosk]))
        for section, things in beneath:
            section.move(0, y)
            y += section.arrange(width_px, metrics, things)
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._maintenance.say(
            self.tr("Maintenance"),
            self.tr("Visitors see a sign instead of the paintings."),
        )
        self.maintenance.setAccessibleName(self.tr("Maintenance"))
        self._bundle.say(
            self.tr("Log bundle"),
            self.tr("Notes of the kiosk for support. They hold no picture of anybody.")
            if self._folders
            else self.tr("There is no folder to write into. Plug in a memory stick."),
        )
        self.folders.setAccessibleName(self.tr("Folder for the log bundle"))
        self._path.setText(self.folders.chosen or "")
        self.bundle.setText(self.tr("Write the log bundle"))
        self._pins.say(self.tr("PINs"), "")
        self.owner_pin.setText(self.tr("Change the owner's PIN"))
        self.staff_pin.setText(self.tr("Change the staff PIN"))
        self._closing.say(self.tr("The kiosk"), "")
        self.close_kiosk.setText(self.tr("Close the kiosk"))

    def _connect(self) -> None:
        self.maintenance.clicked.connect(self.maintenance_toggled)
        self.folders.value_chosen.connect(lambda _path: self._show_path())
        self.bundle.clicked.connect(self._want_bundle)
        self.owner_pin.clicked.connect(lambda: self.pin_asked.emit(Rank.OWNER))
        self.staff_pin.clicked.connect(lambda: self.pin_asked.emit(Rank.STAFF))
        self.close_kiosk.clicked.connect(self.close_asked)

    def _show_path(self) -> None:
        self._path.setText(self.folders.chosen or "")
        self.grown.emit()

    def _want_bundle(self) -> None:
        if self.folders.chosen is not None:
            self.bundle_wanted.emit(self.folders.chosen)
