import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.page_turner import MOST_DOTS, PageTurner

METRICS = measure(1080, 1920, 2.7)


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(900, 300)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def turner(parent: QWidget) -> PageTurner:
    turner = PageTurner(parent)
    turner.apply_metrics(METRICS)
    parent.show()
    return turner


def test_touches_are_told(turner: PageTurner, qtbot: QtBot) -> None:
    turner.show_page(1, 3)
    steps = []
    turner.stepped.connect(steps.append)
    qtbot.mouseClick(turner.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(turner.previous, Qt.MouseButton.LeftButton)

    assert steps == [1, -1]


@pytest.mark.parametrize(("page", "back", "on"), [(0, 0, 1), (1, 1, 1), (2, 1, 0)])
def test_there_is_no_way_beyond_the_ends(
    turner: PageTurner, page: int, back: int, on: int
) -> None:
    turner.show_page(page, 3)

    assert turner.previous.isEnabled() == bool(back)
    assert turner.next.isEnabled() == bool(on)


def test_one_page_needs_no_turning(turner: PageTurner) -> None:
    turner.show_page(0, 1)
    assert not turner.isVisible()
    turner.show_page(0, 2)
    assert turner.isVisible()


@pytest.mark.parametrize("count", [2, MOST_DOTS, MOST_DOTS + 1, 300])
def test_it_tells_where_one_is(turner: PageTurner, count: int) -> None:
    turner.show_page(0, count)
    first = turner.grab().toImage()
    turner.show_page(1, count)

    assert turner.accessibleName() == f"Page 2 of {count}"
    assert turner.grab().toImage() != first
    assert turner.width() < 900
    for button in (turner.previous, turner.next):
        assert min(button.width(), button.height()) >= METRICS.touch_px
        assert button.accessibleName()
        assert turner.rect().contains(button.geometry())
