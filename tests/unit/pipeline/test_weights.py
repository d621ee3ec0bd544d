import shutil
import tomllib

import pytest

from pipeline import weights
from pipeline.errors import ModelAlteredError, ModelMissingError
from pipeline.weights import Model, manifest, model_path, models_folder


@pytest.fixture
def folder(tmp_path):
    """A copy of the manifest with the smallest of the models."""
    shutil.copy(models_folder() / "models.toml", tmp_path)
    shutil.copy(model_path(Model.FACE_GEOMETRY), tmp_path)
    return tmp_path


@pytest.mark.parametrize("model", Model)
def test_every_model_is_there_and_intact(model):
    assert model_path(model).is_file()


def test_everything_in_the_folder_is_accounted_for():
    named = {entry.file for entry in manifest().values()}
    kinds = (".onnx", ".binarypb", ".tflite")
    there = {path.name for path in models_folder().iterdir() if path.suffix in kinds}
    assert named == there


def test_every_licence_has_its_text():
    for entry in manifest().values():
        text = models_folder() / "licences" / f"{entry.licence}.txt"
        assert text.stat().st_size > 500


def test_notice_names_every_file():
    notice = (models_folder() / "NOTICE").read_text(encoding="utf-8")
    assert all(entry.file in notice for entry in manifest().values())


def test_the_manifest_pins_the_wheel_of_each_model():
    content = tomllib.loads((models_folder() / "models.toml").read_text("utf-8"))
    assert {one["wheel"] for one in content["model"]} == set(content["wheels"])


def test_a_missing_model_is_named(folder):
    with pytest.raises(ModelMissingError, match=r"yunet.*finds faces.*missing"):
        model_path(Model.YUNET, folder)


def test_an_altered_model_is_refused(folder):
    path = model_path(Model.FACE_GEOMETRY, folder)
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    weights.model_path.cache_clear()
    with pytest.raises(ModelAlteredError, match="not the one that Vernissage ships"):
        model_path(Model.FACE_GEOMETRY, folder)


def test_a_truncated_model_is_refused(folder):
    path = folder / manifest()[Model.FACE_GEOMETRY].file
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelAlteredError):
        model_path(Model.FACE_GEOMETRY, folder)


def test_a_folder_in_the_model_s_place_is_refused(folder):
    (folder / manifest()[Model.YUNET].file).mkdir()
    with pytest.raises(ModelMissingError):
        model_path(Model.YUNET, folder)


def test_a_model_that_appears_later_is_found(folder):
    with pytest.raises(ModelMissingError):
        model_path(Model.YUNET, folder)
    shutil.copy(model_path(Model.YUNET), folder)
    assert model_path(Model.YUNET, folder).parent == folder


def test_a_missing_manifest_is_named(tmp_path):
    with pytest.raises(ModelMissingError, match=r"models\.toml"):
        model_path(Model.YUNET, tmp_path)


@pytest.mark.parametrize(
    "content", ["not toml [", "", "model = 3", "[[model]]\nname=1"]
)
def test_a_damaged_manifest_is_refused(tmp_path, content):
    (tmp_path / "models.toml").write_text(content)
    with pytest.raises(ModelAlteredError, match="damaged"):
        model_path(Model.YUNET, tmp_path)
