"""Turns a pack that was just made into rows with verdicts in words."""

from collections.abc import Sequence

from kiosk.desk.editing.verdicts import Verdicts, condition_of
from kiosk.desk.packing import Packed
from kiosk.packs.making.draft import Draft
from kiosk.packs.report import Report
from kiosk.staff.pack_facts import DraftRow
from pipeline.verdict import Finding, Severity, Verdict

_BEYOND_THE_EDITOR = frozenset(
    {
        Verdict.TINY_PICTURE,
        Verdict.FACE_SMALL,
        Verdict.FACE_SMALL_SHOWN,
        Verdict.LOW_RESOLUTION,
        Verdict.MANY_FACES,
    }
)
"""Only another picture helps against these."""


def made_rows(
    packed: Packed, draft: Draft, language: str, verdicts: Verdicts
) -> list[DraftRow]:
    """Every painting with how well it suits; the worst come first.

    Args:
        packed: The pack.
        draft: What it was made of.
        language: Of titles.
        verdicts: Puts findings into words.

    Returns:
        Rows; those that the editor can help carry the painting's key.
    """
    names = {str(one.entry["id"]): one.picture.name for one in draft.paintings}
    rows: list[tuple[Severity, DraftRow]] = []
    for painting in packed.installed.pack.paintings:
        report = packed.reports[painting.key]
        severity = report.severity
        texts = (painting.artist(language), painting.year, painting.museum(language))
        findings = _findings(report)
        said = (verdicts.summary(severity), verdicts.sentences(findings))
        poor = severity >= Severity.POOR and any(
            one.verdict not in _BEYOND_THE_EDITOR for one in findings
        )
        row = DraftRow(
            names[painting.id],
            painting.title(language),
            ", ".join(filter(None, texts)),
            " ".join(filter(None, (*said, report.unreadable))),
            condition_of(severity),
            painting.key if poor else "",
        )
        rows.append((severity, row))
    rows.sort(key=lambda pair: pair[0], reverse=True)
    return [row for _severity, row in rows]


def _findings(report: Report) -> Sequence[Finding]:
    """What counts for visitors, each verdict once, the worst of its kind."""
    offered = [face for face in report.faces if face.offered] or report.faces
    found = [*report.findings, *(one for face in offered for one in face.findings)]
    found.sort(key=lambda one: one.severity, reverse=True)
    first = {one.verdict: one for one in reversed(found)}
    return [one for one in found if first[one.verdict] is one]
