"""Visits on the real screens with the real engine and log; only clocks are ours."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

import kiosk.trouble
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.controller import Controller
from kiosk.current import CurrentSettings
from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.failures import ErrorKind
from kiosk.flow import CORNERED, FORGETFUL, Event, State
from kiosk.handover.dispatch import Dispatch
from kiosk.handover.progress import Progress
from kiosk.handover.sealing import picture_id, unseal
from kiosk.language import Languages
from kiosk.log import JsonFormatter, PlainFormatter
from kiosk.packs.library import Library, open_library
from kiosk.privacy.consent import read_consent
from kiosk.privacy.marks.marker import Marker
from kiosk.privacy.notice import PrivacyNotice
from kiosk.pulse import Pulse
from kiosk.rehearsal.loopback import GOOD_MOOD, LoopbackService, Mood
from kiosk.stage import Stage
from kiosk.storage.database import FILE_NAME
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from kiosk.visit.auto_shutter import HOLD_S, MOST_VAIN
from kiosk.visit.cast import Cast
from kiosk.visit.hall import Hall
from kiosk.visit.hanging import Hanging
from kiosk.visit.idle import SEEN_AT_MOST_S
from kiosk.visit.keeping import Keeping
from kiosk.visit.liveness import LivenessCheck
from kiosk.visit.notes import VisitNotes
from kiosk.visit.recovery import FIRST_TRY_S, LOOK_EVERY_S, RecoveryWatch
from kiosk.visit.sitting import MESSAGE_S, Sitting
from kiosk.visit.touches import SETTLE_S, Touches
from kiosk.visit.visitor import Visitor
from kiosk.widgets.fitted import FittedLabel
from kiosk.window import KioskWindow
from pipeline import status
from pipeline.errors import EngineError, ModelError, SourceLostError
from pipeline.guidance import Advice, Guidance
from pipeline.sources.demo import DemoVisitor
from pipeline.types import Frame, SourceInfo

PATIENCE_MS = 15_000
IDLE_S = 45.0
WITHOUT_CAMERA = (State.SETUP, State.ATTRACT, State.CONSENT, State.HANDOVER)


class FakeCamera:
    """The demo visitor before a camera that counts, and whose cable can be pulled."""

    def __init__(self) -> None:
        self.opened = self.read_frames = 0
        self.plugged = self.somebody = True
        self._visitor = DemoVisitor()

    @property
    def info(self) -> SourceInfo:
        seen = self._visitor.info
        return SourceInfo("camera", "Front", seen.size_px, seen.fps)

    def open(self) -> None:
        self.opened += 1
        self._visitor.open()

    def read(self, timeout_s: float) -> Frame | None:
        if not self.plugged:
            raise SourceLostError("Front is gone.")
        self.read_frames += 1
        frame = self._visitor.read(timeout_s)
        if frame is None or self.somebody:
            return frame
        # A frame that stays the same would be taken for a frozen camera.
        grey = np.full_like(frame.bgr, 100 + frame.index % 20)
        return Frame(grey, frame.time_s, frame.index)

    def close(self) -> None:
        self._visitor.close()


class House:
    """A kiosk without its application."""

    def __init__(self, application, qtbot, library, folder, easel, given):
        self.qtbot, self.folder, self.easel = qtbot, folder, easel
        self.now_s = 1000.0
        self.trouble, self.engine_error = "", None
        self.camera = FakeCamera()
        self.owner = QObject()
        self.settings = CurrentSettings.usual(folder / "settings.toml", given)
        self.library = library
        self.exhibition = Exhibition(library, None)
        self.window = KioskWindow(windowed=True)
        qtbot.addWidget(self.window)
        self.bridge = Bridge(self.camera)
        self.stage = Stage(self.window, self.bridge, 2.0)
        self.tasks = Tasks(self.owner)
        self.log = SessionLog(folder, engine="mesh", kiosk_version="1")
        self.languages = Languages("en", ("en", "de", "fr"), self.owner)
        self.hanging = Hanging(self.bridge, easel, self.tasks, self.owner)
        shelf = ThumbnailShelf(folder / "small")
        thumbnails = Thumbnails(shelf, self.tasks, self.owner)
        self.hall = Hall(
            self.exhibition, self.stage, easel, thumbnails, self.tasks, self.owner
        )
        self.touches = Touches(application, self.window, 40, self.clock)
        self.sitting = Sitting(
            self.stage.live,
            self.bridge,
            self.hanging,
            easel,
            self.tasks,
            LivenessCheck(self.bridge, lambda: self.settings.now.privacy, self.owner),
            self.owner,
        )
        self.recovery = RecoveryWatch(
            lambda: self.trouble,
            self.check_engine,
            self.tasks,
            self.owner,
            self.clock,
        )
        self.pulse = Pulse(self.bridge, self.clock)
        self.account = None
        self.dispatch = Dispatch(
            folder / "outbox",
            lambda: self.account,
            lambda: self.settings.now.handover,
            self.log.pick_up,
        )
        notes = VisitNotes(self.log)
        self.controller = Controller(
            Cast(
                stage=self.stage,
                hall=self.hall,
                hanging=self.hanging,
                sitting=self.sitting,
                touches=self.touches,
                recovery=self.recovery,
                keeping=Keeping(
                    self.dispatch,
                    self.stage.handover,
                    notes,
                    Marker(folder),
                    self.settings,
                    self.languages,
                ),
                notes=notes,
                languages=self.languages,
                exhibition=self.exhibition,
                settings=self.settings,
                consent=read_consent(),
                notice=PrivacyNotice(),
                clock=Clock(now_s=self.clock),
                pulse=self.pulse,
            )
        )
        self.moves = []
        self.controller.moved.connect(self.moves.append)

    def clock(self):
        return self.now_s

    def check_engine(self):
        if self.engine_error is not None:
            raise self.engine_error

    @property
    def state(self):
        return self.controller.state

    def open(self):
        self.window.open((540, 960))
        self.stage.fit(self.window.size())
        self.dispatch.start()
        self.controller.start(State.ATTRACT)
        self.moves.clear()

    def meet(self, service):
        """Have pictures handed to a service from now on."""
        self.account = service.account
        self.dispatch.wake()
        self.until(lambda: self.dispatch.link)

    def close(self):
        self.controller.stop()
        self.tasks.close()
        self.bridge.stop()
        self.dispatch.close()
        self.log.close()
        self.languages.use("en")
        shiboken6.delete(self.owner)

    def until(self, happened):
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE_MS)

    def reach(self, state):
        self.until(lambda: self.state is state)

    def wait(self, seconds):
        """Let time pass, and let everybody notice."""
        self.now_s += seconds
        self.controller._on_tick()

    def agree(self):
        self.stage.attract.touched.emit()
        self.stage.consent.agree.click()
        assert self.state is State.CHOOSE

    def live(self, key="pack/lady"):
        if self.state is State.ATTRACT:
            self.agree()
        self.stage.choose.painting_chosen.emit(key)
        assert self.state is State.LIVE
        self.until(
            lambda: (
                self.hanging.hanging is not None
                and self.hanging.hanging.key == key
                and self.bridge.matched > 0
                and self.bridge.running
            )
        )

    def count(self):
        self.until(lambda: self.bridge.matched > 0 and self.bridge.running)
        self.controller._on_tick()
        self.stage.live.shutter.click()
        assert self.state is State.COUNTDOWN

    def shoot(self):
        for _ in range(5):
            self.until(lambda: len(self.bridge.burst()) > 0)
            self.count()
            self.wait(3.1)
            self.until(lambda: self.state not in (State.COUNTDOWN, State.FINISHING))
            if self.state is State.RESULT:
                return
        assert self.state is State.RESULT

    def go(self, state):
        """Come to a state in the way of a visitor."""
        if state is State.CONSENT:
            self.stage.attract.touched.emit()
        elif state is State.CHOOSE:
            self.agree()
        elif state is State.LIVE:
            self.live()
        elif state is State.COUNTDOWN:
            self.live()
            self.count()
        elif state is not State.ATTRACT:
            self.live()
            self.shoot()
            if state is State.HANDOVER:
                self.stage.result.keep.click()
        assert self.state is state

    def left(self):
        """What is left of a visitor, in words."""
        stage, bridge, nobody = self.stage, self.bridge, Visitor()
        visitor = self.controller.visitor
        found = {
            "live": not stage.live.view.picture_rect().isEmpty(),
            "glimpse": not stage.live.glimpse.empty,
            "guide": stage.live.guide.shown is not None,
            "result": not stage.result.picture.picture_rect().isEmpty(),
            "original": not stage.result.original.picture_rect().isEmpty(),
            "handover": not stage.handover.picture.picture_rect().isEmpty(),
            "code": bool(stage.handover.code),
            "matched": bridge.matched > 0 or bool(bridge.faces),
            "camera": bridge.status.state is not status.State.STOPPED,
            "burst": bool(bridge.burst()),
            "visitor": any(
                getattr(visitor, name) != getattr(nobody, name)
                for name in (
                    "painting",
                    "asks_for",
                    "least_age",
                    "portrait",
                    "token",
                    "portraits_taken",
                )
            ),
        }
        return [name for name, there in found.items() if there]

    def pickups(self):
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute("SELECT * FROM pickups")]

    def sessions(self):
        assert self.log.flush(5.0)
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute("SELECT * FROM sessions")]


@pytest.fixture(scope="module")
def easel():
    """Opened once: engine and paintings stay ready from test to test."""
    return Easel()


@pytest.fixture
def make_house(dressed, qtbot, sitters, tmp_path, easel):
    made = []

    def make(**given):
        said = {tuple(name.split("__")): value for name, value in given.items()}
        library = open_library(sitters)
        house = House(dressed, qtbot, library, tmp_path, easel, said)
        made.append(house)
        house.open()
        return house

    yield make
    for house in made:
        house.close()


@pytest.fixture
def house(make_house):
    return make_house()


@pytest.fixture
def service():
    with LoopbackService() as listening:
        yield listening


def test_a_whole_visit_by_the_table(house, service):
    house.meet(service)
    house.live()
    house.shoot()
    taken = house.controller.visitor
    assert (taken.painting.key, taken.portraits_taken) == ("pack/lady", 1)
    assert taken.portrait.bgr.ndim == 3
    house.stage.result.keep.click()
    token = house.controller.visitor.token
    assert token
    assert house.stage.handover.code
    house.stage.handover.done.click()
    assert house.left() == []
    assert _says(house.stage.thanks, "locked copy")
    house.wait(6.1)
    house.reach(State.ATTRACT)

    visited = [state for state in house.moves if state is not State.LIVE]
    assert visited[:2] == [State.CONSENT, State.CHOOSE]
    assert visited[-5:] == [
        State.FINISHING,
        State.RESULT,
        State.HANDOVER,
        State.THANKS,
        State.ATTRACT,
    ]
    (session,) = house.sessions()
    assert session["outcome"] == "completed"
    assert (session["consent"], session["painting"]) == (1, "pack/lady")
    house.until(lambda: picture_id(token) in service.pictures)
    document = unseal(token, service.fetch(picture_id(token)))
    assert (document.name, document.language) == ("vernissage-lady.jpg", "en")
    house.until(lambda: house.pickups()[0]["picked_up_utc_ms"])
    assert house.pickups()[0]["session"] == session["id"]


def test_the_screen_says_how_far_the_picture_has_come(house, service):
    screen = house.stage.handover
    house.meet(service)
    service.mood = Mood(reachable=False)
    house.go(State.HANDOVER)
    token = house.controller.visitor.token
    assert _says(screen, "on its way")
    house.until(lambda: house.dispatch.progress is Progress.DELAYED)
    house.wait(0.1)
    assert _says(screen, "No connection just now")

    service.mood = GOOD_MOOD
    house.dispatch.wake()
    house.until(lambda: house.dispatch.progress is Progress.READY)
    house.wait(0.1)
    assert _says(screen, "ready")
    service.fetch(picture_id(token))
    house.until(lambda: house.dispatch.progress is Progress.FETCHED)
    house.wait(0.1)
    assert _says(screen, "is on your phone")
    screen.done.click()
    assert _says(house.stage.thanks, "nothing of you remains")


def test_a_picture_that_cannot_be_sent_is_not_promised_any_longer(house, service):
    house.meet(service)
    service.key = "another"
    house.go(State.HANDOVER)
    house.until(lambda: house.dispatch.progress is Progress.LOST)
    house.wait(0.1)

    screen = house.stage.handover
    assert _says(screen, "could not be sent")
    assert not screen.code
    assert screen.qr.modules == 0
    assert not screen.picture.picture_rect().isEmpty()
    screen.done.click()
    house.wait(6.1)
    house.go(State.HANDOVER)
    assert _says(screen, "cannot send pictures")


@pytest.mark.parametrize("reachable", [True, False])
def test_delete_my_picture_deletes_it_everywhere(house, service, reachable):
    house.meet(service)
    house.go(State.HANDOVER)
    token = house.controller.visitor.token
    house.until(lambda: house.dispatch.progress is Progress.READY)
    if not reachable:
        service.mood = Mood(reachable=False)
        house.dispatch._courier._introduce_s = 0.0
        house.dispatch.wake()
        house.until(lambda: house.dispatch.standing.trouble)
    house.stage.handover.delete.click()

    assert _says(house.stage.thanks, "Your picture is deleted.")
    assert _says(house.stage.thanks, "as soon as there is a connection") != reachable
    service.mood = GOOD_MOOD
    house.dispatch.wake()
    house.until(lambda: service.states[picture_id(token)] == "deleted")
    assert not service.pictures
    assert not list(house.folder.rglob("*.sealed"))
    assert house.left() == []


def test_the_camera_is_opened_by_the_agreement_and_by_nothing_before(house):
    house.stage.attract.touched.emit()
    house.stage.choose.painting_chosen.emit("pack/lady")
    house.stage.live.shutter_pressed.emit()
    house.stage.result.again_pressed.emit()
    house.wait(5.0)
    house.qtbot.wait(100)
    assert (house.camera.opened, house.camera.read_frames) == (0, 0)
    assert house.state is State.CONSENT

    house.stage.consent.agree.click()
    house.until(lambda: house.camera.opened == 1 and house.camera.read_frames > 0)


def test_who_declines_is_never_seen(house):
    house.stage.attract.touched.emit()
    house.stage.consent.decline.click()
    house.qtbot.wait(60)
    assert (house.state, house.camera.opened) == (State.ATTRACT, 0)
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["consent"]) == ("declined", 0)


def test_no_frame_is_read_once_the_portrait_is_kept(house):
    house.go(State.HANDOVER)
    house.until(lambda: house.bridge.status.state is status.State.STOPPED)
    house.qtbot.wait(60)
    read = house.camera.read_frames
    house.qtbot.wait(100)
    assert house.camera.read_frames == read
    assert house.stage.result.picture.picture_rect().isEmpty()


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        (State.CHOOSE, Event.LEFT, State.ATTRACT),
        (State.CHOOSE, Event.TIMED_OUT, State.ATTRACT),
        (State.LIVE, Event.LEFT, State.ATTRACT),
        (State.LIVE, Event.FAILED, State.OUT_OF_ORDER),
        (State.COUNTDOWN, Event.STAFF_WANTED, State.PIN),
        (State.COUNTDOWN, Event.TIMED_OUT, State.OUT_OF_ORDER),
        (State.RESULT, Event.LEFT, State.ATTRACT),
        (State.RESULT, Event.TIMED_OUT, State.ATTRACT),
        (State.RESULT, Event.STAFF_WANTED, State.PIN),
        (State.HANDOVER, Event.TIMED_OUT, State.ATTRACT),
        (State.HANDOVER, Event.DELETED, State.THANKS),
        (State.HANDOVER, Event.FAILED, State.OUT_OF_ORDER),
    ],
)
def test_every_end_wipes_everything(house, state, event, after):
    house.go(state)
    house.controller.handle(event)
    assert house.state is after
    assert after in FORGETFUL
    assert house.left() == []
    assert house.stage.live.notice == ""


def test_stopping_in_the_middle_wipes_too(house):
    house.go(State.RESULT)
    house.controller.stop()
    assert house.left() == []


@pytest.mark.parametrize(
    "state", [State.CONSENT, State.CHOOSE, State.RESULT, State.HANDOVER]
)
def test_who_walks_away_is_forgotten_within_a_minute(house, state):
    house.go(state)
    for _ in range(61):
        house.wait(1.0)
        if house.state is State.ATTRACT:
            break
    assert house.state is State.ATTRACT
    assert house.left() == []
    assert house.languages.code == "en"


def test_who_walks_away_before_the_camera_is_forgotten_too(house):
    house.live()
    house.camera.somebody = False
    house.until(lambda: house.bridge.matched == 0)
    house.wait(IDLE_S - 1.0)
    assert house.state is State.LIVE
    house.wait(1.1)
    assert house.state is State.ATTRACT
    assert house.left() == []


def test_whoever_is_asked_and_touches_stays(house):
    house.agree()
    house.wait(IDLE_S - 5.0)
    asks = house.stage.still_there
    assert asks.isVisible()
    assert asks.seconds in (5, 6)
    asks.here.pressed.emit()
    house.wait(0.1)
    assert not asks.isVisible()
    house.wait(IDLE_S - 15.0)
    assert house.state is State.CHOOSE
    house.touches.touched.emit()
    house.wait(IDLE_S - 15.0)
    assert (house.state, asks.isVisible()) == (State.CHOOSE, False)


def test_the_language_of_a_visitor_goes_with_them(house):
    house.stage.attract.language_chosen.emit("de")
    assert house.languages.code == "de"
    house.stage.attract.touched.emit()
    assert house.stage.consent.agree.text() == read_consent()["de"].agree
    house.stage.consent.language_chosen.emit("fr")
    assert house.stage.consent.agree.text() == read_consent()["fr"].agree
    house.stage.consent.agree.click()
    assert house.languages.code == "fr"
    house.stage.choose.leave.click()
    assert house.languages.code == "en"
    (session,) = house.sessions()
    assert session["language"] == "fr"


def test_staff_are_not_spoken_to_in_the_visitors_language(house):
    house.stage.attract.language_chosen.emit("de")
    house.agree()
    house.controller.handle(Event.STAFF_WANTED)
    assert (house.state, house.languages.code) == (State.PIN, "en")


def test_a_camera_is_only_taken_while_nobody_is_there(house):
    found = []
    house.controller.camera_found.connect(lambda: found.append(house.state))
    house.recovery.camera_found.emit()
    house.agree()
    house.recovery.camera_found.emit()
    assert found == [State.ATTRACT]


def test_a_language_chosen_by_a_passer_by_is_not_left_to_all_others(house):
    house.wait(3600.0)
    house.stage.attract.language_chosen.emit("de")
    house.touches.touched.emit()
    house.wait(IDLE_S - 1.0)
    assert house.languages.code == "de"
    house.wait(2.0)
    assert house.languages.code == "en"
    assert house.state is State.ATTRACT


def test_a_portrait_that_comes_after_its_visitor_left_is_dropped(house):
    house.go(State.COUNTDOWN)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.wait(3.1)
    assert house.state is State.FINISHING
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    house.live()
    done = []
    house.tasks.run(lambda: None, done.append, done.append)
    house.until(lambda: done)
    assert house.state is State.LIVE
    assert house.controller.visitor.portrait is None
    assert house.stage.result.picture.picture_rect().isEmpty()


def test_a_card_touched_too_late_changes_nothing(house):
    house.stage.choose.painting_chosen.emit("pack/lord")
    assert house.state is State.ATTRACT
    assert house.controller.visitor.painting is None
    assert house.hanging.wanted.key == "pack/lady"


def mark_lord(house, age=16):
    """Give one of the two paintings an age note, as its pack would."""
    pack = house.library.packs[0]
    marked = tuple(
        replace(one, from_age=age) if one.id == "lord" else one
        for one in pack.paintings
    )
    house.exhibition.restock(Library((replace(pack, paintings=marked),)))
    house.controller.arrange()


def test_a_painting_with_an_age_note_asks_before_anybody_is_in_it(house):
    mark_lord(house)
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    assert house.state is State.AGE
    assert house.hanging.wanted.key == "pack/lady"
    house.stage.age.other.click()
    assert house.state is State.CHOOSE
    assert house.controller.visitor.painting is None
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.stage.age.confirm.click()
    assert house.state is State.LIVE
    assert house.controller.visitor.painting.key == "pack/lord"
    house.stage.live.painting_chosen.emit("pack/lady")
    house.stage.live.painting_chosen.emit("pack/lord")
    assert (house.state, house.hanging.wanted.key) == (State.LIVE, "pack/lord")
    house.controller.handle(Event.LEFT)
    assert house.controller.visitor.least_age == 0
    assert house.hanging.wanted.key == "pack/lady"


def test_nobody_swipes_into_a_painting_with_an_age_note(house):
    mark_lord(house)
    house.live("pack/lady")
    house.stage.live.stepped.emit(1)
    assert house.hanging.wanted.key == "pack/lady"
    house.stage.live.painting_chosen.emit("pack/lord")
    assert house.state is State.AGE
    assert house.stage.live.gallery.chosen == "pack/lady"
    assert house.stage.live.view.picture_rect().isEmpty()
    house.stage.age.confirm.click()
    house.stage.live.stepped.emit(1)
    house.stage.live.stepped.emit(1)
    assert house.hanging.wanted.key == "pack/lord"


def test_a_card_with_an_age_note_waits_until_the_count_is_over(house):
    mark_lord(house)
    house.live("pack/lady")
    house.count()
    house.stage.live.painting_chosen.emit("pack/lord")
    assert house.state is State.COUNTDOWN
    assert house.hanging.wanted.key == "pack/lady"
    assert house.stage.live.gallery.chosen == "pack/lady"


def test_who_walks_away_from_the_question_of_age_is_forgotten(house):
    mark_lord(house)
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.wait(IDLE_S + 0.1)
    assert house.state is State.ATTRACT
    assert house.left() == []
    house.qtbot.wait(100)  # the screens behind ask for their pictures


def test_tries_are_counted_and_end(make_house):
    house = make_house(visit__most_retakes=1)
    house.go(State.RESULT)
    assert not house.stage.result.again.isHidden()
    house.stage.result.again.click()
    assert house.state is State.LIVE
    house.shoot()
    assert house.controller.visitor.portraits_taken == 2
    assert house.stage.result.again.isHidden()
    house.stage.result.leave.click()
    (session,) = house.sessions()
    assert session["retakes"] == 1


def test_another_painting_without_starting_over(house):
    house.go(State.RESULT)
    opened = house.camera.opened
    house.stage.result.other.click()
    assert house.state is State.CHOOSE
    house.live("pack/lord")
    house.shoot()
    assert house.controller.visitor.painting.key == "pack/lord"
    assert house.camera.opened == opened


def test_a_portrait_keeps_its_painting_when_another_is_not_ready_in_time(
    house, easel, monkeypatch
):
    house.live()
    hold, real = threading.Event(), easel.prepare

    def slow(choice, room):
        hold.wait(PATIENCE_MS / 1000.0)
        return real(choice, room)

    with monkeypatch.context() as patch:
        patch.setattr(easel, "prepare", slow)
        house.stage.live.stepped.emit(1)
        assert house.hanging.wanted.key == "pack/lord"
        house.until(lambda: len(house.bridge.burst()) > 0)
        house.count()
        house.wait(3.1)
        assert house.state is State.FINISHING
        hold.set()
        house.reach(State.RESULT)
    assert house.controller.visitor.painting.key == "pack/lady"
    house.stage.result.again.click()
    assert house.hanging.wanted.key == "pack/lady"
    (session,) = house.sessions()
    assert session["painting"] == "pack/lady"


def test_a_countdown_with_nobody_there_says_so_for_a_while(house):
    house.camera.somebody = False
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lady")
    house.until(lambda: house.hanging.hanging is not None and house.bridge.running)
    house.stage.live.shutter_pressed.emit()
    assert house.state is State.LIVE
    house.wait(0.1)
    assert house.stage.live.notice == "Step in front of the camera"
    house.wait(MESSAGE_S - 0.1)
    assert house.stage.live.notice == "Step in front of the camera"
    house.wait(0.3)
    assert house.stage.live.notice == ""


def test_who_steps_away_while_it_counts_is_asked_back(house):
    house.go(State.COUNTDOWN)
    house.camera.somebody = False
    house.until(lambda: not house.bridge.burst())
    house.wait(3.1)
    assert house.state is State.LIVE
    assert "Look into the camera" in house.stage.live.notice
    assert house.stage.live.count.seconds is None
    house.wait(1.0)
    assert "Look into the camera" in house.stage.live.notice


def test_it_counts_as_many_seconds_as_the_setting_says(make_house):
    house = make_house(visit__countdown_s=5)
    house.live()
    house.count()
    seen = []
    for _ in range(4):
        seen.append(house.stage.live.count.seconds)
        house.wait(1.0)
    assert seen == [5, 4, 3, 2]
    assert not house.stage.live.shutter.isEnabled()


@pytest.mark.parametrize(
    ("wanted", "held_s", "after"),
    [
        (True, HOLD_S, State.COUNTDOWN),
        (True, HOLD_S - 0.1, State.LIVE),
        (False, HOLD_S, State.LIVE),
    ],
)
def test_a_held_pose_takes_the_portrait_where_that_is_wanted(
    make_house, monkeypatch, wanted, held_s, after
):
    house = make_house(visit__auto_shutter=wanted)
    house.live()
    held = Guidance(held_s=held_s)
    monkeypatch.setattr(Bridge, "guidance", property(lambda self: held))
    house.until(lambda: house.bridge.matched > 0)
    house.wait(0.1)
    assert house.state is after


def test_after_a_failed_portrait_a_held_pose_takes_none_for_a_while(
    make_house, monkeypatch
):
    house = make_house(visit__auto_shutter=True)
    house.live()
    house.camera.somebody = False
    house.until(lambda: house.bridge.matched == 0)
    house.stage.live.shutter_pressed.emit()
    monkeypatch.setattr(
        Bridge, "guidance", property(lambda self: Guidance(held_s=HOLD_S))
    )
    house.camera.somebody = True
    house.until(lambda: house.bridge.matched > 0)
    house.wait(0.1)
    house.wait(3.0)
    assert house.state is State.LIVE
    house.until(lambda: house.bridge.matched > 0)
    house.wait(1.1)
    assert house.state is State.COUNTDOWN


def test_portraits_that_take_themselves_do_not_hold_a_visit_for_ever(
    make_house, monkeypatch
):
    """A poster that holds the pose, and no portrait of it that ever succeeds."""
    house = make_house(visit__auto_shutter=True)
    house.live()
    monkeypatch.setattr(
        Bridge, "guidance", property(lambda self: Guidance(held_s=HOLD_S))
    )
    monkeypatch.setattr(Bridge, "matched", property(lambda self: 1))
    monkeypatch.setattr(Bridge, "running", property(lambda self: True))
    monkeypatch.setattr(Bridge, "burst", lambda self: ())
    house.controller._ticks.stop()
    for _ in range(int(SEEN_AT_MOST_S) + 10):
        house.wait(1.0)
        if house.state is State.ATTRACT:
            break
    assert house.state is State.ATTRACT
    assert house.moves.count(State.COUNTDOWN) == MOST_VAIN


def test_after_a_touch_portraits_take_themselves_again(make_house, monkeypatch):
    house = make_house(visit__auto_shutter=True)
    house.live()
    monkeypatch.setattr(
        Bridge, "guidance", property(lambda self: Guidance(held_s=HOLD_S))
    )
    monkeypatch.setattr(Bridge, "matched", property(lambda self: 1))
    monkeypatch.setattr(Bridge, "running", property(lambda self: True))
    monkeypatch.setattr(Bridge, "burst", lambda self: ())
    house.controller._ticks.stop()
    for _ in range(40):
        house.wait(1.0)
    assert house.moves.count(State.COUNTDOWN) == MOST_VAIN
    house.touches.touched.emit()
    house.wait(1.0)
    assert house.state is State.COUNTDOWN


def test_a_finished_portrait_is_looked_at_with_the_whole_patience(house):
    house.live()
    house.now_s += IDLE_S - 5.0
    house.shoot()
    house.wait(IDLE_S - 1.0)
    assert house.state is State.RESULT
    house.wait(1.1)
    assert house.state is State.ATTRACT


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


def test_staff_close_the_kiosk_and_open_it_again(make_house):
    house = make_house(venue__maintenance={"en": "Open again at two."})
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.controller.set_maintenance(on=True)
    assert house.state is State.STAFF
    house.stage.staff.back.click()
    assert house.state is State.MAINTENANCE
    assert house.window.currentWidget() is house.stage.maintenance
    assert house.moves[-1] is State.MAINTENANCE
    assert "Open again at two." in house.stage.maintenance.heading.text()
    for event in (Event.TOUCHED, Event.FAILED, Event.TIMED_OUT):
        house.controller.handle(event)
    house.wait(3600.0)
    assert house.state is State.MAINTENANCE

    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.controller.set_maintenance(on=False)
    house.stage.staff.back.click()
    assert house.state is State.ATTRACT


def test_who_knocks_and_goes_leaves_the_kiosk_closed(house):
    house.controller.set_maintenance(on=True)
    house.controller.handle(Event.STAFF_WANTED)
    house.wait(30.1)
    assert house.state is State.MAINTENANCE


@pytest.mark.parametrize("state", list(CORNERED))
def test_the_corner_is_for_staff_alone_where_no_visitor_has_business(house, state):
    house.controller._enter(state)
    assert house.touches.guards_corner
    house.controller._enter(State.CONSENT)
    assert not house.touches.guards_corner


def test_a_failure_shows_the_venues_words_in_the_usual_language(make_house, caplog):
    words = {"en": "Please ask at the desk.", "de": "Bitte fragen Sie."}
    house = make_house(venue__out_of_order=words)
    house.stage.attract.language_chosen.emit("de")
    house.agree()
    house.controller.fail("secret.mp4 is not there.", ErrorKind.CAMERA)
    assert house.state is State.OUT_OF_ORDER
    assert house.languages.code == "en"
    assert "Please ask at the desk." in house.stage.out_of_order.heading.text()
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "camera")
    (record,) = [one for one in caplog.records if one.message == "out of order"]
    assert record.for_staff == "secret.mp4 is not there."
    for formatter in (PlainFormatter(), JsonFormatter()):
        assert "secret" not in formatter.format(record)


@pytest.mark.parametrize("leave", [Event.LEFT, Event.TIMED_OUT])
def test_a_failure_does_not_throw_staff_out_and_is_minded_once_they_go(house, leave):
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.trouble = "The camera is not connected."
    house.wait(LOOK_EVERY_S)
    house.until(lambda: house.pulse.failure is not None)
    assert house.state is State.STAFF
    assert house.pulse.failure.sentence == "The camera is not connected."
    house.controller.handle(leave)
    assert house.state is State.OUT_OF_ORDER
    house.qtbot.wait(150)
    assert house.state is State.OUT_OF_ORDER


def test_who_knocks_at_a_kiosk_that_is_out_of_order_does_not_open_it(house):
    house.engine_error = ModelError("The model is damaged.")
    house.controller.fail("The model is damaged.", ErrorKind.ENGINE)
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    assert house.state is State.OUT_OF_ORDER
    house.engine_error = None
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    house.reach(State.ATTRACT)
    assert house.pulse.failure is None


def test_a_camera_that_is_gone_between_visits_is_noticed_and_recovered_from(house):
    house.trouble = "The camera is not connected. Check its cable."
    house.wait(LOOK_EVERY_S)
    house.reach(State.OUT_OF_ORDER)
    assert house.camera.opened == 0
    house.trouble = ""
    house.wait(FIRST_TRY_S)
    house.reach(State.ATTRACT)


def test_tries_to_recover_come_at_growing_distances(house, monkeypatch):
    tries = []
    house.engine_error = ModelError("The model is damaged.")
    house.controller.fail("The model is damaged.")

    def check():
        tries.append(house.now_s)
        raise ModelError("The model is damaged.")

    monkeypatch.setattr(house.recovery, "_check_engine", check)
    house.controller._ticks.stop()
    for _ in range(600):
        house.now_s += 1.0
        before = len(tries)
        house.recovery.look(house.state)
        if house.recovery._looking:
            house.until(lambda: not house.recovery._looking)
            assert len(tries) == before + 1
    gaps = np.diff(tries)
    assert (np.diff(gaps[:4]) > 0).all()
    assert gaps[0] >= FIRST_TRY_S
    assert gaps.max() <= 126.0
    assert house.state is State.OUT_OF_ORDER


@pytest.mark.parametrize("state", [State.CHOOSE, State.LIVE, State.COUNTDOWN])
def test_a_cable_pulled_out_before_a_visitor(house, monkeypatch, state):
    monkeypatch.setattr(kiosk.trouble, "LOST_AT_MOST_S", 0.2)
    house.go(state)
    house.camera.plugged = False
    if state is State.CHOOSE:
        house.qtbot.wait(50)
        house.stage.choose.painting_chosen.emit("pack/lady")
    house.reach(State.OUT_OF_ORDER)
    assert house.left() == []
    house.camera.plugged = True
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.live()


def test_a_cable_pulled_for_a_moment_costs_no_visit(house):
    house.live()
    house.camera.plugged = False
    house.until(lambda: "camera" in house.stage.live.notice)
    assert not house.stage.live.shutter.isEnabled()
    assert house.bridge.matched == 0
    house.camera.plugged = True
    house.now_s += 1.0
    house.until(lambda: house.stage.live.notice == "" and house.bridge.matched > 0)
    assert house.state is State.LIVE


def test_an_engine_that_breaks_while_it_paints(house, monkeypatch):
    house.live()

    def broken(_burst, _choice, _size):
        raise EngineError("The engine broke.")

    monkeypatch.setattr(house.easel, "finish", broken)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.count()
    house.wait(3.1)
    house.reach(State.OUT_OF_ORDER)
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "engine")
    monkeypatch.undo()
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.go(State.RESULT)


def test_painting_that_never_ends_leads_out_of_order_and_says_why(
    house, monkeypatch, caplog
):
    house.go(State.COUNTDOWN)
    monkeypatch.setattr(house.tasks, "run", lambda *_work: None)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.wait(3.1)
    assert house.state is State.FINISHING
    house.wait(30.1)
    assert house.state is State.OUT_OF_ORDER
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "time")
    (record,) = [one for one in caplog.records if one.message == "out of order"]
    assert "not painted in time" in record.for_staff


@pytest.mark.parametrize("hidden", [(), ("pack/lord",)])
def test_when_no_painting_could_be_used_the_first_is_tried_again(
    make_house, easel, monkeypatch, hidden
):
    def refuse(_choice, _size):
        raise ModelError("The model is damaged.")

    with monkeypatch.context() as patch:
        patch.setattr(easel, "prepare", refuse)
        house = make_house()
        house.exhibition.arrange((), hidden)
        house.controller.arrange()
        house.reach(State.OUT_OF_ORDER)
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.live()


def test_paintings_are_arranged_anew_while_the_kiosk_runs(house):
    house.exhibition.arrange(("pack/lord",), ())
    house.controller.arrange()
    assert house.exhibition.first.key == "pack/lord"
    house.agree()
    house.stage.choose.leave.click()
    assert house.hanging.wanted.key == "pack/lord"
    house.exhibition.arrange((), ("pack/lord",))
    house.controller.arrange()
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.stage.choose.leave.click()
    assert house.hanging.wanted.key == "pack/lady"


def test_the_log_of_moves_names_nobody(house, caplog):
    caplog.set_level("INFO")
    house.stage.attract.touched.emit()
    record = next(one for one in caplog.records if "moves on" in one.message)
    assert set(record.fields) == {"from", "to", "by"}


def test_a_double_touch_never_agrees_and_a_second_one_may(house, qtbot):
    house.touches.begin()
    house.now_s += SETTLE_S
    agree = house.stage.consent.agree
    place = agree.mapTo(house.window, agree.rect().center())
    attract = house.stage.attract
    qtbot.mouseClick(attract, Qt.MouseButton.LeftButton, pos=place)
    assert house.state is State.CONSENT
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(agree, Qt.MouseButton.LeftButton)
    assert (house.state, house.camera.opened) == (State.CONSENT, 0)
    house.now_s += SETTLE_S
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert house.state is State.CHOOSE
    house.touches.end()


def _says(screen, words):
    labels = screen.findChildren(FittedLabel)
    return any(words in label.text() for label in labels if not label.isHidden())
