"""Shows a visitor how to hold their head like the painted one."""

from collections.abc import Sequence

from kiosk.bridge import Bridge
from kiosk.screens.live import LiveScreen
from kiosk.settings.schema import Visit
from kiosk.visit.auto_shutter import HOLD_S
from kiosk.widgets.pose_guide import GuideShown
from pipeline.guidance import Guidance, HeadTurn


class Guiding:
    """Shows hints, the pose guide and the glimpse of the camera.

    Args:
        live: The screen for it.
        bridge: The running engine.
    """

    def __init__(self, live: LiveScreen, bridge: Bridge) -> None:
        self._live, self._bridge = live, bridge

    def show(self, settings: Visit) -> Guidance | None:
        """Show what the engine has to say now.

        Args:
            settings: Which hints are wanted.

        Returns:
            What it said; None where it said nothing.
        """
        guidance = self._bridge.guidance
        self._live.set_glimpse(self._bridge.glimpse)
        if guidance is None:
            self.hide()
        else:
            self._live.set_advice(_advice(guidance, settings.hints))
            self._live.set_guide(_shown(guidance) if settings.pose_guide else None)
        return guidance

    def hide(self) -> None:
        """Show neither hints nor the guide."""
        self._live.set_advice(())
        self._live.set_guide(None)


def _advice(guidance: Guidance, hints: str) -> Sequence[str]:
    many = {"one": 1, "all": len(guidance.advice)}.get(hints, 0)
    return [advice.value for advice in guidance.advice[:many]]


def _shown(guidance: Guidance) -> GuideShown | None:
    if guidance.painted is None:
        return None
    return GuideShown(
        painted=_turn(guidance.painted),
        visitor=_turn(guidance.visitor) if guidance.visitor else None,
        nearness=guidance.nearness,
        held=min(1.0, guidance.held_s / HOLD_S),
    )


def _turn(turn: HeadTurn) -> tuple[float, float, float]:
    return turn.yaw_deg, turn.pitch_deg, turn.roll_deg
