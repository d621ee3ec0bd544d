"""Folders of pictures, and spreadsheets as venues save them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from pipeline.images import write_image


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of tiny pictures with the given names."""

    def make(*names: str) -> Path:
        place = tmp_path / "pictures"
        place.mkdir(exist_ok=True)
        for number, name in enumerate(names):
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            plain = path.with_suffix(".png")
            write_image(plain, np.full((40, 30, 3), 10 * number, np.uint8))
            plain.rename(path)
        return place

    return make


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write lines as a CSV file in an encoding."""

    def write(*lines: str, encoding: str = "utf-8", name: str = "titles.csv") -> Path:
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of values as a workbook, each keyword a sheet."""

    def write(**sheets: list[list[object]]) -> Path:
        path = tmp_path / "titles.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return path

    return write
