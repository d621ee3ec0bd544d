from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import GOLD, measure, px_per_mm
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.still_there import StillThere
from tests.wordy import WordyLanguage

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]


class Hall:
    """A window with one large button, and the question over it."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int], inches: float) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.setStyleSheet("background: white;")
        self.touched = 0
        self.button = QPushButton(self.window)
        self.button.setGeometry(self.window.rect())
        self.button.clicked.connect(self._touch)
        self.still_there = StillThere(self.window, px_per_mm(size, inches))
        self.still_there.set_reduced_motion(reduced=True)
        self.window.show()

    def _touch(self) -> None:
        self.touched += 1

    def tap(self, place: QPoint) -> None:
        target = self.window.childAt(place)
        where = target.mapFrom(self.window, place)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=where)


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Callable[..., Hall]:
    def make(size: tuple[int, int] = (1080, 1920), inches: float = 32) -> Hall:
        return Hall(qtbot, size, inches)

    return make


def test_it_is_hidden_until_it_asks(make) -> None:
    hall = make()

    assert not hall.still_there.isVisible()
    hall.still_there.show_seconds(10)
    assert hall.still_there.isVisible()
    assert hall.still_there.geometry() == hall.window.rect()
    assert hall.still_there.seconds == 10


def test_it_dims_what_it_covers(make) -> None:
    hall = make()
    hall.still_there.show_seconds(10)

    assert hall.window.grab().toImage().pixelColor(5, 5).lightness() < 60


@pytest.mark.parametrize("place", [(5, 5), (540, 960), (1070, 1910)])
def test_any_touch_stays_and_goes_no_further(
    make, qtbot: QtBot, place: tuple[int, int]
) -> None:
    hall = make()
    hall.still_there.show_seconds(10)

    with qtbot.waitSignal(hall.still_there.stayed):
        hall.tap(QPoint(*place))
    assert hall.touched == 0


def test_a_finger_stays_and_goes_no_further(make, qtbot: QtBot) -> None:
    hall, device = make(), QTest.createTouchDevice()
    hall.still_there.stayed.connect(hall.still_there.hide)
    hall.still_there.show_seconds(10)

    with qtbot.waitSignal(hall.still_there.stayed):
        QTest.touchEvent(hall.window, device).press(0, QPoint(200, 300)).commit()
    QTest.touchEvent(hall.window, device).release(0, QPoint(200, 300)).commit()
    assert hall.touched == 0


def test_the_button_says_so_too(make, qtbot: QtBot) -> None:
    hall = make()
    hall.still_there.show_seconds(10)

    with qtbot.waitSignal(hall.still_there.stayed):
        hall.tap(hall.still_there.here.geometry().center())


def test_the_ring_runs_down(make) -> None:
    hall = make()
    gold = []
    for seconds in (10, 6, 2, 0):
        hall.still_there.show_seconds(seconds)
        gold.append(_gold(hall))

    assert gold[0] > 1.4 * gold[1] > 1.4 * 1.4 * gold[2] > 0
    assert gold[3] == 0


def test_the_ring_moves_between_the_seconds(make, qtbot: QtBot) -> None:
    hall = make()
    hall.still_there.set_reduced_motion(reduced=False)
    hall.still_there.show_seconds(10)

    qtbot.waitUntil(lambda: 9.0 < hall.still_there._left < 10.0)


def test_the_next_time_begins_with_a_full_ring(make) -> None:
    hall = make()
    hall.still_there.show_seconds(10)
    full = _gold(hall)
    hall.still_there.show_seconds(3)
    hall.still_there.hide()
    assert hall.still_there.seconds == 0
    hall.still_there.show_seconds(5)

    assert _gold(hall) == full


def test_it_follows_the_window(make) -> None:
    hall = make()
    hall.still_there.show_seconds(10)
    hall.window.resize(800, 600)

    assert hall.still_there.geometry() == hall.window.rect()
    assert hall.still_there.rect().contains(hall.still_there.here.geometry())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("inches", [10, 14, 32])
def test_everything_fits_in_long_words(
    make, dressed: QApplication, size: tuple[int, int], inches: float
) -> None:
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    hall = make(size, inches)
    hall.still_there.show_seconds(10)
    dressed.removeTranslator(translator)

    places = [hall.still_there._ring.toAlignedRect()]
    for label in hall.still_there.findChildren(FittedLabel):
        assert not label.lines[-1].endswith("…")
        places.append(label.geometry())
    here = hall.still_there.here
    touch_px = measure(*size, px_per_mm(size, inches)).touch_px
    assert min(here.width(), here.height()) >= touch_px
    places.append(here.geometry())
    for number, place in enumerate(places):
        assert hall.still_there.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])


def test_it_speaks_the_language_that_comes(make, dressed: QApplication) -> None:
    hall = make()
    hall.still_there.show_seconds(10)
    before = hall.still_there.here.text()
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    dressed.processEvents()
    during = hall.still_there.here.text()
    dressed.removeTranslator(translator)
    dressed.processEvents()

    assert during != before
    assert hall.still_there.here.text() == before


def _gold(hall: Hall) -> int:
    """How much of the ring is gold."""
    ring = hall.still_there._ring.toAlignedRect()
    image = hall.still_there.grab(ring).toImage()
    return sum(
        image.pixelColor(x, y) == QColor(GOLD)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
