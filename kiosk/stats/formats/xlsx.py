"""Figures as an Excel workbook: an overview with charts, and one sheet a table."""

from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from kiosk.errors import SavingError
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.formats.xlsx_overview import write_overview
from kiosk.stats.formats.xlsx_style import Styles, plain
from kiosk.stats.formats.xlsx_table import write_table
from kiosk.stats.wording import Wording

WORDS_WIDTH = 90


def write_xlsx(
    path: Path,
    figures: Figures,
    wording: Wording,
    progress: Callable[[float], None] = lambda _done: None,
) -> None:
    """Write the workbook.

    Every text is written as a text, so nothing that a venue calls a painting can become
    a formula or a link. Dates are real dates, shown as the reader's computer does.

    Args:
        path: The file.
        figures: What to write; tables that are not available have no sheet.
        wording: The words of headings.
        progress: Told how much is done, from 0 to 1.

    Raises:
        OSError: If it cannot be written.
        SavingError: Likewise.
    """
    shown = [table for table in TABLES if table.name not in figures.unavailable]
    book = xlsxwriter.Workbook(
        str(path),
        {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {"title": plain(wording["title"]), "author": plain(wording.venue)}
    )
    styles = Styles(book)
    overview = book.add_worksheet(wording["sheet.overview"])
    for done, table in enumerate(shown, 1):
        sheet = book.add_worksheet(wording[f"sheet.{table.name}"])
        write_table(sheet, table, figures.tables[table.name], wording, styles)
        progress(0.8 * done / len(shown))
    write_overview(book, overview, figures, wording, styles)
    _write_definitions(book, wording, styles)
    try:
        book.close()
    except XlsxWriterException as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, OSError):
            raise cause from error
        raise SavingError(f"{path.name} cannot be written: {error}.") from error
    progress(1.0)


def _write_definitions(
    book: xlsxwriter.Workbook, wording: Wording, styles: Styles
) -> None:
    sheet = book.add_worksheet(wording["sheet.definitions"])
    sheet.hide_gridlines(2)
    sheet.freeze_panes(1, 0)
    heads = ("column.measure", "column.name", "column.definition")
    for column, name in enumerate(heads):
        sheet.write_string(0, column, wording[name], styles.head)
    rows = [(wording.measure(one.name), one.name, one.words) for one in MEASURES]
    for table in TABLES:
        name = wording.table(table.name)
        rows.append((name, table.name, table.words))
        rows.extend(
            (
                f"{name}: {wording.column(column.name)}",
                f"{table.name}.{column.name}",
                column.words,
            )
            for column in table.columns
        )
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, styles.words)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, WORDS_WIDTH)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
