"""Puts the engine's verdicts into words that a curator understands."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from kiosk.staff.facts import Condition
from pipeline.verdict import Finding, Severity, Verdict

_CONDITIONS = {
    Severity.GOOD: Condition.GOOD,
    Severity.USABLE: Condition.WATCH,
    Severity.POOR: Condition.WATCH,
    Severity.UNUSABLE: Condition.BAD,
}
_SHARES = (Verdict.COVERED,)


def condition_of(severity: Severity) -> Condition:
    """The sign of a severity."""
    return _CONDITIONS[severity]


class Verdicts(QObject):
    """Speaks the language that is in force."""

    def summary(self, severity: Severity) -> str:
        """How well something suits, in two words."""
        return {
            Severity.GOOD: self.tr("Suits well."),
            Severity.USABLE: self.tr("Usable."),
            Severity.POOR: self.tr("Suits badly."),
            Severity.UNUSABLE: self.tr("Cannot be used."),
        }[severity]

    def sentences(self, findings: Iterable[Finding]) -> str:
        """All that is to be said, the worst first."""
        return " ".join(self.sentence(finding) for finding in findings)

    def sentence(self, finding: Finding) -> str:
        """One finding."""
        value, limit = finding.value, finding.limit
        if finding.verdict in _SHARES:
            value, limit = 100 * value, 100 * limit
        words = self._words(finding)
        return words.replace("%1", f"{value:.0f}").replace("%2", f"{limit:.0f}")

    def _words(self, finding: Finding) -> str:
        if finding.verdict is Verdict.NO_FACE and not finding.value:
            return self.tr("No face was found. Add one by hand.")
        return {
            Verdict.NO_FACE: self.tr("Visitors cannot step into any of the faces."),
            Verdict.MANY_FACES: self.tr(
                "There are %1 faces; at most %2 visitors are followed."
            ),
            Verdict.TINY_PICTURE: self.tr(
                "The picture is small: %1 pixels; %2 would be good."
            ),
            Verdict.FACE_SMALL: self.tr(
                "The face is small in the picture: %1 pixels wide; %2 would be good."
            ),
            Verdict.FACE_SMALL_SHOWN: self.tr(
                "The face will be small on the screen: %1 pixels wide; %2 would be "
                "good."
            ),
            Verdict.PROFILE: self.tr(
                "The head is turned far aside: %1 degrees; up to %2 is good."
            ),
            Verdict.COVERED: self.tr(
                "Much of the face is covered: %1 percent; up to %2 is good."
            ),
            Verdict.LOW_RESOLUTION: self.tr(
                "The face is blurred: it has the detail of %1 pixels; %2 would be good."
            ),
            Verdict.UNSURE: self.tr(
                "The kiosk hardly sees a face here. Check the points."
            ),
            Verdict.WAVERING: self.tr(
                "The features of the face are only roughly known. Check the points."
            ),
            Verdict.MARKS_WRONG: self.tr(
                "These points cannot be a face. Mark it again."
            ),
            Verdict.POINTS_HELD_BACK: self.tr(
                "Some points would fold the face and were held back."
            ),
        }[finding.verdict]
