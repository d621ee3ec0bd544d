from kiosk.visit.countdown import Countdown


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
