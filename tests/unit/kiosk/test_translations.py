"""The kiosk says everything it has to say in all its languages."""

import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.language import SOURCE_LANGUAGE, translation_file
from kiosk.settings.kinds import LANGUAGES
from kiosk.theme import dress
from tests.every_screen import STATES, EveryScreen
from tests.ink import painted_words

FOLDER = translation_file("ru").parent
CODES = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)
Words = dict[tuple[str, str], str]
LEAST_SCREENS = 60
"""So many sentences at least are seen or named on all screens together."""


@pytest.fixture(scope="module")
def screens(qapp) -> Iterator[EveryScreen]:
    dress(qapp)
    screens = EveryScreen((540, 960), 15.6)
    yield screens
    screens.close()


@pytest.fixture(scope="module")
def update() -> ModuleType:
    """The script that keeps the translations up to date."""
    spec = spec_from_file_location("update_translations", FOLDER / "update.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        for tool in ("pyside6-lupdate", "pyside6-lrelease"):
            module.tool(tool)
    except FileNotFoundError as error:
        pytest.skip(str(error))
    return module


def test_there_is_a_file_for_each_language(update: ModuleType) -> None:
    expected = {f"vernissage_{code}" for code in CODES}

    assert {path.stem for path in FOLDER.glob("*.ts")} == expected
    assert {path.stem for path in FOLDER.glob("*.qm")} == expected
    assert set(update.LANGUAGES) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_all_words_are_translated(code: str) -> None:
    words = read(FOLDER / f"vernissage_{code}.ts")

    assert len(words) > 100
    assert not [key for key, said in words.items() if not said.strip()]
    for (_, source), said in words.items():
        assert places(said) == places(source)
        assert source.endswith("…") == said.endswith("…"), said
        assert source.endswith("?") == said.endswith("?"), said
        assert source.endswith(".") == said.endswith("."), said


@pytest.mark.parametrize("code", CODES)
def test_signs_are_set_as_the_language_wants_them(code: str) -> None:
    words = read(FOLDER / f"vernissage_{code}.ts")
    wrong = {
        "ru": r"[\"'“”]| —",
        "de": r"[\"'«»]| [?!:;]",
        "fr": r"[\"'„]|[^\u00a0][?!:;»]|«[^\u00a0]",
        "es": r"[\"'„“]| [?!:;]|^[^¿]*\?",
    }[code]

    assert not [said for said in words.values() if re.search(wrong, said)]


def test_the_words_are_those_of_the_code(update: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "vernissage_ru.ts"
    update.extract(fresh, "ru")

    expected = set(read(fresh, finished=False))
    for code in CODES:
        assert set(read(FOLDER / f"vernissage_{code}.ts")) == expected


def test_the_files_tell_nothing_of_the_machine() -> None:
    for path in FOLDER.glob("*.ts"):
        assert "<location" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_the_kiosk_reads_what_was_translated(
    update: ModuleType, tmp_path: Path, code: str
) -> None:
    source = FOLDER / f"vernissage_{code}.ts"
    update.release(source, tmp_path / "fresh.qm")
    shipped, fresh = QTranslator(), QTranslator()
    assert shipped.load(str(translation_file(code)))
    assert fresh.load(str(tmp_path / "fresh.qm"))

    for (context, words), said in read(source).items():
        assert shipped.translate(context, words) == said
        assert fresh.translate(context, words) == said
    assert translation_file(code).stat().st_size == (
        (tmp_path / "fresh.qm").stat().st_size
    )


@pytest.mark.parametrize("code", CODES)
def test_no_english_is_left_on_any_screen(screens: EveryScreen, code: str) -> None:
    words = read(FOLDER / f"vernissage_{code}.ts")
    english: dict[str, set[str]] = {}
    for (_, source), said in words.items():
        english.setdefault(pattern(source), set()).add(pattern(said))
    foreign = {source for source, said in english.items() if source not in said}
    seen: set[str] = set()
    screens.speak("en")
    screens.speak(code)
    for name in STATES:
        screens.show(name)
        seen |= said_on(screens)
    screens.speak("en")

    # What is English and the same in this language is not left over.
    assert not {said for said in seen if pattern(said) in foreign}
    told = {pattern(said) for said in words.values()}
    assert len({said for said in seen if pattern(said) in told}) > LEAST_SCREENS


def said_on(screens: EveryScreen) -> set[str]:
    """Everything that is painted, written or named for screen readers."""
    window = screens.window
    said = {ink.words for ink in painted_words(window)}
    for widget in filter(screens.top.isAncestorOf, window.findChildren(QWidget)):
        if not widget.isVisibleTo(window):
            continue
        said.add(widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
    return said


def pattern(words: str) -> str:
    """The words without what is filled in."""
    return re.sub(r"%[sd1-9]|\d+|@\w+|VERNISSAGE\w+", "#", words)


def places(words: str) -> list[str]:
    """What is filled in later."""
    return sorted(re.findall(r"%[A-Za-z0-9]", words))


def read(path: Path, *, finished: bool = True) -> Words:
    """Context, source and translation; what is not finished counts as empty."""
    found: Words = {}
    tree = ElementTree.parse(path)  # noqa: S314 (our own file)
    for context in tree.iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            done = said.get("type") is None or not finished
            key = (context.findtext("name"), message.findtext("source"))
            found[key] = (said.text or "") if done else ""
    return found
