"""The guessed depth of the portrait."""

import numpy as np
import pytest

from pipeline.sources.puppet import stage
from pipeline.sources.puppet.relief import STEP, carve


def test_the_nose_is_nearest_and_the_edges_stay_still():
    relief = carve(stage.load_stage())
    weight = relief.field[..., 3]
    nose_x, nose_y = (stage.load_stage().points_px[1, :2] / STEP).astype(int)
    assert weight[nose_y, nose_x] == pytest.approx(1.0, abs=0.01)
    assert relief.field[nose_y, nose_x, 2] < relief.field[..., 2].min() + 8
    for edge in (weight[0], weight[:, 0], weight[:, -1], weight[-1]):
        assert edge.max() < 0.03
    assert np.linalg.norm(relief.normals[..., :3], axis=2) == pytest.approx(1, abs=1e-4)
