"""The section ``visit``."""

from typing import Literal

from pydantic import ValidationInfo, field_validator

from kiosk.settings.fields import LANGUAGE_CODES, SWITCH, Section, number, setting
from kiosk.settings.kinds import (
    LANGUAGES,
    LONGEST_SOURCE,
    Language,
    Languages,
    SourceName,
)


class Visit(Section):
    """What visitors go through."""

    language: Language = setting(
        "en", "The language in which every visit begins.", f"one of {LANGUAGE_CODES}"
    )
    languages: Languages = setting(
        LANGUAGES,
        "The languages that visitors can choose from, in this order.",
        f"a list of one or more of {LANGUAGE_CODES}, each once, among them "
        "visit.language",
    )
    countdown_s: int = number(
        3, "How many seconds are counted before a portrait.", least=1, most=10
    )
    auto_shutter: bool = setting(
        False,
        "A portrait is taken by itself once the visitor holds the painted pose.",
        SWITCH,
    )
    pose_guide: bool = setting(
        True, "A quiet guide shows how the painted head is turned.", SWITCH
    )
    hints: Literal["one", "all", "off"] = setting(
        "one",
        "Whether hints such as 'come closer' appear one at a time, all together or "
        "not at all.",
        "one, all or off",
    )
    most_retakes: int = number(
        0,
        "How often a portrait can be taken again; 0 sets no limit.",
        least=0,
        most=50,
    )
    painting: SourceName | None = setting(
        None,
        "The painting that is chosen to begin with; without it the first one.",
        f"pack/painting or the path of a picture, at most {LONGEST_SOURCE} characters",
        example="studio/lady",
    )
    idle_s: int = number(
        45,
        "After a visitor has been gone for so many seconds everything of them is "
        "wiped.",
        least=15,
        most=60,
    )

    @field_validator("languages")
    @classmethod
    def _offers_the_first_language(
        cls, languages: tuple[str, ...], others: ValidationInfo
    ) -> tuple[str, ...]:
        first = others.data.get("language")  # None where that is itself a mistake
        if first is not None and first not in languages:
            raise ValueError(f"must contain visit.language, which is '{first}'")
        return languages
