"""What is painted in front of a face."""

import numpy as np
import pytest

from pipeline.occlusion import Occlusion, fit_to_edges


def shown_at(painting, index):
    """How much of the face shows at one of its points."""
    face = painting.faces[0]
    x, y = face.points_px[index, :2].round().astype(int)
    shown = face.occlusion.placed((x - 1, y - 1, x + 2, y + 2), 1.0)
    return float(shown.mean())


@pytest.mark.parametrize("name", ["garden", "gold", "lady", "turban"])
def test_eyes_nose_mouth_and_the_near_cheek_always_show(studio, name):
    for index in (1, 5, 13, 14, 133, 145, 159, 168, 362, 374, 386):
        assert shown_at(studio[name], index) > 0.95, index
    cheeks = (50, 205) if studio[name].faces[0].yaw_deg > 0 else (280, 425)
    assert min(shown_at(studio[name], index) for index in cheeks) > 0.9


def test_a_mask_is_placed_where_it_belongs():
    shown = np.ones((40, 60), np.float32)
    shown[10:20, 30:45] = 0
    occlusion = Occlusion((100, 200, 160, 240), shown)
    assert np.allclose(occlusion.placed((100, 200, 160, 240), 1.0), shown)
    part = occlusion.placed((125, 205, 150, 225), 1.0)
    assert np.allclose(part, shown[5:25, 25:50], atol=1e-5)


def test_a_coarse_mask_is_placed_at_any_size():
    shown = np.ones((20, 30), np.float32)
    shown[5:10, 15:22] = 0
    occlusion = Occlusion((100, 200, 160, 240), shown)
    twice = occlusion.placed((200, 400, 320, 480), 2.0)
    assert twice.shape == (80, 120)
    y, x = np.nonzero(twice < 0.5)
    assert abs(x.mean() - 72) < 3
    assert abs(y.mean() - 28) < 3
    assert twice[:15].min() == 1


def test_beyond_its_box_the_edge_goes_on():
    shown = np.tile(np.linspace(0, 1, 10, dtype=np.float32)[:, None], (1, 10))
    wide = Occlusion((10, 10, 20, 20), shown).placed((0, 0, 30, 30), 1.0)
    assert wide[0].max() == 0
    assert wide[-1].min() == 1


def test_a_rough_mask_takes_the_pictures_edge():
    guide = np.full((60, 60), 0.8, np.float32)
    guide[:, :30] = 0.1
    rough = np.zeros((60, 60), np.float32)
    rough[:, :34] = 1  # four pixels too far
    fitted = fit_to_edges(rough, guide, 8, 1e-3)[30]
    assert 0 <= fitted.min() <= fitted.max() <= 1
    assert np.argmin(np.diff(fitted)) == 29, "the step is where the picture's is"
    assert fitted[:20].min() > 0.95
    assert fitted[50:].max() < 0.05
