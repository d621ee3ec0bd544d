import json

import pytest

from kiosk import doctor
from kiosk.cli import main
from kiosk.doctor import Finding, State

WELL = Finding("python", State.OK, "3.13")
UNSURE = Finding("cameras", State.WARN, "none found", "Plug in a camera.")
ILL = Finding("fonts", State.BAD, "none", "Debian: one\nFedora: two")


@pytest.fixture
def findings(monkeypatch):
    found = [WELL, UNSURE]
    monkeypatch.setattr(doctor, "run_doctor", lambda: found)
    return found


def test_tells_every_finding_and_its_remedy(findings, capsys):
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["ok", "python", "3.13"]
    assert lines[2].strip() == "-> Plug in a camera."
    assert lines[-1] == "The kiosk can work here."


def test_what_is_bad_shows_in_the_exit_code(findings, capsys):
    findings.append(ILL)
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "-> Fedora: two" in out
    assert out.endswith("The kiosk cannot work here yet.\n")


def test_tells_it_as_json(findings, capsys):
    findings.append(ILL)
    assert main(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["healthy"] is False
    assert told["findings"][1] == {
        "subject": "cameras",
        "state": "warn",
        "fact": "none found",
        "remedy": "Plug in a camera.",
    }


def test_it_is_also_the_process_that_asks_qt(monkeypatch, capsys):
    seen = {"platform": "offscreen", "screens": [], "font_families": 3}
    monkeypatch.setattr("kiosk.probe.probe", lambda: seen)
    assert main(["doctor", "--probe"]) == 0
    assert json.loads(capsys.readouterr().out) == seen
