"""Every screen of the kiosk, with real pictures of the demo visitor on it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.handover.progress import Progress
from kiosk.packs.library import Library, open_library
from kiosk.rehearsal.house import House
from kiosk.rehearsal.loopback import GOOD_MOOD, LoopbackService, Mood
from kiosk.rehearsal.retouching import Retouching
from kiosk.rehearsal.tour import make_folder
from kiosk.rehearsal.walk import Walk
from kiosk.visit.idle import WARNING_S
from pipeline.images import write_image
from pipeline.types import ImageBgr, SizePx

PIN = "2749"
WRONG_PIN = "1111"
STEADY_S = 0.6
"""Fades and slides are over by then."""
PAGES = ("paintings", "today", "health", "settings", "system")


def paint_screens(
    folder: Path, size_px: SizePx, language: str, diagonal_in: float | None
) -> Iterator[Path]:
    """Walk through everything that there is to see.

    Args:
        folder: Where the pictures go; made if it is not there.
        size_px: Width and height of the window.
        language: Its code.
        diagonal_in: The screen's diagonal in inches; None for a usual kiosk.

    Yields:
        The path of each picture, once it is written.

    Raises:
        KioskError: If the folder cannot be used or the visit does not get on.
        EngineError: If the engine cannot be used.
    """
    make_folder(folder)
    given = {
        ("screen", "diagonal_in"): diagonal_in,
        ("screen", "windowed"): True,
    }
    width, height = size_px
    with tempfile.TemporaryDirectory() as own:
        settings = CurrentSettings.usual(Path(own) / "settings.toml", given)
        settings.take(settings.write({"visit.language": language}))
        with LoopbackService() as service:
            shots = Shots(settings, open_library(), Path(own), size_px, service)
            for number, (name, picture) in enumerate(shots.all()):
                path = folder / f"{language}-{width}x{height}-{number:02}-{name}.png"
                write_image(path, picture)
                yield path


class Shots:
    """A visit that stops at every screen.

    Args:
        settings: How to run.
        library: The paintings.
        folder: For what the kiosk writes.
        size_px: Width and height of the window.
        service: Takes the picture that is kept.
    """

    def __init__(
        self,
        settings: CurrentSettings,
        library: Library,
        folder: Path,
        size_px: SizePx,
        service: LoopbackService,
    ) -> None:
        self._settings, self._service = settings, service
        self._house = House(settings, library, folder, size_px, public=True)
        self._walk = Walk(self._house)

    def all(self) -> Iterator[tuple[str, ImageBgr]]:
        """Every screen's name and picture, in the order of a visit."""
        with self._house:
            yield from self._first_start()
            yield from self._visit_of_one_to_a_group()
            yield from self._visit_with_a_bot()
            yield from self._visit_without_a_bot()
            yield from self._staff()
            yield from self._out_of_order()

    def _first_start(self) -> Iterator[tuple[str, ImageBgr]]:
        walk, app = self._walk, self._house.app
        walk.reach(State.SETUP)
        yield self._shot("setup")
        for _ in range(2):
            walk.type_pin(PIN, app.stage.setup.new_pin.pad)
        walk.reach(State.ATTRACT)
        self._house.until(lambda: app.complete, "the paintings")
        self._house.until(lambda: app.headcount.complete, "the room in each painting")
        self._house.wait(1.0)
        yield self._shot("attract")

    def _visit_of_one_to_a_group(self) -> Iterator[tuple[str, ImageBgr]]:
        """Somebody alone in the painting with the most room, asked to share it."""
        walk, app = self._walk, self._house.app
        cards = app.exhibition.cards(app.languages.code)
        roomiest = max(cards, key=lambda card: card.room)
        if roomiest.room < 2:
            return
        walk.begin()
        walk.agree()
        walk.choose(roomiest.key)
        plate = app.stage.live.advice
        self._house.until(lambda: "bring_somebody" in plate.ids, "the invitation")
        yield "live-room-for-more", walk.live_picture()
        walk.tap(app.stage.live.leave)
        walk.reach(State.ATTRACT)

    def _visit_with_a_bot(self) -> Iterator[tuple[str, ImageBgr]]:
        walk, app = self._walk, self._house.app
        self._set_service(self._service.account.url, self._service.account.key)
        self._house.until(lambda: bool(app.dispatch.link), "the service")
        shown = app.exhibition.shown
        walk.begin()
        yield self._shot("consent")
        walk.tap(app.stage.consent.privacy)
        walk.reach(State.PRIVACY)
        yield self._shot("privacy")
        walk.tap(app.stage.privacy.go_on)
        walk.reach(State.CONSENT)
        walk.agree()
        yield self._shot("choose")
        walk.choose(shown[1 % len(shown)].key)
        yield "live", walk.live_picture()
        walk.count()
        self._house.wait(0.3)
        yield "countdown", self._house.picture()
        walk.count_out()
        yield "finishing", self._house.picture()
        if self._reached_result():
            yield self._shot("result")
        else:
            walk.shoot()
            yield self._shot("result")
        original = app.stage.result.original
        where = original.mapTo(app.window, original.rect().center())
        walk.fingers.press(where)
        yield self._shot("result-compared")
        walk.fingers.release(where)
        yield from self._hand_over()
        app.stage.still_there.show_seconds(int(WARNING_S))
        yield "still-there", self._house.picture()
        app.stage.still_there.hide()
        walk.tap(app.stage.handover.delete)
        walk.reach(State.THANKS)
        yield self._shot("thanks-deleted")

    def _visit_without_a_bot(self) -> Iterator[tuple[str, ImageBgr]]:
        walk, app = self._walk, self._house.app
        self._set_service("", "")
        shown = app.exhibition.shown
        walk.begin()
        walk.agree()
        walk.choose(shown[2 % len(shown)].key)
        walk.live()
        walk.shoot()
        walk.keep()
        yield self._shot("handover-without-a-bot")
        walk.tap(app.stage.handover.done)
        walk.reach(State.THANKS)
        yield self._shot("thanks")

    def _hand_over(self) -> Iterator[tuple[str, ImageBgr]]:
        """Keep the portrait while the network is away, and let it come back."""
        service, dispatch = self._service, self._house.app.dispatch
        service.mood = Mood(reachable=False)
        self._walk.keep()
        for name, progress in (
            ("handover-delayed", Progress.DELAYED),
            ("handover", Progress.READY),
            ("handover-fetched", Progress.FETCHED),
        ):
            if progress is Progress.FETCHED:
                for picture in list(service.pictures):
                    service.fetch(picture)
            self._reach_progress(progress)
            yield self._shot(name)
            service.mood = GOOD_MOOD
            dispatch.wake()

    def _reach_progress(self, progress: Progress) -> None:
        dispatch = self._house.app.dispatch
        self._house.until(lambda: dispatch.progress is progress, progress)

    def _set_service(self, url: str, key: str) -> None:
        changed = {"handover.service": url, "handover.key": key}
        self._settings.take(self._settings.write(changed))

    def _staff(self) -> Iterator[tuple[str, ImageBgr]]:
        walk, app = self._walk, self._house.app
        walk.reach(State.ATTRACT)
        walk.staff_door()
        yield self._shot("pin")
        walk.type_pin(WRONG_PIN)
        self._house.wait(0.5)
        yield self._shot("pin-wrong")
        walk.type_pin(PIN)
        walk.reach(State.STAFF)
        trends = app.stage.staff.trends
        for page in PAGES:
            walk.tap(app.stage.staff.tabs.tab(page))
            yield self._shot(f"staff-{page}")
            if page == "today":
                walk.tap(app.stage.staff.today.ranges.chip("28"))
                self._house.until(lambda: bool(trends.numbers), "the figures")
                yield self._shot("staff-trends")
        walk.tap(app.stage.staff.tabs.tab(PAGES[0]))
        yield from Retouching(self._house, walk).pictures()
        walk.tap(app.stage.staff.tabs.tab("system"))
        walk.tap(app.stage.staff.system.maintenance)
        walk.tap(app.stage.staff.back)
        walk.reach(State.MAINTENANCE)
        yield self._shot("maintenance")

    def _out_of_order(self) -> Iterator[tuple[str, ImageBgr]]:
        walk, app = self._walk, self._house.app
        walk.staff_door()
        walk.type_pin(PIN)
        walk.reach(State.STAFF)
        walk.tap(app.stage.staff.tabs.tab("system"))
        walk.tap(app.stage.staff.system.maintenance)
        walk.tap(app.stage.staff.back)
        walk.reach(State.ATTRACT)
        app.controller.fail("The screenshots asked for it.")
        yield self._shot("out-of-order")

    def _reached_result(self) -> bool:
        self._house.until(
            lambda: self._walk.state is not State.FINISHING, "the portrait"
        )
        return self._walk.state is State.RESULT

    def _shot(self, name: str) -> tuple[str, ImageBgr]:
        self._house.wait(STEADY_S)
        return name, self._house.picture()
