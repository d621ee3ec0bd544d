import pytest

from kiosk.desk.editing.verdicts import Verdicts
from pipeline.verdict import Finding, Severity, Verdict


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_sentence(qapp, verdict: Verdict) -> None:
    said = Verdicts().sentence(Finding(verdict, Severity.POOR, 0.5, 0.35))

    assert said.endswith(".")
    assert "%" not in said


def test_shares_are_said_in_percent(qapp) -> None:
    covered = Finding(Verdict.COVERED, Severity.POOR, 0.62, 0.35)

    assert "62 percent; up to 35" in Verdicts().sentence(covered)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_a_summary(qapp, severity: Severity) -> None:
    assert Verdicts().summary(severity)
