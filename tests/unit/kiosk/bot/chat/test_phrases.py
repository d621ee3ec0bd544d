import re
import tomllib

import pytest

from kiosk.bot.chat.phrases import FILE, NAMES, Phrases, language_for
from kiosk.settings.kinds import LANGUAGES

WORDS = tomllib.loads(FILE.read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize("name", WORDS)
def test_every_sentence_is_there_in_every_language(name: str) -> None:
    texts = WORDS[name]

    assert set(texts) == set(LANGUAGES)
    assert len(set(texts.values())) == len(LANGUAGES)
    for text in texts.values():
        assert text.strip()
        assert len(text) < 4096
        assert set(re.findall(r"\{\w+\}", text)) == set(
            re.findall(r"\{\w+\}", texts["en"])
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_named_as_they_are(language: str) -> None:
    for command in ("/delete", "/language", "/privacy"):
        assert command in WORDS["help"][language]


def test_names_are_isolated_from_the_sentence() -> None:
    told = Phrases().say("caption", "en", title="\u05d0")

    assert "\u2068\u05d0\u2069" in told


def test_every_language_has_its_name() -> None:
    assert set(NAMES) == set(LANGUAGES)


def test_a_language_that_we_lack_is_english() -> None:
    assert Phrases().say("language", "xx") == Phrases().say("language", "en")
    assert language_for("zh-Hans") == "en"
    assert language_for("DE") == "de"
