"""What random visitors do: touch by touch, whatever comes into their heads."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.flow import State
from kiosk.rehearsal.fingers import PRESS_S
from kiosk.rehearsal.house import House
from kiosk.rehearsal.room import Room
from kiosk.rehearsal.walk import Walk
from kiosk.visit.touches import SETTLE_S
from kiosk.widgets.languages import LanguageButton

LOOK_S = 0.25
"""Longest pause in which a visitor only looks."""
HOLD_S = 0.3
FACE_WITHIN_S = 6.0
MOST_WAIT_S = 60.0
"""Of the visit's clock, until a visitor who walked away is forgotten."""
SLAPS = 3
MOST_FINGERS = 5
SWIPE_SHARE = 0.3
"""Of the window's width."""
CORNER_SHARE = 0.12
"""Nobody's fingers but the staff's stay long in the corner; these avoid it."""

Whim = Callable[[], None]
T = TypeVar("T")


class Whims:
    """Everything that a visitor may do in each state.

    Args:
        house: The kiosk.
        walk: The hand.
        room: Where the visitor stands.
        random: Chooses.
        speed: How fast the visit's clock runs.
    """

    def __init__(
        self, house: House, walk: Walk, room: Room, random: Random, speed: float
    ) -> None:
        self._house, self._walk, self._room = house, walk, room
        self._stage, self._window = house.app.stage, house.app.window
        self._random, self._speed = random, speed
        stage = self._stage
        self._likely: dict[State, Sequence[tuple[int, Whim]]] = {
            State.CONSENT: (
                (73, self._tapping(stage.consent.agree)),
                (3, self._tapping(stage.consent.privacy)),
                (8, self._tapping(stage.consent.decline)),
                (6, self._twice(stage.consent.agree)),
                (5, self.speak),
                (3, self._walk_away),
                (2, self._slap),
            ),
            State.PRIVACY: (
                (60, self._tapping(stage.privacy.go_on)),
                (20, self._tapping(stage.privacy.back)),
                (10, self._walk_away),
                (10, self._slap),
            ),
            State.CHOOSE: (
                (76, self._choose),
                (5, self._tapping(stage.choose.leave)),
                (6, self._turn_page),
                (4, self.speak),
                (4, self._walk_away),
                (5, self._slap),
            ),
            State.AGE: (
                (60, self._tapping(stage.age.confirm)),
                (25, self._tapping(stage.age.other)),
                (10, self._slap),
                (5, self._walk_away),
            ),
            State.LIVE: (
                (50, self._shoot),
                (8, self._twice(stage.live.shutter)),
                (11, self._other_card),
                (11, self._other_by_swipe),
                (6, self._tapping(stage.live.leave)),
                (5, self._walk_away),
                (5, self._slap),
                (4, self._look),
            ),
            State.COUNTDOWN: (
                (80, self._look),
                (8, self._slap),
                (7, self._other_by_swipe),
                (5, self._walk_away),
            ),
            State.FINISHING: ((80, self._look), (15, self._slap), (5, self._walk_away)),
            State.RESULT: (
                (46, self._tapping(stage.result.keep)),
                (5, self._twice(stage.result.keep)),
                (12, self._tapping(stage.result.again)),
                (12, self._tapping(stage.result.other)),
                (12, self._compare),
                (5, self._tapping(stage.result.leave)),
                (4, self._walk_away),
                (4, self._slap),
            ),
            State.HANDOVER: (
                (50, self._tapping(stage.handover.done)),
                (6, self._twice(stage.handover.done)),
                (30, self._tapping(stage.handover.delete)),
                (6, self._walk_away),
                (8, self._slap),
            ),
            State.THANKS: (
                (50, self._tapping(stage.thanks)),
                (50, self._look),
            ),
        }

    def follow(self) -> None:
        """Do whatever comes to mind just now; in other states, look."""
        whims = self._likely.get(self._walk.state, ((1, self._look),))
        weights = [weight for weight, _ in whims]
        (_, whim) = self._random.choices(whims, weights)[0]
        whim()

    def _tapping(self, widget: QWidget) -> Whim:
        return lambda: self._tap(widget)

    def _twice(self, widget: QWidget) -> Whim:
        """A double touch, whose second half falls into the change of screens."""

        def tap_twice() -> None:
            self._tap(widget)
            self._house.wait(self._random.uniform(0.0, 0.5 * SETTLE_S))
            self._walk.fingers.tap(widget)

        return tap_twice

    def _tap(self, widget: QWidget) -> None:
        self._walk.tap(widget)

    def _look(self) -> None:
        self._house.wait(self._random.uniform(0.02, LOOK_S))

    def _walk_away(self) -> None:
        """Leave the room, and wait until the kiosk is free again."""
        self._room.leave()
        try:
            self._house.until(
                lambda: self._walk.state in (State.ATTRACT, State.OUT_OF_ORDER),
                "a visitor who went away to be forgotten",
                2.0 * MOST_WAIT_S / self._speed + MOST_WAIT_S / 4.0,
            )
        finally:
            self._room.enter()

    def speak(self) -> None:
        """Choose another language, where there are any."""
        buttons = self._seen(self._window.findChildren(LanguageButton))
        if buttons:
            self._tap(self._any(buttons))

    def _turn_page(self) -> None:
        turner = self._stage.choose.turner
        buttons = self._seen(turner.findChildren(QAbstractButton))
        if buttons:
            self._tap(self._any(buttons))

    def _choose(self) -> None:
        pager = self._stage.choose.pager
        cards = self._seen([pager.card(key) for key in pager.keys])
        if cards:
            self._tap(self._any(cards))

    def _shoot(self) -> None:
        """Press the shutter once somebody lives in the painting."""
        bridge = self._house.app.bridge
        self._house.watch(
            lambda: bridge.matched > 0 or self._walk.state is not State.LIVE,
            FACE_WITHIN_S,
        )
        if self._walk.state is State.LIVE:
            self._tap(self._stage.live.shutter)

    def _other_card(self) -> None:
        gallery = self._stage.live.gallery
        cards = self._seen(list(gallery.cards))
        if cards:
            self._tap(self._any(cards))
            self._look()

    def _other_by_swipe(self) -> None:
        self._walk.settle()
        way_px = round(SWIPE_SHARE * self._window.width())
        by_px = self._any((-way_px, way_px))
        self._walk.fingers.swipe(self._stage.live.view, by_px)
        self._look()

    def _compare(self) -> None:
        self._walk.settle()
        if self._walk.state is State.RESULT:
            picture = self._stage.result.picture
            self._walk.fingers.hold(picture, self._random.uniform(PRESS_S, HOLD_S))

    def _slap(self) -> None:
        """Touch all over the place with several fingers, as children do."""
        begun = self._walk.state
        for _ in range(SLAPS):
            # Who has slapped themselves out of a visit does not begin another one.
            if self._walk.state in (begun, State.COUNTDOWN, State.FINISHING):
                count = self._random.randint(1, MOST_FINGERS)
                self._walk.fingers.slap(self._places(count), self._places(count))

    def _places(self, count: int) -> list[QPoint]:
        width, height = self._window.width(), self._window.height()
        free = CORNER_SHARE
        return [
            QPoint(
                round(self._random.uniform(free, 0.999) * width),
                round(self._random.uniform(free, 0.999) * height),
            )
            for _ in range(count)
        ]

    def _seen(self, widgets: Sequence[T]) -> list[T]:
        """Those that a finger could touch in their middle."""
        return [
            widget
            for widget in widgets
            if isinstance(widget, QWidget)
            and widget.isVisible()
            and not widget.visibleRegion().isEmpty()
            and widget.visibleRegion().contains(widget.rect().center())
        ]

    def _any(self, things: Sequence[T]) -> T:
        return self._random.choice(things)
