import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.tabs import Tabs

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))
TABS = [("a", "Paintings"), ("b", "Einstellungen"), ("c", "System")]


@pytest.fixture
def tabs(dressed, qtbot: QtBot) -> Tabs:
    tabs = Tabs(None)
    qtbot.addWidget(tabs)
    tabs.set_tabs(TABS, ("a", "b", "c"))
    tabs.choose("a")
    tabs.show()
    return tabs


def test_touches_and_keys_tell(tabs: Tabs) -> None:
    tabs.arrange(900, METRICS, upright=False)
    told = []
    tabs.tab_chosen.connect(told.append)
    QTest.mouseClick(tabs.tab("b"), Qt.MouseButton.LeftButton)
    QTest.keyClick(tabs.tab("c"), Qt.Key.Key_Space)

    assert told == ["b", "c"]
    assert tabs.tab("c").isChecked()


def test_hidden_tabs_take_no_room(tabs: Tabs) -> None:
    tabs.set_tabs(TABS, ("a", "c"))
    tabs.arrange(900, METRICS, upright=False)

    assert tabs.names == ("a", "c")
    assert tabs.tab("a").width() == 450
    assert not tabs.tab("b").isVisible()


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("width", [900, 420, 300])
def test_words_fit_and_fingers_hit(tabs: Tabs, width: int, *, upright: bool) -> None:
    tabs.arrange(width, METRICS, upright=upright)
    places = [tabs.tab(name).geometry() for name in tabs.names]

    for number, (name, place) in enumerate(zip(tabs.names, places, strict=True)):
        tab = tabs.tab(name)
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert tab.least_width_px(tab.font()) <= tab.width()
        assert tabs.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
