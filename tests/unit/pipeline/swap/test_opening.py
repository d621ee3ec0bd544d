"""What an operator's files may be, and what is said of those that are not."""

import onnx
import pytest

from pipeline.errors import ModelError, ModelMissingError
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.opening import open_networks
from tests.face_networks import write_networks


def test_models_that_do_not_belong_together_are_refused(tmp_path):
    files = write_networks(tmp_path, numbers=32)
    with pytest.raises(ModelError, match="belong together"):
        open_networks(files)


def test_a_swapper_without_its_map_is_refused(tmp_path):
    files = write_networks(tmp_path)
    model = onnx.load(str(files.swapper))
    del model.graph.initializer[-1]
    onnx.save(model, str(files.swapper))
    with pytest.raises(ModelError, match="no face swapper"):
        open_networks(files)


def test_missing_models_are_a_message_and_never_fetched(tmp_path, monkeypatch):
    def fetch(*_arguments, **_options):
        raise AssertionError("something was fetched")

    monkeypatch.setattr("insightface.app.face_analysis.ensure_available", fetch)
    files = write_networks(tmp_path)
    with pytest.raises(ModelMissingError, match="gone"):
        open_networks(NetworkFiles(tmp_path / "gone", files.swapper))
    with pytest.raises(ModelMissingError, match="swapper gone"):
        open_networks(NetworkFiles(files.analysis, tmp_path / "gone.onnx"))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ModelError, match="empty"):
        open_networks(NetworkFiles(empty, files.swapper))


@pytest.mark.parametrize("part", ["det.onnx", "rec.onnx", "swapper"])
def test_truncated_models_are_refused_in_words(tmp_path, part):
    files = write_networks(tmp_path)
    path = files.swapper if part == "swapper" else files.analysis / part
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ModelError, match="kiosk models check"):
        open_networks(files)


def test_a_swapper_in_the_recognisers_place_is_refused(tmp_path):
    files = write_networks(tmp_path)
    swapped = NetworkFiles(files.analysis, files.analysis / "rec.onnx")
    with pytest.raises(ModelError):
        open_networks(swapped)
