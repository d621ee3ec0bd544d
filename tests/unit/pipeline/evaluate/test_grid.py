"""Pairs are judged by what is to be seen, on a real face and real models."""

from types import MappingProxyType, SimpleNamespace

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.detect.yunet import YuNet
from pipeline.errors import NoFaceError
from pipeline.evaluate.grid import Pair, Subject, evaluate_painting, find_again
from pipeline.evaluate.recogniser import SFace
from pipeline.evaluate.visitors import Skipped, Visitor
from pipeline.geometry import points_box
from pipeline.landmarks.mesh468 import Mesh468


@pytest.fixture(scope="module")
def detector():
    return YuNet()


@pytest.fixture(scope="module")
def sface():
    return SFace()


@pytest.fixture(scope="module")
def portrait():
    return np.ascontiguousarray(astronaut()[..., ::-1])


@pytest.fixture(scope="module")
def face(detector, portrait):
    return detector.detect(portrait)[0]


@pytest.fixture(scope="module")
def points_px(portrait, face):
    return Mesh468().first_look(portrait, face).points_px


@pytest.fixture(scope="module")
def visitors(portrait, face, sface):
    """Somebody, the same person upside down (a stranger to SFace), and both again."""
    known = sface.embed(portrait, face.key_points_px)
    stranger = np.roll(known, 1)
    return [
        Visitor("eileen", "eileen", portrait, face, known),
        Visitor("eileen-2", "eileen", portrait, face, known),
        Visitor("stranger", "stranger", portrait, face, stranger),
    ]


def result_of(bgr, points_px):
    x0, y0, x1, y1 = (int(edge) for edge in points_box(points_px))
    mask = np.ones((y1 - y0, x1 - x0), np.float32)
    return SimpleNamespace(
        bgr=bgr,
        masks=(((x0, y0, x1, y1), mask),),
        stages_ms=MappingProxyType({"total": 3.0}),
    )


def test_a_perfect_swap_is_recognised(portrait, points_px, visitors, detector, sface):
    painting = cv2.GaussianBlur(portrait, (0, 0), 3)
    subject = Subject(
        "lady", painting, [points_px], lambda _: result_of(portrait, points_px)
    )
    first, second, third = evaluate_painting(subject, visitors, detector, sface)
    assert isinstance(first, Pair)
    assert first.figures.identity > 0.95
    assert first.figures.recognised
    assert first.figures.detected
    assert second.figures.nearest == "eileen"
    assert second.figures.recognised, "another photo of the same person counts as right"
    assert not third.figures.recognised
    assert third.figures.identity < 0.363
    assert (first.figures.visitor, first.figures.painting) == ("eileen", "lady")


def test_the_larger_swapped_face_is_judged(
    portrait, points_px, visitors, detector, sface
):
    small = points_px * 0.05
    result = result_of(portrait, points_px)
    corner = ((0, 0, 4, 4), np.ones((4, 4), np.float32))
    result.masks = (corner, *result.masks)
    subject = Subject("two", portrait, [small, points_px], lambda _: result)
    pair = next(evaluate_painting(subject, visitors, detector, sface))
    assert pair.painted_px is points_px


@pytest.mark.parametrize(
    "covered", [(), (((0, 0, 9, 9), np.zeros((9, 9), np.float32)),)]
)
def test_a_pair_that_fails_is_told_and_the_others_go_on(
    portrait, points_px, visitors, detector, sface, covered
):
    answers = iter(
        [
            NoFaceError("Nobody is there."),
            SimpleNamespace(bgr=portrait, masks=covered, stages_ms={}),
            result_of(portrait, points_px),
        ]
    )

    def swap(_):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    subject = Subject("lady", portrait, [points_px], swap)
    broken, empty, good = evaluate_painting(subject, visitors, detector, sface)
    assert broken == Skipped("eileen into lady", "Nobody is there.")
    assert empty == Skipped(
        "eileen-2 into lady", "Nothing of the painted face could be replaced."
    )
    assert isinstance(good, Pair)


def test_a_bug_is_no_reason_to_leave_a_pair_out(
    portrait, points_px, visitors, detector, sface
):
    def swap(_):
        raise RuntimeError("out of paint")

    subject = Subject("lady", portrait, [points_px], swap)
    with pytest.raises(RuntimeError, match="out of paint"):
        next(evaluate_painting(subject, visitors, detector, sface))


def test_without_a_face_the_painted_mesh_stands_in(
    portrait, points_px, visitors, detector, sface
):
    wall = np.full_like(portrait, 120)
    assert find_again(wall, points_px, detector) is None
    subject = Subject(
        "wall", portrait, [points_px], lambda _: result_of(wall, points_px)
    )
    pair = next(evaluate_painting(subject, visitors, detector, sface))
    assert not pair.figures.detected
    assert np.isfinite(pair.figures.identity)


def test_a_face_elsewhere_in_the_picture_is_not_taken(portrait, points_px, detector):
    found = find_again(portrait, points_px, detector)
    assert np.abs(found.mean(axis=0) - points_px[:, :2].mean(axis=0)).max() < 15
    aside = points_px + np.float32([90, 0, 0])
    assert find_again(portrait, aside, detector) is None
