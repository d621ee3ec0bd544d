import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.card import CardText, SmallCard
from kiosk.widgets.gallery import Gallery

TEXTS = [CardText(f"pack/{n}", f"Painting {n}", "Somebody", "1650") for n in range(8)]
METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))


@pytest.fixture
def parent(dressed, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def gallery(parent: QWidget) -> Gallery:
    return _shown(parent, QRect(0, 0, 1000, 420), 0)


@pytest.fixture
def columns(parent: QWidget) -> Gallery:
    return _shown(parent, QRect(0, 0, 600, 700), 2)


def test_a_touch_chooses(gallery: Gallery, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gallery.painting_chosen) as told:
        _touch(gallery, [_middle(gallery, "pack/1")])

    assert told.args == ["pack/1"]


def test_a_touch_is_answered_within_a_tenth_of_a_second(
    gallery: Gallery, qtbot: QtBot
) -> None:
    card = gallery.card("pack/1")
    place = _middle(gallery, "pack/1")

    QTest.mousePress(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(card.isDown, timeout=100)
    QTest.mouseRelease(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_swipe_scrolls_and_chooses_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    chosen = []
    gallery.painting_chosen.connect(chosen.append)
    bar = gallery.horizontalScrollBar()
    start = _middle(gallery, "pack/2")

    _touch(gallery, [start - QPoint(40 * step, 0) for step in range(10)])
    qtbot.waitUntil(lambda: bar.value() > 150)

    assert chosen == []


def test_columns_scroll_down(columns: Gallery, qtbot: QtBot) -> None:
    bar = columns.verticalScrollBar()
    start = QPoint(150, 500)

    _touch(columns, [start - QPoint(0, 40 * step) for step in range(10)])
    qtbot.waitUntil(lambda: bar.value() > 150)

    assert columns.horizontalScrollBar().maximum() == 0


def test_the_chosen_card_is_marked_by_more_than_colour(gallery: Gallery) -> None:
    plain = gallery.card("pack/1").grab().toImage()
    gallery.mark("pack/1")
    marked = gallery.card("pack/1").grab().toImage()
    gallery.mark("pack/0")

    def grey(image: QImage) -> QImage:
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    width = plain.width()
    tick = QRect(round(0.8 * width), round(0.05 * width), width // 10, width // 10)
    assert gallery.chosen == "pack/0"
    assert _contrast(grey(marked), tick) > 100 > _contrast(grey(plain), tick)


def test_marking_brings_a_card_into_view(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.mark("pack/7")

    def seen() -> bool:
        if "pack/7" not in [card.text_shown.key for card in gallery.cards]:
            return False
        card = gallery.card("pack/7")
        left = card.mapTo(gallery, QPoint(0, 0)).x()
        return left >= 0 and left + card.width() <= gallery.width()

    qtbot.waitUntil(seen)


def test_an_unknown_painting_changes_nothing(gallery: Gallery) -> None:
    gallery.mark("pack/0")
    gallery.mark("other/one")
    gallery.set_thumbnail("other/one", QImage())

    assert gallery.chosen == "pack/0"
    assert not gallery.complete


def test_cards_show_their_pictures(gallery: Gallery) -> None:
    image = QImage(300, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#3060f0"))
    for card in gallery.cards:
        gallery.set_thumbnail(card.text_shown.key, image)

    shown = gallery.card("pack/0").grab().toImage().pixelColor(100, 100)
    assert gallery.complete
    assert shown.blue() > 2 * shown.red()


@pytest.mark.parametrize("fixture", ["gallery", "columns"])
def test_cards_are_large_enough_and_apart(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    gallery: Gallery = request.getfixturevalue(fixture)
    places = [card.geometry() for card in gallery.cards]

    for number, place in enumerate(places):
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert not any(place.intersects(other) for other in places[:number])


@pytest.mark.parametrize("fixture", ["gallery", "columns"])
def test_hundreds_of_paintings_need_a_few_cards(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    gallery: Gallery = request.getfixturevalue(fixture)
    texts = [CardText(f"pack/{n}", f"{n}", "", "") for n in range(500)]
    wanted: list[list[str]] = []
    gallery.pictures_wanted.connect(wanted.append)
    gallery.set_paintings(texts)
    bars = gallery.verticalScrollBar(), gallery.horizontalScrollBar()
    bar = max(bars, key=lambda bar: bar.maximum())
    seen: dict[str, None] = {}
    for value in range(0, bar.maximum() + 200, 200):
        bar.setValue(value)
        assert len(gallery.findChildren(SmallCard)) <= 40
        assert wanted[-1] == [card.text_shown.key for card in gallery.cards]
        view = gallery.viewport()
        for card in gallery.cards:
            place = QRect(card.mapTo(view, QPoint(0, 0)), card.size())
            if place.intersects(view.rect()):
                seen[card.text_shown.key] = None
    assert list(seen) == [text.key for text in texts]


def test_paintings_can_be_replaced_by_none(gallery: Gallery) -> None:
    gallery.set_paintings([])

    assert gallery.keys == ()
    assert gallery.chosen is None


def _shown(parent: QWidget, place: QRect, columns: int) -> Gallery:
    parent.resize(place.size())
    gallery = Gallery(parent)
    gallery.setGeometry(place)
    gallery.set_paintings(TEXTS)
    gallery.apply_metrics(METRICS, columns)
    parent.show()
    return gallery


def _middle(gallery: Gallery, key: str) -> QPoint:
    card = gallery.card(key)
    return card.mapTo(gallery.viewport(), card.rect().center())


def _touch(gallery: Gallery, path: list[QPoint]) -> None:
    """Move a finger on a real touch screen as Qt sees it."""
    finger, target = QTest.createTouchDevice(), gallery.viewport()
    QTest.touchEvent(target, finger).press(0, path[0], target).commit()
    for point in path[1:]:
        QTest.qWait(8)
        QTest.touchEvent(target, finger).move(0, point, target).commit()
    QTest.touchEvent(target, finger).release(0, path[-1], target).commit()


def _contrast(grey: QImage, place: QRect) -> int:
    values = [
        grey.pixelColor(x, y).red()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    ]
    return max(values) - min(values)
