import sys
from pathlib import Path

import pytest

from kiosk.staff import sticks
from kiosk.staff.sticks import mounted, removable_folders, usb_folders


def test_only_mounted_folders_are_sticks(tmp_path: Path) -> None:
    for name in ("media/anna/KEY", "media/anna/plain", "mnt/usb1", "mnt/disk"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "media/anna/file").touch()

    found = mounted(
        tmp_path,
        ("media/anna/*", "run/media/anna/*", "mnt/usb*"),
        is_mount=lambda path: path.name != "plain",
    )

    assert found == (tmp_path / "media/anna/KEY", tmp_path / "mnt/usb1")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_the_system_volume_is_no_stick(tmp_path: Path) -> None:
    (tmp_path / "Volumes").mkdir()
    (tmp_path / "Volumes" / "Macintosh HD").symlink_to("/")

    assert mounted(tmp_path, ("Volumes/*",), is_mount=lambda _: True) == ()


def test_a_stick_goes_before_the_users_own_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sticks, "removable_folders", lambda: (tmp_path,))

    assert usb_folders() == (tmp_path,)


def test_without_a_stick_the_users_own_folders_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    for name in ("Documents", "Downloads"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sticks, "removable_folders", lambda: ())
    monkeypatch.setattr(sticks, "user_documents_path", lambda: tmp_path / "Documents")
    monkeypatch.setattr(sticks, "user_downloads_path", lambda: tmp_path / "Downloads")

    assert usb_folders() == (
        tmp_path / "Documents",
        tmp_path / "Downloads",
        tmp_path,
    )

    (tmp_path / "Documents").rmdir()
    assert usb_folders() == (tmp_path / "Downloads", tmp_path)


def test_this_computer_can_be_asked() -> None:
    assert all(path.is_dir() for path in removable_folders())


@pytest.mark.skipif(sys.platform == "win32", reason="there drives have letters")
@pytest.mark.parametrize("user", ["anna", "a*b", "[x]"])
def test_odd_user_names_are_taken_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    monkeypatch.setattr(sticks.getpass, "getuser", lambda: user)
    (tmp_path / "media" / user / "KEY").mkdir(parents=True)
    (tmp_path / "media" / "another" / "KEY").mkdir(parents=True)

    found = mounted(tmp_path, (f"media/{sticks._user()}/*",), lambda _: True)

    assert found == (tmp_path / "media" / user / "KEY",)
