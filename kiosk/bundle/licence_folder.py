"""Writes gathered licences for people: a folder of texts, a list as page and text."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import jinja2

from kiosk.bundle.licences import Part

FOLDER: Final = "licences"
PAGE: Final = "LICENCES.html"
LIST: Final = "LICENCES.txt"
FOREWORD: Final = (
    "Each part is under the licence of whoever made it; the texts are in the folder "
    f"{FOLDER}. Parts under the LGPL or the MPL lie in the program's folder as files "
    "of their own, Python ones as source: you may exchange them for your own builds."
)


def write_licences(parts: Sequence[Part], place: Path) -> None:
    """Write all texts and the list.

    Args:
        parts: From `kiosk.bundle.licences.gather`.
        place: The program's folder.
    """
    for part in parts:
        folder = place / folder_of(part)
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in part.texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    template = Path(__file__).with_name("licences.html.j2")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    page = environment.from_string(template.read_text(encoding="utf-8"))
    (place / PAGE).write_text(
        page.render(parts=parts, foreword=FOREWORD, folder_of=folder_of),
        encoding="utf-8",
    )
    (place / LIST).write_text(_as_text(parts), encoding="utf-8")


def folder_of(part: Part) -> str:
    """Where a part's texts are, within the program's folder."""
    return f"{FOLDER}/{re.sub(r'[^A-Za-z0-9.+-]+', '-', part.name)}"


def _as_text(parts: Sequence[Part]) -> str:
    lines = [FOREWORD, ""]
    for part in parts:
        lines.append(f"{part.name} {part.version}".rstrip())
        lines.append(f"    {part.licence}. {part.note}.")
        lines.append(f"    {folder_of(part)}: {', '.join(part.texts)}")
    return "\n".join([*lines, ""])
