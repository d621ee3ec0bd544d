"""``kiosk evaluate`` says plainly what is missing and prints what was asked for."""

import json

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from kiosk.cli import main


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say what to evaluate"),
        (["--visitors", "photos"], "--visitors and --paintings go together"),
        (["--painting", "studio/lady"], "--clip and --painting go together"),
        (["--detection", "faces"], "--detection and --labels go together"),
        (
            ["--clip", "a.mp4", "--painting", "b.jpg", "--sheet", "c.jpg"],
            "--sheet and --out-dir need --visitors",
        ),
        (
            ["--visitors", "a", "--paintings", "b", "--sheet", "c.gif"],
            "must be a .jpg or .png file",
        ),
    ],
)
def test_half_a_question_is_refused(arguments, sentence, capsys):
    assert main(["evaluate", *arguments]) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""


@pytest.fixture
def faces(tmp_path):
    crop = np.ascontiguousarray(astronaut()[:224, 112:336, ::-1])
    cv2.imwrite(str(tmp_path / "a.png"), crop)
    labels = tmp_path / "labels.csv"
    labels.write_text("file,race\na.png,X\n", encoding="utf-8")
    return tmp_path


def test_detection_rates_as_json(faces, capsys):
    code = main(
        [
            "evaluate",
            "--detection",
            str(faces),
            "--labels",
            str(faces / "labels.csv"),
            "--json",
        ]
    )
    assert code == 0
    report = json.loads(capsys.readouterr().out)
    assert report["detected_rate"] == 1.0
    assert report["groups"]["race"]["X"]["images"] == 1


def test_detection_rates_for_people(faces, capsys):
    labels = str(faces / "labels.csv")
    assert main(["evaluate", "--detection", str(faces), "--labels", labels]) == 0
    out = capsys.readouterr().out
    assert "detected_rate" in out
    assert "race: X images 1, detected_rate 1.0" in out


def test_a_missing_folder_is_one_sentence(tmp_path, capsys):
    gone = str(tmp_path / "gone")
    assert main(["evaluate", "--visitors", gone, "--paintings", gone]) == 2
    assert "is not a folder" in capsys.readouterr().err
