"""Engines by their names."""

import pytest

from pipeline.backends import ENGINES, open_engine
from pipeline.errors import ModelError
from pipeline.swap.network_files import NetworkFiles
from tests.face_networks import write_networks


def test_an_unknown_name_is_refused_with_those_that_are_known():
    with pytest.raises(ModelError, match="mesh, insightface, hybrid"):
        open_engine("stable-diffusion")


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"mesh"}))
def test_without_its_models_an_engine_is_the_mesh_engine_and_says_why(name, tmp_path):
    for files in (None, NetworkFiles(tmp_path / "a", tmp_path / "b.onnx")):
        engine = open_engine(name, files)
        assert engine.name == "mesh"
        assert engine.trouble
        assert "kiosk models" in engine.trouble.sentence
        assert engine.swapper.name == "mesh"


def test_models_that_paint_nonsense_are_not_used(tmp_path):
    engine = open_engine("hybrid", write_networks(tmp_path, answer="nan"))
    assert engine.name == "mesh"
    assert "nonsense" in engine.trouble.sentence


def test_the_networks_are_used_where_they_are_there(tmp_path):
    engine = open_engine("insightface", write_networks(tmp_path))
    assert engine.name == engine.swapper.name == engine.finisher.name == "insightface"
    assert not engine.trouble
    assert engine.provider == "cpu"
