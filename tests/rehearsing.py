"""The real application with a hand, a visitor and a camera."""

from pathlib import Path

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import Library
from kiosk.rehearsal.house import House
from kiosk.rehearsal.room import Room
from kiosk.rehearsal.traces import Traces
from kiosk.rehearsal.walk import Walk
from tests.fake_camera import FakeCamera

SIZE_PX = (540, 960)
SPEED = 15.0
WITHIN_S = 12.0
LORD = "pack/lord"


class Scene:
    """A kiosk, a hand and a camera."""

    def __init__(
        self,
        settings: CurrentSettings,
        library: Library,
        folder: Path,
        camera: FakeCamera,
    ) -> None:
        self.camera, self.room = camera, Room(camera)
        self.folder = folder
        self.house = House(
            settings, library, folder, SIZE_PX, speed=SPEED, source=self.room
        )
        self.app, self.stage = self.house.app, self.house.app.stage
        self.walk = Walk(self.house)
        self.traces = Traces(self.app, folder)
        self.states: list[State] = []
        self.app.controller.moved.connect(self.states.append)

    def to_choose(self) -> None:
        self.walk.begin()
        self.walk.agree()

    def to_live(self) -> None:
        self.to_choose()
        self.walk.choose(LORD)
        self.until(lambda: self.app.bridge.matched > 0, "a visitor")

    def to_result(self) -> None:
        self.to_live()
        self.walk.shoot()

    def until(self, happened, what: str) -> None:
        self.house.until(happened, what, WITHIN_S)

    def reach(self, state: State) -> None:
        self.until(lambda: self.walk.state is state, state)

    def forgotten(self) -> None:
        self.house.watch(lambda: not self.traces.left(), 3.0)
        assert self.traces.left() == []

    def good_as_new(self) -> None:
        """The kiosk comes back by itself, and the next visitor lives in a painting."""
        self.camera.plugged = True
        if self.walk.state is State.LIVE:
            self.walk.tap(self.stage.live.leave)
        self.reach(State.ATTRACT)
        self.to_live()
        self.walk.tap(self.stage.live.leave)
        self.reach(State.ATTRACT)
        self.forgotten()
