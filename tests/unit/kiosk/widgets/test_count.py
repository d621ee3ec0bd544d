import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.count import Count


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(400, 400)
    parent.setStyleSheet("background: black;")
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def count(parent: QWidget) -> Count:
    count = Count(parent)
    count.setGeometry(50, 50, 280, 280)
    parent.show()
    return count


def test_each_digit_is_another_picture_and_has_a_name(count: Count) -> None:
    count.set_reduced_motion(reduced=True)
    pictures = []
    for seconds in (3, 2, 1):
        count.show_seconds(seconds)
        assert count.accessibleName() == str(seconds)
        pictures.append(count.grab().toImage())

    assert all(pictures[0] != other for other in pictures[1:])


def test_the_digit_is_large(count: Count) -> None:
    count.set_reduced_motion(reduced=True)
    count.show_seconds(1)

    image = count.grab().toImage()
    rows = [y for y in range(40, 240) if image.pixelColor(140, y).lightness() > 200]
    assert rows[-1] - rows[0] > 0.45 * count.height()


def test_the_ring_runs_down_over_all_seconds(count: Count, qtbot: QtBot) -> None:
    count.show_seconds(3)
    assert count.share_left() > 0.9
    qtbot.wait(60)
    assert count.share_left() < 0.99

    count.show_seconds(1)
    assert 0.2 < count.share_left() < 0.34


def test_the_ring_moves_by_itself_but_not_with_reduced_motion(
    count: Count, qtbot: QtBot
) -> None:
    count.show_seconds(1)
    before = count.grab().toImage()
    qtbot.waitUntil(lambda: count.grab().toImage() != before)

    count.set_reduced_motion(reduced=True)
    before = count.grab().toImage()
    qtbot.wait(80)
    assert count.grab().toImage() == before


def test_it_goes_and_begins_anew(count: Count) -> None:
    count.show_seconds(5)
    count.show_seconds(None)
    assert not count.isVisible()
    assert count.seconds is None
    assert count.share_left() == 0.0

    count.show_seconds(2)
    assert count.isVisible()
    assert count.share_left() > 0.9
