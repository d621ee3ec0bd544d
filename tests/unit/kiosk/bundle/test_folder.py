"""What people find beside the built program."""

from pathlib import Path

from kiosk.bundle.folder import finish
from kiosk.bundle.licences import Part


def test_licences_and_the_venue_s_files_lie_beside_the_program(tmp_path: Path) -> None:
    parts = [Part("Vernissage", "1.0", "MIT", "", "", {"LICENSE": "MIT"})]

    finish(tmp_path, parts)
    finish(tmp_path, parts)  # as in a second build

    assert (tmp_path / "licences" / "Vernissage" / "LICENSE").is_file()
    assert (tmp_path / "deploy" / "linux" / "vernissage.service").is_file()
    assert (tmp_path / "deploy" / "windows" / "ShellLauncher.ps1").is_file()
    assert not list(tmp_path.rglob("*.pyw"))
    assert "kiosk selftest" in (tmp_path / "README.txt").read_text(encoding="utf-8")
