"""Whatever the network does, a face is drawn at once."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from pipeline.errors import ModelError
from pipeline.live import LivePortrait
from pipeline.manner import Memory
from pipeline.swap.mesh_swap import MeshSwapper
from pipeline.swap.network_swap import Expression, NetworkSwapper
from pipeline.swap.opening import open_networks
from pipeline.swap.steadfast import LOOK_EVERY_S, LiveSwapper, StillSwapper
from pipeline.trouble import Trouble
from pipeline.types import Frame
from tests.face_networks import write_networks
from tests.portraits import mesh_of


@pytest.fixture(scope="module")
def canvas(studio):
    return studio["gold"].canvas(0, 1.0, studio["gold"].bgr)


@pytest.fixture
def networks(tmp_path):
    return open_networks(write_networks(tmp_path))


@pytest.fixture
def slow(networks):
    return NetworkSwapper(networks, Expression.PAINTED)


@pytest.fixture
def trouble():
    return Trouble()


@pytest.fixture
def live(slow, trouble):
    return LiveSwapper(slow, MeshSwapper(), trouble)


def wait_for(fact, patience_s=8.0):
    until_s = time.monotonic() + patience_s
    while not fact():
        assert time.monotonic() < until_s, "it did not happen"
        time.sleep(0.005)


def test_the_mesh_stands_in_until_the_network_has_painted(
    live, slow, astronaut_bgr, astronaut_mesh, canvas, monkeypatch
):
    may_paint = threading.Event()
    paint = slow.look

    def patient(*given):
        may_paint.wait(8)
        return paint(*given)

    monkeypatch.setattr(slow, "look", patient)
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    first = live.draw(*given, memory)
    assert (first.bgr == MeshSwapper().draw(*given, Memory()).bgr).all()
    assert memory.impression is None
    may_paint.set()
    wait_for(lambda: memory.impression is not None)
    memory.impression = replace(memory.impression, painted_s=time.monotonic() - 60)
    later = live.draw(*given, memory)
    assert (later.bgr == slow.lay(*given, memory.impression).bgr).all()


def test_it_comes_in_softly(live, slow, astronaut_bgr, astronaut_mesh, canvas):
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    live.draw(*given, memory)
    wait_for(lambda: memory.impression is not None)
    now_s = time.monotonic()
    memory.impression = replace(memory.impression, painted_s=now_s, looked_s=now_s)
    between = live.draw(*given, memory).bgr.astype(int)
    ends = [
        MeshSwapper().draw(*given, Memory()).bgr.astype(int),
        slow.lay(*given, memory.impression).bgr.astype(int),
    ]
    low, high = np.minimum(*ends) - 1, np.maximum(*ends) + 1
    assert ((between >= low) & (between <= high)).all()


def test_a_visitor_who_stays_is_painted_once(
    live, networks, astronaut_bgr, astronaut_mesh, canvas, monkeypatch
):
    painted = []
    paint = networks.paint
    monkeypatch.setattr(
        networks, "paint", lambda *given: painted.append(1) or paint(*given)
    )
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    live.draw(*given, memory)
    wait_for(lambda: memory.impression is not None)
    for _ in range(3):
        before = memory.impression
        stale_s = before.looked_s - 2 * LOOK_EVERY_S
        memory.impression = stale = replace(before, looked_s=stale_s)
        live.draw(*given, memory)
        wait_for(lambda: memory.impression is not stale)  # noqa: B023 (called at once)
    assert len(painted) == 1


def test_a_painted_expression_is_laid_in_once(
    slow, astronaut_bgr, astronaut_mesh, canvas
):
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas, memory)
    first, second = slow.draw(*given), slow.draw(*given)
    assert first.bgr is second.bgr is memory.impression.laid_bgr
    assert first.trust is second.trust


def test_another_face_is_painted_anew(slow, demo, engine, astronaut_bgr, canvas):
    other = demo.frame_at(2.0)
    first = slow.look(
        slow.cut(astronaut_bgr, mesh_of(engine, astronaut_bgr)), canvas, None
    )
    turned = slow.cut(np.ascontiguousarray(255 - other), mesh_of(engine, other))
    second = slow.look(turned, canvas, first)
    assert second.painted_s > first.painted_s
    assert np.abs(second.face_bgr.astype(int) - first.face_bgr).mean() > 1


def test_a_network_that_breaks_is_replaced_at_once_and_told(
    live, networks, trouble, astronaut_bgr, astronaut_mesh, canvas, monkeypatch
):
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    live.draw(*given, memory)
    wait_for(lambda: memory.impression is not None)

    def broken(_face):
        raise ModelError("The driver is gone.")

    monkeypatch.setattr(networks, "identify", broken)
    memory.impression = replace(memory.impression, looked_s=0.0)
    live.draw(*given, memory)
    wait_for(lambda: bool(trouble), LOOK_EVERY_S + 1)
    assert trouble.sentence == "The driver is gone."
    drawn = live.draw(*given, memory)
    assert (drawn.bgr == MeshSwapper().draw(*given, Memory()).bgr).all()
    assert memory.impression is None


def test_a_model_that_is_pulled_away_is_replaced(
    tmp_path, trouble, astronaut_bgr, astronaut_mesh, canvas
):
    files = write_networks(tmp_path)
    slow = NetworkSwapper(open_networks(files), Expression.VISITORS)
    live = LiveSwapper(slow, MeshSwapper(), trouble)
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    live.draw(*given, memory)
    wait_for(lambda: memory.impression is not None)
    files.swapper.unlink()
    memory.impression = replace(memory.impression, looked_s=0.0)
    live.draw(*given, memory)
    wait_for(lambda: bool(trouble), LOOK_EVERY_S + 1)
    assert "taken away" in trouble.sentence


def test_what_is_made_of_who_left_is_dropped_with_them(
    live, slow, engine, studio, astronaut_bgr, monkeypatch
):
    may_paint, done = threading.Event(), threading.Event()
    look = slow.look

    def patient(*given):
        may_paint.wait(8)
        try:
            return look(*given)
        finally:
            done.set()

    monkeypatch.setattr(slow, "look", patient)
    portrait = LivePortrait(replace(engine, swapper=live), studio["gold"], (300, 400))
    portrait.render(Frame(astronaut_bgr, time.monotonic(), 0))
    portrait.forget()
    may_paint.set()
    assert done.wait(8)
    assert not portrait._memories


def test_a_portrait_waits_for_the_network(
    slow, trouble, astronaut_bgr, astronaut_mesh, canvas
):
    still = StillSwapper(slow, MeshSwapper(), trouble)
    memory = Memory()
    given = (astronaut_bgr, astronaut_mesh, canvas)
    drawn = still.draw(*given, memory)
    assert (drawn.bgr == slow.lay(*given, memory.impression).bgr).all()
    assert not trouble


def test_a_portrait_is_made_by_the_mesh_if_the_network_fails(
    slow, networks, trouble, astronaut_bgr, astronaut_mesh, canvas, monkeypatch
):
    def broken(_blob, _latent):
        return np.full((1, 3, 128, 128), np.nan, np.float32)

    monkeypatch.setattr(networks.swapper, "forward", broken)
    still = StillSwapper(slow, MeshSwapper(), trouble)
    given = (astronaut_bgr, astronaut_mesh, canvas)
    drawn = still.draw(*given, Memory())
    assert (drawn.bgr == MeshSwapper().draw(*given, Memory()).bgr).all()
    assert "nonsense" in trouble.sentence
