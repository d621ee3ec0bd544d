"""Fingers on a real window; only time is ours."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
)

from kiosk.flow import State
from kiosk.screens.attract import AttractScreen
from kiosk.screens.consent import ConsentScreen
from kiosk.visit.touches import HOLD_MS, SETTLE_S, Touches

CORNER_PX = 60
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def clock():
    return [100.0]


@pytest.fixture
def window(dressed, qtbot):
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    window.resize(540, 960)
    window.show()
    return window


@pytest.fixture
def touches(dressed, window, clock):
    touches = Touches(window, CORNER_PX, lambda: clock[0])
    touches.hold_ms = 40
    touches.begin()
    yield touches
    touches.end()


@pytest.fixture
def button(window):
    button = QPushButton("Here", window)
    window.addWidget(button)
    window.setCurrentWidget(button)
    button.presses = []
    button.pressed.connect(lambda: button.presses.append("pressed"))
    return button


IN_CORNER = QPoint(CORNER_PX // 2, CORNER_PX // 2)


class Mouse:
    """Its events come from the system, through the window."""

    def __init__(self, window) -> None:
        self._window = window

    def press(self, widget, button=LEFT, place=None) -> None:
        QTest.mousePress(*self._at(widget, button, place))

    def move(self, widget, place) -> None:
        QTest.mouseMove(self._window.windowHandle(), widget.mapTo(self._window, place))

    def release(self, widget, button=LEFT, place=None) -> None:
        QTest.mouseRelease(*self._at(widget, button, place))

    def click(self, widget, button=LEFT) -> None:
        QTest.mouseClick(*self._at(widget, button, None))

    def double_click(self, widget) -> None:
        QTest.mouseDClick(*self._at(widget, LEFT, None))

    def _at(self, widget, button, place):
        where = widget.mapTo(self._window, place or widget.rect().center())
        modifiers = Qt.KeyboardModifier.NoModifier
        return self._window.windowHandle(), button, modifiers, where


@pytest.fixture
def mouse(window):
    return Mouse(window)


def test_a_double_touch_on_the_invitation_never_lands_on_the_agreement(
    touches, window, clock, qtbot
):
    attract, consent = AttractScreen(5.0), ConsentScreen(5.0)
    agreed = []
    consent.agreed.connect(lambda: agreed.append("agreed"))
    for screen in (attract, consent):
        window.addWidget(screen)
    consent.agree.setText("I agree")
    window.setCurrentWidget(consent)
    place = consent.agree.mapTo(window, consent.agree.rect().center())
    window.setCurrentWidget(attract)

    def ask():
        touches.settle()
        window.setCurrentWidget(consent)

    attract.touched.connect(ask)
    finger = QTest.createTouchDevice()
    for wait_s in (0.0, 0.1, 0.2):
        clock[0] += wait_s
        QTest.touchEvent(window, finger).press(0, place, window).commit()
        QTest.touchEvent(window, finger).release(0, place, window).commit()
    assert window.currentWidget() is consent
    assert agreed == []

    clock[0] += SETTLE_S
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    QTest.touchEvent(window, finger).release(0, place, window).commit()
    assert agreed == ["agreed"]


def test_a_double_click_right_after_a_change_is_swallowed_too(
    touches, button, clock, mouse
):
    touches.settle()
    mouse.double_click(button)
    assert button.presses == []
    clock[0] += SETTLE_S
    mouse.click(button)
    assert button.presses == ["pressed"]


@pytest.mark.parametrize("other", [RIGHT, Qt.MouseButton.MiddleButton])
def test_other_buttons_of_a_mouse_do_nothing(touches, window, mouse, other):
    field = QLineEdit("words", window)
    window.addWidget(field)
    window.setCurrentWidget(field)
    heard = []
    field.mousePressEvent = lambda event: heard.append(event.button())
    mouse.click(field, other)
    assert heard == []
    mouse.click(field)
    assert heard == [LEFT]


def test_every_touch_and_key_is_counted_even_a_swallowed_one(
    touches, window, button, mouse
):
    told = []
    touches.touched.connect(lambda: told.append("touched"))
    mouse.click(button)
    assert told
    touches.settle()
    for swallowed in (LEFT, RIGHT):
        told.clear()
        mouse.click(button, swallowed)
        assert told
    told.clear()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert told


def test_staff_hold_the_corner(touches, button, mouse, qtbot):
    with qtbot.waitSignal(touches.staff_wanted, timeout=2000):
        mouse.press(button, place=IN_CORNER)


def test_a_window_of_another_kind_is_listened_to_as_well(
    touches, window, button, mouse, qtbot
):
    window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
    window.show()
    with qtbot.waitSignal(touches.staff_wanted, timeout=2000):
        mouse.press(button, place=IN_CORNER)


@pytest.mark.parametrize(("guarded", "hold_ms"), [(True, 3000), (False, 6000)])
def test_the_corner_is_held_longer_where_a_visitor_may_touch_it(
    touches, button, mouse, guarded, hold_ms
):
    touches.hold_ms = HOLD_MS
    touches.guards_corner = guarded
    mouse.press(button, place=IN_CORNER)
    assert touches._hold.interval() == hold_ms
    mouse.release(button)


def test_a_finger_that_slips_out_of_the_corner_opens_nothing(touches, button, mouse):
    touches.hold_ms = HOLD_MS
    mouse.press(button, place=IN_CORNER)
    inside, outside = QPoint(CORNER_PX - 2, 5), QPoint(CORNER_PX + 5, 5)
    for place, holds in ((inside, True), (outside, False)):
        mouse.move(button, place)
        assert touches._hold.isActive() is holds


def test_a_window_in_front_takes_a_hold_away(touches, window, button, mouse):
    touches.hold_ms = HOLD_MS
    mouse.press(button, place=IN_CORNER)
    QApplication.sendEvent(window.windowHandle(), QFocusEvent(QEvent.Type.FocusOut))
    assert not touches._hold.isActive()


def test_a_short_touch_of_the_corner_opens_nothing(touches, button, mouse, qtbot):
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=100):
        mouse.press(button, place=IN_CORNER)
        mouse.release(button, place=IN_CORNER)


def test_holding_elsewhere_opens_nothing(touches, button, mouse, qtbot):
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=100):
        for place in (
            QPoint(CORNER_PX + 5, 10),
            QPoint(10, CORNER_PX + 5),
            button.rect().center(),
        ):
            mouse.press(button, place=place)


@pytest.mark.parametrize(("guarded", "wanted"), [(True, []), (False, ["pressed"])])
def test_what_is_under_the_corner_hears_of_it_only_where_it_is_not_for_staff_alone(
    touches, button, mouse, guarded, wanted
):
    touches.guards_corner = guarded
    mouse.press(button, place=IN_CORNER)
    assert button.presses == wanted
    mouse.release(button, place=IN_CORNER)
    mouse.click(button)
    assert button.presses == [*wanted, "pressed"]


def test_the_corner_is_the_windows_and_not_a_widgets(touches, button, mouse):
    inner = QPushButton("low", button)
    inner.setGeometry(0, 500, 200, 200)
    inner.show()
    touches.guards_corner = True
    heard = []
    inner.pressed.connect(lambda: heard.append("pressed"))
    mouse.press(inner, place=IN_CORNER)
    assert heard == ["pressed"]


def test_keys_open_the_staffs_door_at_once(touches, window, button, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(touches.staff_wanted):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, both)


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    ],
)
def test_other_keys_do_not(touches, window, button, qtbot, modifier):
    with qtbot.assertNotEmitted(touches.staff_wanted):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, modifier)


def test_ended_it_hears_nothing_and_a_hold_leads_nowhere(touches, button, mouse, qtbot):
    mouse.press(button, place=IN_CORNER)
    touches.end()
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=80):
        mouse.release(button)
    touches.settle()
    mouse.click(button)
    assert button.presses[-1] == "pressed"


def test_a_double_touch_never_agrees_and_a_second_one_may(house):
    house.touches.begin()
    house.now_s += SETTLE_S
    mouse = Mouse(house.window)
    agree = house.stage.consent.agree
    place = agree.mapTo(house.window, agree.rect().center())
    mouse.press(house.stage.attract, place=place)
    mouse.release(house.stage.attract, place=place)
    assert house.state is State.CONSENT
    mouse.click(agree)
    mouse.double_click(agree)
    assert (house.state, house.camera.opened) == (State.CONSENT, 0)
    house.now_s += SETTLE_S
    mouse.click(agree)
    assert house.state is State.CHOOSE
    house.touches.end()
