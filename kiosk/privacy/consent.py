"""The words by which a visitor is asked, from ``assets/consent`` or a venue's own file.

``consent.toml`` has them in every language, ``regions.toml`` what differs where a law
is set. A venue's own file, built like ``consent.toml``, takes the place of both;
languages that it lacks are asked in ours.

The version that the session log keeps is the number in the file and the first eight hex
digits of the SHA-256 of all words: whoever changes a letter changes the version.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from kiosk.errors import KioskError
from kiosk.program import shipped

LANGUAGES = ("en", "ru", "de", "fr", "es")
LARGEST_FILE_BYTES = 100_000
FEWEST_POINTS = 2
MOST_POINTS = 5
MOST_LETTERS: Mapping[str, int] = MappingProxyType(
    {
        "heading": 50,
        "point": 110,
        "guardian": 110,
        "agree": 30,
        "decline": 30,
        "of_age": 40,
        "with_adult": 40,
    }
)

HOURS = "{hours}"
"""In a point: how many hours a portrait waits to be fetched."""

_KEYS = {"heading", "points", "guardian", "agree", "decline", "of_age", "with_adult"}
_AGE = "{age}"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What the consent screen says in one language.

    Attributes:
        version: Same for all languages: ``1-0f3a9c27``.
        heading: The question.
        points: What happens to the picture, a sentence or two each.
        guardian: For children.
        agree: On the button that says yes.
        decline: On the button that says no.
        of_age: On the button of somebody who may agree alone; empty where nobody asks.
        with_adult: On the button of a grown-up who agrees for a child; likewise.
    """

    version: str
    heading: str
    points: tuple[str, ...]
    guardian: str
    agree: str
    decline: str
    of_age: str = ""
    with_adult: str = ""

    def kept_for(self, hours: int) -> "ConsentText":
        """The same, saying how many hours a portrait waits to be fetched."""
        points = tuple(point.replace(HOURS, str(hours)) for point in self.points)
        return replace(self, points=points)


def consent_path() -> Path:
    """The file ``assets/consent/consent.toml``."""
    return shipped("assets/consent/consent.toml")


def read_consent(
    path: Path | None = None, region: str = "none", adult_age: int | None = None
) -> Mapping[str, ConsentText]:
    """Read and check our words in all languages.

    Args:
        path: The file; ours if None.
        region: Whose law is set: a table of ``regions.toml``, or ``none``.
        adult_age: From which age somebody may agree alone; None where nobody asks.

    Returns:
        From a language's code to its words: all of `LANGUAGES`, perhaps more.

    Raises:
        KioskError: If the file is missing, no TOML, or lacks or doubles something. No
            visitor may be asked then.
    """
    path = path or consent_path()
    try:
        values = dict(_load(path))
        if region != "none":
            _adapt(values, _load(path.with_name("regions.toml"))[region])
        return _parsed(values, LANGUAGES, adult_age)
    except (ValueError, KeyError, TypeError) as error:
        raise KioskError(
            f"The words of the consent in '{path.name}' cannot be used: {error}. "
            "Restore the folder assets/consent from the release."
        ) from error


def read_own_consent(
    path: Path,
    ours: Mapping[str, ConsentText],
    offered: Sequence[str],
    adult_age: int | None = None,
) -> Mapping[str, ConsentText]:
    """Read and check a venue's own words.

    Args:
        path: The file.
        ours: For languages that it lacks and that visitors are not offered now.
        offered: The languages that it must have.
        adult_age: As in `read_consent`.

    Raises:
        KioskError: If it cannot be used. No visitor may be asked then.
    """
    try:
        return MappingProxyType({**ours, **_parsed(_load(path), offered, adult_age)})
    except ValueError as error:
        raise KioskError(
            f"Your words of the consent in '{path.name}' cannot be used: {error}. Put "
            "that right, or take privacy.consent out of the settings."
        ) from error


def _adapt(values: dict[str, object], changes: object) -> None:
    """Put a region's words in the place of ours."""
    if not isinstance(changes, dict):
        raise TypeError("a region must be a table")
    for language, changed in changes.items():
        table = values[language]
        if not isinstance(table, dict) or not isinstance(changed, dict):
            raise TypeError(f"{language} must be a table")
        points = list(table["points"])
        for place, point in changed.get("points", {}).items():
            points[int(place) - 1 : int(place)] = [point]
        values[language] = {**table, **changed, "points": points}


def _load(path: Path) -> Mapping[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise ValueError(error.strerror or "the disk refuses") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise ValueError("the file is too big")
    try:
        return tomllib.loads(content.decode())
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _parsed(
    values: Mapping[str, object], needed: Sequence[str], adult_age: int | None
) -> Mapping[str, ConsentText]:
    number = values.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError("number must be 1 or more")
    tables = {key: value for key, value in values.items() if key != "number"}
    missing = [language for language in needed if language not in tables]
    if missing:
        raise ValueError(f"it lacks the languages {', '.join(missing)}")
    version = f"{number}-{_digest(tables)}"
    texts = {
        key: _text(version, key, table, adult_age) for key, table in tables.items()
    }
    if len({len(text.points) for text in texts.values()}) > 1:
        raise ValueError("the languages differ in the number of points")
    return MappingProxyType(texts)


def _digest(tables: Mapping[str, object]) -> str:
    canonical = json.dumps(tables, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:8]


def _text(
    version: str, language: str, table: object, adult_age: int | None
) -> ConsentText:
    if not isinstance(table, dict) or set(table) != _KEYS:
        raise ValueError(f"{language} must have {', '.join(sorted(_KEYS))}, no more")
    points = table["points"]
    if not isinstance(points, list) or not FEWEST_POINTS <= len(points) <= MOST_POINTS:
        raise ValueError(
            f"{language}.points must be a list of {FEWEST_POINTS} to {MOST_POINTS}"
        )
    return ConsentText(
        version=version,
        heading=_words(table["heading"], language, "heading"),
        points=tuple(_words(point, language, "point") for point in points),
        guardian=_words(table["guardian"], language, "guardian"),
        agree=_words(table["agree"], language, "agree"),
        decline=_words(table["decline"], language, "decline"),
        of_age=_asked(table["of_age"], language, "of_age", adult_age),
        with_adult=_asked(table["with_adult"], language, "with_adult", adult_age),
    )


def _asked(value: object, language: str, what: str, adult_age: int | None) -> str:
    words = _words(value, language, what)
    return "" if adult_age is None else words.replace(_AGE, str(adult_age))


def _words(value: object, language: str, what: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{language} has no words for '{what}'")
    words = value.strip()
    one_line = words.replace("\u00a0", " ").isprintable()  # French needs that space
    if not one_line or len(words) > MOST_LETTERS[what]:
        raise ValueError(
            f"{language}: a {what} is one line of at most {MOST_LETTERS[what]} letters"
        )
    return words
