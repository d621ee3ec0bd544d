from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.privacy.consent import ConsentText, read_consent
from kiosk.screens.consent import ConsentScreen
from kiosk.theme import px_per_mm
from kiosk.widgets.languages import LanguageButton
from kiosk.widgets.sentences import Sentence

Make = Callable[..., ConsentScreen]
CODES = ["en", "ru", "de", "fr", "es"]
SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768)]
SCREENS = [(size, inches) for size in SIZES for inches in (10, 32)]
SCREENS += [((1080, 1920), 15), ((1080, 1920), 55), ((2160, 3840), 32)]
TEXTS = read_consent()


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Make:
    def make(
        size: tuple[int, int], text: ConsentText = TEXTS["en"], diagonal_in: int = 32
    ) -> ConsentScreen:
        screen = ConsentScreen(px_per_mm(size, diagonal_in))
        qtbot.addWidget(screen)
        screen.set_languages(CODES, "en")
        screen.resize(*size)
        screen.show()
        screen.show_consent(text)
        return screen

    return make


def test_says_everything_that_was_agreed_on(make: Make) -> None:
    screen, text = make(SIZES[0]), TEXTS["en"]

    assert screen._heading.text() == text.heading
    assert tuple(p.accessibleName() for p in screen._points) == text.points
    assert screen._guardian.accessibleName() == text.guardian
    assert screen._guardian.isVisible()
    assert screen.agree.text() == text.agree
    assert screen.decline.text() == text.decline
    assert screen._version.text() == text.version


def test_yes_and_no_are_told_apart(make: Make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    with qtbot.assertNotEmitted(screen.declined), qtbot.waitSignal(screen.agreed):
        qtbot.mouseClick(screen.agree, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(screen.agreed), qtbot.waitSignal(screen.declined):
        qtbot.mouseClick(screen.decline, Qt.MouseButton.LeftButton)


def test_nothing_but_the_buttons_agrees(make: Make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    for widget in (screen, *screen._points, screen._guardian):
        with (
            qtbot.assertNotEmitted(screen.agreed),
            qtbot.assertNotEmitted(screen.declined),
        ):
            qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_fits_in_every_language(
    make: Make, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in=diagonal_in)
    for text in TEXTS.values():
        screen.show_consent(text)

        assert " ".join(screen._heading.lines) == text.heading
        for sentence in (*screen._points, screen._guardian):
            _assert_whole(sentence)
            assert sentence.letters_px >= screen._metrics().small_px
        for button in (screen.agree, screen.decline):
            lines, font = button._lines()
            measure = QFontMetricsF(font)
            assert " ".join(lines) == button.text()
            words_px = max(measure.horizontalAdvance(line) for line in lines)
            assert words_px <= button.width() - button.height() // 2
            assert len(lines) * measure.height() <= button.height()
        _assert_apart_and_inside(screen)


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_no_is_as_large_as_yes_and_both_are_in_reach(
    make: Make, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in=diagonal_in)
    yes, no = screen.agree.geometry(), screen.decline.geometry()
    touch_px = screen._metrics().touch_px

    assert yes.size() == no.size()
    assert yes.y() == no.y() > size[1] // 2
    assert min(yes.width(), yes.height()) >= touch_px
    for button in screen.findChildren(LanguageButton):
        assert min(button.width(), button.height()) >= touch_px


def test_a_language_may_be_chosen_here_too(make: Make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    with qtbot.waitSignal(screen.language_chosen) as chosen:
        qtbot.mouseClick(
            screen.findChildren(LanguageButton)[2], Qt.MouseButton.LeftButton
        )
    assert chosen.args == ["de"]


def test_another_language_replaces_every_word(make: Make) -> None:
    screen = make(SIZES[1])
    screen.show_consent(TEXTS["ru"])

    assert screen._heading.text() == TEXTS["ru"].heading
    visible = [s for s in screen.findChildren(Sentence) if s.isVisible()]
    assert len(visible) == len(TEXTS["ru"].points) + 1
    assert {s.accessibleName() for s in visible} == {
        *TEXTS["ru"].points,
        TEXTS["ru"].guardian,
    }


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_longest_words_that_are_allowed_fit(
    make: Make, size: tuple[int, int]
) -> None:
    long = ("Sehrlangeswort " * 8)[:110].strip()
    text = ConsentText(
        version="12-0123abcd",
        heading=("Gemäldegalerie " * 4)[:50].strip(),
        points=(long,) * 5,
        guardian=long,
        agree="Ja, malen Sie mich doch bitte",
        decline="Nein, ich möchte lieber nicht",
    )
    screen = make(size, text)

    for sentence in (*screen._points, screen._guardian):
        _assert_whole(sentence)
    _assert_apart_and_inside(screen)


def _assert_whole(sentence: Sentence) -> None:
    words = sentence._words
    assert " ".join(words.lines) == sentence.accessibleName()
    measure = QFontMetricsF(words.set_in).horizontalAdvance
    assert max(map(measure, words.lines)) <= words.width()
    assert sentence.rect().contains(words.geometry())


def _assert_apart_and_inside(screen: ConsentScreen) -> None:
    widgets: list[QWidget] = [
        screen._heading,
        *screen._points,
        screen._guardian,
        screen.agree,
        screen.decline,
        screen._languages,
    ]
    places = [widget.geometry() for widget in widgets]
    for number, place in enumerate(places):
        assert screen.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])


def test_where_the_law_asks_the_age_is_asked_before_the_camera(qtbot):
    text = read_consent(region="us-il", adult_age=18)["en"]
    screen = ConsentScreen(2.0)
    qtbot.addWidget(screen)
    screen.resize(540, 960)
    screen.show_consent(text)
    screen.show()
    said = []
    screen.agreed.connect(lambda: said.append("yes"))

    screen.agree.click()

    assert said == []
    assert screen.agree.text() == "Yes, I am 18 or older"
    assert screen.with_adult.isVisible()
    assert screen.decline.isVisible()
    assert not screen.with_adult.geometry().intersects(screen.agree.geometry())
    screen.with_adult.click()
    screen.agree.click()
    assert said == ["yes", "yes"]

    screen.show_consent(text)
    assert not screen.with_adult.isVisible()
    assert screen.agree.text() == text.agree
