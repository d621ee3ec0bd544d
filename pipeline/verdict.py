"""How well a painting suits, as kinds and numbers; the words are the kiosk's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum


class Severity(IntEnum):
    """How much something harms the portrait; the higher the worse."""

    GOOD = 0
    USABLE = 1
    POOR = 2
    UNUSABLE = 3


class Verdict(Enum):
    """What can be said against a painting or a face in it.

    What ``Finding.value`` and ``Finding.limit`` mean is said of each. Members keep
    their values: files hold them.
    """

    NO_FACE = "no-face"
    """Nobody to step into; value: faces seen, limit: 1."""

    MANY_FACES = "many-faces"
    """More faces than visitors are followed; value: faces, limit: the most."""

    TINY_PICTURE = "tiny-picture"
    """The picture itself is small; value: its longer side in px, limit: what it takes
    to be good."""

    FACE_SMALL = "face-small"
    """Value: the face's width in px of the picture, limit: what it takes to be good."""

    FACE_SMALL_SHOWN = "face-small-shown"
    """Value: the face's width in px on a display of 1080 x 1920, limit: what it takes
    to be good."""

    PROFILE = "profile"
    """Turned far aside; value: degrees from straight ahead, limit: the most that is
    good."""

    COVERED = "covered"
    """Hair, cloth or other things are in front; value: share of the face, 0 to 1,
    limit: the most that is good."""

    LOW_RESOLUTION = "low-resolution"
    """Blurred or enlarged; value: the width in px that the face's detail would fit
    into, limit: what it takes to be good."""

    UNSURE = "unsure"
    """The model hardly sees a face there; value: its presence, 0 to 1, limit: the
    least that is good. Of a face marked by hand: the canonical face stands in."""

    WAVERING = "wavering"
    """Painted so unlike a face that several looks differ; value: how far apart they put
    its points, in widths of the face, limit: the most that is good."""

    MARKS_WRONG = "marks-wrong"
    """Five points that cannot be a face; value and limit: 0."""

    POINTS_HELD_BACK = "points-held-back"
    """Moved points would have folded the mesh; value: the part of the way that they
    went, 0 to 1, limit: 1."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about a painting or a face.

    Attributes:
        verdict: What.
        severity: How bad, never GOOD.
        value: What was measured.
        limit: From where it would be good.
    """

    verdict: Verdict
    severity: Severity
    value: float
    limit: float


def worst(findings: Iterable[Finding]) -> Severity:
    """The highest severity; GOOD if there is nothing to say."""
    return max((each.severity for each in findings), default=Severity.GOOD)


@dataclass(frozen=True, slots=True)
class Scale:
    """From which values a measure is usable, poor and unusable.

    Attributes:
        verdict: What is measured.
        good: Up to here, or from here on, nothing is said.
        usable: Then up to here it is usable.
        poor: Then up to here it is poor, and beyond unusable.
    """

    verdict: Verdict
    good: float
    usable: float
    poor: float

    def judge(self, value: float) -> tuple[Finding, ...]:
        """One finding, or none if all is well."""
        sign = 1.0 if self.good <= self.poor else -1.0
        if sign * value <= sign * self.good:
            return ()
        severity = Severity.UNUSABLE
        if sign * value <= sign * self.usable:
            severity = Severity.USABLE
        elif sign * value <= sign * self.poor:
            severity = Severity.POOR
        return (Finding(self.verdict, severity, value, self.good),)
