"""``kiosk models``: what is there, and whether it can be used."""

import json

import pytest

from kiosk.cli import main
from pipeline.weights import Model, manifest
from tests.face_networks import write_networks

LICENCE = "InsightFace commercial licence 2026-117"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def licensed(home, monkeypatch):
    monkeypatch.setenv("VERNISSAGE_ENGINE__NAME", "hybrid")
    monkeypatch.setenv("VERNISSAGE_ENGINE__LICENCE", LICENCE)
    return write_networks(home / "data" / "models")


def told(capsys, *arguments):
    code = main(["models", *arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_ours_are_listed_with_all_that_is_known(home, capsys):
    code, seen = told(capsys, "list")
    assert code == 0
    assert seen["problems"] == []
    by_file = {row["file"]: row for row in seen["models"]}
    entry = manifest()[Model.MESH_468]
    row = by_file[entry.file]
    assert (row["built_in"], row["used"], row["provider"]) == (True, True, "cpu")
    assert (row["licence"], row["sha256"]) == (entry.licence, entry.sha256)
    assert row["run_ms"] > 0
    assert not by_file[manifest()[Model.SFACE].file]["used"]


def test_the_operators_carry_the_licence_that_they_state(licensed, capsys):
    code, seen = told(capsys, "list")
    assert code == 0
    rows = {row["file"]: row for row in seen["models"] if not row["built_in"]}
    assert set(rows) == {"swapper.onnx", "analysis/det.onnx", "analysis/rec.onnx"}
    assert all(row["used"] and row["run_ms"] > 0 for row in rows.values())
    assert {row["licence"] for row in rows.values()} == {LICENCE}
    assert main(["models", "check"]) == 0
    assert "hybrid has all models" in capsys.readouterr().out


def test_without_a_licence_nothing_of_theirs_runs(licensed, capsys, monkeypatch):
    monkeypatch.delenv("VERNISSAGE_ENGINE__LICENCE")
    code, seen = told(capsys, "check")
    assert code == 1
    assert "engine.licence" in seen["problems"][0]
    rows = [row for row in seen["models"] if not row["built_in"]]
    assert all(row["run_ms"] is None and not row["used"] for row in rows)
    assert all("research" in row["licence"] for row in rows)


@pytest.mark.parametrize(
    ("file", "words"),
    [("analysis/rec.onnx", "kiosk models add"), ("swapper.onnx", "kiosk models add")],
)
def test_a_truncated_model_that_is_chosen_is_a_problem(licensed, capsys, file, words):
    path = licensed.swapper.parent / file
    path.write_bytes(path.read_bytes()[:100])
    code, seen = told(capsys, "check")
    assert code == 1
    assert any(words in problem for problem in seen["problems"])
    (row,) = (row for row in seen["models"] if row["file"] == file)
    assert "not all of it" in row["problem"]


def test_models_that_paint_nonsense_are_a_problem(home, licensed, capsys):
    write_networks(home / "data" / "models", answer="black")
    code, seen = told(capsys, "check")
    assert code == 1
    assert "paints nonsense" in seen["problems"][0]


def test_models_are_added_in_words(home, tmp_path, capsys):
    files = write_networks(tmp_path / "brought")
    assert main(["models", "add", str(files.analysis)]) == 0
    said = capsys.readouterr().out
    assert "added: analysis/rec.onnx (recogniser)" in said
    assert "earns nothing" in said
    code, added = told(capsys, "add", str(files.swapper))
    assert code == 0
    assert added["added"][0]["kind"] == "swapper"
    assert main(["models", "add", str(tmp_path / "gone.onnx")]) == 2
    assert "There is no file" in capsys.readouterr().err
