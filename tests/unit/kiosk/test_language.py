"""Translations made by Qt's own tool, installed into the real application."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

import kiosk.language
from kiosk.language import Languages, translation_file
from kiosk.program import shipped

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}">
<context><name>Test</name>
<message><source>Hello</source><translation>{hello}</translation></message>
</context>
</TS>
"""
CODES = ("en", "de", "fr", "ru")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """German and French are there, Russian is not."""
    folder = tmp_path_factory.mktemp("translations")
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    for code, hello in (("de", "Hallo"), ("fr", "Bonjour")):
        source = folder / f"{code}.ts"
        source.write_text(TS.format(code=code, hello=hello), encoding="utf-8")
        out = folder / f"vernissage_{code}.qm"
        subprocess.run(  # noqa: S603 (Qt's tool on our file)
            [tool, source, "-qm", out], check=True, capture_output=True
        )
    return folder


@pytest.fixture
def languages(qapp, folder, monkeypatch):
    monkeypatch.setattr(
        kiosk.language,
        "translation_file",
        lambda code: folder / f"vernissage_{code}.qm",
    )
    languages = Languages("en", CODES)
    usual_locale = QLocale()
    yield languages
    languages.use("en")
    QLocale.setDefault(usual_locale)


def hello():
    return QCoreApplication.translate("Test", "Hello")


def test_english_is_spoken_first(languages):
    assert (languages.code, languages.offered) == ("en", CODES)
    assert hello() == "Hello"


def test_another_language_is_spoken_at_once_and_only_that_one(languages, qtbot):
    with qtbot.waitSignal(languages.changed) as told:
        languages.use("de")
    assert told.args == ["de"]
    assert (languages.code, hello()) == ("de", "Hallo")
    languages.use("fr")
    assert hello() == "Bonjour"
    languages.use("en")
    assert hello() == "Hello"


def test_who_is_told_of_the_change_finds_the_new_words(languages):
    heard = []
    languages.changed.connect(lambda _code: heard.append(hello()))
    for code in ("de", "fr", "en"):
        languages.use(code)
    assert heard == ["Hallo", "Bonjour", "Hello"]


def test_the_last_word_that_a_screen_hears_is_the_new_one(languages, qtbot):
    """Two translators are in force for a moment; the old one must not be heard last."""

    class Greeting(QWidget):
        said = ""

        def changeEvent(self, event):
            if event.type() == event.Type.LanguageChange:
                self.said = hello()

    greeting = Greeting()
    qtbot.addWidget(greeting)
    for code, word in (("de", "Hallo"), ("fr", "Bonjour"), ("de", "Hallo")):
        languages.use(code)
        qtbot.waitUntil(lambda word=word: greeting.said == word)
    languages.use("en")
    qtbot.waitUntil(lambda: greeting.said == "Hello")


def test_numbers_and_dates_follow(languages):
    languages.use("de")
    assert QLocale().language() is QLocale.Language.German
    languages.use("en")
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize("code", ["", "xx", "DE", "../de", "es"])
def test_an_unknown_language_changes_nothing(languages, qtbot, code):
    languages.use("de")
    with qtbot.assertNotEmitted(languages.changed):
        languages.use(code)
    assert (languages.code, hello()) == ("de", "Hallo")


def test_the_same_language_again_is_no_change(languages, qtbot):
    languages.use("de")
    with qtbot.assertNotEmitted(languages.changed):
        languages.use("de")


def test_a_missing_translation_is_logged_and_english_is_shown(languages, caplog):
    languages.use("de")
    with caplog.at_level(logging.ERROR):
        languages.use("ru")
    assert (languages.code, hello()) == ("ru", "Hello")
    (record,) = caplog.records
    assert record.fields == {"language": "ru"}
    languages.use("de")
    assert hello() == "Hallo"


def test_a_damaged_translation_is_a_missing_one(languages, folder, caplog):
    (folder / "vernissage_ru.qm").write_bytes(b"no translation")
    try:
        languages.use("ru")
    finally:
        (folder / "vernissage_ru.qm").unlink()
    assert hello() == "Hello"
    assert "missing" in caplog.text


def test_after_a_visitor_the_usual_language_is_spoken_again(languages):
    languages.use("fr")
    languages.reset()
    assert (languages.code, hello()) == ("en", "Hello")


def test_other_settings_count_from_the_next_reset_on(languages):
    languages.use("fr")
    languages.offer("de", ("de", "en"))
    assert (languages.code, languages.offered) == ("fr", ("de", "en"))
    languages.reset()
    assert languages.code == "de"


def test_translations_lie_with_the_other_assets():
    assert translation_file("de") == shipped("assets/translations/vernissage_de.qm")
