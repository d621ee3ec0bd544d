"""Walks through a visit by touch, step by step."""

import time

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.flow import State
from kiosk.rehearsal.fingers import Fingers
from kiosk.rehearsal.house import House
from kiosk.visit.touches import HOLD_MS, SETTLE_S
from kiosk.widgets.pin_pad import DONE, PinPad
from pipeline.types import ImageBgr, TrackedFace

EYES = ((159, 145, 33, 133), (386, 374, 263, 362))
"""Points of the mesh at the upper lid, the lower lid and the corners of each eye."""
OPEN_EYE_RATIO = 0.24
LIVELY_AFTER_S = 1.5
"""Long enough for fades to end and the visitor to move."""
MOST_TRIES = 8
LISTENS_S = 0.02
"""On top of what a screen needs to settle."""


class Walk:
    """A visitor who knows what they want.

    Args:
        house: The kiosk.
    """

    def __init__(self, house: House) -> None:
        self._house, self._app = house, house.app
        self.fingers = Fingers(house)
        self._moved_s = time.monotonic()
        self._app.controller.moved.connect(self._on_moved)

    @property
    def state(self) -> State:
        """Where the visit stands."""
        return self._app.controller.state

    def begin(self) -> None:
        """Touch the inviting screen."""
        self.reach(State.ATTRACT)
        self.tap(self._app.stage.attract)
        self.reach(State.CONSENT)

    def agree(self) -> None:
        """Say yes."""
        self.tap(self._app.stage.consent.agree)
        self.reach(State.CHOOSE)

    def choose(self, key: str) -> None:
        """Touch a painting's card, turning pages if need be."""
        choose = self._app.stage.choose
        choose.mark(key)
        self.tap(choose.pager.card(key))
        self.reach(State.LIVE)
        hanging = self._app.hanging
        self._house.until(
            lambda: hanging.hanging is not None and hanging.hanging.key == key,
            f"{key} to hang",
        )

    def live(self) -> None:
        """Wait until somebody lives in the painting, with open eyes."""
        bridge = self._app.bridge
        self._house.until(lambda: bridge.matched > 0, "a visitor")
        lively_s = time.monotonic() + LIVELY_AFTER_S
        self._house.until(
            lambda: time.monotonic() > lively_s and look_good(bridge.faces),
            "open eyes",
        )

    def live_picture(self) -> ImageBgr:
        """The window with somebody in the painting whose eyes are open."""
        self.live()
        picture = self._house.picture()
        for _ in range(MOST_TRIES):
            if look_good(self._app.bridge.faces):
                break
            self.live()
            picture = self._house.picture()
        return picture

    def count(self) -> None:
        """Press the shutter, again if the visitor looks away just then."""
        for _ in range(MOST_TRIES):
            self.tap(self._app.stage.live.shutter)
            if self.state is State.COUNTDOWN:
                return
            self._house.wait(0.5)
        self.reach(State.COUNTDOWN)

    def count_out(self) -> None:
        """Wait until the count ends in a portrait, counting again if it did not."""
        for _ in range(MOST_TRIES):
            self._house.until(lambda: self.state is not State.COUNTDOWN, "the count")
            if self.state is not State.LIVE:
                break
            self.count()
        self.reach(State.FINISHING)

    def shoot(self) -> None:
        """Press the shutter until there is a portrait."""
        for _ in range(MOST_TRIES):
            self.count()
            self._house.until(
                lambda: self.state not in (State.COUNTDOWN, State.FINISHING),
                "the portrait",
            )
            if self.state is State.RESULT:
                return
        self.reach(State.RESULT)

    def keep(self) -> None:
        """Keep the portrait."""
        self.tap(self._app.stage.result.keep)
        self.reach(State.HANDOVER)

    def staff_door(self) -> None:
        """Hold the corner that opens the staff's door."""
        self.settle()
        corner = QPoint(12, 12)
        self.fingers.press(corner)
        self._house.wait(HOLD_MS / 1000.0 + 0.2)
        self.fingers.release(corner)
        self.reach(State.PIN)

    def type_pin(self, pin: str, pad: PinPad | None = None) -> None:
        """Type a PIN and confirm it.

        Args:
            pin: Its digits.
            pad: Where; at the staff's door by default.
        """
        self.settle()
        pad = pad or self._app.stage.pin.pad
        for digit in pin:
            self.fingers.tap(pad.key(digit))
        self.fingers.tap(pad.key(DONE))

    def tap(self, widget: QWidget) -> None:
        """Touch something once the screen listens, and let it answer."""
        self.settle()
        self.fingers.tap(widget)
        self._house.wait(0.05)

    def reach(self, state: State) -> None:
        """Wait for a state."""
        self._house.until(lambda: self.state is state, state)

    def settle(self) -> None:
        """Wait until a screen that has just come up listens."""
        left_s = self._moved_s + SETTLE_S + LISTENS_S - time.monotonic()
        if left_s > 0.0:
            self._house.wait(left_s)

    def _on_moved(self, _state: State) -> None:
        self._moved_s = time.monotonic()


def look_good(faces: tuple[TrackedFace, ...]) -> bool:
    """Whether somebody is there and all eyes are open."""
    return bool(faces) and all(
        np.linalg.norm(points[upper] - points[lower])
        > OPEN_EYE_RATIO * np.linalg.norm(points[outer] - points[inner])
        for points in (face.mesh.points_px[:, :2] for face in faces)
        for upper, lower, outer, inner in EYES
    )
