"""Writes the file that documents every setting."""

import textwrap
from pathlib import Path

import tomlkit
from pydantic import SecretStr

from kiosk.settings.environment import SHORT_FORMS
from kiosk.settings.names import SECTIONS, SETTINGS, Setting, section_words

NOT_SHOWN = "set, and not shown"
_WIDTH = 88
_HEAD = (
    "The settings of this Vernissage kiosk.",
    "A line that begins with # does nothing: it shows a setting with its default, or "
    "an example where nothing is set by default. To change a setting take the # away "
    "and write your value. 'kiosk config check' says whether all is right.",
    "The environment variable named with each setting goes before this file: lists are "
    "written there as a,b,c and a text for a language with the language at the end.",
)


def initial_text() -> str:
    """A settings file with every setting, what it is for and what it may be.

    All settings in it are commented out, so that later defaults apply.
    """
    blocks = [_comment(paragraph) for paragraph in _HEAD]
    for section in SECTIONS:
        blocks.append(f"[{section}]\n{_comment(section_words(section))}")
        blocks += [
            _described(setting)
            for setting in SETTINGS.values()
            if setting.section == section
        ]
    return "\n\n".join(blocks) + "\n"


def toml_value(value: object) -> str:
    """A value as it is written behind ``=``; an empty text for None.

    A secret is never written: whether there is one is all that is told.

    Args:
        value: What a setting may be: a number, text, path, sequence or table of texts.
    """
    if value is None:
        return ""
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table.as_string()
    if isinstance(value, SecretStr):
        value = NOT_SHOWN if value else ""
    if isinstance(value, Path):
        value = str(value)
    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()


def commented_out(setting: Setting) -> str:
    """The line that shows a setting without setting it."""
    value = setting.default if setting.example is None else setting.example
    return f"#{setting.field} = {toml_value(value)}"


def _described(setting: Setting) -> str:
    default = toml_value(setting.default) or "not set"
    variables = [setting.variable + ("__DE" if setting.by_language else "")]
    variables += [short for short, name in SHORT_FORMS.items() if name == setting.name]
    return "\n".join(
        (
            _comment(setting.description),
            _comment(f"Allowed: {setting.allowed}. Default: {default}."),
            _comment(f"Variable: {' or '.join(variables)}"),
            commented_out(setting),
        )
    )


def _comment(text: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
