import os
import sys
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.staff import bundle
from kiosk.staff.bundle import BundleParts, write_bundle
from kiosk.staff.facts import Condition, ErrorLine, HealthFact, Topic

NOW = datetime(2026, 11, 22, 21, 50, 3, tzinfo=timezone(timedelta(hours=3)))


@pytest.fixture
def parts(tmp_path: Path) -> BundleParts:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "vernissage.jsonl").write_text('{"event": "new"}\n', encoding="utf-8")
    (logs / "vernissage.jsonl.1").write_text('{"event": "old"}\n', encoding="utf-8")
    return BundleParts(
        kiosk="Музей №1 / Saal",
        log_folder=logs,
        settings='{"visit": {"language": "ru"}}',
        health=[HealthFact(Topic.DISK, Condition.BAD, "5 MB", "The disk is full.")],
        errors=[ErrorLine(NOW, "the camera went away")],
        versions={"vernissage": "0.1.0"},
    )


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def contents(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode() for name in file.namelist()}


def test_everything_an_engineer_needs_is_in_it(parts: BundleParts, stick: Path) -> None:
    path = write_bundle(stick, parts, NOW)

    assert path.name == "vernissage-Музей-1-Saal-2026-11-22_21-50-03.zip"
    assert list(stick.iterdir()) == [path]
    assert contents(path) == {
        "versions.txt": "written: 2026-11-22T21:50:03+03:00\nvernissage: 0.1.0\n",
        "settings.json": '{"visit": {"language": "ru"}}',
        "health.txt": "disk: bad: 5 MB: The disk is full.\n",
        "errors.txt": "2026-11-22T21:50:03+03:00 the camera went away\n",
        "logs/vernissage.jsonl": '{"event": "new"}\n',
        "logs/vernissage.jsonl.1": '{"event": "old"}\n',
    }


def test_nothing_else_is_taken(parts: BundleParts, stick: Path) -> None:
    logs = parts.log_folder
    for name in ("sessions.sqlite", "pins.json", "me.jpg", "vernissage.jsonl.png"):
        (logs / name).write_text("private", encoding="utf-8")
    (logs / "vernissage.jsonl.2").mkdir()
    if sys.platform != "win32":
        (logs / "vernissage.jsonl.3").symlink_to(logs / "pins.json")

    found = contents(write_bundle(stick, parts, NOW))

    assert not any("private" in text for text in found.values())
    assert [name for name in found if name.startswith("logs/")] == [
        "logs/vernissage.jsonl",
        "logs/vernissage.jsonl.1",
    ]


def test_its_size_is_bounded_and_the_end_is_kept(
    parts: BundleParts, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MOST_FILE_BYTES", 1000)
    lines = "".join(f"line {n}\n" for n in range(10_000))
    (parts.log_folder / "vernissage.jsonl").write_text(lines, encoding="utf-8")

    found = contents(write_bundle(stick, replace(parts, settings=lines), NOW))

    for name in ("logs/vernissage.jsonl", "settings.json"):
        assert len(found[name]) < 1100
        assert found[name].startswith("(the beginning was left out)\nline ")
        assert found[name].endswith("line 9999\n")
    assert found["logs/vernissage.jsonl.1"] == '{"event": "old"}\n'


def test_logs_that_are_not_there_do_no_harm(
    parts: BundleParts, stick: Path, tmp_path: Path
) -> None:
    gone = replace(parts, log_folder=tmp_path / "gone", kiosk=" // ", settings="\udcff")

    path = write_bundle(stick, gone, NOW)

    assert path.name.startswith("vernissage-kiosk-2026")
    assert "settings.json" in contents(path)


def test_a_stick_that_was_pulled_out_is_said(
    parts: BundleParts, tmp_path: Path
) -> None:
    with pytest.raises(KioskError, match="Put the USB stick in again"):
        write_bundle(tmp_path / "gone", parts, NOW)
    with pytest.raises(KioskError, match="Put the USB stick in again"):
        write_bundle(parts.log_folder / "vernissage.jsonl", parts, NOW)


def test_a_full_stick_is_said_and_left_as_it_was(
    parts: BundleParts, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(KioskError, match=r"No space left on device\. Use a USB stick"):
        write_bundle(stick, parts, NOW)
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(
    not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody can write to"
)
def test_a_stick_that_cannot_be_written_to_is_said(parts: BundleParts) -> None:
    with pytest.raises(KioskError, match="not write-protected"):
        write_bundle(Path("/sys/kernel"), parts, NOW)
