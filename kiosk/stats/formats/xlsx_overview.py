"""The first sheet: the measures, and charts of what is in the others."""

from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.formats.xlsx_style import (
    FONT,
    GOLD,
    INK,
    QUIET,
    SAND,
    Styles,
    plain,
    write_value,
)
from kiosk.stats.measure import Kind, Measure
from kiosk.stats.wording import Wording

MOST_DAYS = 62
"""Up to so many days the chart of visits shows days, beyond it weeks."""
MOST_PAINTINGS = 12
CHART_COLUMN = 5
CHART_ROWS = 16
CHART_PX = (720, 300)
FIRST_ROW = 4
_TABLES = {table.name: table for table in TABLES}


def write_overview(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    figures: Figures,
    wording: Wording,
    styles: Styles,
) -> None:
    """Write the measures at the left and charts at the right.

    Args:
        book: With the sheets of all tables.
        sheet: Empty.
        figures: What to write.
        wording: The words.
        styles: How it looks.
    """
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, 3, 15)
    sheet.set_column(4, 4, 3)
    sheet.set_row(0, 32)
    venue = f"{wording.venue}: " if wording.venue else ""
    sheet.write_string(0, 0, plain(venue + wording["title"]), styles.title)
    sheet.write_string(1, 0, plain(wording["period"]), styles.quiet)
    _write_measures(sheet, figures, wording, styles)
    place = FIRST_ROW - 1
    for chart in _charts(book, figures, wording):
        chart.set_size({"width": CHART_PX[0], "height": CHART_PX[1]})
        sheet.insert_chart(place, CHART_COLUMN, chart)
        place += CHART_ROWS
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _write_measures(
    sheet: Worksheet, figures: Figures, wording: Wording, styles: Styles
) -> None:
    heads = ("column.measure", "column.value", "column.before", "column.change")
    sheet.set_row(FIRST_ROW - 1, 34)
    for column, name in enumerate(heads):
        sheet.write_string(FIRST_ROW - 1, column, wording[name], styles.head)
    for row, measure in enumerate(MEASURES, FIRST_ROW):
        sheet.write_string(row, 0, wording.measure(measure.name), styles.of(Kind.TEXT))
        if measure.name in figures.unavailable:
            quiet = styles.of(Kind.TEXT, partial=True)
            sheet.write_string(row, 1, wording["not_available"], quiet)
            for column in (2, 3):
                sheet.write_blank(row, column, None, quiet)
            continue
        _write_measure(sheet, row, measure, figures, wording, styles)


def _write_measure(
    sheet: Worksheet,
    row: int,
    measure: Measure,
    figures: Figures,
    wording: Wording,
    styles: Styles,
) -> None:
    now, before = figures.measures[measure.name], figures.before[measure.name]
    for column, value in ((1, now), (2, before)):
        style = styles.of(measure.kind)
        write_value(sheet, row, column, value, measure.kind, wording, style)
    change = styles.of(Kind.SHARE)
    if (
        isinstance(now, int | float)
        and isinstance(before, int | float)
        and measure.kind is not Kind.SHARE
        and before
    ):
        sheet.write_number(row, 3, now / before - 1.0, change)
    else:
        sheet.write_blank(row, 3, None, change)


def _charts(book: xlsxwriter.Workbook, figures: Figures, wording: Wording) -> list[Any]:
    by_day = figures.period.days <= MOST_DAYS
    name, label = ("days", "date") if by_day else ("weeks", "monday")
    wanted = [
        (name, label, ("visits", "portraits"), "column"),
        ("funnel", "step", ("visits",), "bar"),
        ("paintings", "painting", ("tried", "kept"), "bar"),
        ("languages", "language", ("visits", "portraits"), "column"),
    ]
    return [
        _chart(book, figures, wording, *one) for one in wanted if figures.tables[one[0]]
    ]


def _chart(
    book: xlsxwriter.Workbook,
    figures: Figures,
    wording: Wording,
    name: str,
    label: str,
    values: tuple[str, ...],
    kind: str,
) -> Any:  # noqa: ANN401 - XlsxWriter's charts have no common public type
    chart = book.add_chart({"type": kind})
    sheet = wording[f"sheet.{name}"]
    names = [column.name for column in _TABLES[name].columns]
    rows = len(figures.tables[name])
    if name == "paintings":
        rows = min(rows, MOST_PAINTINGS)
    colours = (SAND, GOLD) if len(values) > 1 else (GOLD,)
    for value, colour in zip(values, colours, strict=True):
        place = names.index(value)
        chart.add_series(
            {
                "name": [sheet, 0, place],
                "categories": [sheet, 1, names.index(label), rows, names.index(label)],
                "values": [sheet, 1, place, rows, place],
                "fill": {"color": colour},
                "border": {"none": True},
                "gap": 40,
                "overlap": 100,
            }
        )
    font = {"name": FONT, "color": QUIET, "size": 9}
    title = {"name": FONT, "color": INK, "size": 13, "bold": True}
    words = "visits_chart" if name in ("days", "weeks") else f"table.{name}"
    chart.set_title({"name": wording[words], "name_font": title})
    grid = {"visible": True, "line": {"color": SAND, "width": 0.5}}
    across = {"num_font": font, "line": {"color": SAND}}
    if label in ("date", "monday"):
        across |= {"text_axis": True, "num_format": "d mmm"}
    along = {"num_font": font, "major_gridlines": grid, "line": {"none": True}}
    if kind == "bar":
        # The categories of lying bars stand on the upright axis, the first on top.
        chart.set_y_axis({**across, "reverse": True})
        chart.set_x_axis({**along, "label_position": "high"})
    else:
        chart.set_x_axis(across)
        chart.set_y_axis(along)
    chart.set_legend({"position": "bottom", "font": font, "none": len(values) == 1})
    return chart
