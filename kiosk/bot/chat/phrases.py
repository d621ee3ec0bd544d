"""The bot's words, in every language, out of ``assets/bot/words.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from kiosk.program import shipped
from kiosk.settings.kinds import LANGUAGES, Language

FILE = shipped("assets/bot/words.toml")
FIRST_ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Around names, so that a title from right to left turns nothing but itself."""

NAMES: Mapping[Language, str] = {
    "en": "English",
    "ru": "Русский",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
}
FALLBACK: Language = "en"
COMMANDS = ("help", "language", "privacy", "delete")
# What is closest for whoever reads none of ours.
_NEAR = {"be": "ru", "kk": "ru", "uk": "ru", "ca": "es", "gl": "es", "lb": "de"}


class Phrases:
    """Sentences by name and language.

    Args:
        file: The TOML file: a table ``words`` of tables with a text per language.
    """

    def __init__(self, file: Path = FILE) -> None:
        self.words: Mapping[str, Mapping[str, str]] = tomllib.loads(
            file.read_text(encoding="utf-8")
        )["words"]

    def say(self, name: str, language: str, **fills: str) -> str:
        """A sentence, as plain text.

        Args:
            name: Which.
            language: Two letters; English where we do not have it.
            **fills: What stands where; data, never markup.
        """
        text = self.words[name][language if language in LANGUAGES else FALLBACK]
        for key, value in fills.items():
            text = text.replace(f"{{{key}}}", f"{FIRST_ISOLATE}{value}{END_ISOLATE}")
        return text.strip()

    def commands(self) -> Mapping[str, Mapping[str, str]]:
        """What each command does, by language; "" is for all other languages."""
        return {
            "" if language == FALLBACK else language: {
                command: self.say(f"command_{command}", language)
                for command in COMMANDS
            }
            for language in LANGUAGES
        }


def language_for(language_code: str) -> str:
    """The language of ours that suits somebody's Telegram.

    Args:
        language_code: Such as ``de-AT``; anything.
    """
    code = language_code[:2].lower()
    code = _NEAR.get(code, code)
    return code if code in get_args(Language) else FALLBACK
