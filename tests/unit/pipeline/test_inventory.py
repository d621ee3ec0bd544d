"""Models are told apart by what is in them."""

import shutil

import numpy as np
import pytest

from pipeline.errors import ModelAlteredError, ModelMissingError
from pipeline.inventory import (
    ModelKind,
    find_networks,
    kind_of,
    models_in,
    read_model_file,
)
from pipeline.swap.opening import open_networks
from pipeline.weights import Model, model_path
from tests.face_networks import NUMBERS, write_networks


@pytest.fixture
def files(tmp_path):
    return write_networks(tmp_path / "models")


@pytest.mark.parametrize(
    ("name", "kind", "numbers"),
    [
        ("analysis/det.onnx", ModelKind.DETECTOR, 0),
        ("analysis/rec.onnx", ModelKind.RECOGNISER, NUMBERS),
        ("swapper.onnx", ModelKind.SWAPPER, NUMBERS),
    ],
)
def test_a_file_is_what_it_holds_whatever_its_name(
    files, tmp_path, name, kind, numbers
):
    renamed = tmp_path / "anything.onnx"
    shutil.copy(tmp_path / "models" / name, renamed)
    found = read_model_file(renamed)
    assert (found.kind, found.numbers, found.half) == (kind, numbers, False)
    assert found.size_bytes == renamed.stat().st_size
    assert len(found.sha256) == 64
    assert kind_of(renamed) is kind


def test_our_own_models_are_something_else():
    assert kind_of(model_path(Model.BLENDSHAPES)) is ModelKind.OTHER
    assert kind_of(model_path(Model.SELFIE)) is ModelKind.OTHER


def test_sixteen_bits_are_seen(tmp_path):
    assert read_model_file(write_networks(tmp_path, half=True).swapper).half


def test_what_is_no_model_is_said(tmp_path, files):
    text = tmp_path / "text.onnx"
    text.write_text("A letter to the museum. " * 40)
    cut = tmp_path / "cut.onnx"
    cut.write_bytes(files.swapper.read_bytes()[:200])
    empty = tmp_path / "empty.onnx"
    empty.touch()
    for path in (text, cut, empty):
        with pytest.raises(ModelAlteredError, match=path.stem):
            read_model_file(path)
        assert kind_of(path) is ModelKind.OTHER
    with pytest.raises(ModelMissingError, match="gone"):
        read_model_file(tmp_path / "gone.onnx")


def test_both_networks_are_found_and_run(files, tmp_path):
    folder = tmp_path / "models"
    assert find_networks(folder) == files
    deeper = folder / "swappers"
    deeper.mkdir()
    files.swapper.rename(deeper / "a.onnx")
    found = find_networks(folder)
    assert found is not None
    assert found.swapper == deeper / "a.onnx"
    painted = open_networks(found).paint(
        np.full((128, 128, 3), 90, np.uint8) + np.arange(128, dtype=np.uint8)[:, None],
        np.eye(NUMBERS, dtype=np.float32)[0],
    )
    assert painted.shape == (128, 128, 3)


@pytest.mark.parametrize("gone", ["det.onnx", "rec.onnx", "swapper"])
def test_what_is_incomplete_is_not_found(files, tmp_path, gone):
    (files.swapper if gone == "swapper" else files.analysis / gone).unlink()
    assert find_networks(tmp_path / "models") is None


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert models_in(tmp_path / "gone") == ()
    assert find_networks(tmp_path / "gone") is None


def test_the_free_pack_and_the_stub_are_known(shared_dir):
    folder = shared_dir / "models" / "tests-only"
    pack = folder / "insightface_pack_free"
    assert kind_of(pack / "det_yunet_640.onnx") is ModelKind.DETECTOR
    assert read_model_file(pack / "rec_sface.onnx").numbers == 128
    assert read_model_file(folder / "inswapper_stub_512.onnx").numbers == 512
