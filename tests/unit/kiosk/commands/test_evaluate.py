"""``kiosk evaluate`` says plainly what is missing and prints what was asked for."""

import json
import subprocess
import sys

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from kiosk.cli import main
from pipeline.manner import Manner


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
        (
            ["--detection", "a", "--labels", "b", "--complexion", "0"],
            "--complexion needs --visitors or --clip",
        ),
        (["--visitors", "x" * 300, "--paintings", "p"], "p is not a folder"),
        (["--visitors", "v", "--paintings", "x" * 300], "cannot be read"),
        (["--detection", "d", "--labels", "x" * 300], "cannot be read"),
    ],
)
def test_half_a_question_is_refused(arguments, sentence, capsys):
    assert main(["evaluate", *arguments]) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""


@pytest.mark.parametrize("value", ["-0.1", "1.5", "nan", "inf", "pale", ""])
def test_a_complexion_beyond_its_bounds_is_refused(value, capsys):
    with pytest.raises(SystemExit) as left:
        main(["evaluate", f"--complexion={value}"])
    assert left.value.code == 2
    err = capsys.readouterr().err
    assert "is not between 0 and 1" in err
    assert len(err.strip().splitlines()) == 1


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
    assert report["complexion"] == Manner().complexion


def grid(folders, *more):
    visitors, paintings = str(folders / "visitors"), str(folders / "paintings")
    return ["evaluate", "--visitors", visitors, "--paintings", paintings, *more]


def test_the_complexion_that_is_asked_for_is_painted(folders, capsys):
    """A green visitor stays green in her own skin and loses it in the painted one."""
    photo = folders / "visitors" / "eileen.png"
    green = cv2.imread(str(photo)) * np.float32([0.7, 1.0, 0.5])
    cv2.imwrite(str(photo), green.astype(np.uint8))
    reds = []
    for value in ("0", "1"):
        out = folders / value
        arguments = grid(folders, "--complexion", value, "--out-dir", str(out))
        assert main([*arguments, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["complexion"] == float(value)
        face = cv2.imread(str(out / "eileen__lady.png"))[80:150, 90:170]
        reds.append(float(face[..., 2].mean() - face[..., 1].mean()))
    assert reds[0] > reds[1] + 5


def test_files_that_share_a_stem_lose_no_result(folders, capsys):
    photo = cv2.imread(str(folders / "visitors" / "eileen.png"))
    cv2.imwrite(str(folders / "visitors" / "eileen.bmp"), photo)
    painted = cv2.imread(str(folders / "paintings" / "lady.png"))
    cv2.imwrite(str(folders / "paintings" / "Lady.bmp"), painted)
    out = folders / "out"
    assert main([*grid(folders), "--out-dir", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"] == 4
    assert sorted(path.name for path in out.iterdir()) == [
        "eileen.bmp__Lady.bmp.png",
        "eileen.bmp__lady.png.png",
        "eileen.png__Lady.bmp.png",
        "eileen.png__lady.png.png",
    ]


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("--out-dir", "file"),
        ("--out-dir", "file/below"),
        ("--sheet", "gone/sheet.jpg"),
        ("--sheet", "folder.jpg"),
    ],
)
def test_a_place_that_takes_no_results_is_told_first(folders, option, name, capsys):
    (folders / "file").touch()
    (folders / "folder.jpg").mkdir()
    assert main(grid(folders, option, str(folders / name))) == 2
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1, "no painting was begun"
    assert "written" in err


def test_without_a_single_pair_there_is_a_sentence_and_no_figures(folders, capsys):
    (folders / "paintings" / "lady.png").unlink()
    assert main([*grid(folders), "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    last = err.strip().splitlines()[-1]
    assert last.startswith("No visitor could be put into any painting. wall.png: ")


def test_a_clip_that_cannot_be_played_is_one_line(folders):
    """In a process of its own: FFmpeg takes its log level once, from the first use."""
    clip = folders / "broken.mp4"
    clip.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(99))
    painting = str(folders / "paintings" / "lady.png")
    command = [sys.executable, "-m", "kiosk", "evaluate", "--clip", str(clip)]
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [*command, "--painting", painting], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "broken.mp4 is not a clip that can be played.\n"


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
    assert report["complexion"] == Manner().complexion
