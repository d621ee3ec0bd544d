"""``./start build``: what this computer lacks is told before anything is begun."""

import sys
from pathlib import Path

import pytest

import kiosk.bundle.__main__ as module
from kiosk import __version__
from kiosk.bundle.__main__ import main, missing
from kiosk.launch.libraries import LIBRARIES


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands are caught, not run."""
    caught: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        caught.append(command)
        return 0

    monkeypatch.setattr("subprocess.call", call)
    return caught


def test_a_missing_tool_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], calls
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert main([]) == 2
    assert "apt-get install binutils" in capsys.readouterr().err
    assert calls == []


def test_without_inno_setup_no_installer_is_begun(
    monkeypatch: pytest.MonkeyPatch, calls
) -> None:
    monkeypatch.setattr(module, "find_compiler", lambda: None)
    assert any("Inno Setup" in sentence for sentence in missing(installer=True))
    assert main(["--installer"]) == 2
    assert calls == []


def test_libraries_that_the_program_could_not_take_along_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], calls
) -> None:
    monkeypatch.setattr(module, "missing", lambda **_: iter(()))
    monkeypatch.setattr(module, "missing_libraries", lambda needs: LIBRARIES[:2])
    assert main([]) == 0
    assert f"Not in it, as this computer has them not: {LIBRARIES[0].file} " in (
        capsys.readouterr().out
    )


def test_the_installer_gets_version_and_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calls
) -> None:
    monkeypatch.setattr(module, "missing", lambda **_: iter(()))
    monkeypatch.setattr(module, "find_compiler", lambda: Path("ISCC.exe"))

    assert main(["--out", str(tmp_path), "--installer"]) == 0

    build, installer = calls
    assert build[1:3] == ["-m", "PyInstaller"]
    assert build[build.index("--distpath") + 1] == str(tmp_path)
    assert installer[0] == "ISCC.exe"
    assert f"/DVersion={__version__}" in installer
    assert f"/DBuilt={tmp_path / 'vernissage'}" in installer
