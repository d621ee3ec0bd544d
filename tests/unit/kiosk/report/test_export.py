import csv
import json
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kiosk.errors import SavingError
from kiosk.report.export import Format, Order, export
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.formats.csv import write_tables
from kiosk.stats.formats.json import as_json
from kiosk.stats.formats.xlsx import write_xlsx
from kiosk.stats.measure import Kind
from kiosk.stats.wording import Wording
from tests.unit.kiosk.report.conftest import FORMULA


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_all_formats_are_written_of_the_same_figures(
    order: Order, tmp_path: Path
) -> None:
    told: list[float] = []
    wanted = {kind: tmp_path / f"figures.{kind}" for kind in Format}
    figures = export(order, wanted, told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in wanted.values()
    )
    assert wanted[Format.PDF].read_bytes()[:5] == b"%PDF-"
    document = json.loads(wanted[Format.JSON].read_text("utf-8"))
    assert document == json.loads(json.dumps(as_json(figures)))
    visits = _rows(wanted[Format.CSV] / "visits.csv")
    assert len(visits) - 1 == figures.measures["visits"]
    days = _rows(wanted[Format.CSV] / "days.csv")
    assert sum(int(row[2]) for row in days[1:]) == figures.measures["visits"]


def test_each_table_is_a_file_with_stable_names(
    figures: Figures, tmp_path: Path
) -> None:
    write_tables(tmp_path, figures)

    names = {f"{table.name}.csv" for table in TABLES} | {"summary.csv"}
    assert {path.name for path in tmp_path.iterdir()} == names
    for table in TABLES:
        path = tmp_path / f"{table.name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = _rows(path)
        assert rows[0] == [column.name for column in table.columns]
        assert len(rows) - 1 == len(figures.tables[table.name])
    (first, *_others) = _rows(tmp_path / "paintings.csv")[1:]
    assert first[0] == "'+cmd|'/C calc'!A0"


def test_the_workbook_opens_and_holds_real_dates_and_no_formula(
    figures: Figures, wording: Callable[..., Wording], tmp_path: Path
) -> None:
    path = tmp_path / "figures.xlsx"
    write_xlsx(path, figures, wording("de"))

    book = CalamineWorkbook.from_path(path)
    assert len(book.sheet_names) == len(TABLES) + 2
    days = book.get_sheet_by_name("Tage").to_python()
    assert days[0][:3] == ["Datum", "Wochentag", "Besuche"]
    assert days[1][0] == date(2026, 10, 14)
    assert len(days) == 31
    paintings = [row[0] for row in book.get_sheet_by_name("Gemälde").to_python()]
    assert FORMULA in paintings
    assert "+cmd|'/C calc'!A0" in paintings
    lengths = book.get_sheet_by_name("Dauer der Besuche").to_python()
    assert isinstance(lengths[1][0], (time, float)) or lengths[1][0]
    with zipfile.ZipFile(path) as parts:
        sheets = [name for name in parts.namelist() if "worksheets/sheet" in name]
        for name in sheets:
            text = parts.read(name)
            assert b"<f>" not in text
            assert b"<hyperlink" not in text
        charts = [name for name in parts.namelist() if "charts/chart" in name]
        assert len(charts) == 4


def test_what_is_not_available_has_no_sheet_and_is_said(
    empty_figures: Figures, wording: Callable[..., Wording], tmp_path: Path
) -> None:
    path = tmp_path / "figures.xlsx"
    write_xlsx(path, empty_figures, wording())

    book = CalamineWorkbook.from_path(path)
    assert "People" not in book.sheet_names
    overview = book.get_sheet_by_index(0).to_python()
    assert "not available" in {row[1] for row in overview}
    document = as_json(empty_figures)
    assert document["tables"]["people"] is None
    assert document["measures"]["people"]["available"] is False


@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "es"])
def test_every_name_has_words(language: str, wording: Callable[..., Wording]) -> None:
    words = wording(language)
    for measure in MEASURES:
        assert words.measure(measure.name)
    sheets = [words[f"sheet.{table.name}"] for table in TABLES]
    assert len({sheet.casefold() for sheet in sheets}) == len(TABLES)
    assert all(len(sheet) <= 31 for sheet in sheets)
    for table in TABLES:
        assert words.table(table.name)
        for column in table.columns:
            assert words.column(column.name)
    assert words.text("camera", Kind.CODE) != "camera"
    assert words.text("de", Kind.LANGUAGE) == "Deutsch"
    assert words.text("p/gone", Kind.PAINTING) == "p/gone"


def test_a_folder_that_is_gone_is_said_and_nothing_is_left(
    order: Order, tmp_path: Path
) -> None:
    for kind in Format:
        with pytest.raises(SavingError):
            export(order, {kind: tmp_path / "gone" / "figures"})
    assert list(tmp_path.iterdir()) == []
