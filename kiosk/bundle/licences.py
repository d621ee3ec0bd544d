"""Gathers the licence texts of everything that is in the built program."""

import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any, Final

from kiosk import __version__
from kiosk.bundle.contents import ROOT
from kiosk.bundle.origins import PACKER, Kind, Origin, Origins

SYSTEM_TEXTS: Final = Path("/usr/share/doc")
_TEXTS: Final = "kiosk/bundle/texts/texts.toml"
_RUNTIME: Final = "microsoft-runtime"
_TEXT_NAME: Final = re.compile(
    r"(licen[cs]e|copying|notice|third-?party)", re.IGNORECASE
)
_LICENCE_NAME: Final = re.compile(r"(licen[cs]e|copying)", re.IGNORECASE)
_CODE: Final = frozenset({".py", ".pyc", ".pyi", ".so", ".pyd", ".dll", ".h"})
_COMMON: Final = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")
_COPYLEFT: Final = re.compile(r"\b[AL]?GPL|\bMPL")
_LONGEST: Final = 60
_SOURCES: Final = ("source", "source code", "repository", "code", "homepage", "home")


class LicenceMissingError(Exception):
    """Something is shipped without a licence; the message names it and the cure."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the program that has a licence of its own.

    Attributes:
        name: What it is called.
        version: Which; may be empty.
        licence: In a word.
        note: What it is, or what else is to be said.
        source: Where its source is; may be empty.
        texts: From a file's name to its content; at least one.
    """

    name: str
    version: str
    licence: str
    note: str
    source: str
    texts: Mapping[str, str]


def gather(
    shipped: Iterable[Origin], packages: Mapping[str, Distribution], root: Path = ROOT
) -> list[Part]:
    """Find the texts of everything that is shipped.

    Args:
        shipped: Where the program's files come from.
        packages: Python packages by their plain names.
        root: Our folder.

    Returns:
        Ours first, then by name.

    Raises:
        LicenceMissingError: If one brings no text.
    """
    known = tomllib.loads((root / _TEXTS).read_text(encoding="utf-8"))
    parts: list[Part] = []
    common: dict[str, str] = {}
    for origin in sorted(shipped):
        if origin.kind is Kind.PACKAGE:
            parts.append(_package(packages[origin.name], known.get(origin.name), root))
        elif origin.kind is Kind.SYSTEM:
            parts.append(_system(origin.name, common))
        elif origin.kind is Kind.RUNTIME:
            parts.append(_named("Microsoft C++ runtime", known[_RUNTIME], root))
    if common:
        note = "Texts that the system's libraries refer to"
        parts.append(Part("common licences", "", "several", note, "", common))
    parts.sort(key=lambda part: part.name.lower())
    return [*_ours(root), _python(), *parts]


def require_exchangeable(packed: Iterable[str], origins: Origins) -> None:
    """Make sure that what everybody may exchange is not packed into the program.

    Args:
        packed: Paths of the Python modules in the program's archive.
        origins: Knows where they come from.

    Raises:
        LicenceMissingError: If a package under the LGPL or MPL is among them.
    """
    for origin in sorted({origins.of(path) for path in packed if path}):
        if origin.kind is not Kind.PACKAGE or origin.name in PACKER:
            continue
        licence = _licence(origins.packages[origin.name])
        if _COPYLEFT.search(licence):
            raise LicenceMissingError(
                f"The package {origin.name} is under {licence}, so everybody may "
                "exchange it: add its modules to AS_FILES in kiosk/bundle/contents.py."
            )


def _package(
    package: Distribution, known: Mapping[str, Any] | None, root: Path
) -> Part:
    name, texts = package.metadata["Name"], _own_texts(package)
    licence, note = _licence(package), "Python package"
    if known:
        named = _named(name, known, root)
        licence, note, texts = named.licence, named.note, {**texts, **named.texts}
    elif not any(_LICENCE_NAME.search(Path(file).name) for file in texts):
        raise LicenceMissingError(
            f"The package {name} brings no licence text: put it into "
            "kiosk/bundle/texts and name it in texts.toml there."
        )
    return Part(name, package.version, licence, note, _source(package), texts)


def _own_texts(package: Distribution) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in package.files or ():
        if _TEXT_NAME.match(file.name) and file.suffix not in _CODE:
            path = Path(str(package.locate_file(file)))
            if path.is_file():
                found[_shown(file.parts)] = path.read_text("utf-8", "replace")
    by_text: dict[str, str] = {}
    for shown, text in found.items():  # some bring the same text twice
        by_text.setdefault(text, shown)
    return {shown: text for text, shown in by_text.items()}


def _shown(parts: Sequence[str]) -> str:
    """A text's name: its place in the package, without what all have in common."""
    shown = [part for part in parts if part != ".."]
    if shown[0].endswith(".dist-info"):
        shown = shown[1:]
        if shown[0] == "licenses" and len(shown) > 1:
            shown = shown[1:]
    return "-".join(shown)


def _licence(package: Distribution) -> str:
    said = _said(package, "License-Expression") or _said(package, "License")
    if said and "\n" not in said and len(said) <= _LONGEST:
        return said
    classes = [
        one.rpartition("::")[2].strip()
        for one in package.metadata.get_all("Classifier") or ()
        if one.startswith("License ::")
    ]
    if classes:
        return ", ".join(classes)
    return f"{said.splitlines()[0][: _LONGEST - 1]}…" if said else "see its text"


def _said(package: Distribution, field: str) -> str:
    return next(iter(package.metadata.get_all(field) or ()), "")


def _source(package: Distribution) -> str:
    urls = {}
    for said in package.metadata.get_all("Project-URL") or ():
        label, _, url = said.partition(",")
        urls[label.strip().lower()] = url.strip()
    urls.setdefault("home", _said(package, "Home-page"))
    return next((urls[label] for label in _SOURCES if urls.get(label)), "")


def _system(name: str, common: dict[str, str]) -> Part:
    path = SYSTEM_TEXTS / name / "copyright"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise LicenceMissingError(
            f"The system's package {name} has no {path}: install it again; images of "
            "systems for containers may leave such files out."
        ) from error
    for file in sorted(set(_COMMON.findall(text))):
        place = Path("/usr/share/common-licenses") / file
        if place.is_file():
            common[f"{file}.txt"] = place.read_text(encoding="utf-8", errors="replace")
    note = "Library of the system that the program was built on"
    return Part(name, "", "see its text", note, "", {"copyright.txt": text})


def _named(name: str, known: Mapping[str, Any], root: Path) -> Part:
    texts = {
        Path(file).name: (root / file).read_text(encoding="utf-8")
        for file in known["files"]
    }
    return Part(name, "", str(known["licence"]), str(known["note"]), "", texts)


def _python() -> Part:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    for place in places:
        path = place / "LICENSE.txt"
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            version = ".".join(map(str, sys.version_info[:3]))
            note, source = "The language it is written in", "https://www.python.org"
            texts = {"LICENSE.txt": text}
            return Part("Python", version, "PSF-2.0", note, source, texts)
    raise LicenceMissingError(f"This Python has no LICENSE.txt in {places[0]}.")


def _ours(root: Path) -> Iterator[Part]:
    def texts(*patterns: str) -> dict[str, str]:
        paths = [path for one in patterns for path in sorted(root.glob(one))]
        return {path.name: path.read_text(encoding="utf-8") for path in paths}

    note, text = "This program", texts("LICENSE")
    yield Part("Vernissage", __version__, "MIT", note, "", text)
    yield Part(
        "Models",
        "",
        "MIT, Apache-2.0",
        "NOTICE says whose work each is",
        "",
        texts("assets/models/NOTICE", "assets/models/licences/*.txt"),
    )
    yield Part(
        "Typefaces",
        "",
        "OFL-1.1",
        "EB Garamond, Source Sans 3",
        "",
        texts("assets/fonts/OFL-*.txt"),
    )
    yield Part(
        "Paintings",
        "",
        "CC0-1.0",
        "Painted by the Vernissage studio",
        "",
        texts("museum_targets/studio/LICENCE.md"),
    )
