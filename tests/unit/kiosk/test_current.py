import pytest

from kiosk.current import COMMAND_LINE, CurrentSettings
from kiosk.errors import SettingsError
from kiosk.settings.read import load_or_default


@pytest.fixture
def path(tmp_path):
    return tmp_path / "vernissage.toml"


@pytest.fixture
def read(path):
    """Read the file as the kiosk does at its start."""

    def read(given=None, text=None):
        if text is not None:
            path.write_text(text, encoding="utf-8")
        return CurrentSettings(*load_or_default(path), given)

    return read


def test_without_a_file_the_defaults_are_in_force(read):
    current = read()
    assert current.now.visit.countdown_s == 3
    assert current.mistakes == ""
    assert current.fixed_by("visit.countdown_s") == ""


def test_what_is_written_is_in_the_file_and_then_in_force(read, path, qtbot):
    current = read(text="# ours\n[visit]\ncountdown_s = 5 # slow\n")
    written = current.write({"visit.countdown_s": 7, "screen.reduced_motion": True})
    assert current.now.visit.countdown_s == 5
    with qtbot.waitSignal(current.changed):
        current.take(written)
    assert current.now.visit.countdown_s == 7
    assert current.now.screen.reduced_motion
    text = path.read_text(encoding="utf-8")
    assert "# ours" in text
    assert "# slow" in text
    assert read().now == current.now


@pytest.mark.parametrize(
    "values", [{"visit.countdown_s": 99}, {"visit.no_such": 1}, {"visit.hints": "two"}]
)
def test_a_wrong_value_is_refused_and_nothing_changes(read, path, values):
    text = "[visit]\ncountdown_s = 5\n"
    current = read(text=text)
    with pytest.raises(SettingsError):
        current.write(values)
    assert path.read_text(encoding="utf-8") == text
    assert current.now.visit.countdown_s == 5


def test_a_file_that_cannot_be_written_is_refused(read, tmp_path):
    current = read()
    (tmp_path / "file").touch()
    other = CurrentSettings.usual(tmp_path / "file" / "vernissage.toml")
    with pytest.raises(SettingsError):
        other.write({"visit.countdown_s": 7})
    assert current.now == other.now


def test_the_command_line_wins_and_stays_through_a_change(read):
    given = {("camera", "source"): "demo", ("screen", "windowed"): True}
    current = read(given, "[camera]\nsource = 'camera:1'\n")
    assert current.now.camera.source == "demo"
    assert current.fixed_by("camera.source") == COMMAND_LINE
    current.take(current.write({"visit.countdown_s": 7}))
    assert current.now.camera.source == "demo"
    assert current.now.screen.windowed
    assert current.now.visit.countdown_s == 7


def test_the_command_line_is_never_written_into_the_file(read, path):
    current = read({("camera", "source"): "demo"}, "[visit]\ncountdown_s = 5\n")
    current.write({"visit.countdown_s": 7})
    assert "demo" not in path.read_text(encoding="utf-8")


def test_the_environment_is_named(read, monkeypatch):
    monkeypatch.setenv("VERNISSAGE_VISIT__COUNTDOWN_S", "9")
    current = read()
    assert current.now.visit.countdown_s == 9
    assert current.fixed_by("visit.countdown_s") == "VERNISSAGE_VISIT__COUNTDOWN_S"


def test_mistakes_in_the_file_are_told_until_they_are_gone(read, path):
    current = read(text="[visit]\ncountdown_s = 99\nidle_s = 30\n")
    assert "countdown_s" in current.mistakes
    assert current.now.visit.countdown_s == 3
    assert current.now.visit.idle_s == 30
    current.take(current.write({"visit.countdown_s": 7}))
    assert current.mistakes == ""
    assert current.now.visit.countdown_s == 7
