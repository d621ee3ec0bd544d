"""The types of a ``pack.toml``: what a pack of paintings may say.

The descriptions here are the documentation: the JSON schema and the sentences about
mistakes are made from them. The smallest pack is::

    format = 1
    id = "town-hall"
    version = "1.0"
    title = { en = "The town hall", de = "Das Rathaus" }
    licence = "CC0-1.0"

    [[paintings]]
    id = "mayor"
    image = "mayor.jpg"
    title = "The mayor"

Texts are plain, which means English, or by language. `FORMAT` is raised when an older
kiosk would understand a pack wrongly; fields that merely add something do not raise it,
because an older kiosk passes over fields that it does not know.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict

from kiosk.packs.kinds import (
    LONGEST_CREDIT,
    LONGEST_DESCRIPTION,
    LONGEST_FILE_NAME,
    LONGEST_LINE,
    MESH_POINTS,
    OLDEST_AGE,
    Age,
    Credits,
    Day,
    Descriptions,
    FileName,
    Identifier,
    Line,
    Lines,
    Link,
    MeshIndex,
    PairOfPoints,
    Point,
    Share,
    Title,
    Version,
    Years,
)

FORMAT = 1
"""The newest format of packs that this program reads."""

MANIFEST_NAME = "pack.toml"
MOST_PAINTINGS = 2000
MOST_FACES = 50
ALLOWED = "allowed"
"""Key under which a field tells what its values may be, in ``json_schema_extra``."""

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"

_Value = TypeVar("_Value")

_IDENTIFIER = "at most 64 small letters, digits, '-' and '_'"
_TITLE = f"a text of at most {LONGEST_LINE} characters, or such texts by language"
_LINES = f"one line of at most {LONGEST_LINE} characters, or such lines by language"
_CREDIT = f"one line of at most {LONGEST_CREDIT} characters, or such lines by language"
_DESCRIPTION = (
    f"a text of at most {LONGEST_DESCRIPTION} characters, or such texts by language"
)
_LINK = "a web address that begins with https://"
_DATE = "a date such as 2027-12-31"
_FILE = (
    f"the name of a file inside the pack, at most {LONGEST_FILE_NAME} characters, "
    "with / between folders"
)
_SHARE = "a number from 0 to 1"
_POINT = "[x, y] in pixels of the image"
_PAIR = f"two points, each {_POINT}, the left one first"


def _needed(description: str, allowed: str) -> Any:  # noqa: ANN401 - stands for a value of whatever type the field says
    return Field(description=description, json_schema_extra={ALLOWED: allowed})


def _field(default: _Value, description: str, allowed: str) -> _Value:
    return Field(default, description=description, json_schema_extra={ALLOWED: allowed})


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        strict=True,
        allow_inf_nan=False,
    )


class Rights(_Table):
    """Whether and until when a painting may be shown."""

    kind: Literal["public-domain", "cc0", "licensed"] = _needed(
        "Why the painting may be shown.", "public-domain, cc0 or licensed"
    )
    until: Day | None = _field(
        None,
        "The last day on which a licence holds; the painting is not shown after it.",
        _DATE,
    )
    source: Link | None = _field(
        None, "The page that says so, or that the image came from.", _LINK
    )


class FaceEntry(_Table):
    """One painted face, found or corrected by hand.

    Left and right are those of the image, not of the painted person.
    """

    eyes: PairOfPoints = _needed("The middles of the eyes.", _PAIR)
    nose: Point = _needed("The tip of the nose.", _POINT)
    mouth: PairOfPoints = _needed("The corners of the mouth.", _PAIR)
    swappable: bool = _field(
        True, "Whether a visitor's face may take its place.", "true or false"
    )
    moved: Mapping[MeshIndex, Point] = _field(
        {},
        "Points of the face mesh that were corrected by hand, by their number.",
        f"a table from numbers from 0 to {MESH_POINTS - 1} to points {_POINT}",
    )


class PaintingEntry(_Table):
    """One painting."""

    id: Identifier = _needed(
        "Its name within the pack, which stays the same over versions.", _IDENTIFIER
    )
    image: FileName = _needed("The picture file.", _FILE)
    title: Title = _needed("What it is called.", _TITLE)
    artist: Lines = _field({}, "Who painted it.", _LINES)
    year: Years = _field(
        {},
        "When it was painted.",
        "a whole number of at most four digits, or one line such as 'c. 1650', or "
        "such lines by language",
    )
    museum: Lines = _field({}, "Where it hangs.", _LINES)
    inventory: Lines = _field({}, "Its number in the museum's inventory.", _LINES)
    credit: Credits = _field(
        {}, "The credit line that has to be shown with it.", _CREDIT
    )
    description: Descriptions = _field({}, "A few sentences about it.", _DESCRIPTION)
    rights: Rights | None = _field(
        None,
        "Whether and until when it may be shown.",
        "a table with kind, and until and source where there are any",
    )
    category: Lines = _field({}, "What it is listed under, such as 'Couples'.", _LINES)
    complexion: Share | None = _field(
        None,
        "How much of the visitor's own skin colour shows; 0 is the painted colour.",
        _SHARE,
    )
    shape: Share | None = _field(
        None,
        "How much of the visitor's own face shape shows; 0 is the painted shape.",
        _SHARE,
    )
    faces: Annotated[
        tuple[FaceEntry, ...], Strict(strict=False), Field(max_length=MOST_FACES)
    ] = _field(
        (),
        "The painted faces in the order in which visitors take them; without it they "
        "are found by themselves.",
        f"a list of at most {MOST_FACES} tables with eyes, nose and mouth",
    )
    mask: FileName | None = _field(
        None,
        "A PNG of the image's proportions that is white where something is painted in "
        "front of the faces and black elsewhere.",
        _FILE,
    )
    valid_from: Day | None = _field(None, "The first day on which it is shown.", _DATE)
    valid_until: Day | None = _field(None, "The last day on which it is shown.", _DATE)
    from_age: Age | None = _field(
        None,
        "From how many years of age it is meant to be seen.",
        f"a whole number from 0 to {OLDEST_AGE}",
    )


class PackManifest(_Table):
    """A pack of paintings."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = _field(
        FORMAT, "The format of this file.", f"{FORMAT}"
    )
    id: Identifier = _needed(
        "The pack's own name, which stays the same over versions; a new version takes "
        "the place of the old one.",
        _IDENTIFIER,
    )
    version: Version = _field(
        "1",
        "Which version of the pack this is.",
        "at most 32 letters, digits, '.', '+', '-' and '_'",
    )
    title: Title = _needed("What the pack is called.", _TITLE)
    publisher: Line = _field(
        "", "Who made the pack.", f"one line of at most {LONGEST_LINE} characters"
    )
    licence: Line = _field(
        "",
        "Under which licence the pack may be passed on, such as CC0-1.0.",
        f"one line of at most {LONGEST_LINE} characters",
    )
    homepage: Link | None = _field(None, "Where more about the pack is said.", _LINK)
    paintings: Annotated[
        tuple[PaintingEntry, ...],
        Strict(strict=False),
        Field(min_length=1, max_length=MOST_PAINTINGS),
    ] = _needed(
        "The paintings, in their order.",
        f"a list of 1 to {MOST_PAINTINGS} tables, each begun with [[paintings]]",
    )


def json_schema() -> dict[str, object]:
    """The JSON schema of a ``pack.toml``, made from the types of this module."""
    schema = PackManifest.model_json_schema()
    head: dict[str, object] = {"$schema": SCHEMA_ID, "title": "Vernissage pack"}
    return {**head, **{key: value for key, value in schema.items() if key not in head}}
