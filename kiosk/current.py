"""The settings in force, which staff may change while the kiosk runs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from PySide6.QtCore import QObject, Signal

from kiosk.settings.read import Loaded, load_or_default
from kiosk.settings.schema import Settings
from kiosk.settings.write import change_settings

COMMAND_LINE = "the command line"


class CurrentSettings(QObject):
    """Holds the settings and tells when they change.

    Args:
        loaded: What file and environment say.
        mistakes: What is wrong with them, for staff; empty if nothing is.
        given: From section and field to what the command line says, which wins.
        parent: Its owner.
    """

    changed = Signal()
    """Other settings are in force now."""

    def __init__(
        self,
        loaded: Loaded,
        mistakes: str = "",
        given: Mapping[tuple[str, str], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._loaded, self._mistakes = loaded, mistakes
        self._given = dict(given or {})
        self._now = self._with_given(loaded.settings)

    @property
    def now(self) -> Settings:
        """What is in force."""
        return self._now

    @property
    def mistakes(self) -> str:
        """What is wrong with the file or the environment; empty if nothing is."""
        return self._mistakes

    def fixed_by(self, name: str) -> str:
        """What decides a setting whatever staff choose; empty where they may.

        Args:
            name: As in the file: ``visit.auto_shutter``.
        """
        section, _, field = name.partition(".")
        if (section, field) in self._given:
            return COMMAND_LINE
        return self._loaded.fixed_by.get(name, "")

    def write(self, values: Mapping[str, object]) -> tuple[Loaded, str]:
        """Write settings into the file; waits for the disk, so not for Qt's thread.

        Args:
            values: From names as in the file to what they shall be.

        Returns:
            What :meth:`take` puts in force.

        Raises:
            SettingsError: If a value is wrong or the file cannot be written; the file
                stays as it was.
        """
        change_settings(self._loaded.path, values)
        return load_or_default(self._loaded.path)

    def take(self, read: tuple[Loaded, str]) -> None:
        """Put in force what was written."""
        self._loaded, self._mistakes = read
        self._now = self._with_given(self._loaded.settings)
        self.changed.emit()

    @classmethod
    def usual(
        cls, path: Path, given: Mapping[tuple[str, str], object] | None = None
    ) -> Self:
        """The defaults, whatever the user's file and the environment say.

        Args:
            path: Where changes are written to, once somebody changes something.
            given: From section and field to what is asked for.
        """
        return cls(Loaded(Settings(), path), given=given)

    def _with_given(self, settings: Settings) -> Settings:
        for (section, field), value in self._given.items():
            part = getattr(settings, section).model_copy(update={field: value})
            settings = settings.model_copy(update={section: part})
        return settings
