"""Many visits by random visitors, and what came of them: the soak test."""

import logging
import tempfile
from collections import Counter, deque
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random
from statistics import median

from kiosk.current import CurrentSettings
from kiosk.errors import KioskError
from kiosk.flow import State
from kiosk.packs.library import Library
from kiosk.places import CONFIG_NAME
from kiosk.rehearsal.figures import ErrorCount, Figures, Wanted
from kiosk.rehearsal.house import House
from kiosk.rehearsal.loopback import GOOD_MOOD, LoopbackService, Mood
from kiosk.rehearsal.meter import PictureRate, StallMeter, rss_mb
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.rehearsal.room import Room
from kiosk.rehearsal.staff_round import PIN, StaffRound
from kiosk.rehearsal.traces import Traces
from kiosk.rehearsal.walk import Walk
from kiosk.rehearsal.whims import Whims
from kiosk.storage.sessions import Outcome
from pipeline.sources.named import named_source

WARM_VISITS = 50
"""Memory is compared with what it is after so many, or a tenth of all if fewer; each
time the median of the last few visits, as it swings by what is just in work."""
WARM_SHARE = 10
MEASURED_VISITS = 10
TELL_EVERY = 25
STAFF_EVERY = 25
BOT_EVERY = 3
SPEAK_EVERY = 8
"""On average every so many visits staff come, the bot is switched on or off, a visitor
chooses a language before they begin."""
MOST_TOUCHES = 60
"""After so many whims a visitor walks away."""
OPENS_WITHIN_S = 60.0
RECOVERS_WITHIN_S = 180.0
FORGETS_WITHIN_S = 8.0
"""The camera's thread ends with the read that it is in, on a busy machine late."""


class Simulation:
    """A kiosk with random visitors; use :func:`simulate`.

    Args:
        wanted: What is to be simulated.
        house: The open kiosk.
        room: Where the visitors stand.
        service: Takes the pictures that they keep.
        folder: Where the kiosk writes.
        errors: Counts what is logged.
    """

    def __init__(
        self,
        wanted: Wanted,
        house: House,
        room: Room,
        service: LoopbackService,
        folder: Path,
        errors: ErrorCount,
    ) -> None:
        self._wanted, self._house, self._room = wanted, house, room
        self._service = service
        self._app, self._folder, self._errors = house.app, folder, errors
        self._random = Random(wanted.seed)  # noqa: S311 (whims are no secrets)
        self._walk = Walk(house)
        self._whims = Whims(house, self._walk, room, self._random, wanted.speed)
        self._staff = StaffRound(house, self._walk, self._random)
        self._figures = Figures()
        self._what: Counter[str] = Counter()
        self._rss_mb: deque[float] = deque(maxlen=MEASURED_VISITS)
        self._meter = StallMeter(lambda: self._walk.state)
        self._rate = PictureRate(self._pictures)
        self._app.controller.moved.connect(self._on_moved)

    def run(self, tell: Callable[[int], None]) -> Figures:
        """Let all visitors come, one after the other.

        Args:
            tell: Called with how many were there, now and then.

        Returns:
            What came of it.
        """
        self._house.until(lambda: self._app.complete, "the paintings", OPENS_WITHIN_S)
        traces = Traces(self._app, self._folder)
        warm = max(1, min(WARM_VISITS, self._wanted.visits // WARM_SHARE))
        self._meter.start()
        self._rate.start()
        for number in range(1, self._wanted.visits + 1):
            self._visit()
            with self._meter.paused():
                self._look_for(traces)
                self._switch_bot()
            if self._random.randrange(STAFF_EVERY) == 0:
                self._staff_visit()
            self._rss_mb.append(rss_mb())
            if number == warm:
                self._figures.rss_mb_start = round(median(self._rss_mb), 1)
            if number % TELL_EVERY == 0:
                tell(number)
        self._meter.stop()
        self._rate.stop()
        return self._sum_up()

    def _visit(self) -> None:
        """One visitor, from the first touch until the kiosk invites again."""
        try:
            self._house.until(self._inviting, State.ATTRACT, RECOVERS_WITHIN_S)
            if self._random.randrange(SPEAK_EVERY) == 0:
                self._whims.speak()
            self._walk.begin()
            for _ in range(MOST_TOUCHES):
                if self._inviting():
                    return
                self._whims.follow()
            self._room.leave()
            self._house.until(self._inviting, State.ATTRACT, RECOVERS_WITHIN_S)
        except KioskError as error:
            self._fail(str(error))
        finally:
            self._room.enter()

    def _staff_visit(self) -> None:
        self._figures.staff_visits += 1
        try:
            self._house.until(self._inviting, State.ATTRACT, RECOVERS_WITHIN_S)
            self._staff.go()
        except KioskError as error:
            self._fail(f"Staff: {error}")
            self._app.controller.set_maintenance(on=False)

    def _look_for(self, traces: Traces) -> None:
        """Check that nothing of the visitor is left, once threads had time to end."""
        if not self._inviting():
            return
        if self._house.watch(lambda: not traces.left(), FORGETS_WITHIN_S):
            self._figures.wiped += 1
            return
        left = traces.left()
        self._figures.left_over += bool(left)
        self._what.update(f"left over: {words}" for words in left)

    def _switch_bot(self) -> None:
        """Set or unset a service, take its network away, fetch what has come."""
        account = self._service.account
        if self._random.randrange(BOT_EVERY) == 0:
            settings = self._app.settings
            there = bool(settings.now.handover.service)
            url, key = ("", "") if there else (account.url, account.key)
            changed = {"handover.service": url, "handover.key": key}
            settings.take(settings.write(changed))
        if self._random.randrange(BOT_EVERY) == 0:
            reachable = not self._service.mood.reachable
            self._service.mood = GOOD_MOOD if reachable else Mood(reachable=False)
        for picture in list(self._service.pictures):
            if self._random.randrange(BOT_EVERY):
                self._service.fetch(picture)

    def _sum_up(self) -> Figures:
        figures = self._figures
        figures.rss_mb_end = round(median(self._rss_mb), 1)
        figures.ui_stall_ms = self._meter.figures_ms()
        figures.worst_stalls = [f"{ms} ms in {at}" for ms, at in self._meter.worst()]
        figures.fps = self._rate.per_s
        if not self._app.log.flush(OPENS_WITHIN_S):
            self._fail("The session log was not written.")
        counted = outcomes_in(self._folder)
        figures.visits = sum(counted.values())
        figures.completed = counted[Outcome.COMPLETED] + counted[Outcome.DELETED]
        figures.abandoned = counted[Outcome.ABANDONED]
        figures.declined = counted[Outcome.DECLINED]
        figures.left = counted[Outcome.LEFT]
        figures.failed = counted[Outcome.FAILED]
        if figures.visits < self._wanted.visits or counted[Outcome.INTERRUPTED]:
            self._fail("The session log does not hold every visit with its end.")
        figures.errors += sum(self._errors.seen.values())
        figures.what = dict((self._what + self._errors.seen).most_common())
        return figures

    def _fail(self, sentence: str) -> None:
        self._figures.errors += 1
        self._what[sentence] += 1

    def _inviting(self) -> bool:
        return self._walk.state is State.ATTRACT

    def _pictures(self) -> int | None:
        if self._walk.state is not State.LIVE or not self._app.bridge.matched:
            return None
        return self._app.bridge.status.frames_rendered

    def _on_moved(self, state: State) -> None:
        self._figures.out_of_order += state is State.OUT_OF_ORDER


def simulate(
    wanted: Wanted,
    library: Library,
    tell: Callable[[int], None],
    on_open: Callable[[House], None] = lambda _house: None,
) -> Figures:
    """Open a kiosk in a folder of its own and let random visitors come.

    The folder is removed in the end, whatever happens.

    Args:
        wanted: What is to be simulated.
        library: The paintings.
        tell: Called with how many visitors were there, now and then.
        on_open: Gets the kiosk before it opens.

    Raises:
        KioskError: If the kiosk does not open.
        EngineError: If the source cannot be used.
    """
    errors = ErrorCount()
    with ExitStack() as stack:
        own = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        given = {("camera", "source"): wanted.source}
        settings = CurrentSettings.usual(own / CONFIG_NAME, given)
        room = Room(named_source(wanted.source))
        service = stack.enter_context(LoopbackService())
        house = House(
            settings,
            library,
            own,
            wanted.size_px,
            speed=wanted.speed,
            staff_pin=PIN,
            source=room,
        )
        on_open(house)
        root = logging.getLogger()
        root.addHandler(errors)
        stack.callback(root.removeHandler, errors)
        stack.enter_context(house)
        return Simulation(wanted, house, room, service, own, errors).run(tell)
