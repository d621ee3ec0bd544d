import json
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.places import HOME_VARIABLE
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.storage.topics import TOPICS
from tests.made_up import fill

RANGE = ["--from", "2026-10-20", "--to", "2026-10-31"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    fill(tmp_path / "home" / "data", 6, 9, 8, "2026-10-22")
    return tmp_path


def test_show_tells_measures_and_tables(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", "show", *RANGE]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2026-10-20 to 2026-10-31\n")
    for measure in MEASURES:
        assert f"\n{measure.name} " in told
    assert "not available" in told

    assert main(["stats", "show", *RANGE, "--table", "days"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 14
    assert main(["stats", "show", *RANGE, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["tables"]["days"]) == 12


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "--table", "faces"], "no table 'faces'. There are: days"),
        (["show", "--from", "soon"], "--from is 'soon'"),
        (["show", "--database", "no.sqlite"], "no session log at no.sqlite"),
        (["show", "--bot", "no.sqlite"], "no database of the bot"),
        (["export", "--format", "pdf", "--out", "no/a.pdf"], "no folder no"),
        (
            ["export", "--format", "pdf", "--out", "a.pdf", "--visits"],
            "--visits goes with",
        ),
        (["merge", "no.sqlite", "--out", "a.sqlite"], "no session log at"),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence(
    home: Path,
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp,
) -> None:
    monkeypatch.chdir(home)
    assert main(["stats", *arguments]) == 2
    told = capsys.readouterr().err.splitlines()[-1]
    assert words in told
    assert sorted(path.name for path in home.iterdir()) == ["home"]


def test_export_writes_and_tells_how_far_it_is(
    home: Path, capsys: pytest.CaptureFixture[str], qapp
) -> None:
    out = home / "figures.xlsx"
    command = ["stats", "export", "--format", "xlsx", "--out", str(out), *RANGE]
    assert main([*command, "--language", "ru", "--json"]) == 0

    told = capsys.readouterr()
    assert json.loads(told.out)["file"] == str(out)
    assert "100 %" in told.err
    assert out.stat().st_size > 10_000


def test_logs_are_merged(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = home / "home" / "data" / "sessions.sqlite"
    out = home / "all.sqlite"
    assert (
        main(["stats", "merge", str(log), str(log), "--out", str(out), "--json"]) == 0
    )
    merged = json.loads(capsys.readouterr().out)
    assert merged["kiosks"] == 1
    assert merged["given_more_than_once"] == merged["visits"]

    assert main(["stats", "show", *RANGE, "--database", str(out), "--json"]) == 0
    kiosks = json.loads(capsys.readouterr().out)["tables"]["kiosks"]
    assert [kiosk["name"] for kiosk in kiosks] == ["home"]


def test_measures_explains_every_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "measures", "--sql"]) == 0
    told = capsys.readouterr().out
    for one in (*MEASURES, *TABLES, *TOPICS):
        assert f"  {one.name}: {one.words}" in told
    assert main(["stats", "measures", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["measures"]) == len(MEASURES)
