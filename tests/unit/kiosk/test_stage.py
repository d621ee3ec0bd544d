import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from kiosk.bridge import Bridge
from kiosk.flow import Event, State
from kiosk.handover.offer import new_token, offer_for
from kiosk.privacy.consent import read_consent
from kiosk.screens.thanks import ThanksScreen
from kiosk.stage import Stage
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.portrait import Shown
from pipeline.sources.demo import DemoVisitor

SIZE = QSize(540, 960)


@pytest.fixture
def stage(dressed, qtbot):
    window = QStackedWidget()
    qtbot.addWidget(window)
    stage = Stage(window, Bridge(DemoVisitor()), 2.0)
    window.resize(SIZE)
    window.show()
    stage.fit(SIZE)
    qtbot.waitUntil(lambda: not stage._fitting.isActive())
    return stage


def test_screens_are_laid_out_before_anybody_comes_to_them(stage):
    for state in set(stage.screens) - {State.SETUP}:
        assert stage.screens[state].size() == SIZE
        assert not stage.screens[state].isVisible()
    buttons = (
        stage.consent.agree,
        stage.choose.leave,
        stage.live.shutter,
        stage.result.keep,
        stage.handover.done,
        stage.pin.cancel,
        stage.staff.back,
    )
    for button in buttons:
        assert button.y() > SIZE.height() // 2, button


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_its_screen(stage, state):
    stage.show(state)
    assert stage.screens[state].isVisible()
    assert stage.live.window().currentWidget() is stage.screens[state]


def test_the_invitation_moves_only_while_it_is_seen(stage, plain_image):
    exhibit = Exhibit(plain_image(200, 300, "red"), "A lady", "Somebody")
    stage.attract.set_exhibits([exhibit, exhibit])
    stage.show(State.ATTRACT)
    assert stage.attract.moving
    stage.show(State.CONSENT)
    assert not stage.attract.moving


def test_a_question_to_the_visitor_before_ends_with_the_screen(stage):
    stage.show(State.CHOOSE)
    stage.still_there.show_seconds(5)
    assert stage.still_there.isVisible()
    stage.show(State.ATTRACT)
    assert not stage.still_there.isVisible()


def test_everything_that_moves_can_be_told_to_move_less(stage):
    movers = [
        widget
        for widget in stage.live.window().findChildren(QWidget)
        if hasattr(widget, "_reduced")
    ]
    assert len(movers) >= 6
    for reduced in (True, False):
        stage.reduce_motion(reduced=reduced)
        kinds = {type(one).__name__: one._reduced for one in movers}
        assert set(kinds.values()) == {reduced}, kinds


def test_languages_are_offered_wherever_one_can_be_chosen(stage):
    stage.offer_languages(("en", "de"), "de")
    bars = stage.live.window().findChildren(LanguageBar)
    assert len(bars) == 4
    for bar in bars:
        buttons = bar.findChildren(QAbstractButton)
        assert len([one for one in buttons if not one.isHidden()]) == 2


def test_forgetting_empties_every_picture(stage, plain_image):
    image = plain_image(200, 300, "red")
    stage.live.view.show_picture(Shown(image, 1))
    stage.live.set_glimpse(image)
    stage.result.show_portrait(image, image, None)
    offer = offer_for("https://t.me/bot?start={token}", new_token())
    stage.handover.show_offer(image, offer)

    stage.forget()

    for picture in (
        stage.live.view,
        stage.result.picture,
        stage.result.original,
        stage.handover.picture,
    ):
        assert picture.picture_rect().isEmpty()
    assert stage.live.glimpse.empty
    assert stage.handover.qr.modules == 0
    assert not stage.handover.code


@pytest.mark.parametrize(
    ("press", "event"),
    [
        (lambda stage: stage.consent.agree, Event.AGREED),
        (lambda stage: stage.consent.decline, Event.DECLINED),
        (lambda stage: stage.choose.leave, Event.LEFT),
        (lambda stage: stage.live.shutter, Event.SHUTTER_PRESSED),
        (lambda stage: stage.live.leave, Event.LEFT),
        (lambda stage: stage.result.keep, Event.KEPT),
        (lambda stage: stage.result.again, Event.AGAIN),
        (lambda stage: stage.result.other, Event.OTHER_WANTED),
        (lambda stage: stage.result.leave, Event.LEFT),
        (lambda stage: stage.handover.done, Event.DONE),
        (lambda stage: stage.handover.delete, Event.DELETED),
        (lambda stage: stage.pin.cancel, Event.LEFT),
        (lambda stage: stage.staff.back, Event.LEFT),
        (lambda stage: stage.setup.later, Event.SET_UP),
    ],
)
def test_every_button_that_leads_on_says_so(stage, qtbot, press, event):
    with qtbot.waitSignal(stage.happened) as told:
        press(stage).click()
    assert told.args == [event]


def test_a_change_of_words_lays_out_only_what_is_seen(stage, monkeypatch):
    stage.show(State.CONSENT)
    placed = []
    for screen in set(stage.screens.values()):
        place = screen.place
        monkeypatch.setattr(
            screen,
            "place",
            lambda size, metrics, screen=screen, place=place: (
                placed.append(screen),
                place(size, metrics),
            ),
        )
    stage.offer_languages(["en", "de", "fr"], "de")
    stage.show_consent(read_consent()["de"])
    assert set(placed) == {stage.consent}

    placed.clear()
    stage.show(State.CHOOSE)
    assert placed == [stage.choose]
    stage.show(State.CONSENT)
    stage.show(State.CHOOSE)
    assert placed == [stage.choose]


def test_a_screen_is_painted_once_when_it_comes_to_the_front(stage, qtbot, monkeypatch):
    painted = []
    monkeypatch.setattr(
        ThanksScreen, "paintEvent", lambda _self, event: painted.append(event.rect())
    )
    qtbot.wait(50)
    stage.show(State.THANKS)
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(50)
    assert painted.count(stage.thanks.rect()) == 1
