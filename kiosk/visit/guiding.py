"""Shows a visitor how to hold their head like the painted one."""

from collections.abc import Sequence

from kiosk.bridge import Bridge
from kiosk.screens.live import LiveScreen
from kiosk.settings.sections.visit import Visit
from kiosk.visit.auto_shutter import HOLD_S
from kiosk.visit.hanging import Hanging
from kiosk.visit.invitation import Invitation
from kiosk.widgets.pose_guide import GuideShown
from pipeline.guidance import Guidance, HeadTurn


class Guiding:
    """Shows hints, the pose guide and the glimpse of the camera.

    Args:
        live: The screen for it.
        bridge: The running engine.
        hanging: What they look at.
    """

    def __init__(self, live: LiveScreen, bridge: Bridge, hanging: Hanging) -> None:
        self._live, self._bridge, self._hanging = live, bridge, hanging
        self._invitation = Invitation()

    def forget(self) -> None:
        """Another visitor comes."""
        self._invitation.forget()

    def show(self, settings: Visit, now_s: float) -> Guidance | None:
        """Show what the engine has to say now, and invite others if it says nothing.

        Args:
            settings: Which hints are wanted.
            now_s: The clock of the visit.

        Returns:
            What it said; None where it said nothing.
        """
        guidance = self._bridge.guidance
        self._live.set_glimpse(self._bridge.glimpse)
        if guidance is None:
            self.hide()
        else:
            invited = self._invited(now_s) and settings.hints != "off"
            advice = _advice(guidance, settings.hints)
            more = ("bring_somebody",) if invited and not guidance.advice else ()
            self._live.set_advice((*advice, *more), self._hanging.room_for)
            self._live.set_guide(_shown(guidance) if settings.pose_guide else None)
        return guidance

    def _invited(self, now_s: float) -> bool:
        painting = self._hanging.hanging
        if painting is None:
            return False
        visitors, room = self._bridge.matched, self._hanging.room_for
        return self._invitation.look(painting.key, visitors, room, now_s)

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
