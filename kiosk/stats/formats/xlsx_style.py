"""How the workbook looks, and how each kind of value is written."""

import re
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiosk.stats.ledger import Value
from kiosk.stats.measure import Kind
from kiosk.stats.wording import Wording

INK = "#2b2520"
QUIET = "#7a6f63"
GOLD = "#b98a3a"
SAND = "#d9cdb8"
PAPER = "#f7f2e9"
FONT = "Calibri"
SECONDS_IN_DAY = 86_400

_FORMATS = {
    Kind.DATE: 14,  # the short date of the reader's own country
    Kind.WHOLE: "#,##0",
    Kind.NUMBER: "#,##0.0",
    Kind.SHARE: "0.0%",
    Kind.SECONDS: "[m]:ss",
    Kind.HOURS: "#,##0.0",
    Kind.AMOUNT: "#,##0.00",
}
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Styles:
    """The formats of a workbook.

    Args:
        book: The workbook.
    """

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"font_name": FONT, "font_color": INK, "valign": "vcenter"}
        self.title = book.add_format({**base, "font_size": 20, "bold": True})
        self.quiet = book.add_format({**base, "font_color": QUIET})
        self.section = book.add_format(
            {**base, "font_size": 13, "bold": True, "font_color": GOLD}
        )
        self.head = book.add_format(
            {
                **base,
                "bold": True,
                "font_color": PAPER,
                "bg_color": INK,
                "text_wrap": True,
                "align": "center",
            }
        )
        self.words = book.add_format({**base, "text_wrap": True, "valign": "top"})
        self._of = {
            (kind, partial): book.add_format(
                {
                    **base,
                    "num_format": _FORMATS.get(kind, "General"),
                    "bottom": 4,
                    "bottom_color": SAND,
                    **({"indent": 1} if kind not in _FORMATS else {}),
                    **({"italic": True, "font_color": QUIET} if partial else {}),
                }
            )
            for kind in Kind
            for partial in (False, True)
        }

    def of(self, kind: Kind, *, partial: bool = False) -> Format:
        """The format of a kind of value; that of partial weeks is quieter."""
        return self._of[kind, partial]


def write_value(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Value,
    kind: Kind,
    wording: Wording,
    style: Format,
) -> None:
    """Write a value as what it is: a date, a time, a number or words."""
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif kind is Kind.DATE:
        sheet.write_datetime(row, column, date.fromisoformat(str(value)), style)
    elif kind is Kind.SECONDS and isinstance(value, int | float):
        sheet.write_number(row, column, value / SECONDS_IN_DAY, style)
    elif isinstance(value, int | float) and kind in _FORMATS:
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, plain(wording.text(value, kind)), style)


def plain(text: str) -> str:
    """Text without letters that a workbook cannot hold."""
    return _UNFIT.sub("", text.encode("utf-8", "replace").decode("utf-8"))[:32_000]
