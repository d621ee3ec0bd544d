"""How well a painting suits, as was found when it was prepared."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError

from kiosk.packs.disk import write_whole
from pipeline.live import MOST_VISITORS
from pipeline.preparation import Prepared
from pipeline.verdict import Finding, Severity, Verdict, worst

FORMAT = 1
_LARGEST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class FaceReport:
    """A painted face.

    Attributes:
        across: Where its middle is, from 0 at the left edge to 1 at the right.
        offered: Whether visitors may step into it.
        findings: What is to be said against it, the worst first.
    """

    across: float
    offered: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A painting.

    Attributes:
        faces: From left to right.
        findings: What is to be said against the picture as a whole, the worst first.
        unreadable: A sentence where the picture or its mask cannot be read at all;
            there are then neither faces nor findings.
    """

    faces: tuple[FaceReport, ...]
    findings: tuple[Finding, ...]
    unreadable: str = ""

    @property
    def room(self) -> int:
        """How many visitors can be in it at once."""
        return min(MOST_VISITORS, sum(1 for face in self.faces if face.offered))

    @property
    def severity(self) -> Severity:
        """Of the picture with its best face; UNUSABLE means that nobody can step in."""
        offered = [worst(face.findings) for face in self.faces if face.offered]
        return max(worst(self.findings), min(offered, default=Severity.UNUSABLE))


def report_of(prepared: Prepared) -> Report:
    """The report of a painting that was prepared."""
    width = max(1, prepared.size_px[0])
    faces = [
        FaceReport(
            across=min(1.0, max(0.0, float(seen.key_points_px[:, 0].mean()) / width)),
            offered=seen.place is not None,
            findings=seen.findings,
        )
        for seen in prepared.seen
    ]
    faces.sort(key=lambda face: face.across)
    return Report(tuple(faces), prepared.findings)


class _Note(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class _FindingNote(_Note):
    verdict: Verdict
    severity: Severity
    value: float
    limit: float


_Findings = Annotated[tuple[_FindingNote, ...], Strict(strict=False)]


class _FaceNote(_Note):
    across: Annotated[float, Field(ge=0, le=1)]
    offered: bool
    findings: _Findings


class _ReportNote(_Note):
    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)]
    faces: Annotated[tuple[_FaceNote, ...], Strict(strict=False)]
    findings: _Findings


def save_report(path: Path, report: Report) -> None:
    """Write a report, whole or not at all.

    Raises:
        OSError: If it cannot be written.
    """
    values = {
        "format": FORMAT,
        "faces": [
            {
                "across": face.across,
                "offered": face.offered,
                "findings": [_noted(finding) for finding in face.findings],
            }
            for face in report.faces
        ],
        "findings": [_noted(finding) for finding in report.findings],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(values).encode())


def load_report(path: Path) -> Report | None:
    """Read a report; None if it is missing, damaged or of another format."""
    try:
        with path.open("rb") as file:
            note = _ReportNote.model_validate_json(file.read(_LARGEST_BYTES))
    except (OSError, ValidationError):
        return None
    faces = tuple(
        FaceReport(face.across, face.offered, _findings(face.findings))
        for face in note.faces
    )
    return Report(faces, _findings(note.findings))


def _noted(finding: Finding) -> Mapping[str, object]:
    return {
        "verdict": finding.verdict.value,
        "severity": int(finding.severity),
        "value": float(finding.value),
        "limit": float(finding.limit),
    }


def _findings(notes: tuple[_FindingNote, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(note.verdict, note.severity, note.value, note.limit) for note in notes
    )
