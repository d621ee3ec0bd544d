import json
from pathlib import Path

import pytest

from kiosk.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    return tmp_path


def test_an_empty_kiosk_is_all_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["privacy", "audit"]) == 0
    assert "Everything is as it should be" in capsys.readouterr().out
    assert main(["privacy", "purge"]) == 0
    assert "Gone: visits 0" in capsys.readouterr().out


def test_what_is_not_ours_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "data").mkdir()
    (home / "data" / "me.jpg").write_bytes(b"")

    assert main(["privacy", "audit", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["all_right"] is False
    assert told["holdings"][0]["place"] == "data: me.jpg"


def test_old_log_lines_go_by_command(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "log").mkdir()
    path = home / "log" / "vernissage.jsonl"
    path.write_text('{"time": "2001-01-01T00:00:00+00:00"}\n')

    assert main(["privacy", "audit"]) == 1
    assert main(["privacy", "purge", "--json"]) == 0
    assert '"log_lines": 1' in capsys.readouterr().out
    assert path.read_bytes() == b""
    assert main(["privacy", "audit"]) == 0


def test_an_assessment_is_written_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("dpia.md", "dpia.html"):
        assert main(["privacy", "dpia", "--out", str(home / name)]) == 0
        assert "Data protection impact assessment" in (home / name).read_text("utf-8")
        assert main(["privacy", "dpia", "--out", str(home / name)]) == 2
    assert main(["privacy", "dpia", "--out", str(home / "dpia.txt")]) == 2
    assert main(["privacy", "dpia", "--out", str(home / "none" / "dpia.md")]) == 2
    assert "is there already" in capsys.readouterr().err


def test_the_policy_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["privacy", "policy"]) == 0
    assert capsys.readouterr().out.startswith("# What Vernissage refuses\n")
