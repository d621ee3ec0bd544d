import json

import pytest

import kiosk
from kiosk.cli import main
from kiosk.selftest import run
from kiosk.selftest.run import Result

WELL = Result("models", True, "6 compute", 1.25)
ILL = Result("visit", False, "KioskError: the visit\ndoes not get on", 3.0)


@pytest.fixture
def results(monkeypatch):
    found = [WELL]

    def selftest(tell):
        for one in found:
            tell(one)
        return tuple(found)

    monkeypatch.setattr(run, "selftest", selftest)
    return found


def test_tells_a_line_for_each_check(results, capsys):
    assert main(["selftest"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ok      models        6 compute (1.2 s)"
    assert lines[-1] == f"Vernissage {kiosk.__version__} is whole; tried out in 1 s."


def test_a_failure_shows_in_one_line_and_in_the_exit_code(results, capsys):
    results.append(ILL)
    assert main(["selftest"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("FAILED  visit ")
    assert "the visit does not get on" in lines[1]
    assert "NOT whole" in lines[-1]


def test_tells_it_as_json(results, capsys):
    results.append(ILL)
    assert main(["selftest", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["whole"] is False
    assert told["built"] is False
    assert told["took_s"] == 4.25
    assert [one["subject"] for one in told["checks"]] == ["models", "visit"]
