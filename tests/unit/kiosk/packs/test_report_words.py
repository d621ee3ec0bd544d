"""Verdicts in words that a curator understands."""

import re

import pytest

from kiosk.packs.library import builtin_packs
from kiosk.packs.report import FaceReport, Report
from kiosk.packs.report_words import (
    about,
    problems_of,
    summary,
    tally,
    verdict_values,
)
from pipeline.verdict import Finding, Severity, Verdict

OF_FACES = [
    verdict
    for verdict in Verdict
    if verdict not in {Verdict.NO_FACE, Verdict.MANY_FACES, Verdict.TINY_PICTURE}
]


def finding(verdict, severity=Severity.USABLE, value=50.0, limit=100.0):
    return Finding(verdict, severity, value, limit)


def face(*findings, offered=True, across=0.5):
    return FaceReport(across, offered, findings)


def words_of(report):
    return [words for words, _ in about(report)]


@pytest.mark.parametrize("verdict", OF_FACES)
def test_every_verdict_on_a_face_has_a_sentence_and_a_cure(verdict):
    ((words, cure),) = about(Report((face(finding(verdict)),), ()))
    assert re.fullmatch(r"The face is [^.]+\.", words)
    assert re.fullmatch(r"[A-Z].+\.", cure)


@pytest.mark.parametrize(
    "verdict", [Verdict.NO_FACE, Verdict.MANY_FACES, Verdict.TINY_PICTURE]
)
def test_every_verdict_on_a_picture_has_a_sentence_and_a_cure(verdict):
    ((words, cure),) = about(Report((face(),), (finding(verdict),)))
    assert words.endswith(".")
    assert cure.endswith(".")


def test_numbers_are_those_that_were_measured():
    covered = finding(Verdict.COVERED, value=0.42, limit=0.35)
    small = finding(Verdict.FACE_SMALL, value=71.4, limit=120)
    said = " ".join(words_of(Report((face(covered, small),), ())))
    assert "42 percent" in said
    assert "71 pixels wide in the picture; 120 would be good" in said


def test_several_faces_are_told_together_with_the_worst_of_them():
    small = [finding(Verdict.FACE_SMALL, value=value, limit=120) for value in (90, 60)]
    report = Report((face(small[0]), face(small[1]), face()), ())
    assert words_of(report) == [
        "2 of 3 faces are in the worst case only 60 pixels wide in the picture; 120 "
        "would be good."
    ]
    both = Report((face(small[0]), face(small[1])), ())
    assert words_of(both)[0].startswith("All 2 faces are")


def test_a_face_that_is_small_in_both_senses_is_told_once():
    here = finding(Verdict.FACE_SMALL)
    shown = finding(Verdict.FACE_SMALL_SHOWN)
    worse = finding(Verdict.FACE_SMALL, Severity.POOR)
    assert "on the screen" in " ".join(words_of(Report((face(here, shown),), ())))
    assert len(words_of(Report((face(here, shown),), ()))) == 1
    assert "in the picture" in " ".join(words_of(Report((face(worse, shown),), ())))


def test_faces_that_nobody_gets_are_told_only_where_there_are_no_others():
    profile = face(finding(Verdict.PROFILE, Severity.UNUSABLE), offered=False)
    assert words_of(Report((face(), profile), ())) == []
    nobody = finding(Verdict.NO_FACE, Severity.UNUSABLE, 1, 1)
    assert len(words_of(Report((profile,), (nobody,)))) == 2
    assert words_of(Report((), (nobody,))) == ["No face was found."]


def test_an_unreadable_picture_says_what_the_reader_says():
    report = Report((), (), unreadable="a.jpg is damaged. Copy it again.")
    assert about(report) == (("a.jpg is damaged.", "Copy it again."),)
    assert report.severity is Severity.UNUSABLE


def test_only_what_needs_somebodys_eye_is_a_problem():
    painting = builtin_packs()[0].paintings[0]
    usable = Report((face(finding(Verdict.COVERED)),), ())
    assert problems_of(painting, usable) == ()
    poor = Report((face(finding(Verdict.COVERED, Severity.POOR)),), ())
    (problem,) = problems_of(painting, poor)
    assert (problem.file, problem.field) == ("lady.jpg", "paintings.lady")
    assert not problem.is_fatal


def test_a_painting_and_a_pack_in_a_few_words():
    one, two = Report((face(),), ()), Report((face(), face()), ())
    none = Report((), (finding(Verdict.NO_FACE, Severity.UNUSABLE),))
    assert summary(one) == "good, room for 1 visitor"
    assert summary(two) == "good, room for 2 visitors"
    assert summary(none) == "unusable, nobody can step in"
    assert tally([one, none, None, two]) == "good 2, unusable 1, not looked at yet 1"
    assert verdict_values(two) == {
        "verdict": "good",
        "room": 2,
        "faces": 2,
        "said": [],
    }


def test_no_more_visitors_than_are_followed():
    assert Report((face(),) * 9, ()).room == 6
