from pathlib import Path

import numpy as np
import pytest

from pipeline.antispoof import LIVE_FROM, AntiSpoof
from pipeline.errors import ModelError
from pipeline.images import read_image
from pipeline.weights import Model, manifest, models_folder

FACE = np.array([[60, 40, 0], [160, 180, 0]], np.float32)


@pytest.mark.parametrize("name", ["minifasnet_v2_", "minifasnet_v1se_"])
def test_a_model_that_an_operator_has_judges_faces(shared_dir: Path, name: str) -> None:
    (path,) = (shared_dir / "models" / "tests-only").glob(f"{name}*.onnx")
    model = AntiSpoof(path)
    photos = shared_dir / "testdata" / "photos"
    bgr = read_image(photos / "astronaut_eileen_collins.jpg")

    assert 0.0 <= model.judge(bgr, FACE) <= 1.0
    assert model.judge(bgr, FACE) == model.judge(bgr, FACE)
    assert len(model.sha256) == 64
    assert 0 < LIVE_FROM < 1


@pytest.mark.parametrize("content", [b"", b"no model", b"\x08\x07" * 500])
def test_what_is_no_model_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.onnx"
    path.write_bytes(content)

    with pytest.raises(ModelError, match=r"wrong\.onnx is no"):
        AntiSpoof(path)


def test_a_missing_one_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"privacy\.antispoof"):
        AntiSpoof(tmp_path / "none.onnx")
    with pytest.raises(ModelError, match="cannot be read"):
        AntiSpoof(tmp_path)


@pytest.mark.parametrize("other", [Model.YUNET, Model.MESH_468, Model.BLENDSHAPES])
def test_a_model_for_something_else_is_said(other: Model) -> None:
    with pytest.raises(ModelError, match="no anti-spoof model"):
        AntiSpoof(models_folder() / manifest()[other].file)
