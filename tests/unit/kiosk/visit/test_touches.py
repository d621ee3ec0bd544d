"""Fingers on a real window; only time is ours."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
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
    touches = Touches(dressed, window, CORNER_PX, lambda: clock[0])
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


def press_in_corner(qtbot, widget):
    qtbot.mousePress(widget, LEFT, pos=QPoint(CORNER_PX // 2, CORNER_PX // 2))


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
    touches, button, clock, qtbot
):
    touches.settle()
    qtbot.mouseDClick(button, LEFT)
    assert button.presses == []
    clock[0] += SETTLE_S
    qtbot.mouseClick(button, LEFT)
    assert button.presses == ["pressed"]


@pytest.mark.parametrize("other", [RIGHT, Qt.MouseButton.MiddleButton])
def test_other_buttons_of_a_mouse_do_nothing(touches, window, qtbot, other):
    field = QLineEdit("words", window)
    window.addWidget(field)
    window.setCurrentWidget(field)
    heard = []
    field.mousePressEvent = lambda event: heard.append(event.button())
    qtbot.mouseClick(field, other)
    assert heard == []
    qtbot.mouseClick(field, LEFT)
    assert heard == [LEFT]


def test_every_touch_and_key_is_counted_even_a_swallowed_one(touches, button, qtbot):
    told = []
    touches.touched.connect(lambda: told.append("touched"))
    qtbot.mouseClick(button, LEFT)
    touches.settle()
    qtbot.mouseClick(button, LEFT)
    qtbot.mouseClick(button, RIGHT)
    assert len(told) == 3
    qtbot.keyClick(button, Qt.Key.Key_A)
    assert len(told) > 3


def test_staff_hold_the_corner(touches, button, qtbot):
    with qtbot.waitSignal(touches.staff_wanted, timeout=2000):
        press_in_corner(qtbot, button)


@pytest.mark.parametrize(("guarded", "hold_ms"), [(True, 3000), (False, 6000)])
def test_the_corner_is_held_longer_where_a_visitor_may_touch_it(
    touches, button, qtbot, guarded, hold_ms
):
    touches.hold_ms = HOLD_MS
    touches.guards_corner = guarded
    press_in_corner(qtbot, button)
    assert touches._hold.interval() == hold_ms
    qtbot.mouseRelease(button, LEFT)


def test_a_finger_that_slips_out_of_the_corner_opens_nothing(touches, button, qtbot):
    press_in_corner(qtbot, button)
    inside, outside = QPoint(CORNER_PX - 2, 5), QPoint(CORNER_PX + 5, 5)
    for place, holds in ((inside, True), (outside, False)):
        QApplication.sendEvent(
            button,
            QMouseEvent(
                QEvent.Type.MouseMove,
                place,
                button.mapToGlobal(place),
                Qt.MouseButton.NoButton,
                LEFT,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
        assert touches._hold.isActive() is holds


@pytest.mark.parametrize(
    "kind",
    [
        QEvent.Type.TouchCancel,
        QEvent.Type.UngrabMouse,
        QEvent.Type.WindowDeactivate,
    ],
)
def test_a_hold_that_is_taken_away_opens_nothing(touches, button, qtbot, kind):
    press_in_corner(qtbot, button)
    QApplication.sendEvent(button, QEvent(kind))
    assert not touches._hold.isActive()


def test_a_short_touch_of_the_corner_opens_nothing(touches, button, qtbot):
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=100):
        press_in_corner(qtbot, button)
        qtbot.mouseRelease(button, LEFT)


def test_holding_elsewhere_opens_nothing(touches, button, qtbot):
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=100):
        for place in (
            QPoint(CORNER_PX + 5, 10),
            QPoint(10, CORNER_PX + 5),
            button.rect().center(),
        ):
            qtbot.mousePress(button, LEFT, pos=place)


@pytest.mark.parametrize(("guarded", "wanted"), [(True, []), (False, ["pressed"])])
def test_what_is_under_the_corner_hears_of_it_only_where_it_is_not_for_staff_alone(
    touches, button, qtbot, guarded, wanted
):
    touches.guards_corner = guarded
    press_in_corner(qtbot, button)
    assert button.presses == wanted
    qtbot.mouseRelease(button, LEFT)
    qtbot.mouseClick(button, LEFT)
    assert button.presses == [*wanted, "pressed"]


def test_the_corner_is_the_windows_and_not_a_widgets(touches, window, button, qtbot):
    inner = QPushButton("low", button)
    inner.setGeometry(0, 500, 200, 200)
    inner.show()
    touches.guards_corner = True
    heard = []
    inner.pressed.connect(lambda: heard.append("pressed"))
    press_in_corner(qtbot, inner)
    assert heard == ["pressed"]


def test_keys_open_the_staffs_door_at_once(touches, button, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(touches.staff_wanted):
        qtbot.keyClick(button, Qt.Key.Key_S, both)


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    ],
)
def test_other_keys_do_not(touches, button, qtbot, modifier):
    with qtbot.assertNotEmitted(touches.staff_wanted):
        qtbot.keyClick(button, Qt.Key.Key_S, modifier)


def test_ended_it_hears_nothing_and_a_hold_leads_nowhere(touches, button, qtbot):
    press_in_corner(qtbot, button)
    touches.end()
    with qtbot.assertNotEmitted(touches.staff_wanted, wait=80):
        qtbot.mouseRelease(button, LEFT)
    touches.settle()
    qtbot.mouseClick(button, LEFT)
    assert button.presses[-1] == "pressed"


def test_a_double_touch_never_agrees_and_a_second_one_may(house, qtbot):
    house.touches.begin()
    house.now_s += SETTLE_S
    agree = house.stage.consent.agree
    place = agree.mapTo(house.window, agree.rect().center())
    attract = house.stage.attract
    qtbot.mouseClick(attract, Qt.MouseButton.LeftButton, pos=place)
    assert house.state is State.CONSENT
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(agree, Qt.MouseButton.LeftButton)
    assert (house.state, house.camera.opened) == (State.CONSENT, 0)
    house.now_s += SETTLE_S
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert house.state is State.CHOOSE
    house.touches.end()
