"""Every file in the program has somebody who answers for it."""

import _sqlite3
import sqlite3
import sysconfig
from pathlib import Path

import numpy as np
import pytest

from kiosk.bundle import origins as module
from kiosk.bundle.contents import ROOT
from kiosk.bundle.origins import Kind, Origin, Origins, StrangeFileError, locked, plain
from tests.made_package import a_package


@pytest.fixture(scope="module")
def origins() -> Origins:
    return Origins()


def test_names_are_compared_as_indices_do() -> None:
    assert plain("PySide6_Essentials") == "pyside6-essentials"
    assert {"numpy", "pyside6-essentials", "python-telegram-bot"} <= locked()
    assert "pytest" not in locked()


def test_files_of_packages_python_and_ours_are_told_apart(origins: Origins) -> None:
    assert origins.of(np.__file__) == Origin(Kind.PACKAGE, "numpy")
    assert origins.of(sqlite3.__file__) == Origin(Kind.PYTHON)
    assert origins.of(_sqlite3.__file__) == Origin(Kind.PYTHON)
    assert origins.of(str(ROOT / "LICENSE")) == Origin(Kind.OURS)


def test_a_system_s_library_is_its_package_s(
    origins: Origins, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "debian_package", lambda path: "zlib1g")
    assert origins.of("/system/libz.so.1") == Origin(Kind.SYSTEM, "zlib1g")


def test_a_file_that_nobody_answers_for_is_refused(
    origins: Origins, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.so"
    strange.touch()
    with pytest.raises(StrangeFileError, match=r"Nobody answers for strange\.so"):
        origins.of(str(strange))


def test_a_package_for_developers_is_refused(tmp_path: Path) -> None:
    packages = [a_package(tmp_path, "devtool", devtool__run="")]
    origins = Origins(packages)
    entry = ("devtool/run", str(tmp_path / "devtool" / "run"), "DATA")
    with pytest.raises(StrangeFileError, match="devtool"):
        origins.all_of([entry])


def test_what_is_shipped_is_sorted_by_where_it_is_from(origins: Origins) -> None:
    library = Path(sysconfig.get_path("stdlib")) / "json" / "__init__.py"
    found = origins.all_of(
        [
            ("numpy", np.__file__, "PYMODULE"),
            ("json", str(library), "PYMODULE"),
            ("LICENSE", str(ROOT / "LICENSE"), "DATA"),
            ("namespace", "-", "PYMODULE"),
        ]
    )
    assert set(found) == {
        Origin(Kind.PACKAGE, "numpy"),
        Origin(Kind.PYTHON),
        Origin(Kind.OURS),
    }


def test_packages_keep_what_they_say_of_themselves(origins: Origins) -> None:
    entries = origins.metadata_of([Origin(Kind.PACKAGE, "numpy"), Origin(Kind.OURS)])
    names = [Path(name).name for name, _, _ in entries]
    assert "METADATA" in names
    assert "RECORD" not in names
    assert all(Path(path).is_file() for _, path, _ in entries)
