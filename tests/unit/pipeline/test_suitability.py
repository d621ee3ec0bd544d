"""What is said against faces and pictures."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.live import MOST_VISITORS
from pipeline.occlusion import Occlusion
from pipeline.painting import Painting, at_size
from pipeline.suitability import covered_share, judge_face, judge_picture
from pipeline.verdict import Severity, Verdict, worst


def kinds(findings):
    return {each.verdict: each.severity for each in findings}


def judged_at(painting: Painting, scale: float):
    bgr = cv2.resize(
        painting.bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA
    )
    (face,) = at_size(painting.faces, scale, bgr.shape[1::-1])
    return kinds(judge_face(bgr, face))


def test_there_is_nothing_to_say_against_the_studio(studio):
    for painting in studio.values():
        for face in painting.faces:
            assert judge_face(painting.bgr, face) == (), painting.name


@pytest.mark.parametrize(
    ("scale", "severity"),
    [(0.5, Severity.USABLE), (0.3, Severity.POOR), (0.15, Severity.UNUSABLE)],
)
def test_a_small_face_is_told(studio, scale, severity):
    assert judged_at(studio["lady"], scale)[Verdict.FACE_SMALL] is severity


def test_a_face_that_will_be_small_on_the_display_is_told(studio):
    lady = studio["lady"]
    wide = cv2.copyMakeBorder(lady.bgr, 0, 0, 0, 2600, cv2.BORDER_REPLICATE)
    assert kinds(judge_face(wide, lady.faces[0])) == {
        Verdict.FACE_SMALL_SHOWN: Severity.USABLE
    }
    assert judge_face(wide, lady.faces[0], (3840, 2160)) == ()


@pytest.mark.parametrize(
    ("yaw_deg", "severity"),
    [(-45, Severity.USABLE), (70, Severity.POOR), (-95, Severity.UNUSABLE)],
)
def test_a_profile_is_told(studio, yaw_deg, severity):
    face = replace(studio["lady"].faces[0], yaw_deg=yaw_deg)
    (finding,) = judge_face(studio["lady"].bgr, face)
    assert (finding.verdict, finding.severity) == (Verdict.PROFILE, severity)
    assert finding.value == abs(yaw_deg)


@pytest.mark.parametrize(
    ("part", "severity"),
    [
        (0.0, None),
        (0.45, Severity.USABLE),
        (0.7, Severity.POOR),
        (1, Severity.UNUSABLE),
    ],
)
def test_what_is_in_front_is_measured_inside_the_face(studio, part, severity):
    lady = studio["lady"]
    box = lady.faces[0].occlusion.box
    shown = np.full_like(lady.faces[0].occlusion.shown, 1 - part)
    face = replace(lady.faces[0], occlusion=Occlusion(box, shown))
    assert covered_share(face) == pytest.approx(part, abs=1e-3)
    assert kinds(judge_face(lady.bgr, face)).get(Verdict.COVERED) is severity


def test_an_enlarged_picture_is_told(studio):
    lady = studio["lady"]
    small = cv2.resize(lady.bgr, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
    bgr = cv2.resize(small, lady.bgr.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    findings = kinds(judge_face(bgr, lady.faces[0]))
    assert findings[Verdict.LOW_RESOLUTION] in (Severity.USABLE, Severity.POOR)


@pytest.mark.parametrize(
    ("side", "severity"),
    [
        (2000, None),
        (640, Severity.USABLE),
        (400, Severity.POOR),
        (8, Severity.UNUSABLE),
    ],
)
def test_a_tiny_picture_is_told(side, severity):
    found = kinds(judge_picture((side, side // 2), 1, 1))
    assert found.get(Verdict.TINY_PICTURE) is severity


def test_no_face_and_too_many_are_told():
    assert kinds(judge_picture((2000, 2000), 3, 0)) == {
        Verdict.NO_FACE: Severity.UNUSABLE
    }
    assert judge_picture((2000, 2000), 9, MOST_VISITORS) == ()
    many = judge_picture((2000, 2000), 9, MOST_VISITORS + 1)
    assert kinds(many) == {Verdict.MANY_FACES: Severity.USABLE}


def test_the_worst_comes_first(studio):
    bgr = cv2.resize(studio["lady"].bgr, None, fx=0.3, fy=0.3)
    (face,) = at_size(studio["lady"].faces, 0.3, bgr.shape[1::-1])
    found = judge_face(bgr, replace(face, yaw_deg=45))
    assert len(found) > 1
    assert found[0].severity is worst(found)
