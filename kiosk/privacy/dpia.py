"""Fills a data protection impact assessment with what this kiosk really does.

The words are in ``assets/privacy/dpia.toml``, English, a list of sections. What is in
double braces is filled in from the settings, by Jinja; what only the operator knows
stays as a line to be filled in by hand.
"""

import html
import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from kiosk import __version__
from kiosk.errors import KioskError
from kiosk.privacy.asking import consent_in_force
from kiosk.privacy.regions import REGIONS, hands_over, retention_of
from kiosk.program import shipped
from kiosk.settings.schema import Settings

ENDINGS: Final = (".md", ".html")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the assessment.

    Attributes:
        title: Its heading.
        paragraphs: What it says; those that begin with ``- `` are points of a list.
    """

    title: str
    paragraphs: tuple[str, ...]


def dpia_path() -> Path:
    """The file ``assets/privacy/dpia.toml``."""
    return shipped("assets/privacy/dpia.toml")


def fill_dpia(settings: Settings) -> tuple[Section, ...]:
    """Fill the assessment in.

    Raises:
        KioskError: If its words are missing or damaged.
    """
    facts = _facts(settings)
    # Settings may hold braces: they are values here, never part of a template.
    # Nothing is escaped: the words become HTML later, if at all.
    maker = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    try:
        with dpia_path().open("rb") as file:
            sections = tomllib.load(file)["sections"]
        return tuple(
            Section(
                maker.from_string(one["title"]).render(facts),
                tuple(maker.from_string(each).render(facts) for each in one["text"]),
            )
            for one in sections
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KioskError(
            "The words of the assessment cannot be used. Restore the folder "
            "assets/privacy from the release."
        ) from error


def as_markdown(sections: tuple[Section, ...]) -> str:
    """Write an assessment as Markdown."""
    lines: list[str] = []
    for number, section in enumerate(sections):
        lines += [f"{'#' if number == 0 else '##'} {section.title}", ""]
        for each, following in zip(
            section.paragraphs, (*section.paragraphs[1:], ""), strict=True
        ):
            lines.append(each)
            if not (_is_point(each) and _is_point(following)):
                lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_html(sections: tuple[Section, ...]) -> str:
    """Write an assessment as one page that prints well."""
    body: list[str] = []
    for number, section in enumerate(sections):
        level = 1 if number == 0 else 2
        body.append(f"<h{level}>{html.escape(section.title)}</h{level}>")
        for are_points, group in groupby(section.paragraphs, _is_point):
            tag = "li" if are_points else "p"
            words = (html.escape(each.removeprefix("- ")) for each in group)
            lines = "\n".join(f"<{tag}>{each}</{tag}>" for each in words)
            body.append(f"<ul>\n{lines}\n</ul>" if are_points else lines)
    return _PAGE.replace("BODY", "\n".join(body))


def _is_point(paragraph: str) -> bool:
    """Whether it belongs to a list."""
    return paragraph.startswith("- ")


_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>DPIA</title><style>
body { font: 11pt/1.5 Georgia, serif; max-width: 42em; margin: 3em auto; }
h1 { font-size: 20pt; line-height: 1.2; } h2 { font-size: 13pt; margin-top: 2em; }
ul { padding-left: 1.5em; } li { margin: 0.3em 0; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
</style></head><body>
BODY
</body></html>
"""


def _facts(settings: Settings) -> dict[str, object]:
    region, keep = REGIONS[settings.privacy.region], retention_of(settings)
    consent = consent_in_force(settings)["en"].kept_for(keep.picture_hours)
    liveness = {
        "off": "nothing is done about it",
        "warn": "the visitor is kindly asked to blink",
        "refuse": "no portrait is taken",
    }
    return {
        "venue": settings.venue.name or "(name of the venue, to be filled in)",
        "contact": settings.privacy.contact or "(to be filled in)",
        "version": __version__,
        "region": region.title,
        "laws": region.laws,
        "adult_age": region.adult_age,
        "asks_age": region.asks_age,
        "log_days": keep.log_days,
        "sessions_days": keep.sessions_days,
        "idle_s": settings.visit.idle_s,
        "languages": ", ".join(settings.visit.languages),
        "engine": settings.engine.name,
        "hands_over": hands_over(settings),
        "keep_hours": keep.picture_hours,
        "consent_version": consent.version,
        "consent_points": consent.points,
        "consent_heading": consent.heading,
        "marks_visible": settings.marks.visible,
        "own_certificate": settings.marks.certificate is None,
        "timestamp": settings.marks.timestamp,
        "liveness": liveness[settings.privacy.liveness],
        "antispoof": settings.privacy.antispoof is not None,
    }
