"""The settings by their names in full, such as ``visit.countdown_s``."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from kiosk.settings.fields import ALLOWED
from kiosk.settings.schema import Settings

VARIABLE_START = "VERNISSAGE_"
BETWEEN = "__"
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about one setting.

    Attributes:
        section: Name of its table in the file.
        field: Its key in that table.
        description: What it is for, one sentence.
        allowed: What its values may be, as the end of "must be …".
        default: The value in force where nobody sets it.
        example: A value to show where the default shows nothing, or None.
        kinds: The types that its value may have.
        choices: All values to choose from; empty where there are others.
        least: Smallest number, or None for what is no number.
        most: Largest number, or None for what is no number.
    """

    section: str
    field: str
    description: str
    allowed: str
    default: object
    example: object
    kinds: tuple[object, ...]
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def name(self) -> str:
        """As people write it: ``visit.countdown_s``."""
        return f"{self.section}.{self.field}"

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return f"{VARIABLE_START}{self.section}{BETWEEN}{self.field}".upper()

    @property
    def by_language(self) -> bool:
        """Whether it is a table with a text for each language."""
        return Mapping in self.kinds

    @property
    def secret(self) -> bool:
        """Whether its value must never be shown."""
        return SecretStr in self.kinds

    @property
    def listed(self) -> bool:
        """Whether it is a list."""
        return tuple in self.kinds


def value_of(settings: Settings, setting: Setting) -> object:
    """What is in force for a setting."""
    value: object = getattr(getattr(settings, setting.section), setting.field)
    return value


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that somebody may have meant, or an empty text."""
    names = list(known)
    short = name[:100]  # comparing takes time that grows with the length
    found = difflib.get_close_matches(short, names, 1, _ALIKE)
    if found:
        return found[0]
    ending = [other for other in names if other.rpartition(".")[2] == short]
    return ending[0] if len(ending) == 1 else ""


def section_words(section: str) -> str:
    """What a section is about, one sentence."""
    return (_section_model(section).__doc__ or "").strip()


def _section_model(section: str) -> type[BaseModel]:
    model = Settings.model_fields[section].annotation
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise TypeError(f"{section} is no section")
    return model


def _setting(section: str, name: str, field: FieldInfo) -> Setting:
    extra = field.json_schema_extra
    origin, inner = get_origin(field.annotation), get_args(field.annotation)
    limits = {type(limit): limit for limit in field.metadata}
    least, most = limits.get(Ge), limits.get(Le)
    return Setting(
        section=section,
        field=name,
        description=field.description or "",
        allowed=str(extra[ALLOWED]) if isinstance(extra, dict) else "",
        default=field.default,
        example=field.examples[0] if field.examples else None,
        kinds=(origin or field.annotation, *inner),
        choices=inner if origin is Literal else (),
        least=float(str(least.ge)) if isinstance(least, Ge) else None,
        most=float(str(most.le)) if isinstance(most, Le) else None,
    )


SECTIONS: tuple[str, ...] = tuple(Settings.model_fields)
"""The sections in the order of the file."""

SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        setting.name: setting
        for section in SECTIONS
        for setting in (
            _setting(section, name, field)
            for name, field in _section_model(section).model_fields.items()
        )
    }
)
"""All settings by name, in the order of the file."""
