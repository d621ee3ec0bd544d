"""How a visitor is led before the camera; whole visits are in test_controller."""

import threading

import pytest
from PySide6.QtCore import QObject, QSize

import kiosk.trouble
from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.failures import ErrorKind
from kiosk.flow import Event
from kiosk.packs.library import open_library
from kiosk.screens.live import LiveScreen
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.visit import Visit
from kiosk.tasks import Tasks
from kiosk.trouble import LOST_AT_MOST_S
from kiosk.visit.auto_shutter import HOLD_S
from kiosk.visit.hanging import Hanging
from kiosk.visit.liveness import LivenessCheck
from kiosk.visit.sitting import MESSAGE_S, Sitting
from pipeline.errors import NoFaceError
from pipeline.guidance import Advice, Guidance, HeadTurn
from pipeline.life import Life
from pipeline.status import State, Status
from pipeline.types import SourceInfo

GUIDED = Guidance(
    advice=(Advice.TOO_DARK, Advice.LOOK_HERE),
    painted=HeadTurn(10.0, 2.0, -3.0),
    visitor=HeadTurn(-5.0, 0.0, 1.0),
    nearness=0.5,
    held_s=HOLD_S / 2,
)


class FakeBridge:
    """An engine that sees what it is told to see."""

    def __init__(self):
        self.state, self.error = State.RUNNING, ""
        self.matched, self.guidance, self.glimpse = 1, GUIDED, None
        self.shots, self.calls = ("shot",), []
        self.life, self.privacy = Life.ALIVE, Privacy(liveness="refuse")

    @property
    def status(self):
        info = SourceInfo("camera", "Front", (640, 480), 30.0)
        return Status(self.state, info, error=self.error)

    @property
    def running(self):
        return self.state is State.RUNNING

    def burst(self):
        return self.shots

    def pull(self):
        return None

    def open(self):
        self.calls.append("open")

    def give_way(self):
        self.calls.append("give way")

    def close(self):
        self.calls.append("close")

    def forget(self):
        self.calls.append("forget")

    def rest(self, *, resting):
        self.calls.append("rest" if resting else "go on")

    def hang(self, portrait, series):
        self.calls.append("hang")


@pytest.fixture
def bridge():
    return FakeBridge()


@pytest.fixture
def sitting(dressed, qtbot, bridge, sitters):
    parent, tasks = QObject(), Tasks()
    live = LiveScreen(bridge.pull, 2.0)
    qtbot.addWidget(live)
    live.resize(540, 960)
    easel = Easel()
    hanging = Hanging(bridge, easel, tasks, parent)
    exhibition = Exhibition(open_library(sitters), None)
    hanging.offer(exhibition.shown)
    live.set_paintings(exhibition.cards("en"))
    sitting = Sitting(
        live,
        bridge,
        hanging,
        easel,
        tasks,
        LivenessCheck(bridge, lambda: bridge.privacy, parent),
        parent,
    )
    live.show()
    hanging.choose("pack/lady")
    qtbot.waitUntil(lambda: hanging.hanging is not None, timeout=10_000)
    sitting.live, sitting.hanging, sitting.easel = live, hanging, easel
    sitting.events, sitting.failures = [], []
    sitting.happened.connect(sitting.events.append)
    sitting.failed.connect(lambda words, _kind: sitting.failures.append(words))
    sitting.open()
    sitting.resume()
    yield sitting
    tasks.close()


def test_the_engine_lets_the_screens_come_up_first(sitting, bridge):
    calls = [call for call in bridge.calls if call != "hang"]
    assert calls == ["open", "give way", "go on", "give way"]


@pytest.mark.parametrize(
    ("hints", "shown"),
    [("one", ("too_dark",)), ("all", ("too_dark", "look_here")), ("off", ())],
)
def test_hints_are_shown_as_wanted(sitting, hints, shown):
    told = []
    sitting.live.set_advice = lambda ids, _room: told.append(tuple(ids))
    assert sitting.look(Visit(hints=hints), 0.1)
    assert told[-1] == shown


def test_the_guide_shows_both_heads(sitting):
    sitting.look(Visit(), 0.1)
    guide = sitting.live.guide.shown
    assert guide.painted == (10.0, 2.0, -3.0)
    assert guide.visitor == (-5.0, 0.0, 1.0)
    assert guide.held == pytest.approx(0.5)
    sitting.look(Visit(pose_guide=False), 0.2)
    assert sitting.live.guide.shown is None


def test_without_a_face_there_is_no_guide(sitting, bridge):
    sitting.look(Visit(), 0.1)
    bridge.guidance, bridge.matched = None, 0
    assert not sitting.look(Visit(), 0.2)
    assert sitting.live.guide.shown is None


def test_a_lost_camera_forgets_who_was_there(sitting, bridge):
    bridge.state = State.WAITING_FOR_SOURCE
    sitting.look(Visit(), 0.1)
    assert "forget" in bridge.calls
    assert "camera" in sitting.live.notice
    assert not sitting.live.shutter.isEnabled()
    bridge.state = State.RUNNING
    sitting.look(Visit(), 0.2)
    assert sitting.live.notice == ""
    assert sitting.live.shutter.isEnabled()


@pytest.mark.parametrize(
    ("state", "kind"),
    [(State.FAILED, ErrorKind.ENGINE), (State.WAITING_FOR_SOURCE, ErrorKind.CAMERA)],
)
def test_a_failure_is_of_a_kind(sitting, bridge, monkeypatch, state, kind):
    monkeypatch.setattr(kiosk.trouble, "LOST_AT_MOST_S", -1.0)
    told = []
    sitting.failed.connect(lambda _words, told_kind: told.append(told_kind))
    bridge.state, bridge.error = state, "It broke."
    sitting.watch_trouble()
    assert told == [kind]


@pytest.mark.parametrize("look", ["look", "watch_trouble"])
def test_a_failed_engine_is_told(sitting, bridge, look):
    bridge.state, bridge.error = State.FAILED, "The model broke."
    if look == "look":
        assert not sitting.look(Visit(), 0.1)
    else:
        sitting.watch_trouble()
    assert sitting.failures == ["The model broke."]


def test_a_camera_the_last_visitor_lost_is_not_held_against_the_next(
    sitting, bridge, monkeypatch
):
    now_s = [1000.0]
    monkeypatch.setattr(sitting._watch, "_now_s", lambda: now_s[0])
    bridge.state = State.WAITING_FOR_SOURCE
    sitting.look(Visit(), 0.1)
    sitting.close()
    now_s[0] += 600.0
    sitting.open()
    sitting.look(Visit(), 0.2)
    assert sitting.failures == []
    now_s[0] += LOST_AT_MOST_S + 0.1
    sitting.look(Visit(), 0.3)
    assert len(sitting.failures) == 1


def test_nobody_is_counted_down(sitting, bridge):
    bridge.matched = 0
    sitting.count_down(3, 0.1)
    assert sitting.events == [Event.NOT_FINISHED]
    assert sitting.live.count.seconds is None
    sitting.count(10.0)
    assert sitting.events == [Event.NOT_FINISHED]


def test_it_counts_down_once(sitting):
    sitting.count_down(2, 100.0)
    assert sitting.live.count.seconds == 2
    sitting.count(101.5)
    assert sitting.live.count.seconds == 1
    sitting.count(102.0)
    sitting.count(103.0)
    assert sitting.events == [Event.COUNTED_DOWN]


def test_leaving_stops_the_count(sitting):
    sitting.count_down(2, 100.0)
    sitting.close()
    sitting.count(200.0)
    assert sitting.events == []
    assert sitting.live.count.seconds is None


def test_an_empty_last_second_makes_no_portrait(sitting, bridge):
    bridge.shots = ()
    sitting.take()
    assert sitting.events == [Event.NOT_FINISHED]
    assert "Look into the camera" in sitting.live.notice


def test_faces_lost_only_in_painting_make_no_failure(sitting, qtbot, monkeypatch):
    def faceless(_burst, _choice, _size):
        raise NoFaceError("Nobody is there.")

    monkeypatch.setattr(sitting.easel, "finish", faceless)
    sitting.take()
    assert "Painting" in sitting.live.notice
    qtbot.waitUntil(lambda: bool(sitting.events))
    assert sitting.events == [Event.NOT_FINISHED]
    assert sitting.failures == []
    assert "Look into the camera" in sitting.live.notice


def test_what_went_wrong_is_not_shown_to_visitors(sitting, qtbot, monkeypatch):
    def broken(_burst, _choice, _size):
        raise ValueError("/home/somebody/secret")

    monkeypatch.setattr(sitting.easel, "finish", broken)
    with qtbot.waitSignal(sitting.failed) as told:
        sitting.take()
    assert "secret" not in told.args[0]
    assert "secret" not in sitting.live.notice


def test_who_leaves_while_it_paints_gets_no_portrait(sitting, qtbot, monkeypatch):
    finished = []
    sitting.finished.connect(lambda *made: finished.append(made))
    painted = []
    monkeypatch.setattr(sitting.easel, "finish", lambda *given: painted.append(given))
    hold = threading.Event()
    sitting._tasks.run(lambda: hold.wait(5.0), repr, repr)
    sitting.take()
    assert sitting._burst
    sitting.close()
    assert not sitting._burst
    hold.set()
    done = []
    sitting._tasks.run(lambda: True, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (finished, sitting.events, sitting.failures) == ([], [], [])
    assert painted == []


def test_nothing_is_in_reach_while_it_paints(sitting, qtbot, monkeypatch):
    def faceless(_burst, _choice, _size):
        raise NoFaceError("Nobody is there.")

    monkeypatch.setattr(sitting.easel, "finish", faceless)
    live = sitting.live
    within_reach = (live.leave, live.gallery, live.shutter)
    sitting.take()
    assert not any(widget.isEnabled() for widget in within_reach)
    live.view.stepped.emit(1)
    assert sitting.hanging.wanted.id == "lady"
    qtbot.waitUntil(lambda: bool(sitting.events))
    sitting.resume()
    assert all(widget.isEnabled() for widget in within_reach)


def test_another_size_paints_anew_once_it_has_settled(sitting, qtbot, monkeypatch):
    rooms = []
    monkeypatch.setattr(sitting.hanging, "fit", rooms.append)
    for width in (500, 600, 700):
        sitting.live.resize(QSize(width, 900))
    qtbot.waitUntil(lambda: bool(rooms))
    assert len(rooms) == 1
    assert rooms[0] == sitting.live.view.room_px().toTuple()


def test_a_painting_that_cannot_be_shown_is_told_for_a_while(
    sitting, qtbot, monkeypatch
):
    def refuse(_choice, _room):
        raise NoFaceError("Nobody is there.")

    monkeypatch.setattr(sitting.easel, "prepare", refuse)
    with qtbot.waitSignal(sitting.hanging.refused):
        sitting.hanging.choose("pack/lord")
    for now_s in (1.0, MESSAGE_S):
        sitting.look(Visit(), now_s)
        assert sitting.live.notice == "This painting cannot be shown just now."
    assert sitting.live.gallery.chosen == "pack/lady"
    sitting.look(Visit(), 1.1 + MESSAGE_S)
    assert sitting.live.notice == ""


@pytest.mark.parametrize("still", ["rest", "close"])
def test_who_is_not_living_is_told_of_no_painting(sitting, still):
    getattr(sitting, still)()
    sitting.hanging.refused.emit("pack/lord")
    assert sitting.live.notice == ""


def test_the_row_of_cards_follows_what_is_chosen(sitting):
    sitting.hanging.step(1)
    assert sitting.hanging.wanted.id == "lord"
    sitting.hanging.choose("pack/lady")
    assert sitting.hanging.wanted.id == "lady"
    assert sitting.live.gallery.chosen == "pack/lady"


def test_a_picture_held_up_is_spoken_to_kindly_and_not_painted(sitting, bridge):
    bridge.life = Life.DOUBTED

    sitting.look(Visit(), 0.5)
    assert "blink" in sitting.live.notice
    sitting.count_down(3, 1.0)

    assert sitting.events == [Event.NOT_FINISHED]
    assert "blink" in sitting.live.notice


@pytest.mark.parametrize(("mode", "asked"), [("warn", True), ("off", False)])
def test_it_is_painted_all_the_same_where_nothing_is_refused(
    sitting, bridge, mode, asked
):
    bridge.life, bridge.privacy = Life.DOUBTED, Privacy(liveness=mode)

    sitting.look(Visit(), 0.5)
    assert ("blink" in sitting.live.notice) == asked
    sitting.count_down(3, 1.0)

    assert sitting.events == []
