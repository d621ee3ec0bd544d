"""The living portrait, with the demo visitor before the camera."""

import queue
import threading
import time
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.live import LivePortrait
from pipeline.manner import Manner
from pipeline.types import Frame
from tests.scenes import Show

ROOM_PX = (540, 675)
BLACK = np.zeros((720, 1280, 3), np.uint8)


@pytest.fixture
def show(engine, studio):
    return Show(LivePortrait(engine, studio["lady"], ROOM_PX, mirrored=False))


@pytest.fixture
def own_clock(show, monkeypatch):
    """The show's own time, however slow the machine is."""
    clock = SimpleNamespace(monotonic=lambda: show.now_s)
    monkeypatch.setattr("pipeline.live.time", clock)


@pytest.fixture(scope="module")
def painted(engine, studio):
    """What the display shows with nobody there."""
    portrait = LivePortrait(engine, studio["lady"], ROOM_PX)
    return portrait.render(Frame(BLACK, 0.0, 0)).bgra


@pytest.fixture(scope="module")
def frames(demo):
    return [demo.frame_at(0.2 + k / 10) for k in range(10)]


@pytest.fixture(scope="module")
def inside(engine, studio, painted):
    """Where the lady's face may change."""
    canvas = LivePortrait(engine, studio["lady"], ROOM_PX)._canvas(0)
    x0, y0, x1, y1 = canvas.box
    mask = np.zeros(painted.shape[:2], bool)
    mask[y0:y1, x0:x1] = canvas.alpha3[..., 0] > 0
    return mask


def difference(one, other, where=...):
    return np.abs(one.astype(int) - other.astype(int))[where]


def test_the_visitor_appears_in_the_painting(show, frames, painted, inside):
    picture = show(frames[0])
    assert picture.bgra.shape == (675, 540, 4)
    assert picture.bgra.dtype == np.uint8
    assert show.portrait.size_px == ROOM_PX
    assert (picture.bgra[..., 3] == 255).all()
    assert (len(picture.faces), picture.matched) == (1, 1)
    assert picture.frame_time_s < show.now_s
    assert difference(picture.bgra, painted, inside).mean() > 4
    assert difference(picture.bgra, painted, ~inside).max() == 0


@pytest.mark.parametrize(
    ("room_px", "size_px"), [((900, 400), (320, 400)), ((300, 900), (300, 375))]
)
def test_the_painting_keeps_its_aspect(engine, studio, room_px, size_px):
    portrait = LivePortrait(engine, studio["lady"], room_px)
    assert portrait.size_px == size_px


def test_every_stage_is_timed(show, frames):
    stages = show(frames[0]).stages_ms
    assert all(stages[name] > 0 for name in ("detect", "landmarks", "warp"))
    assert stages["total"] >= sum(stages.values()) - stages["total"] - 0.01


def test_the_portrait_moves_with_the_visitor(show, frames, inside):
    first, *_, last = [show(bgr).bgra for bgr in frames]
    assert difference(first, last, inside).mean() > 1.5
    assert difference(first, last, ~inside).max() == 0


def test_a_still_visitor_gives_a_still_portrait(show, frames, inside):
    pictures = [show(frames[0]).bgra for _ in range(10)]
    change = difference(pictures[-1], pictures[-2], inside)
    assert change.mean() <= 1
    assert np.percentile(change, 99.5) <= 3


def test_noise_of_the_camera_does_not_make_the_portrait_tremble(show, frames, inside):
    random = np.random.default_rng(5)
    pictures = []
    for _ in range(12):
        noise = random.normal(0, 4, frames[0].shape)
        noisy = np.clip(frames[0] + noise, 0, 255).astype(np.uint8)
        pictures.append(show(noisy).bgra)
    changes = [difference(a, b, inside).mean() for a, b in pairwise(pictures[5:])]
    assert np.mean(changes) < 3.0


def test_a_lost_face_ends_in_exactly_the_painting(show, frames, painted):
    for bgr in frames[:3]:
        show(bgr)
    pictures = [show(BLACK) for _ in range(30)]
    assert (difference(pictures[-1].bgra, painted)).max() == 0
    assert pictures[-1].faces == ()
    assert pictures[-1].matched == 0
    assert len(show.portrait._memories) == 0


@pytest.mark.parametrize(
    "bgr",
    [
        np.zeros((1, 1, 3), np.uint8),
        np.zeros((720, 1280, 3), np.uint8),
        np.full((3000, 2, 3), 200, np.uint8),
        np.random.default_rng(1).integers(0, 255, (480, 640, 3), np.uint8),
    ],
    ids=["pixel", "black", "line", "noise"],
)
def test_odd_frames_show_the_painting(show, painted, bgr):
    assert np.array_equal(show(bgr).bgra, painted)


def test_frames_may_change_their_size_at_any_time(show, frames, painted):
    for bgr in (
        frames[0],
        frames[0][::2, ::2],
        frames[1][:50],
        np.zeros((1, 1, 3), np.uint8),
        frames[1][:, :640],
        frames[1],
        np.zeros((2160, 3840, 3), np.uint8),
        frames[2],
    ):
        assert show(np.ascontiguousarray(bgr)).bgra.shape == painted.shape
    assert show(frames[2]).matched == 1


def test_time_that_stands_still_or_runs_back_does_no_harm(show, frames):
    for now_s in (50.0, 50.0, 20.0, 90.0, 91.0):
        show.now_s = now_s
        assert show(frames[0]).bgra.shape == (675, 540, 4)


def test_a_mirrored_portrait_is_that_of_the_flipped_frame(engine, studio, frames):
    mirrored = Show(LivePortrait(engine, studio["lady"], ROOM_PX, mirrored=True))
    plain = Show(LivePortrait(engine, studio["lady"], ROOM_PX, mirrored=False))
    as_is = Show(LivePortrait(engine, studio["lady"], ROOM_PX, mirrored=False))
    for bgr in frames[:3]:
        one, same = mirrored(bgr), plain(np.ascontiguousarray(bgr[:, ::-1]))
        other = as_is(bgr)
    assert np.array_equal(one.bgra, same.bgra)
    assert np.array_equal(one.faces[0].mesh.points_px, same.faces[0].mesh.points_px)
    assert difference(one.bgra, other.bgra).max() > 20


@pytest.mark.usefixtures("own_clock")
def test_the_burst_is_of_the_last_second(show, frames):
    for _ in range(5):
        for bgr in frames:
            show(bgr)
    burst = show.portrait.burst()
    times = [shot.frame.time_s for shot in burst]
    assert 8 <= len(burst) <= 12, "spread over the second, not every frame"
    assert times == sorted(times)
    assert show.now_s - times[0] < 1.1
    assert all(shot.places for shot in burst)


@pytest.mark.usefixtures("own_clock")
def test_who_was_not_there_is_not_in_the_burst(show, frames):
    for _ in range(20):
        show(BLACK)
    assert show.portrait.burst() == ()
    show(frames[0])
    for _ in range(5):
        show(frames[0])
    assert show.portrait.burst()


def test_forgetting_leaves_nothing_of_the_visitor(show, frames, painted):
    for bgr in frames:
        show(bgr)
    show.portrait.forget()
    assert show.portrait.burst() == ()
    assert not show.portrait._memories
    assert not show.portrait._shots
    picture = show(BLACK)
    assert np.array_equal(picture.bgra, painted)
    assert picture.faces == ()


def test_after_forgetting_the_next_visitor_is_somebody_new(show, frames):
    before = show(frames[0]).faces[0].identity
    show.portrait.forget()
    assert show(frames[0]).faces[0].identity != before


def test_forgetting_from_another_thread_is_safe(show, frames):
    stop = threading.Event()

    def forget_again_and_again():
        while not stop.is_set():
            show.portrait.forget()
            show.portrait.burst()
            time.sleep(0.0005)  # or it would have the interpreter for itself

    thread = threading.Thread(target=forget_again_and_again)
    thread.start()
    try:
        for bgr in frames * 3:
            show(bgr)
    finally:
        stop.set()
        thread.join()


def test_forgetting_never_waits_for_a_frame_in_work(show, frames, monkeypatch):
    for bgr in frames[:3]:
        show(bgr)
    identity = show(frames[3]).faces[0].identity
    in_work, go_on = threading.Event(), threading.Event()
    look = show.portrait._guide.look

    def slow_look(*seen):
        in_work.set()
        go_on.wait(5.0)
        return look(*seen)

    monkeypatch.setattr(show.portrait._guide, "look", slow_look)
    thread = threading.Thread(target=show, args=(frames[4],))
    thread.start()
    assert in_work.wait(5.0)

    began_s = time.monotonic()
    show.portrait.forget()
    assert time.monotonic() - began_s < 0.05
    assert show.portrait.burst() == ()
    assert not show.portrait._shots
    go_on.set()
    thread.join()

    assert show.portrait.burst() == ()
    assert not show.portrait._memories
    assert not show.portrait._shots
    assert show(frames[5]).faces[0].identity != identity


def test_a_shot_of_a_frame_in_work_is_not_kept(show, frames, monkeypatch):
    update = show.portrait._tracker.update

    def forget_meanwhile(*seen):
        show.portrait.forget()
        return update(*seen)

    monkeypatch.setattr(show.portrait._tracker, "update", forget_meanwhile)
    assert show(frames[0]).matched == 1
    assert not show.portrait._shots
    assert not show.portrait._memories


def test_nothing_stays_of_a_sight_that_is_painted_after_forgetting(show, frames):
    sight = show.portrait.look(Frame(frames[0], 1.0, 0))
    show.portrait.forget()
    assert show.portrait.paint(sight).matched == 1
    assert not show.portrait._memories
    assert not show.portrait._shots


def test_the_next_frame_may_be_looked_at_while_one_is_painted(engine, studio, frames):
    in_turn = LivePortrait(engine, studio["lady"], ROOM_PX)
    side_by_side = LivePortrait(engine, studio["lady"], ROOM_PX)
    given = [Frame(bgr, 1.0 + 0.03 * k, k) for k, bgr in enumerate(frames)]
    sights = queue.Queue()

    def look():
        for frame in given:
            sights.put(side_by_side.look(frame))

    thread = threading.Thread(target=look)
    thread.start()
    painted = [side_by_side.paint(sights.get()) for _ in given]
    thread.join()
    for frame, picture in zip(given, painted, strict=True):
        assert np.array_equal(in_turn.render(frame).bgra, picture.bgra)


def test_two_visitors_share_two_painted_faces(engine, studio, frames):
    show = Show(LivePortrait(engine, studio["pair"], (800, 640), mirrored=False))
    two = np.hstack([frames[0][:, 300:980], frames[5][:, 300:980]])
    for _ in range(4):
        picture = show(two)
    assert picture.matched == 2
    alone = Show(LivePortrait(engine, studio["pair"], (800, 640), mirrored=False))
    nobody = alone(BLACK).bgra
    for half in (np.s_[:, :400], np.s_[:, 400:]):
        assert difference(picture.bgra, nobody, half).mean() > 0.5


def test_a_paintings_own_complexion_wins(engine, studio, frames):
    def rendered(painting, complexion):
        manner = Manner(complexion=complexion)
        portrait = LivePortrait(engine, painting, ROOM_PX, manner=manner)
        return Show(portrait)(frames[0]).bgra

    own = replace(studio["gold"], complexion=1.0)
    assert np.array_equal(rendered(own, 0.0), rendered(own, 0.7))
    assert np.array_equal(rendered(own, 0.0), rendered(studio["gold"], 1.0))
    assert not np.array_equal(rendered(own, 0.0), rendered(studio["gold"], 0.0))
