"""The guide and the hints on the real screen; the engine's words are ours."""

from types import SimpleNamespace

import pytest

from kiosk.bridge import Bridge
from kiosk.screens.live import LiveScreen
from kiosk.settings.sections.visit import Visit
from kiosk.visit.auto_shutter import HOLD_S
from kiosk.visit.guiding import Guiding
from pipeline.guidance import Advice, Guidance, HeadTurn


@pytest.fixture
def live(dressed, qtbot):
    live = LiveScreen(lambda: None, 2.0)
    qtbot.addWidget(live)
    live.resize(540, 960)
    return live


def guiding(live, guidance, matched=1, room=1):
    bridge = SimpleNamespace(guidance=guidance, glimpse=None, matched=matched)
    hanging = SimpleNamespace(hanging=SimpleNamespace(key="a/pair"), room_for=room)
    return Guiding(live, bridge, hanging)


def test_the_guide_shows_both_heads_and_how_long_the_pose_is_held(live):
    painted, visitor = HeadTurn(10.0, 2.0, -3.0), HeadTurn(-5.0, 0.0, 1.0)
    said = Guidance(painted=painted, visitor=visitor, nearness=0.5, held_s=3.0 * HOLD_S)
    assert guiding(live, said).show(Visit(), 0.0) is said
    shown = live.guide.shown
    assert (shown.painted, shown.visitor) == ((10.0, 2.0, -3.0), (-5.0, 0.0, 1.0))
    assert (shown.nearness, shown.held) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("guidance", "settings"),
    [
        (Guidance(painted=HeadTurn(1.0, 2.0, 3.0)), Visit(pose_guide=False)),
        (Guidance(advice=(Advice.TOO_DARK,)), Visit()),
        (None, Visit()),
    ],
)
def test_there_is_no_guide_where_none_is_wanted_or_known(live, guidance, settings):
    before = Guidance(painted=HeadTurn(1.0, 2.0, 3.0))
    guiding(live, before).show(Visit(), 0.0)
    assert live.guide.shown is not None
    guiding(live, guidance).show(settings, 0.0)
    assert live.guide.shown is None


def test_hidden_is_the_guide_too(live):
    guide = guiding(live, Guidance(painted=HeadTurn(1.0, 2.0, 3.0)))
    guide.show(Visit(), 0.0)
    guide.hide()
    assert live.guide.shown is None


def test_whoever_is_alone_in_a_painting_of_several_is_asked_to_bring_somebody(live):
    guide = guiding(live, Guidance(painted=HeadTurn(1.0, 2.0, 3.0)), room=2)
    guide.show(Visit(), 0.0)
    assert live.advice.ids == ()
    guide.show(Visit(), 3.0)
    assert live.advice.ids == ("bring_somebody",)
    assert "Room for 2" in live.advice.accessibleName()
    guide.show(Visit(hints="off"), 4.0)
    assert live.advice.ids == ()


def test_what_helps_the_visitor_comes_first(live):
    said = Guidance((Advice.COME_CLOSER,), HeadTurn(1.0, 2.0, 3.0))
    guide = guiding(live, said, room=2)
    guide.show(Visit(hints="all"), 0.0)
    guide.show(Visit(hints="all"), 3.0)
    assert live.advice.ids == ("come_closer",)


@pytest.mark.parametrize(("hints", "shown"), [("one", 1), ("all", 2), ("off", 0)])
def test_hints_come_one_at_a_time_all_together_or_not(
    make_house, monkeypatch, hints, shown
):
    house = make_house(visit__hints=hints)
    house.live()
    told = []
    monkeypatch.setattr(
        house.stage.live, "set_advice", lambda ids, room: told.append(ids)
    )
    both = Guidance(advice=(Advice.COME_CLOSER, Advice.TOO_DARK))
    monkeypatch.setattr(Bridge, "guidance", property(lambda self: both))
    house.wait(0.1)
    assert list(told[-1]) == ["come_closer", "too_dark"][:shown]
