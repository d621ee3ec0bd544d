"""What is shipped for running the kiosk in a venue."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

DEPLOY = Path(__file__).resolve().parents[3] / "assets" / "deploy"
UNIT = DEPLOY / "linux" / "vernissage.service"
BOT_UNIT = DEPLOY / "linux" / "vernissage-bot.service"
ANALYZE = shutil.which("systemd-analyze")
CONFIG = "{http://schemas.microsoft.com/AssignedAccess/2017/config}"
RS5 = "{http://schemas.microsoft.com/AssignedAccess/201810/config}"


def settings_of_unit() -> dict[str, str]:
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("=", 1) for line in lines if line[:1].isalpha()]
    return {pair[0]: pair[1] for pair in pairs}


def test_the_bot_has_no_secret_in_its_unit() -> None:
    text = BOT_UNIT.read_text(encoding="utf-8")

    assert "\nEnvironmentFile=/etc/vernissage-bot.env\n" in text
    assert "\nEnvironment=VERNISSAGE_BOT__TOKEN" not in text
    assert "\nLimitCORE=0\n" in text


def test_systemd_is_told_to_listen_to_the_whole_unit() -> None:
    unit = settings_of_unit()

    assert unit["Type"] == "notify"
    assert unit["NotifyAccess"] == "all"
    assert "PAMName" not in unit
    assert int(unit["WatchdogSec"]) > 0
    assert unit["Restart"] == "always"
    assert unit["StartLimitIntervalSec"] == "0"


def test_no_memory_with_faces_is_written_to_the_disk() -> None:
    assert settings_of_unit()["LimitCORE"] == "0"


def test_camera_and_screen_are_not_shut_out() -> None:
    unit = settings_of_unit()

    assert {"PrivateDevices", "ProtectClock", "DeviceAllow"}.isdisjoint(unit)
    assert "video" in unit["SupplementaryGroups"].split()


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")
@pytest.mark.parametrize("file", [UNIT, BOT_UNIT], ids=lambda file: file.stem)
def test_systemd_understands_the_unit(tmp_path: Path, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = [
        f'ExecStart="{sys.executable}"' if line.startswith("ExecStart=") else line
        for line in text.splitlines()
        if not line.startswith(("ExecStartPre=", "Requires=", "After="))
    ]
    unit = tmp_path / "vernissage.service"
    unit.write_text("\n".join(lines), encoding="utf-8")

    done = subprocess.run(  # noqa: S603 (our own arguments)
        [str(ANALYZE), "verify", "--man=no", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )

    ours = [line for line in done.stderr.splitlines() if "vernissage" in line]
    assert ours == []
    assert done.returncode == 0


def test_assigned_access_starts_the_kiosk_and_allows_nothing_else() -> None:
    root = ET.parse(DEPLOY / "windows" / "AssignedAccess.xml").getroot()  # noqa: S314 (our own file)

    apps = root.findall(f".//{CONFIG}App")
    started = [app for app in apps if app.get(f"{RS5}AutoLaunch") == "true"]
    (profile,) = root.findall(f".//{CONFIG}Profile")
    (default,) = root.findall(f".//{CONFIG}DefaultProfile")

    assert root.tag == f"{CONFIG}AssignedAccessConfiguration"
    assert apps == started
    assert [app.get("DesktopAppPath") for app in apps] == [
        "C:\\Program Files\\Vernissage\\kiosk.exe"
    ]
    assert profile.get("Id") == default.get("Id")
    assert started[0].get(f"{RS5}AutoLaunchArguments") == "run"


def test_shell_launcher_starts_a_file_that_is_there() -> None:
    text = (DEPLOY / "windows" / "ShellLauncher.ps1").read_text(encoding="ascii")

    assert "'assets\\deploy\\windows\\vernissage.pyw'" in text
    assert "'kiosk.exe'" in text
    assert text.count("{") == text.count("}")
    assert text.count("(") == text.count(")")


def test_the_windowless_start_finds_the_kiosk_from_anywhere(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 (our own arguments)
        [sys.executable, DEPLOY / "windows" / "vernissage.pyw", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.startswith("Vernissage ")
    assert done.returncode == 0
