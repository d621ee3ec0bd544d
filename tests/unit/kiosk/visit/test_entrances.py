"""What visitors meet as they come to a screen."""

from kiosk.flow import Event, State
from kiosk.privacy.consent import read_consent
from pipeline.live import LivePortrait


def test_the_language_of_a_visitor_goes_with_them(house):
    house.stage.attract.language_chosen.emit("de")
    assert house.languages.code == "de"
    house.stage.attract.touched.emit()
    assert house.stage.consent.agree.text() == read_consent()["de"].agree
    house.stage.consent.language_chosen.emit("fr")
    assert house.stage.consent.agree.text() == read_consent()["fr"].agree
    house.stage.consent.agree.click()
    assert house.languages.code == "fr"
    house.stage.choose.leave.click()
    assert house.languages.code == "en"
    (session,) = house.sessions()
    assert session["language"] == "fr"


def test_staff_are_not_spoken_to_in_the_visitors_language(house):
    house.stage.attract.language_chosen.emit("de")
    house.agree()
    house.controller.handle(Event.STAFF_WANTED)
    assert (house.state, house.languages.code) == (State.PIN, "en")


def test_tries_are_counted_and_end(make_house):
    house = make_house(visit__most_retakes=1)
    house.go(State.RESULT)
    assert not house.stage.result.again.isHidden()
    house.stage.result.again.click()
    assert house.state is State.LIVE
    house.shoot()
    assert house.controller.visitor.portraits_taken == 2
    assert house.stage.result.again.isHidden()
    house.stage.result.leave.click()
    (session,) = house.sessions()
    assert session["retakes"] == 1


def test_it_counts_as_many_seconds_as_the_setting_says(make_house):
    house = make_house(visit__countdown_s=5)
    house.live()
    house.count()
    seen = []
    for _ in range(4):
        seen.append(house.stage.live.count.seconds)
        house.wait(1.0)
    assert seen == [5, 4, 3, 2]
    assert not house.stage.live.shutter.isEnabled()


def test_nobody_is_looked_at_while_they_choose(house, monkeypatch):
    looked_at = []
    look = LivePortrait.look

    def note(portrait, frame):
        looked_at.append(frame.index)
        return look(portrait, frame)

    monkeypatch.setattr(LivePortrait, "look", note)
    house.agree()
    house.until(lambda: house.hanging.hanging is not None)
    seen = house.bridge.status.frames_in
    house.until(lambda: house.bridge.status.frames_in > seen + 5)
    assert looked_at == []
    house.live()
    assert looked_at
