import json
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.settings.document import initial_text
from kiosk.settings.names import SETTINGS

pytestmark = pytest.mark.usefixtures("own_logging")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    return tmp_path / "settings.toml"


def test_no_file_is_all_right(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "check"]) == 0

    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "all right" in said
    assert "not there" in said


def test_all_mistakes_are_listed(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("[visit]\nidle_s = 5\nhint = 1\n", encoding="utf-8")
    monkeypatch.setenv("VERNISSAGE_SCREEN_INCHES", "1")

    assert main(["config", "check"]) == 2

    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert said.out == ""
    assert len(lines) == 3
    assert lines[0].startswith(f"{file}, line 2: visit.idle_s is 5")
    assert lines[2].startswith("VERNISSAGE_SCREEN_INCHES: ")


def test_another_file_can_be_checked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.toml"
    assert main(["config", "check", str(other)]) == 2
    assert "There is no file" in capsys.readouterr().err

    other.write_text("[visit]\nidle_s = 20\n", encoding="utf-8")
    assert main(["config", "check", str(other)]) == 0


@pytest.mark.parametrize("name", ["", "\0", "x" * 5000, ".."])
def test_any_file_name_is_answered_in_a_line(
    file: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "check", str(file.parent / name)]) == 2

    assert capsys.readouterr().err.count("\n") == 1


def test_shows_every_setting_and_its_origin(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(
        "[visit]\nidle_s = 20\n[venue.maintenance]\nen = 'Shut'\n", encoding="utf-8"
    )
    monkeypatch.setenv("VERNISSAGE_VENUE__MAINTENANCE__DE", "Zu")

    assert main(["config", "show"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(str(file))
    assert [line.split()[0] for line in lines[1:]] == list(SETTINGS)
    idle = next(line for line in lines if line.startswith("visit.idle_s"))
    assert idle.split() == ["visit.idle_s", "20", "(file)"]

    assert main(["config", "show", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["mistakes"] == []
    assert shown["settings"]["visit.hints"] == {"value": "one", "from": "default"}
    assert shown["settings"]["venue.maintenance"] == {
        "value": {"en": "Shut", "de": "Zu"},
        "from": "VERNISSAGE_VENUE__MAINTENANCE__DE, file",
    }


def test_secrets_are_not_shown(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = "123456:" + "A" * 35
    file.write_text(f"[bot]\ntoken = '{token}'\n", encoding="utf-8")
    monkeypatch.setenv("VERNISSAGE_BOT__DATABASE", "postgresql://me:s3cr3t@db/bot")

    assert main(["config", "show"]) == 0
    assert main(["config", "show", "--json"]) == 0
    monkeypatch.setenv("VERNISSAGE_BOT__DATABASE", "mysql://me:s3cr3t@db/bot")
    file.write_text(f"[bot]\ntoken = '{token}!'\n", encoding="utf-8")
    assert main(["config", "check"]) == 2

    said = capsys.readouterr()
    assert "set, and not shown" in said.out
    assert "bot.token (not shown here) must be" in said.err
    for secret in (token, "s3cr3t"):
        assert secret not in said.out + said.err


def test_shows_what_is_in_force_in_spite_of_mistakes(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("[visit]\nidle_s = 5\ncountdown_s = 7\n", encoding="utf-8")

    assert main(["config", "show", "--json"]) == 2

    shown = json.loads(capsys.readouterr().out)
    assert shown["settings"]["visit.idle_s"] == {"value": 45, "from": "default"}
    assert shown["settings"]["visit.countdown_s"] == {"value": 7, "from": "file"}
    assert len(shown["mistakes"]) == 1


def test_begins_a_file_and_keeps_it(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "init"]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    file.write_text("[visit]\n", encoding="utf-8")

    assert main(["config", "init"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["config", "init", "--force"]) == 0
    assert file.read_text(encoding="utf-8") == initial_text()


def test_begins_a_file_elsewhere(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "new" / "other.toml"

    assert main(["config", "init", "--file", str(other)]) == 0

    assert other.is_file()
    assert not file.exists()


@pytest.mark.parametrize("arguments", [[], ["bake"], ["show", "--loud"]])
def test_a_bad_argument_is_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["config", *arguments])

    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_home_that_is_no_path_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", "here")

    assert main(["config", "check"]) == 2
    assert main(["config", "init"]) == 2
    assert capsys.readouterr().err.count("VERNISSAGE_HOME is 'here'") == 2
