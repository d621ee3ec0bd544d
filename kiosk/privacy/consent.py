"""The words by which a visitor is asked, from ``assets/consent/consent.toml``.

The version that the session log keeps is the number in the file and the first eight hex
digits of the SHA-256 of all words: whoever changes a letter changes the version.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from kiosk.errors import KioskError

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
    }
)

HOURS = "{hours}"
"""In a point: how many hours a portrait waits to be fetched."""

_KEYS = {"heading", "points", "guardian", "agree", "decline"}


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
    """

    version: str
    heading: str
    points: tuple[str, ...]
    guardian: str
    agree: str
    decline: str

    def kept_for(self, hours: int) -> "ConsentText":
        """The same, saying how many hours a portrait waits to be fetched."""
        points = tuple(point.replace(HOURS, str(hours)) for point in self.points)
        return replace(self, points=points)


def consent_path() -> Path:
    """Return the file next to the packages, in a frozen bundle too."""
    return Path(__file__).resolve().parents[2] / "assets" / "consent" / "consent.toml"


def read_consent(path: Path | None = None) -> Mapping[str, ConsentText]:
    """Read and check the words in all languages.

    Args:
        path: The file; ours if None.

    Returns:
        From a language's code to its words: all of `LANGUAGES`, perhaps more.

    Raises:
        KioskError: If the file is missing, no TOML, or lacks or doubles something. No
            visitor may be asked then.
    """
    path = path or consent_path()
    try:
        return _parsed(_load(path))
    except ValueError as error:
        raise KioskError(
            f"The words of the consent in '{path.name}' cannot be used: {error}. "
            "Restore the folder assets/consent from the release."
        ) from error


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


def _parsed(values: Mapping[str, object]) -> Mapping[str, ConsentText]:
    number = values.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError("number must be 1 or more")
    tables = {key: value for key, value in values.items() if key != "number"}
    missing = [language for language in LANGUAGES if language not in tables]
    if missing:
        raise ValueError(f"it lacks the languages {', '.join(missing)}")
    version = f"{number}-{_digest(tables)}"
    texts = {key: _text(version, key, table) for key, table in tables.items()}
    if len({len(text.points) for text in texts.values()}) > 1:
        raise ValueError("the languages differ in the number of points")
    return MappingProxyType(texts)


def _digest(tables: Mapping[str, object]) -> str:
    canonical = json.dumps(tables, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:8]


def _text(version: str, language: str, table: object) -> ConsentText:
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
    )


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
