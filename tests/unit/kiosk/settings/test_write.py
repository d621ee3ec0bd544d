import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.settings.document import commented_out, initial_text
from kiosk.settings.names import SETTINGS
from kiosk.settings.read import load_settings
from kiosk.settings.schema import Settings
from kiosk.settings.write import change_settings, init_settings

BY_HAND = """# ours
visit.idle_s = 20   # the guide stands beside it

[venue] # who
name = "Old"
[venue.out_of_order]
# said by the director
de = "Kaputt"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


@pytest.fixture
def by_hand(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow, the report of the tests included."""
    resource = pytest.importorskip("resource", reason="needs limits of a process")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def leftovers(folder: Path) -> list[str]:
    return [found.name for found in folder.iterdir() if found.suffix == ".tmp"]


def test_the_first_file_documents_everything_and_sets_nothing(path: Path) -> None:
    init_settings(path)

    loaded = load_settings(path, {})
    assert loaded.settings == Settings()
    assert loaded.has_file
    assert not loaded.in_file
    words = " ".join(path.read_text(encoding="utf-8").replace("\n#", " ").split())
    for setting in SETTINGS.values():
        assert setting.description in words
        assert setting.allowed in words
        assert setting.variable in words


def test_every_line_of_the_first_file_can_be_put_in_force(path: Path) -> None:
    text = initial_text()
    for setting in SETTINGS.values():
        line = commented_out(setting)
        assert line in text
        text = text.replace(line, line.removeprefix("#"))
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    loaded = load_settings(path, {})

    assert set(SETTINGS) <= {*loaded.in_file, "venue.out_of_order", "venue.maintenance"}


def test_settings_that_are_there_stay_unless_told(by_hand: Path) -> None:
    with pytest.raises(SettingsError, match="--force"):
        init_settings(by_hand)
    assert by_hand.read_text(encoding="utf-8") == BY_HAND

    init_settings(by_hand, overwrite=True)
    assert by_hand.read_text(encoding="utf-8") == initial_text()


def test_a_change_keeps_all_else_and_the_comments(by_hand: Path) -> None:
    changes = {
        "visit.idle_s": 30,
        "venue.name": "New",
        "venue.out_of_order.en": "Broken",
        "camera.source": "demo",
    }

    change_settings(by_hand, changes)

    assert by_hand.read_text(encoding="utf-8") == (
        BY_HAND.replace("20 ", "30 ").replace("Old", "New")
        + 'en = "Broken"\n\n[camera]\nsource = "demo"\n'
    )


def test_a_change_makes_the_file_and_stands_below_its_explanation(path: Path) -> None:
    change_settings(path, {"visit.auto_shutter": True})

    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index("auto_shutter = true")
    assert lines[at - 1] == "#auto_shutter = false"
    assert load_settings(path, {}).settings.visit.auto_shutter

    change_settings(path, {"visit.auto_shutter": None})
    assert path.read_text(encoding="utf-8") == initial_text()


def test_every_kind_of_value_can_be_changed_twice(path: Path, tmp_path: Path) -> None:
    first = {
        "visit.languages": ("de", "en"),
        "venue.maintenance": {"de": 'Zu "heute"', "en": "Closed"},
        "storage.folder": tmp_path / "a b",
        "screen.diagonal_in": 42,
        "paintings.hidden": ["a/b"],
        "handover.link": "https://t.me/x?start={token}",
    }
    second = {
        "visit.languages": ["en"],
        "venue.maintenance": {"ru": "Закрыто"},
        "venue.out_of_order.de": "Kaputt \\ aus",
        "storage.folder": None,
        "screen.diagonal_in": 42.5,
        "paintings.hidden": (),
    }

    change_settings(path, first)
    assert load_settings(path, {}).settings.venue.maintenance["de"] == 'Zu "heute"'
    change_settings(path, second)

    settings = load_settings(path, {}).settings
    assert settings.visit.languages == ("en",)
    assert settings.venue.maintenance == {"ru": "Закрыто"}
    assert settings.venue.out_of_order == {"de": "Kaputt \\ aus"}
    assert settings.storage.folder is None
    assert settings.screen.diagonal_in == 42.5
    assert settings.paintings.hidden == ()
    assert settings.handover.link == first["handover.link"]


@pytest.mark.parametrize(
    "content",
    [
        "visit = { idle_s = 20 }\r\nvenue = {}\r\n",
        "[visit]\r\n#countdown_s = 3\r\nidle_s = 20",
        "venue.out_of_order.de = 'x'\nvisit.idle_s = 20\n",
        "[ visit ]\n'idle_s' = 20\n[venue.out_of_order]\n",
        "[camera]\nsource = '''\\n[visit]#countdown_s = 9'''\n",
        "",
    ],
)
def test_any_way_of_writing_toml_can_be_changed(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content.encode())

    change_settings(path, {"visit.countdown_s": 5, "venue.out_of_order.en": "Broken"})

    settings = load_settings(path, {}).settings
    assert settings.visit.countdown_s == 5
    assert settings.venue.out_of_order["en"] == "Broken"
    assert settings.visit.idle_s == (20 if "idle_s" in content else 45)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"visit.idle_s": 99, "visit.hints": "x"}, "visit.hints is 'x'"),
        ({"visit.idle": 20}, "did you mean visit.idle_s?"),
        ({"visit.idle_s.x": 20}, "there is no setting"),
        ({"visit": {}}, "there is no setting visit;"),
        ({"": 1}, "there is no setting"),
        ({"venue.name": "a\nb"}, "one line"),
        ({"venue.maintenance.it": "x"}, "is for no language"),
        ({"visit.language": "fr", "visit.languages": ["en"]}, "which is 'fr'"),
        ({"visit.idle_s": object()}, "whole number"),
    ],
)
def test_a_wrong_change_changes_nothing(
    by_hand: Path, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        change_settings(by_hand, changes)

    assert words in str(raised.value)
    assert by_hand.read_text(encoding="utf-8") == BY_HAND


def test_a_file_that_is_wrong_already_is_not_touched(by_hand: Path) -> None:
    by_hand.write_text("[visit]\nidle_s = 99\nhints = 1\n", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"line 3: visit\.hints is 1"):
        change_settings(by_hand, {"visit.idle_s": 20})
    assert "99" in by_hand.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")
def test_rights_and_links_are_kept(by_hand: Path, tmp_path: Path) -> None:
    by_hand.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(by_hand)

    change_settings(link, {"visit.idle_s": 31})

    assert link.is_symlink()
    assert stat.S_IMODE(by_hand.stat().st_mode) == 0o640
    assert "31" in by_hand.read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_old_file(by_hand: Path) -> None:
    with full_disk(), pytest.raises(SettingsError, match="cannot be written"):
        change_settings(by_hand, {"visit.idle_s": 30})

    assert by_hand.read_text(encoding="utf-8") == BY_HAND
    assert not leftovers(by_hand.parent)


@pytest.mark.parametrize("name", ["file/settings.toml", "x" * 5_000, "a\0b"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match="cannot be"):
        init_settings(tmp_path / name)
    with pytest.raises(SettingsError, match="cannot be"):
        change_settings(tmp_path / name, {"visit.idle_s": 20})


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written"):
        init_settings(tmp_path, overwrite=True)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only here"
)
def test_a_read_only_file_is_respected(by_hand: Path) -> None:
    by_hand.chmod(0o444)

    with pytest.raises(SettingsError, match="cannot be written"):
        change_settings(by_hand, {"visit.idle_s": 30})


def test_two_that_change_at_once_never_break_the_file(path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kiosk.settings.write import change_settings\n"
        "for number in range(25):\n"
        "    change_settings(Path(sys.argv[1]), {sys.argv[2]: number % 2 == 0})\n"
    )
    names = ("visit.auto_shutter", "visit.pose_guide")
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(path), name])  # noqa: S603 (ourselves)
        for name in names
    ]
    while any(writer.poll() is None for writer in writers):
        load_settings(path, {})

    assert [writer.returncode for writer in writers] == [0, 0]
    settings = load_settings(path, {}).settings
    assert settings.visit.auto_shutter or settings.visit.pose_guide
    assert not leftovers(path.parent)
