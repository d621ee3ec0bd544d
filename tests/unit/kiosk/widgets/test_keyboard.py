"""Every letter that searching needs can be typed by finger, in five languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.settings.kinds import LANGUAGES
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.key_rows import KEY_ROWS
from kiosk.widgets.keyboard import COLUMNS, Key, Keyboard, Special
from kiosk.widgets.text_line import MOST_LETTERS, TextLine


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def keyboard(parent: QWidget) -> Keyboard:
    keyboard = Keyboard(parent)
    keyboard.arrange(900, measure(1080, 1920, 2.7))
    parent.show()
    return keyboard


def press(keyboard: Keyboard, letter: str) -> None:
    QTest.mouseClick(keyboard.key(letter), Qt.MouseButton.LeftButton)


def test_letters_digits_and_blanks_are_typed(
    keyboard: Keyboard, parent: QWidget
) -> None:
    line = TextLine(parent)
    keyboard.typed.connect(line.type)
    keyboard.erased.connect(line.erase)
    entered = []
    keyboard.entered.connect(lambda: entered.append(line.text))
    for letter in ("m", "e", "t", Special.SPACE, "9", "8", Special.ERASE):
        press(keyboard, letter)
    press(keyboard, Special.ENTER)
    assert entered == ["met 9"]


def test_other_languages_have_their_letters(keyboard: Keyboard) -> None:
    typed = []
    keyboard.typed.connect(typed.append)
    seen = []
    for _ in LANGUAGES:
        seen.append(keyboard.language)
        press(keyboard, Special.LANGUAGE)
    assert sorted(seen) == sorted(LANGUAGES)
    assert keyboard.language == "en"

    keyboard.set_language("ru")
    for letter in "ёж":
        press(keyboard, letter)
    keyboard.set_language("de")
    press(keyboard, "ß")
    assert typed == ["ё", "ж", "ß"]
    keyboard.set_language("xx")
    assert keyboard.language == "en"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "diagonal_in"),
    [((1080, 1920), 32.0), ((1920, 1080), 32.0), ((768, 1366), 15.6)],
)
def test_keys_are_large_enough_and_apart(
    parent: QWidget, code: str, size: tuple[int, int], diagonal_in: float
) -> None:
    metrics = measure(*size, px_per_mm(size, diagonal_in))
    keyboard = Keyboard(parent)
    keyboard.set_language(code)
    room = size[0] - 2 * metrics.margin_px if size[0] < size[1] else size[0] // 2
    taken = keyboard.arrange(room, metrics)
    keys = [key for key in keyboard.findChildren(Key) if not key.isHidden()]
    places = [key.geometry() for key in keys]

    assert taken.width() <= room
    for number, place in enumerate(places):
        assert min(place.width(), place.height()) >= metrics.touch_px - 1
        assert keyboard.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])


def test_no_row_is_longer_than_the_keyboard() -> None:
    assert set(KEY_ROWS) == set(LANGUAGES)
    for rows in KEY_ROWS.values():
        letters = "".join(rows)
        assert len(set(letters)) == len(letters)
        assert all(len(row) <= COLUMNS for row in rows)


def test_a_real_keyboard_types_too(parent: QWidget, qtbot: QtBot) -> None:
    line = TextLine(parent)
    entered = []
    line.entered.connect(lambda: entered.append(line.text))
    QTest.keyClicks(line, "Rembrandt X")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert entered == ["Rembrandt "]
    line.set_text("x" * 500)
    assert len(line.text) == MOST_LETTERS


def test_titles_have_capitals_one_at_a_time(parent: QWidget) -> None:
    keyboard = Keyboard(parent, titles=True)
    keyboard.arrange(900, measure(1080, 1920, 2.7))
    parent.show()
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    keyboard.set_language("de")
    press(keyboard, Special.SHIFT)
    assert keyboard.key("ß").text() == "ß"
    for letter in ("ä", "b", Special.SHIFT, Special.SHIFT, "c"):
        press(keyboard, letter)
    assert "".join(typed) == "Äbc"
    assert keyboard.key(Special.ENTER).text() == "Done"
