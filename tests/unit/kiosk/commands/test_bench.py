"""``kiosk bench``: its arguments."""

import json
import time
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from kiosk.cli import build_parser, main
from kiosk.commands.bench import size_for_face, tell
from kiosk.errors import SettingsError


def parsed(*arguments):
    return build_parser().parse_args(["bench", *arguments])


def test_it_runs_the_demo_at_a_portrait_display_by_default():
    arguments = parsed()
    assert arguments.source == "demo"
    assert arguments.painting is None
    assert arguments.seconds == 10
    assert arguments.size == (1080, 1920)
    assert arguments.face_px is None
    assert arguments.camera_backend == "any"
    assert not arguments.json


def test_size_and_face_are_read():
    assert parsed("--size", "720x1280").size == (720, 1280)
    assert parsed("--face-px", "320").face_px == 320
    assert parsed("--seconds", "2.5").seconds == 2.5


@pytest.mark.parametrize(
    "arguments",
    [
        ["--size", "wide"],
        ["--size", "10x10"],
        ["--size", "99999x99999"],
        ["--size", "-5x500"],
        ["--size", "720x1280x3"],
        ["--face-px", "0"],
        ["--face-px", "many"],
        ["--face-px", "99999999999999999999"],
        ["--seconds", "0"],
        ["--seconds", "nan"],
        ["--seconds", "long"],
        ["--size", "720x1280", "--face-px", "320"],
    ],
)
def test_nonsense_is_refused_in_one_line(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(["bench", *arguments])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def painting(width_px, height_px, face_px):
    return SimpleNamespace(
        bgr=np.zeros((height_px, width_px, 3), np.uint8),
        faces=(SimpleNamespace(width_px=20.0), SimpleNamespace(width_px=face_px)),
        best_faces=lambda count: (1,),
    )


def test_the_display_is_scaled_to_the_face_that_is_used():
    assert size_for_face(painting(1000, 1500, 250), 320) == (1280, 1920)


def test_a_display_beyond_all_bounds_is_refused():
    with pytest.raises(SettingsError, match="Ask for a smaller face"):
        size_for_face(painting(2000, 2000, 60), 480)


KEYS = [
    "source",
    "painting",
    "frames_in",
    "frames_rendered",
    "dropped",
    "render_fps",
    "latency_ms",
    "stages_ms",
    "ratio_frame_to_landmarks",
    "rss_mb",
    "provider",
]


@pytest.fixture
def lady(tmp_path):
    portrait = np.ascontiguousarray(astronaut()[:256, 96:352, ::-1])
    path = tmp_path / "lady.png"
    cv2.imwrite(str(path), cv2.bilateralFilter(portrait, 9, 60, 9))
    return path


def test_a_visitor_is_timed(lady, capsys):
    arguments = ["bench", "--painting", str(lady), "--seconds", "1", "--json"]
    assert main([*arguments, "--face-px", "160", "--source", str(lady)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(KEYS) <= set(report)
    assert report["source"] == str(lady)
    assert 0 < report["frames_rendered"] <= report["frames_in"]
    assert report["latency_ms"]["p50"] <= report["latency_ms"]["p95"]
    assert report["stages_ms"]["total"]["p50"] > 0
    assert list(report["stages_ms"])[:6] == [
        "detect",
        "landmarks",
        "warp",
        "harmonise",
        "compose",
        "total",
    ]
    assert report["ratio_frame_to_landmarks"] > 1
    assert report["painted_face_px"] == 160


def test_people_read_lines_instead(capsys):
    tell({"provider": "cpu", "latency_ms": {"p50": 3, "p95": 9}})
    tell({"stages_ms": {"warp": {"p50": 1.5, "p95": 2.5}}})
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["provider", "cpu"],
        ["latency_ms", "p50", "3", "p95", "9"],
        ["stages_ms", "warp", "p50", "1.5", "p95", "2.5"],
    ]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("gone.mp4", "There is no source 'gone.mp4'"),
        ("~nosuchuser/a.mp4", "There is no source 'a.mp4'"),
        ("x" * 300, "There is no source"),
        ("camera:No Such Camera 0", "no camera named No Such Camera 0"),
        ("EMPTY", "is empty"),
        ("BROKEN", "cannot be played"),
    ],
)
def test_a_source_without_pictures_is_told_at_once(
    lady, tmp_path, capsys, source, sentence
):
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "broken.mp4").write_text("no film")
    files = {"EMPTY": tmp_path / "empty.mp4", "BROKEN": tmp_path / "broken.mp4"}
    source = str(files.get(source, source))
    began_s = time.monotonic()
    assert main(["bench", "--painting", str(lady), "--source", source]) == 2
    assert time.monotonic() - began_s < 10.0
    err = capsys.readouterr().err
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


def test_an_unknown_camera_backend_is_one_sentence(lady, capsys):
    arguments = ["bench", "--painting", str(lady), "--source", "camera"]
    assert main([*arguments, "--camera-backend", "magic"]) == 2
    assert "no camera backend 'magic'" in capsys.readouterr().err
