"""The guide and the hints on the real screen; the engine's words are ours."""

from types import SimpleNamespace

import pytest

from kiosk.screens.live import LiveScreen
from kiosk.settings.schema import Visit
from kiosk.visit.auto_shutter import HOLD_S
from kiosk.visit.guiding import Guiding
from pipeline.guidance import Advice, Guidance, HeadTurn


@pytest.fixture
def live(dressed, qtbot):
    live = LiveScreen(lambda: None, 2.0)
    qtbot.addWidget(live)
    live.resize(540, 960)
    return live


def guiding(live, guidance):
    return Guiding(live, SimpleNamespace(guidance=guidance, glimpse=None))


def test_the_guide_shows_both_heads_and_how_long_the_pose_is_held(live):
    painted, visitor = HeadTurn(10.0, 2.0, -3.0), HeadTurn(-5.0, 0.0, 1.0)
    said = Guidance(painted=painted, visitor=visitor, nearness=0.5, held_s=3.0 * HOLD_S)
    assert guiding(live, said).show(Visit()) is said
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
    guiding(live, before).show(Visit())
    assert live.guide.shown is not None
    guiding(live, guidance).show(settings)
    assert live.guide.shown is None


def test_hidden_is_the_guide_too(live):
    guide = guiding(live, Guidance(painted=HeadTurn(1.0, 2.0, 3.0)))
    guide.show(Visit())
    guide.hide()
    assert live.guide.shown is None
