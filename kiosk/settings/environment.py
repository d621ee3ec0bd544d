"""Reads settings from environment variables.

::

    VERNISSAGE_VISIT__COUNTDOWN_S=5
    VERNISSAGE_VISIT__LANGUAGES=de,en
    VERNISSAGE_VENUE__OUT_OF_ORDER__DE=Bitte fragen Sie am Empfang.

A variable that is empty sets nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.settings.mistakes import Place, printable
from kiosk.settings.names import BETWEEN, SETTINGS, VARIABLE_START, Setting, nearest

SHORT_FORMS: Mapping[str, str] = MappingProxyType(
    {"VERNISSAGE_SCREEN_INCHES": "screen.diagonal_in"}
)
"""Variables with a name of their own, and what they set."""

_SWITCHED = MappingProxyType(
    {
        **dict.fromkeys(("true", "yes", "on", "1"), True),
        **dict.fromkeys(("false", "no", "off", "0"), False),
    }
)
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(r"[+-]?([0-9]{1,18}\.?[0-9]{0,18}|\.[0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the environment sets.

    Attributes:
        values: From where the value belongs to the value; one that cannot be
            understood is left as it is written, for the check of all values to refuse.
        variables: From the same places to the variables' names.
        mistakes: Variables that set nothing but look as if they should, a line each.
    """

    values: Mapping[Place, object]
    variables: Mapping[Place, str]
    mistakes: Sequence[str]


def read_environment(environ: Mapping[str, str]) -> Overrides:
    """Find and read the variables that are settings.

    Args:
        environ: All variables; those of others are left alone.
    """
    values: dict[Place, object] = {}
    variables: dict[Place, str] = {}
    mistakes: list[str] = []
    for variable in sorted(_ours(environ)):
        text = environ[variable].strip()
        if not text:
            continue
        place = _place(variable)
        if place is None:
            mistakes.append(_unknown(variable))
            continue
        if place in values:
            mistakes.append(
                f"{variable} sets the same as {variables[place]}; leave one out."
            )
            continue
        values[place] = _value(text, SETTINGS[f"{place[0]}.{place[1]}"])
        variables[place] = variable
    return Overrides(values, variables, mistakes)


def _ours(environ: Iterable[str]) -> list[str]:
    one_underscore = {
        setting.variable.replace(BETWEEN, "_") for setting in SETTINGS.values()
    }
    return [
        variable
        for variable in environ
        if variable.startswith(VARIABLE_START)
        and (
            BETWEEN in variable or variable in SHORT_FORMS or variable in one_underscore
        )
    ]


def _place(variable: str) -> Place | None:
    for setting in SETTINGS.values():
        if variable == setting.variable or SHORT_FORMS.get(variable) == setting.name:
            return None if setting.by_language else (setting.section, setting.field)
        start = setting.variable + BETWEEN
        if setting.by_language and variable.startswith(start):
            language = variable.removeprefix(start).lower()
            return setting.section, setting.field, language
    return None


def _value(text: str, setting: Setting) -> object:
    if setting.listed:
        return [part.strip() for part in text.split(",") if part.strip()]
    if bool in setting.kinds:
        return _SWITCHED.get(text.lower(), text)
    if int in setting.kinds and _WHOLE.fullmatch(text):
        return int(text)
    if float in setting.kinds and _NUMBER.fullmatch(text):
        return float(text)
    return text


def _unknown(variable: str) -> str:
    known = [
        f"{setting.variable}{BETWEEN}DE" if setting.by_language else setting.variable
        for setting in SETTINGS.values()
    ]
    near = nearest(variable.upper(), known)
    hint = f"did you mean {near}?" if near else "'kiosk config show' lists them all."
    return f"{printable(variable)}: there is no such setting; {hint}"
