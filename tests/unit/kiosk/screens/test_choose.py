from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.choose import ChooseScreen
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.card import CardText

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768)]
CODES = ("en", "ru", "de", "fr", "es")


def _texts(count: int = 7, title: str = "Gentleman with a ruff") -> list[CardText]:
    return [
        CardText(
            f"old/{n}",
            f"{title} {n}",
            "Somebody",
            "1650",
            "Museum of Painted Faces",
            ("Renaissance", "Baroque", "Modern")[n % 3],
        )
        for n in range(count)
    ]


@pytest.fixture(params=SIZES, ids=str)
def screen(
    request: pytest.FixtureRequest, dressed: QApplication, qtbot: QtBot
) -> ChooseScreen:
    size = request.param
    screen = ChooseScreen(px_per_mm(size, 32))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_reduced_motion(reduced=True)
    screen.set_languages(CODES, "en")
    screen.set_paintings(_texts())
    screen.show()
    return screen


@pytest.fixture
def long_words(dressed: QApplication) -> Iterator[None]:
    """Every word of ours half as long again, as Russian and German may be."""

    class Longer(QTranslator):
        def translate(self, _context, source, _note=None, _n=-1) -> str:
            return source + " " + "ш" * (len(source) // 2)

        def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
            return False

    translator = Longer()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


def _parts(screen: ChooseScreen) -> list[QWidget]:
    parts = (screen.heading, screen.languages, screen.chips, screen.pager)
    return [
        part
        for part in (*parts, screen.leave, screen.turner)
        if part.isVisibleTo(screen)
    ]


def test_a_touch_chooses_and_marks(screen: ChooseScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.painting_chosen) as told:
        qtbot.mouseClick(screen.pager.card("old/1"), Qt.MouseButton.LeftButton)

    assert told.args == ["old/1"]
    assert screen.pager.chosen == "old/1"


def test_a_touch_is_answered_within_a_tenth_of_a_second(
    screen: ChooseScreen, qtbot: QtBot
) -> None:
    card = screen.pager.card("old/0")
    QTest.mousePress(card, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(card.isDown, timeout=100)


def test_the_visitor_may_leave_or_change_the_language(
    screen: ChooseScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.left):
        qtbot.mouseClick(screen.leave, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.language_chosen) as told:
        screen.languages._buttons[2].click()

    assert told.args == ["de"]


def test_pages_are_turned_by_buttons_and_by_swiping(
    screen: ChooseScreen, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.turner.next, Qt.MouseButton.LeftButton)
    assert screen.pager.page == 1
    assert not screen.turner.next.isEnabled()
    qtbot.mouseClick(screen.turner.previous, Qt.MouseButton.LeftButton)
    assert screen.pager.page == 0

    card = screen.pager.card("old/0")
    start = card.rect().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    for x in (40, 200, 420):
        QTest.mouseMove(card, start - QPoint(x, 0))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=start - QPoint(420, 0))
    assert screen.pager.page == 1


def test_a_category_shows_only_its_paintings(
    screen: ChooseScreen, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.chips.chip(2), Qt.MouseButton.LeftButton)
    assert screen.pager.keys == ("old/1", "old/4")
    assert not screen.turner.isVisible()

    qtbot.mouseClick(screen.chips.chip(0), Qt.MouseButton.LeftButton)
    assert len(screen.pager.keys) == 7


def test_one_category_is_no_choice(screen: ChooseScreen) -> None:
    screen.set_paintings([CardText(f"old/{n}", "A", "", "", "", "Old") for n in "ab"])

    assert not screen.chips.isVisible()


def test_another_language_keeps_category_pictures_and_mark(
    screen: ChooseScreen, qtbot: QtBot, plain_image: Callable[[int, int, str], QImage]
) -> None:
    for n in range(7):
        screen.set_thumbnail(f"old/{n}", plain_image(30, 40, "red"))
    assert screen.complete
    screen.chips.chip(1).click()
    screen.mark("old/3")
    screen.set_paintings(
        [
            CardText(text.key, "Titel", "", "", "", f"Deutsch {text.category}")
            for text in _texts()
        ]
    )

    assert screen.complete
    assert screen.pager.chosen == "old/3"
    assert screen.pager.keys == ("old/0", "old/3", "old/6")
    assert screen.chips.chip(1).text() == "Deutsch Renaissance"
    assert screen.pager.card("old/3").accessibleName() == "Titel"


def test_marking_nothing_begins_anew(screen: ChooseScreen) -> None:
    screen.mark("old/6")
    screen.chips.chip(1).click()
    screen.mark(None)

    assert screen.pager.chosen is None
    assert (screen.chips.chosen, screen.pager.page) == (0, 0)
    assert len(screen.pager.keys) == 7


@pytest.mark.parametrize("count", [0, 1, 7, 40])
def test_any_number_of_paintings_has_its_place(
    screen: ChooseScreen, count: int
) -> None:
    screen.set_paintings(_texts(count))
    parts = _parts(screen)

    assert screen.nothing.isVisible() == (count == 0)
    assert screen.turner.isVisible() == (count > 4)
    for number, part in enumerate(parts):
        assert screen.rect().contains(part.geometry())
        for other in parts[:number]:
            assert not part.geometry().intersects(other.geometry())


def test_everything_that_is_touched_is_large_enough(screen: ChooseScreen) -> None:
    touch_px = measure(screen.width(), screen.height(), screen._px_per_mm).touch_px

    buttons = [b for b in screen.findChildren(QAbstractButton) if b.isVisible()]
    assert len(buttons) >= 7 + 5 + 4 + 1 + 2
    for button in buttons:
        assert min(button.width(), button.height()) >= touch_px, button
        assert button.accessibleName() or button.text()


def test_long_words_fit(screen: ChooseScreen, long_words: None) -> None:
    screen.set_paintings(_texts(title="Кавалер в гофрированном воротнике"))
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()

    assert "ш" in screen.heading.text()
    assert not any(line.endswith("…") for line in screen.heading.lines)
    parts = _parts(screen)
    for number, part in enumerate(parts):
        assert screen.rect().contains(part.geometry())
        for other in parts[:number]:
            assert not part.geometry().intersects(other.geometry())
    for key in screen.pager.keys:
        card = screen.pager.card(key)
        assert not card._laid_out(screen._metrics()).cut()


def test_the_way_out_speaks_the_language_in_force(
    screen: ChooseScreen, long_words: None
) -> None:
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))

    assert screen.leave.text() == "Leave шш"
