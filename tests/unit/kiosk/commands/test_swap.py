import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kiosk.cli import main
from pipeline.images import read_image, write_image

KEYS = [
    "out",
    "engine",
    "visitor_faces",
    "painted_faces",
    "changed_box_px",
    "stages_ms",
    "size_px",
]
pytestmark = pytest.mark.usefixtures("own_logging")


@pytest.fixture
def lady(sitters: Path) -> Path:
    return sitters / "pack" / "lady.png"


@pytest.fixture
def lord(sitters: Path) -> Path:
    return sitters / "pack" / "lord.png"


def test_tells_what_was_done_as_json(
    lady: Path, lord: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "done.png"

    code = main(["swap", str(lady), str(lord), "--out", str(out), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(told) == KEYS
    assert (told["out"], told["engine"]) == (str(out), "mesh")
    assert (told["visitor_faces"], told["painted_faces"]) == (1, 1)
    painting, done = read_image(lord), read_image(out)
    assert told["size_px"] == [done.shape[1], done.shape[0]]
    changed = (painting != done).any(axis=2)
    x0, y0, x1, y1 = told["changed_box_px"]
    assert changed.any()
    changed[y0:y1, x0:x1] = False
    assert not changed.any()
    assert told["stages_ms"]["total"] > 0


def test_without_json_it_names_the_picture(
    lady: Path, lord: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "done.jpg"

    assert main(["swap", str(lady), str(lord), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out} (512 x 512 pixels)\n"
    assert out.is_file()


@pytest.mark.parametrize("as_json", [True, False])
def test_a_terminal_that_lacks_a_letter_is_no_failure(
    lady: Path, lord: Path, tmp_path: Path, *, as_json: bool
) -> None:
    out = tmp_path / "\u00fc.png"
    arguments = ["swap", str(lady), str(lord), "--out", str(out)]
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "kiosk", *arguments, *(["--json"] if as_json else [])],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert out.is_file()
    if as_json:
        assert json.loads(done.stdout)["out"] == str(out)
    else:
        assert "\\xfc.png" in done.stdout


@pytest.mark.parametrize(
    ("visitor", "painting", "out", "word"),
    [
        ("gone.png", "lord.png", "done.png", "gone.png"),
        ("lady.png", "gone.png", "done.png", "gone.png"),
        ("lady.png", "no-pack/no-painting", "done.png", "no-pack"),
        ("lady.png", "~nosuchuser/x.jpg", "done.png", "nosuchuser"),
        ("lady.png", f"{'x' * 300}.jpg", "done.png", "xxx.jpg"),
        (f"{'x' * 300}.jpg", "lord.png", "done.png", "xxx.jpg"),
        ("text.png", "lord.png", "done.png", "not a picture"),
        ("lady.png", "text.png", "done.png", "not a picture"),
        ("wall.png", "lord.png", "done.png", "face"),
        ("lady.png", "wall.png", "done.png", "face"),
        ("dot.png", "lord.png", "done.png", "face"),
        ("lady.png", "lord.png", "done.doc", "must end in"),
        ("lady.png", "lord.png", "no-folder/done.png", "folder"),
        (".", "lord.png", "done.png", "folder"),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence_and_2(
    sitters: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    visitor: str,
    painting: str,
    out: str,
    word: str,
) -> None:
    for name in ("lady.png", "lord.png"):
        (tmp_path / name).write_bytes((sitters / "pack" / name).read_bytes())
    (tmp_path / "text.png").write_text("no picture")
    write_image(tmp_path / "wall.png", np.full((200, 200, 3), 130, np.uint8))
    write_image(tmp_path / "dot.png", np.zeros((1, 1, 3), np.uint8))
    named = painting if "/" in painting else str(tmp_path / painting)

    code = main(["swap", str(tmp_path / visitor), named, "--out", str(tmp_path / out)])

    said = capfd.readouterr()
    assert code == 2
    assert said.out == ""
    assert word in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / out).exists()
