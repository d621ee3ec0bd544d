"""Detection rates by group."""

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.detect.yunet import YuNet
from pipeline.evaluate.fairness import detection_rates
from pipeline.evaluate.folders import FolderError


@pytest.fixture
def bench(tmp_path):
    faces = tmp_path / "faces"
    faces.mkdir()
    crop = np.ascontiguousarray(astronaut()[:224, 112:336, ::-1])
    for name in ("a", "b", "c"):
        cv2.imwrite(str(faces / f"{name}.png"), crop)
    cv2.imwrite(str(faces / "wall.png"), np.full((224, 224, 3), 128, np.uint8))
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "file,race,gender\nfaces/a.png,X,F\nfaces/b.png,X,M\nfaces/c.png,Y,F\n"
        "faces/wall.png,Y,M\nfaces/gone.png,Y,M\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize("folder", ["", "faces"])
def test_rates_are_given_overall_and_by_group(bench, folder):
    report = detection_rates(bench / folder, bench / "labels.csv", YuNet())
    assert report["images"] == 4
    assert report["detected_rate"] == 0.75
    assert report["groups"]["race"] == {
        "X": {"images": 2, "detected_rate": 1.0},
        "Y": {"images": 2, "detected_rate": 0.5},
    }
    assert set(report["groups"]) == {"race", "gender"}
    assert report["largest_shortfall"] == 0.25
    assert report["missed"] == ["faces/wall.png"]
    assert [left["file"] for left in report["skipped"]] == ["faces/gone.png"]


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "a\0b.png"])
def test_a_name_that_no_file_can_have_is_skipped(bench, name):
    table = f"file\nfaces/a.png\n{name}\n"
    (bench / "labels.csv").write_text(table, encoding="utf-8")
    report = detection_rates(bench, bench / "labels.csv", YuNet())
    assert report["images"] == 1
    assert [left["file"] for left in report["skipped"]] == [name]


@pytest.mark.parametrize("name", ["../../secret.png", "..", "/etc/passwd"])
def test_a_table_cannot_lead_out_of_its_folder(bench, name):
    (bench / "labels.csv").write_text(f"file\n{name}\n", encoding="utf-8")
    with pytest.raises(FolderError, match="None of the pictures"):
        detection_rates(bench, bench / "labels.csv", YuNet())
