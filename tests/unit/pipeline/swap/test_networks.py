"""InsightFace's own classes, on small models of their shapes."""

import numpy as np
import pytest

from pipeline.errors import ModelError
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.opening import open_networks
from tests.face_networks import NUMBERS, write_networks

GREY = np.full((112, 112, 3), 90, np.uint8)


def face(seed=1, side_px=128):
    random = np.random.default_rng(seed)
    return random.integers(40, 160, (side_px, side_px, 3)).astype(np.uint8)


@pytest.fixture(scope="module")
def networks(tmp_path_factory):
    return open_networks(write_networks(tmp_path_factory.mktemp("nets")))


def test_an_identity_has_length_one_and_differs_between_faces(networks):
    first = networks.identify(face(1, networks.identity_side_px) // 2)
    second = networks.identify(face(2, networks.identity_side_px))
    assert first.shape == (NUMBERS,)
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert float(first @ second) < 0.9999


def test_the_face_is_painted_by_the_identity(networks):
    painted = face()
    identities = np.eye(NUMBERS, dtype=np.float32)[:2]
    first, second = (networks.paint(painted, one) for one in identities)
    assert first.shape == painted.shape
    assert first.dtype == np.uint8
    assert np.abs(first.mean((0, 1)) - second.mean((0, 1))).max() > 3
    # What the network tints stays the same picture, in the same order of channels.
    ratio = first.astype(float).mean((0, 1)) / painted.mean((0, 1))
    assert np.abs(first - painted * ratio).mean() < 2


def test_sixteen_bits_paint_the_same(networks, tmp_path):
    half = open_networks(write_networks(tmp_path, half=True))
    identity = np.eye(NUMBERS, dtype=np.float32)[3]
    difference = half.paint(face(), identity).astype(int) - networks.paint(
        face(), identity
    )
    assert np.abs(difference).max() <= 2


@pytest.mark.parametrize("answer", ["nan", "black"])
def test_nonsense_is_never_shown(tmp_path, answer):
    with pytest.raises(ModelError, match="nonsense"):
        open_networks(write_networks(tmp_path, answer=answer))


def test_files_that_go_away_are_noticed(tmp_path):
    files = write_networks(tmp_path)
    networks = open_networks(files)
    networks.require_files()
    files.swapper.unlink()
    with pytest.raises(ModelError, match="taken away"):
        networks.require_files()


def test_the_free_pack_and_the_stub_run(shared_dir):
    """Models of real size: 128 numbers do not go with a swapper of 512."""
    folder = shared_dir / "models" / "tests-only"
    files = NetworkFiles(
        folder / "insightface_pack_free", folder / "inswapper_stub_512.onnx"
    )
    with pytest.raises(ModelError, match="belong together"):
        open_networks(files)
