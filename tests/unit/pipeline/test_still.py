"""The finished portrait is made of the best shot of a burst."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.errors import NoFaceError
from pipeline.live import Shot
from pipeline.still import _best_shot, _clearness, make_still
from pipeline.types import Frame, TrackedFace


def shot_of(engine, bgr, time_s, seen=None):
    """A shot as the live portrait keeps it; points are found in ``seen``."""
    where = bgr if seen is None else seen
    mesh = engine.landmarker.first_look(where, engine.detector.detect(where)[0])
    return Shot(Frame(bgr, time_s, 0), (TrackedFace(1, mesh),), {1: 0})


def test_the_sharp_and_waking_shot_is_taken(engine, demo, studio):
    good = demo.frame_at(0.6)
    blinking = demo.frame_at(1.35)
    burst = [shot_of(engine, blinking, 0.1 * k) for k in range(3)]
    burst += [
        shot_of(engine, cv2.GaussianBlur(good, (0, 0), sigma), 0.3 + sigma, good)
        for sigma in (4, 6)
    ]
    for at in (0, 2, 5):
        shots = [*burst[:at], shot_of(engine, good, 0.7), *burst[at:]]
        assert _best_shot(tuple(shots), engine).frame.bgr is good
    still = make_still(tuple(shots), studio["lady"], engine)
    alone = make_still((shots[-1],), studio["lady"], engine)
    assert np.array_equal(still.bgr, alone.bgr)


def test_open_eyes_count_more_than_a_little_sharpness(engine, demo):
    awake, blinking = demo.frame_at(0.6), demo.frame_at(1.35)
    soft = cv2.GaussianBlur(blinking, (0, 0), 2)
    sharper = cv2.addWeighted(blinking, 1.4, soft, -0.4, 0)
    open_eyed = shot_of(engine, awake, 0.1)
    shut = shot_of(engine, sharper, 0.2)
    assert _clearness(shut) > _clearness(open_eyed)
    assert _best_shot((shut, open_eyed, shut), engine) is open_eyed


def test_a_moment_between_two_words_is_taken(engine, demo):
    speaking = [shot_of(engine, demo.frame_at(4.75), 0.1 * k) for k in range(3)]
    calm = shot_of(engine, demo.frame_at(4.25), 0.4)
    assert _clearness(speaking[0]) > _clearness(calm)
    assert _best_shot((*speaking, calm, *speaking[:2]), engine) is calm


def test_a_complete_face_beats_one_cut_off(engine, demo):
    good = demo.frame_at(0.6)
    mesh = engine.landmarker.first_look(good, engine.detector.detect(good)[0])
    left = int(mesh.points_px[:, 0].mean())
    cut = np.ascontiguousarray(good[:, left:])
    moved = mesh.points_px - np.float32([left, 0, 0])
    face = TrackedFace(1, replace(mesh, points_px=moved))
    half = Shot(Frame(cut, 0.0, 0), (face,), {1: 0})
    whole = shot_of(engine, good, 0.1)
    assert _best_shot((half, whole, half), engine) is whole


def test_a_still_is_as_large_as_the_painting(engine, demo, studio):
    lady = studio["lady"]
    still = make_still((shot_of(engine, demo.frame_at(0.6), 1.0),), lady, engine)
    assert still.bgr.shape == lady.bgr.shape
    assert still.bgr.dtype == np.uint8
    assert len(still.masks) == 1


def test_an_empty_burst_is_told(engine, studio):
    with pytest.raises(NoFaceError, match=r"Step in front of the camera"):
        make_still((), studio["lady"], engine)
