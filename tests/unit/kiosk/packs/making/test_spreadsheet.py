"""CSV files and workbooks, as venues save them and as nobody should."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from kiosk.errors import PackError
from kiosk.packs.making import workbook as module
from kiosk.packs.making.spreadsheet import read_sheets

GERMAN = ("Datei;Titel;Künstler", "a.jpg;Die Größe;Jörg Müßig", 'b.jpg;"Zwei; drei";')
RUSSIAN = (
    "файл;название;художник",
    "a.jpg;Девочка за столом;Серов",
)


def cells(path):
    (sheet,) = read_sheets(path)
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_german_in_any_encoding(table, encoding):
    found = cells(table(*GERMAN, encoding=encoding))
    assert found[1] == ("a.jpg", "Die Größe", "Jörg Müßig")
    assert found[2][1] == "Zwei; drei"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_russian_in_any_encoding(table, encoding):
    found = cells(table(*RUSSIAN, encoding=encoding))
    assert found[1] == ("a.jpg", "Девочка за столом", "Серов")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_delimiter_though_texts_have_others(table, sign):
    head, row = sign.join(("file", "title", "year")), sign.join(("a.jpg", "x", "1650"))
    other = ";" if sign == "," else ","
    long = sign.join(("b.jpg", f"one{other} two{other} three", "1651"))
    assert cells(table(head, row, long))[2][1] == f"one{other} two{other} three"


def test_what_excel_writes_first_is_no_heading(table):
    path = table("sep=|", "file|title", "a.jpg|x")
    (sheet,) = read_sheets(path)
    assert [row.number for row in sheet.rows] == [2, 3]
    assert sheet.rows[1].cells == ("a.jpg", "x")


def test_cells_of_several_lines_and_empty_rows_keep_the_numbers(table):
    (sheet,) = read_sheets(table("file,description", "", 'a.jpg,"one', 'two"', "b,c"))
    assert [row.number for row in sheet.rows] == [1, 3, 4]
    assert sheet.rows[1].cells[1].splitlines() == ["one", "two"]


def test_a_workbook_gives_whole_numbers_and_days_as_people_write_them(workbook):
    path = workbook(
        Notes=[], List=[["file", "year", "until"], ["a.jpg", 1884.0, date(2027, 1, 2)]]
    )
    (sheet,) = read_sheets(path)
    assert sheet.name == "titles.xlsx, List"
    assert sheet.rows[1].cells == ("a.jpg", "1884", "2027-01-02")


def test_a_workbook_under_another_name_is_one(workbook, tmp_path):
    path = workbook(List=[["file", "title"], ["a.jpg", "x"]])
    path.rename(tmp_path / "titles.csv")
    assert cells(tmp_path / "titles.csv")[1] == ("a.jpg", "x")


def test_hidden_sheets_are_left_out(tmp_path):
    path = tmp_path / "titles.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("shown").write(0, 0, "file")
        hidden = book.add_worksheet("hidden")
        hidden.write(0, 0, "title")
        hidden.hide()
    assert [sheet.name for sheet in read_sheets(path)] == ["titles.xlsx"]


def test_a_workbook_whose_last_cell_is_far_away_is_refused(tmp_path):
    path = tmp_path / "titles.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        cell = b"<c r='A1'/><c s='1' r = \"XFD1048576\"><v>1</v></c>"
        archive.writestr("xl/worksheets/sheet1.xml", cell)
    with pytest.raises(PackError, match="far too large"):
        read_sheets(path)


def test_a_workbook_that_unpacks_to_far_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOST_UNPACKED_BYTES", 100_000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\x20" * 1_000_000)
    with pytest.raises(PackError, match="far too large"):
        read_sheets(path)


def test_a_workbook_that_lies_about_its_size_is_refused(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\x20" * 1_000_000)
    raw = stream.getvalue().replace((1_000_000).to_bytes(4, "little"), b"\x10\0\0\0")
    path = tmp_path / "lie.xlsx"
    path.write_bytes(raw)
    with pytest.raises(PackError, match="cannot be read"):
        read_sheets(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"no workbook", "cannot be read"),
        ("a.xlsx", b"PK\x03\x04 broken", "cannot be read"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\r\n;;;\r\n", "is empty"),
        ("a.csv", b"not quite \0 text; at all", "no spreadsheet"),
        ("a.csv", b'file,"' + b"x" * 200_000, "no spreadsheet"),
        ("a.ods", b"anything", "Save it as"),
        ("a.csv", b"x" * 20_000_001, "larger than 20 MB"),
        ("a.csv", b"file\n" * 20_002, "more than 20000 rows"),
    ],
)
def test_what_is_no_spreadsheet_says_what_to_do(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PackError, match=words):
        read_sheets(path)


@pytest.mark.parametrize("name", ["gone.csv", "", ".", "x\0y.csv"])
def test_a_name_of_nothing_is_told(tmp_path, name):
    with pytest.raises(PackError):
        read_sheets(tmp_path / name)
