"""Says in plain words how well a painting suits, and what to do about it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kiosk.packs.manifest import PackPainting
from kiosk.packs.problems import Problem, warning
from kiosk.packs.report import FaceReport, Report
from pipeline.verdict import Finding, Severity, Verdict

GRADES: Mapping[Severity, str] = {
    Severity.GOOD: "good",
    Severity.USABLE: "usable",
    Severity.POOR: "poor",
    Severity.UNUSABLE: "unusable",
}

_LARGER = "Use a larger photograph of the painting."
_MARK = "Mark the face by hand in the editor, or leave the painting out."

_OF_FACES: Mapping[Verdict, tuple[Callable[[Finding], str], str]] = {
    Verdict.MARKS_WRONG: (
        lambda _: "marked by hand with points that cannot be a face",
        "Set eyes, nose and mouth anew in the editor.",
    ),
    Verdict.PROFILE: (
        lambda one: (
            f"turned aside by {one.value:.0f} degrees, nearly or wholly in "
            "profile: visitors will not look like themselves"
        ),
        "Choose a painting whose face looks more towards us, or mark it in the editor.",
    ),
    Verdict.UNSURE: (
        lambda _: "painted so that it could hardly be recognised as a face",
        _MARK,
    ),
    Verdict.FACE_SMALL: (
        lambda one: (
            f"only {one.value:.0f} pixels wide in the picture; "
            f"{one.limit:.0f} would be good"
        ),
        _LARGER,
    ),
    Verdict.FACE_SMALL_SHOWN: (
        lambda one: (
            f"only {one.value:.0f} pixels wide on the screen, because the "
            "painting is so much larger than the face"
        ),
        "Use a detail of the painting, around the faces.",
    ),
    Verdict.LOW_RESOLUTION: (
        lambda one: (
            f"blurred or enlarged: no more than {one.value:.0f} pixels of detail across"
        ),
        "Use a sharper photograph of the painting.",
    ),
    Verdict.COVERED: (
        lambda one: (
            f"covered by {100 * one.value:.0f} percent: hair, cloth, hands or "
            "deep shadow stay in front of the visitor"
        ),
        "Look at the preview; if too much is covered, paint the mask in the editor.",
    ),
    Verdict.WAVERING: (
        lambda _: (
            "painted so freely, or so hidden, that its features are only roughly known"
        ),
        "Look at the preview; correct the face in the editor if it is off.",
    ),
    Verdict.POINTS_HELD_BACK: (
        lambda _: "corrected by hand so far that it would fold",
        "Move its points less in the editor.",
    ),
}
"""What follows "The face is", and the cure; what matters most comes first."""

_SMALL_BOTH = (Verdict.FACE_SMALL, Verdict.FACE_SMALL_SHOWN)


def about(report: Report) -> tuple[tuple[str, str], ...]:
    """All that is to be said of a painting: sentences, each with its cure.

    Args:
        report: What was found.
    """
    if report.unreadable:
        words, _, cure = report.unreadable.partition(". ")
        return ((f"{words}.", cure or "Use another file."),)
    said = [_of_picture(finding, report) for finding in report.findings]
    offered = [face for face in report.faces if face.offered]
    return (*said, *_of_faces(offered or report.faces))


def summary(report: Report) -> str:
    """A painting's grade and how many visitors it has room for, in a few words."""
    room = report.room
    if not room:
        return "unusable, nobody can step in"
    people = "1 visitor" if room == 1 else f"{room} visitors"
    return f"{GRADES[report.severity]}, room for {people}"


def tally(reports: Iterable[Report | None]) -> str:
    """How many paintings are of each grade, the best first; unknown ones last.

    Args:
        reports: Of the paintings; None where nobody has looked yet.
    """
    counts = dict.fromkeys((*GRADES.values(), "not looked at yet"), 0)
    for report in reports:
        counts["not looked at yet" if report is None else GRADES[report.severity]] += 1
    return ", ".join(f"{grade} {count}" for grade, count in counts.items() if count)


def verdict_values(report: Report) -> dict[str, object]:
    """A report as JSON."""
    return {
        "verdict": GRADES[report.severity],
        "room": report.room,
        "faces": len(report.faces),
        "said": [{"words": words, "cure": cure} for words, cure in about(report)],
    }


def problems_of(painting: PackPainting, report: Report) -> tuple[Problem, ...]:
    """What somebody should see to: nothing where a painting is good or usable.

    Args:
        painting: The painting.
        report: What was found in it.
    """
    if report.severity < Severity.POOR:
        return ()
    field = f"paintings.{painting.id}"
    return tuple(
        warning(painting.image.name, field, words, cure)
        for words, cure in about(report)
    )


def _of_picture(finding: Finding, report: Report) -> tuple[str, str]:
    if finding.verdict is Verdict.TINY_PICTURE:
        words = f"The picture is only {finding.value:.0f} pixels on its longer side."
        return words, _LARGER
    if finding.verdict is Verdict.MANY_FACES:
        words = f"There are {finding.value:.0f} faces, for at most {finding.limit:.0f} "
        return f"{words}visitors at once.", "Nothing needs to be done."
    if not report.faces:
        return "No face was found.", _MARK
    return "Nobody can step into the painting.", _MARK


def _of_faces(faces: Sequence[FaceReport]) -> list[tuple[str, str]]:
    """One sentence for each verdict, over all faces that it is about."""
    said = []
    for verdict, (words, cure) in _OF_FACES.items():
        about_it = [
            finding
            for face in faces
            for finding in face.findings
            if finding.verdict is verdict and not _is_said_better(finding, face)
        ]
        if about_it:
            worst_one = max(about_it, key=lambda one: abs(one.value - one.limit))
            subject = _subject(len(about_it), len(faces))
            at_most = "in the worst case " if len(about_it) > 1 else ""
            said.append((f"{subject} {at_most}{words(worst_one)}.", cure))
    return said


def _subject(count: int, of: int) -> str:
    if of == 1:
        return "The face is"
    if count == of:
        return f"All {of} faces are"
    return f"{count} of {of} faces {'is' if count == 1 else 'are'}"


def _is_said_better(finding: Finding, face: FaceReport) -> bool:
    """Whether the same trouble is told in a more useful way: small in both senses."""
    if finding.verdict not in _SMALL_BOTH:
        return False
    (rival,) = (verdict for verdict in _SMALL_BOTH if verdict is not finding.verdict)
    others = [one for one in face.findings if one.verdict is rival]
    if not others:
        return False
    mine, other = finding.severity, others[0].severity
    prefers_shown = finding.verdict is Verdict.FACE_SMALL
    return other > mine or (other is mine and prefers_shown)
