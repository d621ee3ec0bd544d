from kiosk.flow import State
from kiosk.visit.countdown import Countdown
from kiosk.visit.sitting import MESSAGE_S


def test_it_counts_whole_seconds_down():
    countdown = Countdown()
    assert not countdown.running
    countdown.begin(3, 10.0)
    assert [countdown.left(10.0 + s) for s in (0.0, 0.5, 1.0, 2.9, 3.0, 9.0)] == [
        3,
        3,
        2,
        1,
        0,
        0,
    ]
    assert countdown.running
    countdown.stop()
    assert not countdown.running
    assert countdown.left(11.0) == 0


def test_a_countdown_with_nobody_there_says_so_for_a_while(house):
    house.camera.somebody = False
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lady")
    house.until(lambda: house.hanging.hanging is not None and house.bridge.running)
    house.stage.live.shutter_pressed.emit()
    assert house.state is State.LIVE
    house.wait(0.1)
    assert house.stage.live.notice == "Step in front of the camera"
    house.wait(MESSAGE_S - 0.1)
    assert house.stage.live.notice == "Step in front of the camera"
    house.wait(0.3)
    assert house.stage.live.notice == ""


def test_who_steps_away_while_it_counts_is_asked_back(house):
    house.go(State.COUNTDOWN)
    house.camera.somebody = False
    house.until(lambda: not house.bridge.burst())
    house.wait(3.1)
    assert house.state is State.LIVE
    assert "Look into the camera" in house.stage.live.notice
    assert house.stage.live.count.seconds is None
    house.wait(1.0)
    assert "Look into the camera" in house.stage.live.notice
