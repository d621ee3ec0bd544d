"""Puts together what the file and the environment say, and checks all of it at once."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import ErrorDetails

from kiosk.errors import SettingsError
from kiosk.places import config_file
from kiosk.settings.environment import Overrides, read_environment
from kiosk.settings.file import TomlFile, find_lines, read_toml
from kiosk.settings.mistakes import (
    MOST_MISTAKES,
    MistakenSettingsError,
    Place,
    dotted,
    path_shown,
    place_of,
    sentence,
)
from kiosk.settings.schema import Settings
from kiosk.settings.tables import (
    Tables,
    copied,
    errors_in,
    laid_over,
    leave_out,
    make_right,
    names_in,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and where they come from.

    Attributes:
        settings: What is in force.
        path: The file; it need not be there.
        fixed_by: From a setting's name (``visit.hints``, ``venue.maintenance.de``) to
            the environment variable that decides it, whatever the file says.
        in_file: Names of the settings that the file decides.
        has_file: Whether there is a file and it could be read.
    """

    settings: Settings
    path: Path
    fixed_by: Mapping[str, str] = field(default_factory=dict)
    in_file: frozenset[str] = frozenset()
    has_file: bool = False


def load_settings(
    path: Path | None = None, environ: Mapping[str, str] = os.environ
) -> Loaded:
    """Read and check all settings.

    Args:
        path: The file; the platform's place by default. One that is not there sets
            nothing.
        environ: The environment's variables, which go before the file.

    Raises:
        SettingsError: If anything is wrong: all mistakes, a line each.
    """
    loaded, mistakes = _load(path, environ)
    if mistakes:
        raise MistakenSettingsError(mistakes)
    return loaded


def load_or_default(
    path: Path | None = None, environ: Mapping[str, str] = os.environ
) -> tuple[Loaded, str]:
    """Read all settings, and do without those that are wrong.

    Args:
        path: The file; the platform's place by default.
        environ: The environment's variables, which go before the file.

    Returns:
        The settings with defaults in the place of wrong ones, and what is wrong, a line
        for each mistake; empty where all is right.
    """
    loaded, mistakes = _load(path, environ)
    return loaded, "\n".join(mistakes)


def check_file(file: TomlFile) -> None:
    """Check what a file says, without the environment.

    Args:
        file: What was read, or is to be written.

    Raises:
        SettingsError: If anything is wrong: all mistakes, a line each.
    """
    errors = errors_in(file.values)
    if errors:
        raise MistakenSettingsError(_in_file(errors, file))


def _load(path: Path | None, environ: Mapping[str, str]) -> tuple[Loaded, list[str]]:
    mistakes: list[str] = []
    if path is None:
        try:
            path = config_file(environ)
        except SettingsError as error:
            mistakes.append(str(error))
            path = config_file({})
    try:
        file = read_toml(path)
    except MistakenSettingsError as error:
        mistakes += error.mistakes
        file = TomlFile(path)
    tables = copied(file.values)
    mistakes += _in_file(make_right(tables), file)
    overrides = read_environment(environ)
    mistakes += overrides.mistakes
    return _overridden(tables, overrides, file, mistakes), mistakes


def _overridden(
    tables: Tables, overrides: Overrides, file: TomlFile, mistakes: list[str]
) -> Loaded:
    """Lay the environment over what is right in the file; adds to the mistakes."""
    values = dict(overrides.values)
    while errors := errors_in(laid_over(tables, values)):
        in_file: list[ErrorDetails] = []
        for error in errors:
            place = place_of(error)
            set_at = place if place in overrides.values else place[:2]
            if set_at in overrides.values:
                mistakes.append(f"{overrides.variables[set_at]}: {sentence(error)}")
                values.pop(set_at, None)
            else:
                in_file.append(error)
        mistakes += _in_file(in_file, file)
        leave_out(tables, in_file)
    fixed_by = {dotted(place): overrides.variables[place] for place in values}
    return Loaded(
        settings=Settings.model_validate(laid_over(tables, values)),
        path=file.path,
        fixed_by=fixed_by,
        in_file=frozenset(names_in(tables)) - set(fixed_by),
        has_file=file.exists,
    )


def _in_file(errors: list[ErrorDetails], file: TomlFile) -> list[str]:
    """One line for each mistake in a file, in the order of the file."""
    if not errors:
        return []
    path = path_shown(file.path)
    lines = find_lines(file.text)
    located = [(_line(place_of(error), lines), error) for error in errors]
    located.sort(key=lambda one: one[0] or math.inf)
    told = [
        f"{path}{f', line {line}' if line else ''}: {sentence(error)}"
        for line, error in located[:MOST_MISTAKES]
    ]
    left = len(located) - len(told)
    return [*told, f"{path}: {left} more mistakes."] if left else told


def _line(place: Place, lines: Mapping[Place, int]) -> int:
    """The line from 1 of the nearest thing around a place; 0 if it is not known."""
    for length in range(len(place), 0, -1):
        if place[:length] in lines:
            return lines[place[:length]]
    return 0
