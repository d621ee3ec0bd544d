"""What visitors are told, with faces made of numbers."""

import numpy as np
import pytest

from pipeline import sitter
from pipeline.guidance import NO_GUIDANCE, Advice
from pipeline.guide import Guide
from tests.sitting import LIT, Sitting, posed

GOOD = posed(640, 360, 260)
BAD = {
    Advice.STEP_BACK: posed(640, 360, 560),
    Advice.COME_CLOSER: posed(640, 360, 55),
    Advice.LOOK_HERE: posed(640, 360, 260, yaw_deg=48),
}


@pytest.fixture
def sitting(studio):
    """Before the lady, 675 px high."""
    return Sitting(Guide(studio["lady"], 675 / 800))


def alike(studio, name="lady", place=0, size_px=260, x_px=640, **more):
    """A visitor who holds the head like the painted one."""
    painted = sitter.painted_turn(studio[name].faces[place])
    turn = (painted.yaw_deg, painted.pitch_deg, painted.roll_deg)
    return posed(x_px, 360, size_px, *turn, **more)


def test_ids_are_those_of_the_screens():
    assert [str(one) for one in Advice] == [
        "step_in",
        "step_back",
        "come_closer",
        "too_dark",
        "look_here",
    ]


def test_who_sits_well_is_told_nothing(sitting):
    assert all(one.advice == () for one in sitting.all(GOOD, seconds=3.0))


def test_nobody_is_asked_to_step_in(sitting, studio):
    answer = sitting(seconds=0.3)
    assert answer.advice == ()
    answer = sitting(seconds=0.3)
    assert answer.advice == (Advice.STEP_IN,)
    assert answer.visitor is None
    assert answer.painted == sitter.painted_turn(studio["lady"].faces[0])
    assert (answer.nearness, answer.held_s) == (0, 0)
    assert sitting(GOOD, seconds=0.4).advice == (Advice.STEP_IN,)
    assert sitting(GOOD, seconds=0.4).advice == ()


@pytest.mark.parametrize("advice", BAD)
def test_each_trouble_is_told_and_withdrawn(sitting, advice):
    sitting(GOOD, seconds=1.0)
    assert sitting(BAD[advice], seconds=0.3).advice == ()
    assert sitting(BAD[advice], seconds=0.3).advice == (advice,)
    assert sitting(GOOD, seconds=0.5).advice == (advice,)
    assert sitting(GOOD, seconds=0.3).advice == ()


def test_the_dark_is_told(studio):
    dark = Sitting(Guide(studio["lady"], 1.0), np.full_like(LIT, 25))
    assert dark(GOOD, seconds=1.0).advice == (Advice.TOO_DARK,)


def test_several_troubles_come_in_order(studio):
    dark = Sitting(Guide(studio["lady"], 1.0), np.full_like(LIT, 25))
    answer = dark(posed(640, 360, 55, yaw_deg=48), seconds=1.0)
    assert answer.advice == (Advice.COME_CLOSER, Advice.TOO_DARK, Advice.LOOK_HERE)


def test_contrary_things_are_never_asked_together(sitting):
    far, near = BAD[Advice.COME_CLOSER], BAD[Advice.STEP_BACK]
    answers = []
    for points in (far, near, far, posed(5, 360, 55), near):
        answers += sitting.all(points, seconds=1.0)
    answers += sitting.all(seconds=2.0)
    both = {Advice.STEP_BACK, Advice.COME_CLOSER}
    assert not any(both <= set(one.advice) for one in answers)
    with_step_in = [one.advice for one in answers if Advice.STEP_IN in one.advice]
    assert set(with_step_in) == {(Advice.STEP_IN,)}


def test_troubles_that_come_and_go_do_not_flicker(sitting):
    sitting(GOOD, seconds=1.0)
    advices = []
    for k in range(300):
        points = BAD[Advice.LOOK_HERE] if k % 7 < 3 else GOOD
        advices.append(sitting(points).advice)
    assert set(advices) == {()}


def test_the_visitor_and_the_painted_head_are_told(sitting, studio):
    answer = sitting(posed(640, 360, 260, yaw_deg=20, pitch_deg=-10, roll_deg=5))
    turn = answer.visitor
    assert (turn.yaw_deg, turn.pitch_deg, turn.roll_deg) == pytest.approx(
        (20, -10, 5), abs=0.1
    )
    assert answer.painted == sitter.painted_turn(studio["lady"].faces[0])


def test_a_pose_like_the_painted_one_is_near_and_held(sitting, studio):
    answer = sitting(alike(studio), seconds=2.0)
    assert answer.nearness == 1
    assert answer.held_s == pytest.approx(2.0, abs=0.1)
    away = sitting(posed(640, 360, 260, yaw_deg=30), seconds=0.5)
    assert away.nearness < 0.1
    assert away.held_s == 0


def test_shut_eyes_are_not_held_but_a_blink_is_forgiven(sitting, studio):
    shut = alike(studio, open_part=0.4)
    sitting(alike(studio), seconds=1.0)
    assert sitting(shut, seconds=0.2).held_s == pytest.approx(1.0, abs=0.1)
    assert sitting(alike(studio), seconds=0.5).held_s == pytest.approx(1.5, abs=0.1)
    assert sitting(shut, seconds=0.5).held_s == 0


def test_a_face_that_is_being_lost_is_not_held(sitting, studio):
    sitting(alike(studio), seconds=1.0)
    assert sitting(alike(studio), seconds=0.5, fade=0.6).held_s == 0
    assert sitting(alike(studio), seconds=0.5, fade=0.0).advice == (Advice.STEP_IN,)


def test_of_a_group_the_least_alike_counts(studio):
    group = Sitting(Guide(studio["pair"], 1.0))
    nearest = alike(studio, "pair", 0, 300, x_px=300)
    other = alike(studio, "pair", 1, 250, x_px=900)
    both = group(nearest, other, seconds=1.0)
    assert both.nearness == 1
    assert both.held_s > 0.9
    turned = posed(900, 360, 250, yaw_deg=40)
    one = group(nearest, turned, seconds=1.0)
    assert one.nearness == 0
    assert one.held_s == 0
    assert one.painted == sitter.painted_turn(studio["pair"].faces[0])


def test_a_visitor_is_compared_with_the_head_they_sit_for(studio):
    pair = Sitting(Guide(studio["pair"], 1.0))
    left, right = (sitter.painted_turn(face) for face in studio["pair"].faces)
    assert pair(alike(studio, "pair", 1), places=[1]).painted == right
    assert pair(alike(studio, "pair", 1), places=[1]).nearness == 1
    assert pair(alike(studio, "pair", 1), places=[0]).painted == left
    assert pair(alike(studio, "pair", 1), places=[0]).nearness < 0.6


def test_forgetting_wipes_everything(sitting, studio):
    sitting(BAD[Advice.STEP_BACK], seconds=1.0)
    sitting(alike(studio), seconds=0.3)
    sitting.guide.forget()
    answer = sitting(alike(studio))
    assert answer.advice == ()
    assert answer.held_s == 0


def test_an_empty_guidance_says_nothing():
    assert NO_GUIDANCE.advice == ()
    assert NO_GUIDANCE.painted is None
    assert NO_GUIDANCE.visitor is None
    assert (NO_GUIDANCE.nearness, NO_GUIDANCE.held_s) == (0, 0)


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((468, 3), np.float32)
        + np.float32([[3, 3, 0]]) * np.arange(468)[:, None],
        posed(-5000, 9000, 300),
        posed(640, 360, 0.01),
        posed(640, 360, 90000),
    ],
    ids=["line", "elsewhere", "speck", "giant"],
)
def test_odd_points_and_frames_give_an_answer(studio, points):
    for bgr in (LIT, LIT[:1, :1], LIT[:, :2]):
        sitting = Sitting(Guide(studio["lady"], 1.0), bgr)
        answer = sitting(points, seconds=1.0)
        assert 0 <= answer.nearness <= 1
        assert np.isfinite(answer.visitor.yaw_deg)
