"""Kinds, severities and scales."""

import pytest

from pipeline.verdict import Finding, Scale, Severity, Verdict, worst

GROWING = Scale(Verdict.COVERED, 0.3, 0.5, 0.8)
FALLING = Scale(Verdict.FACE_SMALL, 120, 80, 40)


@pytest.mark.parametrize(
    ("scale", "value", "severity"),
    [
        (GROWING, 0.0, None),
        (GROWING, 0.3, None),
        (GROWING, 0.31, Severity.USABLE),
        (GROWING, 0.6, Severity.POOR),
        (GROWING, 0.9, Severity.UNUSABLE),
        (FALLING, 500, None),
        (FALLING, 120, None),
        (FALLING, 119, Severity.USABLE),
        (FALLING, 79, Severity.POOR),
        (FALLING, 39, Severity.UNUSABLE),
    ],
)
def test_a_scale_judges_both_ways(scale, value, severity):
    found = scale.judge(value)
    if severity is None:
        assert found == ()
    else:
        assert found == (Finding(scale.verdict, severity, value, scale.good),)


def test_the_worst_counts_and_nothing_to_say_is_good():
    assert worst(()) is Severity.GOOD
    mild = Finding(Verdict.COVERED, Severity.USABLE, 0.4, 0.3)
    bad = Finding(Verdict.PROFILE, Severity.POOR, 60, 42)
    assert worst((mild, bad, mild)) is Severity.POOR


def test_kinds_keep_the_names_that_files_hold():
    assert {each.value for each in Verdict} == {
        "no-face",
        "many-faces",
        "tiny-picture",
        "face-small",
        "face-small-shown",
        "profile",
        "covered",
        "low-resolution",
        "unsure",
        "wavering",
        "marks-wrong",
        "points-held-back",
    }
