import pytest

from kiosk.launch import start
from kiosk.launch.environment import Environment, EnvironmentFailedError, Kind
from kiosk.launch.libraries import LIBRARIES, Need
from kiosk.launch.start import ALL_TESTS, main, needs_of


class BecameError(Exception):
    """The launcher would have become this command."""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose environment is ready; commands are caught, not run."""
    monkeypatch.setattr(start, "missing_libraries", lambda needs: [])
    monkeypatch.chdir(tmp_path)

    def become(environment, step):
        raise BecameError(step)

    monkeypatch.setattr(start, "_become", become)
    environment = Environment(tmp_path / ".venv", tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    for kind in Kind:
        (tmp_path / kind.value).write_text(kind.name)
        environment._stamp(kind).write_text(environment._digest(kind))
    return tmp_path


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], ["-m", "kiosk", "run"]),
        (["run", "--windowed"], ["-m", "kiosk", "run", "--windowed"]),
        (["swap", "a b.jpg", "*"], ["-m", "kiosk", "swap", "a b.jpg", "*"]),
        (["--version"], ["-m", "kiosk", "--version"]),
        (["test"], ["-m", "pytest", *ALL_TESTS]),
        (["test", "-k", "x y"], ["-m", "pytest", "-k", "x y"]),
        (["build", "--report"], ["-m", "kiosk.bundle", "--report"]),
    ],
)
def test_arguments_are_handed_through(project, given, command):
    with pytest.raises(BecameError) as caught:
        main(given, project)
    assert caught.value.args[0] == command


def test_help_needs_no_environment(project, capsys):
    (project / ".venv" / "installed-run").unlink()
    assert main(["--help"], project) == 0
    assert "./start test" in capsys.readouterr().out


def test_help_lists_the_commands_once_they_can_be_run(project, capsys):
    with pytest.raises(BecameError) as caught:
        main(["--help"], project)
    assert caught.value.args[0] == ["-m", "kiosk", "--help"]


def test_missing_libraries_stop_it_before_anything_is_installed(
    project, monkeypatch, capsys
):
    monkeypatch.setattr(start, "missing_libraries", lambda needs: [LIBRARIES[1]])
    assert main([], project) == 1
    captured = capsys.readouterr()
    assert "apt-get install libgl1" in captured.err
    assert captured.out == ""


def test_a_failed_installation_is_told_plainly(project, monkeypatch, capsys):
    def fail(self, kind):
        raise EnvironmentFailedError("no network")

    (project / ".venv" / "installed-run").unlink()
    monkeypatch.setattr(Environment, "prepare", fail)
    assert main(["swap"], project) == 1
    captured = capsys.readouterr()
    assert captured.err.endswith("no network\n")
    assert captured.out == ""


def test_a_project_without_its_lock_is_told_plainly(project, capsys):
    (project / Kind.RUN.value).unlink()
    assert main(["swap"], project) == 1
    assert "requirements.lock" in capsys.readouterr().err


def test_check_runs_everything_and_tells_the_worst(project, monkeypatch):
    ran = []

    def call(environment, step):
        ran.append(step)
        return len(ran) % 2

    monkeypatch.setattr(start, "_call", call)
    assert main(["check"], project) == 1
    assert len(ran) == 4


@pytest.mark.parametrize(
    ("given", "needs"),
    [
        (["doctor"], set()),
        (["--version"], set()),
        (["swap", "a", "b"], {Need.PICTURES}),
        (["test"], {Need.PICTURES, Need.WINDOW}),
        (["build"], {Need.PICTURES, Need.WINDOW}),
        (["selftest"], {Need.PICTURES, Need.WINDOW}),
    ],
)
def test_a_command_needs_only_its_own_libraries(given, needs):
    assert needs_of(given) == needs


def test_running_needs_what_the_screen_needs(monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert needs_of(["run"]) == {Need.PICTURES, Need.WINDOW, Need.X11}


def test_the_command_sees_our_modules_and_nobody_else_s(project, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", "/elsewhere")
    variables = start._variables(Environment(project / ".venv", project))
    assert variables["PYTHONPATH"] == str(project)
    assert "VIRTUAL_ENV" not in variables
