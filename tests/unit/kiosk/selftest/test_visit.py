"""What the visit of the selftest leaves is looked at closely.

The visit itself is played by the built program, in every run of ``.ci/run``.
"""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.errors import KioskError
from kiosk.selftest.visit import PICTURE, check_figures, check_marks
from kiosk.storage.database import open_log


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder of a check that comes after the visit."""
    (tmp_path / "visit").mkdir()
    return tmp_path / "after"


def test_a_portrait_without_marks_is_noticed(beside: Path) -> None:
    Image.new("RGB", (64, 64)).save(beside.with_name("visit") / PICTURE)
    with pytest.raises(KioskError, match="not signed"):
        check_marks(beside)


def test_without_a_log_nothing_is_reported(beside: Path) -> None:
    with pytest.raises(KioskError, match="no session log"):
        check_figures(beside)


def test_figures_are_written_in_every_format(beside: Path, qapp) -> None:
    beside.mkdir()
    open_log(beside.with_name("visit")).database.close()

    said = check_figures(beside)

    assert said.startswith("csv, xlsx, json, html, pdf; ")
    assert {path.suffix for path in beside.iterdir()} == {
        ".xlsx",
        ".json",
        ".html",
        ".pdf",
    }
