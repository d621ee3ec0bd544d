"""The dark side of a painted face is still its face."""

import numpy as np
import pytest

LIT_AND_SHADED_CHEEKS = (50, 118, 205, 280, 347, 425)
EYELIDS = (145, 159, 374, 386)


@pytest.mark.parametrize(("name", "least"), [("baroque", 0.5), ("gentleman", 0.8)])
def test_a_painted_shadow_is_not_in_front_of_the_face(studio, name, least):
    face = studio[name].faces[0]
    shown = {}
    for index in LIT_AND_SHADED_CHEEKS + EYELIDS:
        x, y = face.points_px[index, :2].round().astype(int)
        box = (x - 1, y - 1, x + 2, y + 2)
        shown[index] = float(np.mean(face.occlusion.placed(box, 1.0)))
    assert min(shown[index] for index in EYELIDS) > 0.9, shown
    assert np.mean([shown[index] for index in LIT_AND_SHADED_CHEEKS]) > least, shown
