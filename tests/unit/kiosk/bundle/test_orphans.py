"""What only a plugin that is left out needed goes with it."""

import _sqlite3
import sys
from pathlib import Path

import pytest

from kiosk.bundle.orphans import needs_of_elf, without_orphans

NEEDS = {
    "plugins/gtk.so": ["libgtk.so", "libc.so"],
    "plugins/offscreen.so": ["libglib.so"],
    "libgtk.so": ["libcairo.so", "libglib.so"],
    "libcairo.so": [],
    "libglib.so": [],
    "libopened-by-hand.so": [],
}
ALL = [(name, name, "BINARY") for name in NEEDS]


def test_what_is_needed_elsewhere_stays() -> None:
    kept = [entry for entry in ALL if entry[0] != "plugins/gtk.so"]

    left = without_orphans(ALL, kept, NEEDS.__getitem__)

    assert [name for name, _, _ in left] == [
        "plugins/offscreen.so",
        "libglib.so",
        "libopened-by-hand.so",
    ]


def test_without_anything_left_out_all_stay() -> None:
    assert without_orphans(ALL, ALL, NEEDS.__getitem__) == ALL
    assert without_orphans([], [], NEEDS.__getitem__) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at ELF files")
def test_a_library_tells_what_it_needs(tmp_path: Path) -> None:
    assert any("sqlite3" in name for name in needs_of_elf(_sqlite3.__file__))
    (tmp_path / "text").write_text("no library")
    assert needs_of_elf(str(tmp_path / "text")) == []
