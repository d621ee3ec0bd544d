"""``kiosk bench``: its arguments."""

import json
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


def test_a_source_that_is_not_there_is_one_sentence(lady, capsys):
    arguments = ["bench", "--painting", str(lady), "--source", "gone.mp4"]
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert "gone.mp4" in err
    assert "Traceback" not in err
