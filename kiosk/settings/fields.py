"""How a section says what its fields are: defaults, limits and words.

The words are the documentation: the file that ``kiosk config init`` writes and the
sentences about mistakes are made from them.
"""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from kiosk.settings.kinds import LANGUAGES, LONGEST_NAME

ALLOWED = "allowed"
"""Key under which a field tells what its values may be, in ``json_schema_extra``."""

SWITCH = "true or false"
LANGUAGE_CODES = ", ".join(LANGUAGES)
ONE_LINE = f"one line of at most {LONGEST_NAME} characters"
WHOLE_PATH = "a whole path, from the root or from ~"

_Value = TypeVar("_Value")


class Section(BaseModel):
    """A table of the file: nothing unknown in it, no value of another type."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False
    )


def setting(
    default: _Value, description: str, allowed: str, *, example: object = None
) -> _Value:
    """A field of a section.

    Args:
        default: The value in force where nobody sets it.
        description: What it is for, one sentence.
        allowed: What its values may be, as the end of "must be …".
        example: A value to show where the default shows nothing.
    """
    return Field(
        default,
        description=description,
        json_schema_extra={ALLOWED: allowed},
        examples=None if example is None else [example],
    )


def number(
    default: _Value, description: str, *, least: float, most: float, whole: bool = True
) -> _Value:
    """A field that is a number.

    Args:
        default: The value in force where nobody sets it; may be None.
        description: What it is for, one sentence.
        least: The smallest that is allowed.
        most: The largest that is allowed.
        whole: Whether only whole numbers are.
    """
    kind = "a whole number" if whole else "a number"
    return Field(
        default,
        ge=least,
        le=most,
        description=description,
        json_schema_extra={ALLOWED: f"{kind} from {least:g} to {most:g}"},
        examples=None if default is not None else [42],
    )
