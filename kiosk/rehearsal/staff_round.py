"""Staff who come between visitors: a wrong PIN, the right one, a look at every page."""

from random import Random

from kiosk.errors import KioskError
from kiosk.flow import State
from kiosk.rehearsal.house import House
from kiosk.rehearsal.walk import Walk

PIN = "739150"
WRONG_PIN = "204681"
LOOK_S = 0.15
CHECKED_WITHIN_S = 5.0
ANSWERS_WITHIN_S = 0.6
MOST_TRIES = 8
CLOSED = (State.ATTRACT, State.MAINTENANCE)
SWITCHED = "visit.pose_guide"


class StaffRound:
    """Goes through the staff area as its owner.

    Args:
        house: The kiosk, with :data:`PIN` in force.
        walk: The hand.
        random: Chooses the order.
    """

    def __init__(self, house: House, walk: Walk, random: Random) -> None:
        self._house, self._walk, self._random = house, walk, random
        self._app = house.app
        self._staff = house.app.stage.staff

    def go(self) -> None:
        """Come in from the inviting screen, change a setting, close and open.

        Raises:
            KioskError: If something does not answer as it should.
        """
        self._enter(mistyped=True)
        tabs = list(self._staff.tabs.names)
        self._random.shuffle(tabs)
        for name in tabs:
            self._open(name)
        self._switch_setting()
        self._switch_maintenance()
        self._walk.tap(self._staff.back)
        self._walk.reach(State.MAINTENANCE)
        self._enter(mistyped=False)
        self._switch_maintenance()
        self._walk.tap(self._staff.back)
        self._walk.reach(State.ATTRACT)

    def _enter(self, *, mistyped: bool) -> None:
        if mistyped and self._try(WRONG_PIN):
            raise KioskError("A wrong PIN opened the staff area.")
        if not any(self._try(PIN) for _ in range(MOST_TRIES)):
            raise KioskError("The right PIN does not open the staff area.")
        self._walk.settle()

    def _try(self, pin: str) -> bool:
        """Type a PIN; where the visit's clock is fast, the pad may be gone too soon.

        Returns:
            Whether it opened the staff area.
        """
        walk, pad = self._walk, self._app.stage.pin.pad
        if walk.state is not State.PIN:
            self._house.until(lambda: walk.state in CLOSED, "the staff's corner")
            walk.staff_door()
        ready = self._house.watch(
            lambda: pad.isEnabled() or walk.state is not State.PIN, CHECKED_WITHIN_S
        )
        if ready and walk.state is State.PIN:
            walk.type_pin(pin)
            self._house.watch(lambda: walk.state is not State.PIN, ANSWERS_WITHIN_S)
        return walk.state is State.STAFF

    def _open(self, name: str) -> None:
        self._walk.tap(self._staff.tabs.tab(name))
        self._house.wait(LOOK_S)

    def _switch_setting(self) -> None:
        before = self._app.settings.now.visit.pose_guide
        self._open("settings")
        self._walk.tap(self._staff.settings.line(SWITCHED).control)
        self._house.until(
            lambda: self._app.settings.now.visit.pose_guide is not before,
            "a setting to change",
            CHECKED_WITHIN_S,
        )

    def _switch_maintenance(self) -> None:
        before = self._app.controller.maintenance
        self._open("system")
        self._walk.tap(self._staff.system.maintenance)
        self._house.until(
            lambda: self._app.controller.maintenance is not before,
            "maintenance",
            CHECKED_WITHIN_S,
        )
