"""Understands what curators write into cells: days, rights, ages, web addresses."""

import re
from collections.abc import Mapping
from datetime import date

from kiosk.packs.making.letters import without_accents

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})")
_ANY_DAY = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s*\d{1,2}\.\s*\d{4}|\d{1,2}/\d{1,2}/\d{4}"
)
_NUMBER = re.compile(r"\d{1,2}")
_MONTHS = 12

_RIGHTS: Mapping[str, tuple[str, ...]] = {
    "cc0": ("cc0", "cc 0", "creative commons zero", "cc zero"),
    "public-domain": (
        "public domain",
        "public-domain",
        "pd",
        "gemeinfrei",
        "domaine public",
        "dominio publico",
        "общественное достояние",
        "no known copyright",
        "out of copyright",
    ),
    "licensed": (
        "licen",
        "lizen",
        "© ",
        "(c)",
        "copyright",
        "all rights reserved",
        "alle rechte vorbehalten",
        "tous droits reserves",
        "todos los derechos reservados",
        "все права защищены",
        "cc by",
        "cc-by",
        "creative commons",
        "vg bild",
        "adagp",
        "vegap",
        "dacs",
        "лицензи",
    ),
}


class UnclearError(ValueError):
    """A cell cannot be understood.

    Attributes:
        cure: What to write there.
    """

    def __init__(self, words: str, cure: str) -> None:
        self.cure = cure
        super().__init__(words)


def day_of(text: str) -> date:
    """A day as ``2027-12-31``, ``31.12.2027`` or, where it can only be one, 31/12/2027.

    Raises:
        UnclearError: If it is none, or could be two.
    """
    cure = "Write it as year-month-day, such as 2027-12-31."
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _SLASHES.fullmatch(text):
        day, month, year = map(int, found.groups())
        if day != month and day <= _MONTHS and month <= _MONTHS:
            raise UnclearError("could be two different days.", cure)
        if month > _MONTHS:
            day, month = month, day
    else:
        raise UnclearError("is no day.", cure)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnclearError("is no day of the calendar.", cure) from error


def rights_of(text: str) -> dict[str, object]:
    """Rights as a pack says them: a kind, and until when where the text says so.

    Raises:
        UnclearError: If it is not clear whether the painting may be shown.
    """
    plain = " ".join(without_accents(text).split())
    for kind, signs in _RIGHTS.items():
        if any(plain == sign or (len(sign) > 2 and sign in plain) for sign in signs):
            rights: dict[str, object] = {"kind": kind}
            ends = _ANY_DAY.findall(text)
            if kind == "licensed" and ends:
                rights["until"] = day_of(ends[-1])
            return rights
    raise UnclearError(
        "does not say whether the painting may be shown.",
        "Write public domain, CC0, or licensed until 2027-12-31.",
    )


def age_of(text: str) -> int:
    """An age in years, such as ``12``, ``12+`` or ``ab 12 Jahren``; 0 for all.

    Raises:
        UnclearError: If there is not exactly one number.
    """
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        raise UnclearError("is no age.", "Write a number of years, such as 12.")
    return int(numbers[0])


def link_of(text: str) -> str:
    """A web address; ``www.`` is made one.

    Raises:
        UnclearError: If it is none.
    """
    text = text.strip()
    if text.startswith("www."):
        text = f"https://{text}"
    if not text.startswith(("https://", "http://")) or " " in text:
        raise UnclearError(
            "is no web address.", "Write one that begins with https://, or none."
        )
    return text
