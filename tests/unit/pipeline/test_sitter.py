"""Single measures of a visitor."""

import csv
from collections import defaultdict

import cv2
import numpy as np
import pytest

from pipeline import sitter
from pipeline.glimpse import glimpse_of
from pipeline.guidance import HeadTurn
from tests.sitting import posed

FRAME_PX = (1280, 720)


def corners(size_px, x=640, y=360):
    return sitter.corners(posed(x, y, size_px))


@pytest.mark.parametrize(
    ("yaw", "pitch", "roll"), [(0, 0, 0), (30, 0, 0), (-20, 10, 15), (5, -25, -40)]
)
def test_a_turned_head_is_measured(yaw, pitch, roll):
    turn = sitter.turn_of(posed(600, 300, 200, yaw, pitch, roll))
    measured = (turn.yaw_deg, turn.pitch_deg, turn.roll_deg)
    assert measured == pytest.approx((yaw, pitch, roll), abs=0.1)


def test_the_signs_are_those_of_the_picture():
    nose, chin, brow = 1, 152, 10
    right = posed(0, 0, 100, yaw_deg=30)
    assert right[nose, 0] > right[[234, 454], 0].mean() + 5
    up = posed(0, 0, 100, pitch_deg=20)
    assert up[nose, 1] < posed(0, 0, 100)[nose, 1] - 3
    leaning = posed(0, 0, 100, roll_deg=20)
    assert leaning[brow, 0] > leaning[chin, 0] + 10


def test_a_painted_turn_has_the_same_signs(studio):
    face = studio["lady"].faces[0]
    painted, seen = sitter.painted_turn(face), sitter.turn_of(face.points_px)
    assert painted == seen
    assert painted.yaw_deg < -10, "the lady looks to the picture's left"


def test_nearness_falls_smoothly_from_alike_to_unlike():
    values = [sitter.alike(deg) for deg in np.arange(0, 60, 0.5)]
    assert sitter.alike(6) == 1
    assert sitter.alike(35) == 0
    assert values == sorted(values, reverse=True)
    assert np.abs(np.diff(values)).max() < 0.03
    assert 0.8 < sitter.alike(14) < 0.9


def test_yaw_sets_heads_apart_more_than_pitch_and_roll():
    here = HeadTurn(0, 0, 0)
    apart = [
        sitter.degrees_apart(HeadTurn(*turn), here)
        for turn in ((-20, 0, 0), (0, 20, 0), (0, 0, 20))
    ]
    assert apart == pytest.approx([20, 14, 10])


def test_the_painted_pose_is_never_called_turned_away():
    painted = HeadTurn(45, -20, 0)
    assert sitter.turned_away(HeadTurn(45, -20, 30), painted) == 0
    assert sitter.turned_away(HeadTurn(20, -10, 0), painted) == 0
    assert sitter.turned_away(HeadTurn(-34, 0, 0), painted) > 1
    assert sitter.turned_away(HeadTurn(30, 28, 0), painted) > 1
    assert sitter.turned_away(HeadTurn(34, 0, 0), HeadTurn(-5, 0, 0)) > 1


def test_how_many_pixels_are_too_few_depends_on_the_painting():
    assert sitter.too_far(corners(150), FRAME_PX, 300) < 0.85
    assert sitter.too_far(corners(90), FRAME_PX, 300) > 1
    assert sitter.too_far(corners(90), FRAME_PX, 100) < 1
    assert sitter.too_far(corners(60), FRAME_PX, 100) > 1
    assert sitter.too_far(corners(120), (400, 300), 1000) < 1, "a small camera"


def test_too_near_is_large_or_cut_off():
    assert sitter.too_near(corners(400), FRAME_PX) < 0.85
    assert sitter.too_near(corners(520), FRAME_PX) > 1
    assert sitter.too_near(corners(300, x=60), FRAME_PX) > 1
    assert sitter.too_near(corners(300, x=3000), FRAME_PX) > 1
    assert sitter.too_near(corners(520), (720, 1280)) > 1, "a camera set upright"


def test_light_is_judged_by_highlights():
    def badness(face, wall):
        bgr = np.full((720, 1280, 3), wall, np.uint8)
        bgr[300:420, 560:700] = face
        glimpse = glimpse_of(bgr)
        return sitter.too_dark(np.array([[560, 300], [700, 420]]), glimpse, 0.2)

    assert badness(50, 30) > 1
    assert badness(50, 200) < 1, "before a bright wall"
    assert badness(30, 200) > 1
    assert badness(90, 30) < 0.85
    assert badness(0, 0) > 1


def test_no_complexion_is_called_dark(engine, shared_dir):
    folder = shared_dir / "testdata" / "faces_bench"
    counts = defaultdict(lambda: [0, 0])
    with (folder / "fairface_labels.csv").open() as file:
        rows = list(csv.DictReader(file))
    for row in rows[::6]:
        bgr = cv2.imread(str(folder / row["file"]))
        found = engine.detector.detect(bgr)
        if not found:
            continue
        points = engine.landmarker.first_look(bgr, found[0]).points_px
        glimpse = glimpse_of(bgr)
        scale = glimpse.shape[1] / bgr.shape[1]
        count = counts[row["race"]]
        count[0] += 1
        count[1] += sitter.too_dark(sitter.corners(points), glimpse, scale) >= 1
    assert len(counts) == 7
    assert min(seen for seen, _ in counts.values()) >= 8
    assert sum(dark for _, dark in counts.values()) == 0
