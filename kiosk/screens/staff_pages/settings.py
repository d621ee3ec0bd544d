"""The page with the settings that can be changed while visitors come and go."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.setting_line import SettingLine
from kiosk.staff.facts import SettingRow
from kiosk.theme import Metrics
from kiosk.widgets.languages import own_name

CAMERA = "camera:"
"""What the names of cameras begin with among other sources."""


class SettingsPage(Page):
    """One line for each setting, in words instead of its name in the file."""

    setting_changed = Signal(str, object)
    """Somebody has changed a setting: its name and its new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SettingLine] = []

    def line(self, name: str) -> SettingLine:
        """The line of a setting."""
        return next(line for line in self._lines if line.row.name == name)

    def set_settings(self, rows: Sequence[SettingRow]) -> None:
        """Show these settings; lines whose kind stays the same are kept."""
        before = {_shape(line.row): line for line in self._lines}
        self._lines = []
        for row in rows:
            line = before.pop(_shape(row), None) or self._new_line(row)
            line.set_row(row)
            self._lines.append(line)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        self.retranslate()
        self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for line in self._lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        titles, options = self._titles(), self._options()
        for line in self._lines:
            name = line.row.name
            line.say(
                titles.get(name, name),
                self._sources(line.row) if name == "camera.source" else options,
                self._tries if name == "visit.most_retakes" else self._seconds,
            )

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through: line after line."""
        stops: list[QWidget] = []
        for line in self._lines:
            inside = line.control.findChildren(QWidget)
            stops += inside or [line.control]
        return stops

    def _new_line(self, row: SettingRow) -> SettingLine:
        line = SettingLine(row, self)
        name = row.name
        line.changed.connect(lambda value: self.setting_changed.emit(name, value))
        line.show()
        return line

    def _titles(self) -> Mapping[str, str]:
        return {
            "visit.auto_shutter": self.tr(
                "The portrait takes itself when the pose matches"
            ),
            "visit.pose_guide": self.tr("Show how the painted head is turned"),
            "visit.hints": self.tr("Hints during the pose"),
            "visit.countdown_s": self.tr("Countdown before the portrait"),
            "visit.most_retakes": self.tr("How often a portrait may be taken again"),
            "visit.idle_s": self.tr("A visitor who does nothing is forgotten after"),
            "visit.language": self.tr("Language at the start of a visit"),
            "screen.reduced_motion": self.tr("Less motion on the screen"),
            "camera.source": self.tr("Camera"),
            "engine.name": self.tr("How faces are painted"),
        }

    def _options(self) -> Mapping[str, str]:
        languages = {code: own_name(code) for code in ("en", "ru", "de", "fr", "es")}
        return languages | {
            "one": self.tr("One at a time"),
            "all": self.tr("All together"),
            "off": self.tr("None"),
            "mesh": self.tr("Our own engine"),
            "insightface": "InsightFace",
            "hybrid": self.tr("Hybrid"),
        }

    def _sources(self, row: SettingRow) -> Mapping[str, str]:
        """Words for cameras: the first, named and numbered ones; others as they are."""
        numbered = self.tr("Camera %1")
        words = {source: source.removeprefix(CAMERA) for source in row.choices}
        for source, name in words.items():
            if name.isdecimal():
                words[source] = numbered.replace("%1", name)
        return words | {
            "": self.tr("First camera"),
            "demo": self.tr("Demonstration"),
        }

    def _seconds(self, number: int) -> str:
        return self.tr("%1 s").replace("%1", str(number))

    def _tries(self, number: int) -> str:
        return str(number) if number else self.tr("No limit")


def _shape(row: SettingRow) -> tuple[object, ...]:
    """What a line can not change once it is made."""
    return row.name, row.choices, type(row.value)
