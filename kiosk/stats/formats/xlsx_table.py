"""One sheet with one table."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kiosk.stats.formats.xlsx_style import Styles, write_value
from kiosk.stats.ledger import Row
from kiosk.stats.measure import Kind, Table
from kiosk.stats.wording import Wording

LEAST_WIDTH, MOST_WIDTH = 11, 46
HEAD_HEIGHT = 34
LOOKED_AT = 200
"""So many rows tell how wide a column has to be."""


def write_table(
    sheet: Worksheet,
    table: Table,
    rows: Sequence[Row],
    wording: Wording,
    styles: Styles,
) -> None:
    """Write a table with a frozen heading, a filter and fitting columns.

    Args:
        sheet: Empty.
        table: What its columns are.
        rows: Its values; partial ones are written in italics.
        wording: The words of headings and values.
        styles: How it looks.
    """
    sheet.hide_gridlines(2)
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, HEAD_HEIGHT)
    kinds = [column.kind for column in table.columns]
    names = [column.name for column in table.columns]
    for number, name in enumerate(names):
        sheet.write_string(0, number, wording.column(name), styles.head)
        sheet.set_column(number, number, _width(number, kinds[number], rows, wording))
    mark = names.index("partial") if "partial" in names else None
    for line, row in enumerate(rows, 1):
        partial = mark is not None and bool(row[mark])
        for number, (value, kind) in enumerate(zip(row, kinds, strict=True)):
            style = styles.of(kind, partial=partial)
            write_value(sheet, line, number, value, kind, wording, style)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(names) - 1)
    else:
        sheet.write_string(1, 0, wording["no_data"], styles.quiet)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(number: int, kind: Kind, rows: Sequence[Row], wording: Wording) -> float:
    if kind not in (Kind.TEXT, Kind.CODE, Kind.PAINTING, Kind.LANGUAGE, Kind.WEEKDAY):
        return LEAST_WIDTH + 2
    longest = max(
        (len(wording.text(row[number], kind)) for row in rows[:LOOKED_AT]), default=0
    )
    return min(max(LEAST_WIDTH, longest + 2), MOST_WIDTH)
