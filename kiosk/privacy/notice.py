"""The words of the kiosk's privacy page, filled in from the settings in force."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.errors import KioskError
from kiosk.privacy.page import PrivacyText
from kiosk.privacy.regions import hands_over, retention_of
from kiosk.program import shipped
from kiosk.settings.kinds import LANGUAGES
from kiosk.settings.schema import Settings

_SINGLE: Final = (
    "heading",
    "kept",
    "not_kept",
    "ask",
    "ask_staff",
    "back",
    "go_on",
)


class PrivacyNotice:
    """The page in all languages.

    Args:
        path: The file; ours if None.

    Raises:
        KioskError: If it is missing, or lacks something.
    """

    def __init__(self, path: Path | None = None) -> None:
        path = path or _our_path()
        try:
            with path.open("rb") as file:
                tables = tomllib.load(file)
            self._tables: Mapping[str, Mapping[str, object]] = MappingProxyType(
                {code: _checked(tables[code]) for code in LANGUAGES}
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KioskError(
                f"The words of the privacy page in '{path.name}' cannot be used. "
                "Restore the folder assets/consent from the release."
            ) from error

    def text(self, language: str, settings: Settings) -> PrivacyText:
        """The page in a language, for what is set now.

        Args:
            language: Its two letters.
            settings: What is in force.
        """
        table = self._tables[language]
        facts = {
            "idle_s": str(settings.visit.idle_s),
            "keep_hours": str(retention_of(settings).picture_hours),
            "sessions_days": str(retention_of(settings).sessions_days),
            "venue": settings.venue.name,
            "contact": settings.privacy.contact,
        }
        told = "ask" if settings.privacy.contact else "ask_staff"
        handed = "kept" if hands_over(settings) else "not_kept"
        points = (
            *_list(table, "points"),
            str(table[handed]),
            *_list(table, "rest"),
            str(table[told]),
        )
        return PrivacyText(
            heading=str(table["heading"]),
            points=tuple(_filled(point, facts) for point in points),
            back=str(table["back"]),
            go_on=str(table["go_on"]),
        )


def _our_path() -> Path:
    """The file ``assets/consent/privacy.toml``."""
    return shipped("assets/consent/privacy.toml")


def _checked(table: Mapping[str, object]) -> Mapping[str, object]:
    for name in _SINGLE:
        if not isinstance(table[name], str) or not table[name]:
            raise ValueError(f"no words for {name}")
    for name in ("points", "rest"):
        if not _list(table, name):
            raise ValueError(f"no words for {name}")
    return table


def _list(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    entries = table[name]
    if not isinstance(entries, list) or not all(isinstance(e, str) for e in entries):
        raise ValueError(f"{name} is no list of sentences")
    return tuple(entries)


def _filled(point: str, facts: Mapping[str, str]) -> str:
    """Fill a sentence in; what the settings hold is never filled in again."""
    parts = point.split("{")
    filled = parts[0]
    for part in parts[1:]:
        name, _, after = part.partition("}")
        filled += facts.get(name, "") + after
    return filled.replace("  ", " ").strip()
