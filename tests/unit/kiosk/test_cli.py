import subprocess
import sys

import pytest

import kiosk
from kiosk.cli import main
from kiosk.commands import swap
from pipeline.errors import NoFaceError

pytestmark = pytest.mark.usefixtures("own_logging")


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])

    assert left.value.code == 0
    assert kiosk.__version__ in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    text = capsys.readouterr().out
    for command in ("bench", "evaluate", "pictures", "run", "swap"):
        assert command in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["swap"],
        ["swap", "a.jpg", "b.jpg"],
        ["run", "--engine", "magic"],
        ["run", "--painting"],
        ["run", "--loud"],
    ],
)
def test_a_bad_argument_is_one_sentence_and_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)

    said = capsys.readouterr()
    assert left.value.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err


def test_an_expected_failure_is_one_sentence_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(swap, "run", _raise(NoFaceError("There is\nno face.")))

    assert main(["swap", "a", "b", "--out", "c"]) == 2
    assert capsys.readouterr().err == "There is no face.\n"


def test_a_bug_is_logged_and_1(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(swap, "run", _raise(ZeroDivisionError("oh")))

    assert main(["swap", "a", "b", "--out", "c"]) == 1
    assert "Something went wrong" in capsys.readouterr().err.splitlines()[-1]
    assert "ZeroDivisionError" in caplog.text


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "run", _raise(KeyboardInterrupt()))

    assert main(["swap", "a", "b", "--out", "c"]) == 130


def test_output_that_nobody_reads_is_no_bug() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "doctor"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None

    _, complaints = process.communicate(timeout=60)

    assert process.returncode == 141
    assert complaints == b""


def _raise(error: BaseException):
    def run(_arguments: object) -> int:
        raise error

    return run
