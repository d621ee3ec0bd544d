"""What the living portrait tells the demo visitor, and the small view it gives."""

import gc
import math
import weakref

import cv2
import numpy as np
import pytest

from pipeline.guidance import NO_GUIDANCE, Advice
from pipeline.live import LivePortrait
from pipeline.sources.puppet.script import act_at
from tests.scenes import FRAME_S, Show

ROOM_PX = (540, 675)
BLACK = np.zeros((720, 1280, 3), np.uint8)
STEP_S = 0.4
SECONDS = np.arange(0.0, 12.0, STEP_S)


def shown(engine, painting, **options):
    return Show(LivePortrait(engine, painting, ROOM_PX, **options))


@pytest.fixture
def show(engine, studio):
    return shown(engine, studio["lady"])


@pytest.fixture(scope="module")
def frames(demo):
    return [demo.frame_at(t_s) for t_s in SECONDS]


def test_the_demo_visitor_sits_well_and_her_turns_are_seen(engine, studio, frames):
    show = shown(engine, studio["lady"], mirrored=False)
    answers = []
    for bgr in frames:
        show.now_s += STEP_S - FRAME_S
        answers.append(show(bgr).guidance)
    assert all(one.advice == () for one in answers)
    acts = [act_at(t_s) for t_s in SECONDS]
    turned = np.corrcoef(
        [math.degrees(act.yaw) for act in acts],
        [one.visitor.yaw_deg for one in answers],
    )
    nodded = np.corrcoef(
        [math.degrees(-act.pitch) for act in acts],
        [one.visitor.pitch_deg for one in answers],
    )
    assert turned[0, 1] > 0.9
    assert nodded[0, 1] > 0.8
    assert max(one.nearness for one in answers) > 0.9, "she turns as the lady does"
    assert min(one.nearness for one in answers) < 0.4


def test_in_the_mirror_the_other_side_is_right(engine, studio, frames):
    left, right = (
        shown(engine, studio["lady"], mirrored=mirrored)(frames[8]).guidance.visitor
        for mirrored in (False, True)
    )
    assert abs(left.yaw_deg) > 5
    assert right.yaw_deg == pytest.approx(-left.yaw_deg, abs=3)
    assert right.roll_deg == pytest.approx(-left.roll_deg, abs=3)
    assert right.pitch_deg == pytest.approx(left.pitch_deg, abs=3)


def test_an_empty_room_asks_to_step_in(show):
    pictures = [show(BLACK) for _ in range(20)]
    assert pictures[0].guidance.advice == ()
    assert pictures[-1].guidance.advice == (Advice.STEP_IN,)
    assert pictures[-1].guidance.visitor is None
    assert pictures[-1].glimpse_bgra.shape == (144, 256, 4)


def test_hints_of_a_real_face(show, frames):
    far = np.full_like(frames[0], 128)
    far[300:444, 512:768] = cv2.resize(
        frames[0], (256, 144), interpolation=cv2.INTER_AREA
    )
    dark = (frames[0] * 0.12).astype(np.uint8)
    told = {}
    for name, bgr in {"far": far, "dark": dark, "near": frames[0][170:545]}.items():
        show.portrait.forget()
        for _ in range(20):
            picture = show(np.ascontiguousarray(bgr))
        told[name] = picture.guidance.advice
    assert told == {
        "far": (Advice.COME_CLOSER,),
        "dark": (Advice.TOO_DARK,),
        "near": (Advice.STEP_BACK,),
    }


def test_the_glimpse_is_the_mirrored_frame_and_owns_its_memory(show, frames):
    glimpse = show(frames[0]).glimpse_bgra
    assert glimpse.shape == (144, 256, 4)
    assert (glimpse[..., 3] == 255).all()
    mirrored = cv2.resize(frames[0][:, ::-1], (256, 144), interpolation=cv2.INTER_AREA)
    assert np.abs(glimpse[..., :3].astype(int) - mirrored).mean() < 6
    assert glimpse.base is None
    assert not np.shares_memory(glimpse, frames[0])


def test_the_plain_painting_tells_nothing(show, frames):
    show(frames[0])
    plain = show.portrait.plain()
    assert plain.guidance is NO_GUIDANCE
    assert plain.glimpse_bgra is None


def test_forgetting_wipes_hints_and_keeps_no_glimpse(show, frames):
    for _ in range(20):
        picture = show(BLACK)
    assert picture.guidance.advice
    glimpse = weakref.ref(picture.glimpse_bgra)
    del picture
    show.portrait.forget()
    gc.collect()
    assert glimpse() is None
    assert show(BLACK).guidance.advice == ()
