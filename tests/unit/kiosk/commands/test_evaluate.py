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


@pytest.fixture
def folders(tmp_path):
    """One visitor, one painting of her and one of a wall."""
    visitors, paintings = tmp_path / "visitors", tmp_path / "paintings"
    visitors.mkdir()
    paintings.mkdir()
    portrait = np.ascontiguousarray(astronaut()[:256, 96:352, ::-1])
    cv2.imwrite(str(visitors / "eileen.png"), portrait)
    painted = cv2.bilateralFilter(cv2.flip(portrait, 1), 9, 60, 9)
    cv2.imwrite(str(paintings / "lady.png"), painted)
    cv2.imwrite(str(paintings / "wall.png"), np.full((90, 90, 3), 99, np.uint8))
    return tmp_path


def test_every_visitor_goes_into_every_painting(folders, capsys):
    code = main(
        [
            "evaluate",
            "--visitors",
            str(folders / "visitors"),
            "--paintings",
            str(folders / "paintings"),
            "--sheet",
            str(folders / "sheet.jpg"),
            "--out-dir",
            str(folders / "out"),
            "--json",
        ]
    )
    assert code == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert report["pairs"] == 1
    assert [left["file"] for left in report["skipped"]] == ["wall.png"]
    assert report["identity_mean"] > 0.5
    assert report["retrieval_top1"] == 1.0
    assert report["outside_max_abs_diff"] == 0
    assert report["ssim_outside"] == 1.0
    assert report["stages_ms"]["total"]["p50"] > 0
    assert cv2.imread(str(folders / "out" / "eileen__lady.png")).shape == (256, 256, 3)
    assert cv2.imread(str(folders / "sheet.jpg")).shape[1] == 2 * 280
    assert "1 of 2 lady" in err


def test_a_clip_is_played_into_a_painting(folders, capsys):
    clip = folders / "clip.avi"
    portrait = cv2.imread(str(folders / "visitors" / "eileen.png"))
    writer = cv2.VideoWriter(
        str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 20.0, (256, 256)
    )
    for _ in range(8):
        writer.write(portrait)
    writer.release()
    painting = str(folders / "paintings" / "lady.png")
    arguments = ["evaluate", "--clip", str(clip), "--painting", painting, "--json"]
    assert main(arguments) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["frames"], report["lost_frames"]) == (8, 0)
    assert report["still_frames"] == 7
    assert report["jitter"] < 1
