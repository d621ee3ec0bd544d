"""Rows of text, from whatever kind of spreadsheet."""

from dataclasses import dataclass

from kiosk.errors import PackError
from kiosk.packs.problems import printable

MOST_ROWS = 20_000
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: As spreadsheet programs count it, from 1.
        cells: Their texts, without spaces around them; may be empty.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of rows; empty rows are left out.

    Attributes:
        name: Of the file, and of the sheet where it has several.
        rows: In their order.
    """

    name: str
    rows: tuple[Row, ...]


def row_of(number: int, cells: list[str]) -> Row | None:
    """A row with its texts trimmed; None where all are empty."""
    texts = tuple(text.strip() for text in cells[:MOST_COLUMNS])
    return Row(number, texts) if any(texts) else None


def too_many_rows(name: str) -> PackError:
    """What to say of an endless spreadsheet."""
    return PackError(
        f"The spreadsheet '{printable(name)}' has more than {MOST_ROWS} rows. Leave "
        "only the rows of these pictures in it."
    )
