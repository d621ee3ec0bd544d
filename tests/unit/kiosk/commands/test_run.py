import argparse
import logging
from pathlib import Path

import pytest

import kiosk.qt
import kiosk.rehearsal.tour
import kiosk.rehearsal.walk
from kiosk.cli import main
from kiosk.commands.run import add_parser, current_settings
from kiosk.current import COMMAND_LINE
from kiosk.packs.library import open_library
from kiosk.places import config_file
from pipeline.images import read_image

pytestmark = pytest.mark.usefixtures("own_logging")


@pytest.fixture
def parse(tmp_path, monkeypatch):
    """Settings from the words of a command line, and a file of settings."""
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))

    def parse(*words, file=""):
        if file:
            config_file().parent.mkdir(parents=True, exist_ok=True)
            config_file().write_text(file, encoding="utf-8")
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers())
        return current_settings(parser.parse_args(["run", *words]))

    return parse


def test_without_a_screen_a_visit_is_painted_and_nothing_else_is_left(
    sitters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    dressed,
) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VERNISSAGE_VISIT__COUNTDOWN_S", "1")
    monkeypatch.setattr(kiosk.qt, "screen_is_usable", lambda: False)
    tour = kiosk.rehearsal.tour
    monkeypatch.setattr(tour, "SIZES_PX", {"landscape": (480, 270)})
    monkeypatch.setattr(kiosk.rehearsal.walk, "LIVELY_AFTER_S", 0.1)
    monkeypatch.setattr(tour, "open_library", lambda: open_library(sitters))
    out = tmp_path / "out"

    assert main(["run", "--out", str(out)]) == 0

    said = capsys.readouterr().out.splitlines()
    assert "No screen" in said[0]
    painted = [Path(line) for line in said[1:]]
    assert sorted(painted) == sorted(out.iterdir())
    assert [path.stem.partition("-")[2] for path in painted] == [
        "attract",
        "consent",
        "choose",
        "live",
        "result",
    ]
    for path in painted:
        assert read_image(path).shape == (270, 480, 3)
    kept = {
        path.suffix
        for path in (tmp_path / "home").rglob("*.*")
        if not {"prepared", "thumbnails"} & set(path.parts)  # nobody is in them
    }
    assert kept <= {".jsonl"}


def test_wrong_settings_are_said_and_done_without(
    sitters, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    monkeypatch.setenv("VERNISSAGE_VISIT__COUNTDOWN_S", "99")
    monkeypatch.setattr(kiosk.qt, "screen_is_usable", lambda: False)
    painted = []

    def paint(settings, folder, suffix):
        painted.append(settings.now.visit.countdown_s)
        return []

    monkeypatch.setattr(kiosk.rehearsal.tour, "paint_visit", paint)
    assert main(["run"]) == 0
    assert "VERNISSAGE_VISIT__COUNTDOWN_S" in capsys.readouterr().err
    assert painted == [3]


def test_the_command_line_goes_before_the_file(parse):
    file = "[camera]\nsource = 'camera:1'\n[visit]\ncountdown_s = 5\n"
    settings = parse("--source", "demo", "--windowed", file=file)
    assert settings.now.camera.source == "demo"
    assert settings.now.screen.windowed
    assert settings.now.visit.countdown_s == 5
    assert settings.fixed_by("camera.source") == COMMAND_LINE
    assert settings.fixed_by("visit.countdown_s") == ""


def test_what_is_not_said_stays_as_the_file_has_it(parse):
    settings = parse(file="[screen]\nwindowed = true\n[camera]\nsource = 'demo'\n")
    assert settings.now.screen.windowed
    assert settings.now.camera.source == "demo"
    assert settings.fixed_by("screen.windowed") == ""


@pytest.mark.parametrize("words", [["--save-to", "x"], ["--engine", "magic"]])
def test_what_does_not_exist_is_refused(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(["run", *words])
    assert left.value.code == 2


@pytest.mark.parametrize(
    "words", [["--source", "no-film.mp4"], ["--camera-backend", "magic"]]
)
def test_a_source_that_is_none_is_said_in_a_sentence(
    words, sitters, tmp_path, monkeypatch, capsys, dressed
):
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    monkeypatch.setattr(kiosk.qt, "screen_is_usable", lambda: True)

    assert main(["run", "--source", "camera", *words]) == 2

    said = capsys.readouterr().err
    assert words[-1] in said
    assert "Traceback" not in said
    logging.shutdown()
