import os
import sys
import threading

import pytest

from kiosk.launch import environment as module
from kiosk.launch.environment import (
    MARKER,
    Environment,
    EnvironmentFailedError,
    Kind,
    cache_folder,
    choose_environment,
)


@pytest.fixture
def project(tmp_path):
    """A project with lock files that ask for nothing."""
    folder = tmp_path / "a project"
    folder.mkdir()
    for kind in Kind:
        (folder / kind.value).write_text(f"# {kind.name}\n")
    return folder


@pytest.fixture
def environment(project):
    return Environment(project / ".venv", project)


@pytest.fixture
def commands(monkeypatch):
    """Pretends to run commands: making a venv makes an interpreter."""
    ran = []

    def pretend(self, command):
        ran.append(command)
        if "venv" in command:
            self.python.parent.mkdir(parents=True)
            self.python.touch()

    monkeypatch.setattr(Environment, "_run", pretend)
    return ran


def steps(commands):
    return ["venv" if "venv" in one else one[-1].rsplit("/", 1)[-1] for one in commands]


def test_makes_and_installs_once(environment, commands):
    assert not environment.is_ready(Kind.RUN)
    environment.prepare(Kind.RUN)
    environment.prepare(Kind.RUN)
    assert environment.is_ready(Kind.RUN)
    assert steps(commands) == ["venv", "requirements.lock"]


def test_installs_nothing_that_the_lock_does_not_pin(environment, commands):
    environment.prepare(Kind.RUN)
    assert {"--no-deps", "--require-hashes"} <= set(commands[-1])


def test_the_developers_lock_holds_the_other_one(environment, commands):
    environment.prepare(Kind.DEV)
    assert environment.is_ready(Kind.RUN)
    assert environment.is_ready(Kind.DEV)


def test_developing_adds_to_what_is_there(environment, commands):
    environment.prepare(Kind.RUN)
    environment.prepare(Kind.DEV)
    assert steps(commands) == ["venv", "requirements.lock", "requirements-dev.lock"]


def test_another_lock_makes_a_new_environment(environment, commands, project):
    environment.prepare(Kind.RUN)
    (environment.folder / "left over").touch()
    (project / Kind.RUN.value).write_text("# changed\n")
    assert not environment.is_ready(Kind.RUN)
    environment.prepare(Kind.RUN)
    assert environment.is_ready(Kind.RUN)
    assert not (environment.folder / "left over").exists()


def test_a_lost_interpreter_makes_a_new_environment(environment, commands):
    environment.prepare(Kind.RUN)
    environment.python.unlink()
    assert not environment.is_ready(Kind.RUN)
    environment.prepare(Kind.RUN)
    assert environment.is_ready(Kind.RUN)


def test_an_interrupted_installation_is_done_again(environment, commands):
    environment.folder.mkdir()
    (environment.folder / MARKER).touch()
    (environment.folder / "half").touch()
    environment.prepare(Kind.RUN)
    assert environment.is_ready(Kind.RUN)
    assert not (environment.folder / "half").exists()


def test_a_foreign_folder_is_left_alone(environment, commands):
    environment.folder.mkdir()
    (environment.folder / "mine").touch()
    with pytest.raises(EnvironmentFailedError, match="made by something else"):
        environment.prepare(Kind.RUN)
    assert (environment.folder / "mine").exists()


def test_a_failure_keeps_what_was_there(environment, commands, monkeypatch, project):
    environment.prepare(Kind.RUN)
    (environment.folder / "keepsake").touch()
    (project / Kind.RUN.value).write_text("# changed\n")

    def fail(self, command):
        raise EnvironmentFailedError("no network")

    monkeypatch.setattr(Environment, "_run", fail)
    with pytest.raises(EnvironmentFailedError, match="no network"):
        environment.prepare(Kind.RUN)
    assert (environment.folder / "keepsake").exists()
    (project / Kind.RUN.value).write_text(f"# {Kind.RUN.name}\n")
    assert environment.is_ready(Kind.RUN)


def test_a_failed_command_shows_its_last_words(environment):
    script = "[print('line', n) for n in range(99)]; raise SystemExit(3)"
    with pytest.raises(EnvironmentFailedError) as caught:
        environment._run([sys.executable, "-c", script])
    assert "line 98" in str(caught.value)
    assert "line 9\n" not in str(caught.value)
    assert "network" in str(caught.value)


def test_a_command_does_not_see_what_would_mislead_pip(environment, monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "/nowhere")
    script = "import os, sys; sys.exit('PIP_TARGET' in os.environ)"
    environment._run([sys.executable, "-c", script])


def test_names_debian_s_package_when_venvs_cannot_be_made(environment, monkeypatch):
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentFailedError, match=r"python3\.\d+-venv"):
        environment.prepare(Kind.RUN)
    assert not environment.folder.exists()


def test_two_starts_at_once_install_once(environment, commands):
    threads = [
        threading.Thread(target=environment.prepare, args=(Kind.RUN,)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert steps(commands) == ["venv", "requirements.lock"]


def test_prefers_the_project_s_own_folder(project):
    assert choose_environment(project, Kind.RUN).folder == project / ".venv"


def test_uses_the_cache_where_the_project_may_not_be_written(
    project, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module.os, "access", lambda path, mode: path != project)
    chosen = choose_environment(project, Kind.RUN)
    assert chosen.folder.parent == tmp_path / "cache" / "vernissage"
    other = choose_environment(tmp_path, Kind.RUN)
    assert other.folder != chosen.folder


def test_takes_a_ready_environment_that_it_may_not_change(
    project, environment, commands, monkeypatch
):
    environment.prepare(Kind.RUN)
    monkeypatch.setattr(module.os, "access", lambda path, mode: False)
    assert choose_environment(project, Kind.RUN).folder == environment.folder


def test_without_a_home_the_temporary_folder_serves(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
    assert cache_folder().parent == tmp_path


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such owners")
def test_a_temporary_folder_open_to_others_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
    folder = tmp_path / f"vernissage-{os.getuid()}"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(EnvironmentFailedError, match="somebody else"):
        module._temporary_folder()
