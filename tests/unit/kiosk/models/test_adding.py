"""Models come in whole or not at all, and only such as can be used."""

import shutil
import stat
import zipfile

import pytest

from kiosk.errors import SettingsError
from kiosk.models import adding, bringing
from kiosk.models.adding import add_models
from kiosk.packs.zip_entries import Limits
from pipeline.errors import ModelError
from pipeline.inventory import ModelKind, find_networks
from pipeline.weights import Model, model_path
from tests.face_networks import write_networks


@pytest.fixture
def source(tmp_path):
    """A folder ``buffalo`` as InsightFace packs it, and a swapper beside it."""
    files = write_networks(tmp_path / "source")
    files.analysis.rename(tmp_path / "source" / "buffalo")
    return tmp_path / "source"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "models"


def zipped(folder, path, prefix=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*.onnx")):
            archive.write(file, prefix + file.relative_to(folder).as_posix())
    return path


def test_what_was_added_is_found_by_the_engine(source, folder):
    pack = add_models(source / "buffalo", folder)
    assert [one.kind for one in pack.files] == [
        ModelKind.DETECTOR,
        ModelKind.RECOGNISER,
    ]
    add_models(source / "swapper.onnx", folder)
    found = find_networks(folder)
    assert found.analysis == folder / "buffalo"
    assert found.swapper == folder / "swapper.onnx"


@pytest.mark.parametrize("prefix", ["", "buffalo_l/"])
def test_a_zip_is_unpacked_whatever_folder_is_in_it(source, folder, tmp_path, prefix):
    path = zipped(source / "buffalo", tmp_path / "buffalo_l.zip", prefix)
    add_models(path, folder)
    names = [file.name for file in sorted((folder / "buffalo_l").iterdir())]
    assert names == ["det.onnx", "rec.onnx"]


def test_everything_at_once(source, folder):
    assert len(add_models(source, folder).files) == 3
    assert find_networks(folder) is not None


def test_twice_the_same_is_no_harm_and_another_of_the_name_is_refused(source, folder):
    add_models(source / "swapper.onnx", folder)
    again = add_models(source / "swapper.onnx", folder)
    assert (again.files, again.known) == ((), ("swapper.onnx",))
    other = write_networks(source / "other", half=True).swapper
    with pytest.raises(ModelError, match=r"another swapper\.onnx already"):
        add_models(other, folder)
    assert left_behind(folder) == ["swapper.onnx"]


def left_behind(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_model_is_refused(source, folder, kept):
    path = source / "buffalo" / "rec.onnx"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(ModelError, match=r"rec\.onnx"):
        add_models(source / "buffalo", folder)
    assert left_behind(folder) == []


def test_foreign_and_incomplete_models_are_refused_with_what_they_are(source, folder):
    with pytest.raises(ModelError, match=r"rec\.onnx \(recogniser\)"):
        add_models(source / "buffalo" / "rec.onnx", folder)
    foreign = source / "blendshapes.onnx"
    shutil.copy(model_path(Model.BLENDSHAPES), foreign)
    with pytest.raises(ModelError, match=r"blendshapes\.onnx \(other\)"):
        add_models(foreign, folder)
    shutil.copy(foreign, source / "buffalo")
    assert add_models(source / "buffalo", folder).left_out == ("blendshapes.onnx",)


def test_what_is_no_model_at_all_is_refused(source, folder, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear museum")
    disguised = tmp_path / "letter.onnx"
    disguised.write_text("Dear museum " * 50)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(SettingsError, match="is no model"):
        add_models(letter, folder)
    with pytest.raises(ModelError, match=r"letter\.onnx"):
        add_models(disguised, folder)
    with pytest.raises(ModelError, match="holds no models"):
        add_models(empty, folder)
    with pytest.raises(SettingsError, match="no file or folder"):
        add_models(tmp_path / "gone", folder)
    assert left_behind(folder) == []


@pytest.mark.parametrize("name", ["../evil.onnx", "/evil.onnx", "C:\\evil.onnx"])
def test_a_zip_that_reaches_out_is_refused(source, folder, tmp_path, name):
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        content = (source / "swapper.onnx").read_bytes()
        archive.writestr(zipfile.ZipInfo(name), content)
    with pytest.raises(SettingsError, match="The zip file"):
        add_models(path, folder)
    assert left_behind(folder) == []
    assert not list(tmp_path.rglob("evil.onnx"))


def test_a_link_in_a_zip_is_refused(folder, tmp_path):
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("rec.onnx")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(SettingsError, match="link"):
        add_models(path, folder)


def test_a_zip_that_grows_is_refused(folder, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rec.onnx", bytes(60_000_000))
    with pytest.raises(SettingsError, match="grows far too large"):
        add_models(path, folder)
    assert left_behind(folder) == []


def test_a_broken_zip_is_refused(source, folder, tmp_path):
    path = zipped(source, tmp_path / "pack.zip")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(SettingsError, match="no whole zip file"):
        add_models(path, folder)


def test_too_much_is_refused(source, tmp_path):
    stage = tmp_path / "stage"
    stage.mkdir()
    with pytest.raises(SettingsError, match="more than 1 models"):
        bringing.bring(source / "buffalo", stage, Limits(most_files=1))
    with pytest.raises(SettingsError, match="larger"):
        bringing.bring(source / "buffalo", stage, Limits(largest_file_bytes=10))


def test_a_full_disk_leaves_nothing(source, folder, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bringing.os, "fsync", full)
    with pytest.raises(SettingsError, match="disk is full"):
        add_models(source, folder)
    assert left_behind(folder) == []


def test_what_a_killed_program_left_is_no_model_and_goes(source, folder):
    stage = folder / f"{adding._STAGE}killed"
    shutil.copytree(source / "buffalo", stage)
    shutil.copy(source / "swapper.onnx", folder)
    assert find_networks(folder) is None
    add_models(source / "buffalo", folder)
    assert left_behind(folder) == ["buffalo", "swapper.onnx"]
