"""Our paste-back beside InsightFace's own, on small models of its shapes."""

import numpy as np
import pytest

from pipeline.evaluate.paste_back import compare_frames, compare_paste_back
from pipeline.swap.opening import open_networks
from pipeline.types import Frame
from tests.face_networks import write_networks


@pytest.fixture(scope="module")
def networks(tmp_path_factory):
    return open_networks(write_networks(tmp_path_factory.mktemp("nets")))


def test_both_are_timed_on_every_size(networks, studio, astronaut_bgr, astronaut_mesh):
    sizes = ((500, 600), (1600, 1400))
    small, large = compare_paste_back(
        networks,
        studio["lady"],
        Frame(astronaut_bgr, 0.0, 0),
        astronaut_mesh,
        runs=2,
        sizes_px=sizes,
    )
    assert (small.size_px, large.size_px) == sizes
    for one in (small, large):
        assert min(one.stock_ms, one.ours_ms, one.network_ms) > 0
        assert one.ratio == pytest.approx(one.stock_ms / one.ours_ms)
    # InsightFace blends over the whole painting, which has seven times the pixels.
    assert large.stock_ms > 1.5 * small.stock_ms


def test_whole_frames_are_timed_in_every_way(networks, engine, studio, demo):
    frames = [Frame(demo.frame_at(2 + k / 30), k / 30, k) for k in range(3)]
    cost = compare_frames(networks, engine, studio["lady"], frames, (500, 600))
    times = [cost.stock_ms, cost.insightface_ms, cost.hybrid_ms, cost.mesh_ms]
    assert np.all(np.array(times) > 0)
