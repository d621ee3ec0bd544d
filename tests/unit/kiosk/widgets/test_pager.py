from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.card import CardText
from kiosk.widgets.pager import Pager

METRICS = measure(1080, 1920, 2.7)
SIZE = (1080, 1500)


def _texts(count: int, title: str = "Painting") -> list[CardText]:
    return [
        CardText(f"pack/{n}", f"{title} {n}", "Somebody", "1650") for n in range(count)
    ]


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(*SIZE)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def pager(parent: QWidget) -> Pager:
    pager = Pager(parent)
    pager.resize(*SIZE)
    pager.apply_metrics(METRICS)
    pager.set_paintings(_texts(7))
    parent.show()
    return pager


def _touch(widget: QWidget, by: QPoint, steps: int = 8) -> None:
    """Move a finger on a real touch screen as Qt sees it."""
    finger, start = QTest.createTouchDevice(), widget.rect().center()
    QTest.touchEvent(widget, finger).press(0, start, widget).commit()
    for step in range(1, steps + 1):
        point = start + by * step / steps
        QTest.touchEvent(widget, finger).move(0, point, widget).commit()
    QTest.touchEvent(widget, finger).release(0, start + by, widget).commit()


def _seen(pager: Pager) -> list[str]:
    cards = {
        key: pager._deck.cards[key] for key in pager.keys if key in pager._deck.cards
    }
    return [
        key
        for key, card in cards.items()
        if pager.rect().contains(card.mapTo(pager, card.rect().center()))
    ]


def test_a_touch_chooses_and_marks_at_once(pager: Pager, qtbot: QtBot) -> None:
    marked = []
    pager.painting_chosen.connect(lambda key: marked.append((key, pager.chosen)))
    _touch(pager.card("pack/1"), QPoint(3, 2))
    qtbot.mouseClick(pager.card("pack/2"), Qt.MouseButton.LeftButton)

    assert marked == [("pack/1", "pack/1"), ("pack/2", "pack/2")]


def test_a_press_shows_before_the_finger_leaves(pager: Pager) -> None:
    card = pager.card("pack/1")
    before = card.grab().toImage()
    QTest.mousePress(card, Qt.MouseButton.LeftButton)

    assert card.isDown()
    assert card.grab().toImage() != before
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)


def test_a_swipe_turns_the_page_and_chooses_nothing(pager: Pager, qtbot: QtBot) -> None:
    chosen = []
    pager.painting_chosen.connect(chosen.append)
    assert _seen(pager) == ["pack/0", "pack/1", "pack/2", "pack/3"]

    _touch(pager.card("pack/1"), QPoint(-300, 10))
    qtbot.waitUntil(lambda: _seen(pager) == ["pack/4", "pack/5", "pack/6"])
    _touch(pager.card("pack/5"), QPoint(300, 10))
    qtbot.waitUntil(lambda: _seen(pager) == ["pack/0", "pack/1", "pack/2", "pack/3"])

    assert chosen == []


def test_pages_follow_the_finger_and_fall_back(pager: Pager, qtbot: QtBot) -> None:
    card = pager.card("pack/0")
    x = card.mapTo(pager, QPoint(0, 0)).x()
    start = card.rect().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(card, start - QPoint(50, 0))
    assert card.mapTo(pager, QPoint(0, 0)).x() == x - 50

    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=start)
    qtbot.waitUntil(lambda: card.mapTo(pager, QPoint(0, 0)).x() == x)
    assert pager.page == 0


def test_there_is_nothing_beyond_the_ends(pager: Pager) -> None:
    pager.set_reduced_motion(reduced=True)
    pager.turn_to(99)
    assert (pager.page, _seen(pager)) == (1, ["pack/4", "pack/5", "pack/6"])
    _touch(pager.card("pack/5"), QPoint(-300, 0))
    assert pager.page == 1
    pager.turn_to(-5)
    assert pager.page == 0


def test_without_motion_pages_change_at_once(pager: Pager) -> None:
    pager.set_reduced_motion(reduced=True)
    pager.turn_to(1)

    assert _seen(pager) == ["pack/4", "pack/5", "pack/6"]


def test_marking_turns_to_the_page(pager: Pager) -> None:
    pager.mark("pack/6")
    assert (pager.page, pager.chosen) == (1, "pack/6")
    pager.mark("other/one")
    assert pager.chosen is None
    pager.mark(None)
    assert pager.chosen is None


def test_other_words_keep_pictures_mark_and_page(
    pager: Pager, plain_image: Callable[[int, int, str], QImage]
) -> None:
    for key in pager.keys:
        pager.set_thumbnail(key, plain_image(30, 40, "red"))
    pager.mark("pack/5")
    card = pager.card("pack/5")
    pager.set_paintings(_texts(7, "Gemälde"))

    assert pager.complete
    assert pager.chosen == "pack/5"
    assert pager.page == 1
    assert pager.card("pack/5") is card
    assert card.accessibleName() == "Gemälde 5, Somebody, 1650"


def test_only_some_may_be_offered(pager: Pager) -> None:
    pager.turn_to(1)
    pager.offer_only(["pack/2", "pack/6"])
    assert pager.keys == ("pack/2", "pack/6")
    assert (pager.page, pager.page_count) == (0, 1)
    assert _seen(pager) == ["pack/2", "pack/6"]
    with pytest.raises(KeyError):
        pager.card("pack/0")

    pager.offer_only(None)
    assert pager.page_count == 2
    assert pager.card("pack/0").isVisible()


@pytest.mark.parametrize("count", [0, 1, 7, 40])
def test_cards_are_large_enough_and_apart(pager: Pager, count: int) -> None:
    pager.set_paintings(_texts(count))
    found = {}
    for page in range(pager.page_count):
        pager.turn_to(page)
        found |= {key: card.geometry() for key, card in pager._deck.cards.items()}
    places = list(found.values())

    assert len(places) == count
    for number, place in enumerate(places):
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert not any(place.intersects(other) for other in places[:number])


def test_the_keyboard_reaches_every_card(pager: Pager, qtbot: QtBot) -> None:
    window = pager.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pager.card("pack/0").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    assert window.focusWidget() is pager.card("pack/5")
    assert pager.page == 1
    QTest.keyClick(pager.card("pack/5"), Qt.Key.Key_Space)
    assert pager.chosen == "pack/5"


def test_hundreds_of_paintings_need_a_few_cards(
    pager: Pager, plain_image: Callable[[int, int, str], QImage]
) -> None:
    wanted: list[list[str]] = []
    pager.pictures_wanted.connect(wanted.append)
    pager.set_paintings(_texts(500))
    assert wanted[-1] == [f"pack/{n}" for n in range(18)]

    seen = []
    for page in range(pager.page_count):
        pager.turn_to(page)
        for key in wanted[-1]:
            pager.set_thumbnail(key, plain_image(30, 40, "red"))
        assert pager.complete
        assert len(pager._board.children()) <= 4 * 9
        seen += [
            key
            for key, card in pager._deck.cards.items()
            if card.x() // pager.width() == page and card.isVisible()
        ]
    assert seen == [f"pack/{n}" for n in range(500)]


def test_a_card_that_stands_for_another_painting_forgets_the_first(
    pager: Pager, plain_image: Callable[[int, int, str], QImage], qtbot: QtBot
) -> None:
    pager.set_paintings(_texts(500))
    pager.set_thumbnail("pack/0", plain_image(30, 40, "red"))
    card = pager.card("pack/0")
    pager.mark("pack/0")
    pager.mark("pack/400")
    chosen = []
    pager.painting_chosen.connect(chosen.append)
    key = card.text_shown.key
    assert key != "pack/0"
    assert not card.has_thumbnail
    assert not card.isChecked()
    assert pager.card("pack/400").isChecked()
    qtbot.mouseClick(pager.card("pack/400"), Qt.MouseButton.LeftButton)
    assert chosen == ["pack/400"]


def test_no_card_is_made_while_a_page_turns_but_a_finger_finds_them(
    pager: Pager, qtbot: QtBot
) -> None:
    pager.set_paintings(_texts(40))
    beyond = [f"pack/{n}" for n in range(18, 27)]
    pager.turn_to(1)
    assert not pager._deck.has(beyond[:1])
    pager._on_dragged(-30)
    assert pager._deck.has(beyond)

    pager.turn_to(2)
    assert not pager._deck.has(["pack/27"])
    qtbot.waitUntil(lambda: pager._deck.has(["pack/27"]))
