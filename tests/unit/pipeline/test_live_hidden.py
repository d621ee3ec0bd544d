"""Hands, masks and crowds before the camera: always a whole picture, never an error."""

import cv2
import numpy as np
import pytest

from pipeline.live import LivePortrait
from tests.portraits import lab_of, laid_on, mesh_of, polygon, skin_chroma
from tests.scenes import Show

ROOM_PX = (400, 500)
HIDDEN = {
    "mask": ([234, 454, 323, 361, 397, 152, 172, 132, 93], (200, 190, 150)),
    "hand": ([9, 338, 454, 361, 397, 152, 17, 4], (120, 150, 200)),
    "scarf": ([54, 284, 454, 361, 397, 152, 172, 132, 234], (40, 40, 160)),
}


@pytest.fixture(params=["gold", "lady"])
def painting(request, studio):
    return studio[request.param]


@pytest.fixture
def show(engine, painting):
    return Show(LivePortrait(engine, painting, ROOM_PX, mirrored=False))


@pytest.mark.parametrize("what", HIDDEN)
def test_something_before_the_face_passes_without_harm(
    engine, show, painting, astronaut_bgr, astronaut_mesh, what
):
    indices, colour = HIDDEN[what]
    where = polygon(astronaut_bgr, astronaut_mesh.points_px, indices)
    hidden = laid_on(astronaut_bgr, where, colour, 1.5)
    empty = show(np.zeros_like(astronaut_bgr)).bgra
    canvas = show.portrait._canvas(0)
    x0, y0, x1, y1 = canvas.box
    for bgr in (astronaut_bgr, *[hidden] * 8, *[astronaut_bgr] * 40):
        picture = show(bgr).bgra
        changed = (picture != empty).any(-1)
        changed[y0:y1, x0:x1] &= canvas.alpha3[..., 0] == 0
        assert not changed.any(), "nothing but the face ever changes"
    assert show(astronaut_bgr).matched == 1, "and they are back"


def test_a_room_full_of_people_gives_one_portrait(show, painting, astronaut_bgr):
    crowd = np.tile(astronaut_bgr[20:240, 120:340], (4, 5, 1))
    for _ in range(3):
        picture = show(crowd)
    assert (len(picture.faces), picture.matched) == (1, 1)


def test_a_face_that_fills_the_frame_is_painted(
    engine, show, painting, astronaut_bgr, astronaut_mesh
):
    low, high = (edge.astype(int) for edge in _bounds(astronaut_mesh.points_px))
    close_up = astronaut_bgr[low[1] - 4 : high[1] + 4, low[0] - 4 : high[0] + 4]
    large = cv2.resize(close_up, None, fx=9, fy=9, interpolation=cv2.INTER_CUBIC)
    for _ in range(3):
        picture = show(large)
    assert picture.matched == 1
    scale = picture.bgra.shape[0] / painting.bgr.shape[0]
    points = painting.faces[0].points_px * np.float32(scale)
    new = lab_of(np.ascontiguousarray(picture.bgra[..., :3]), points)
    painted = lab_of(painting.bgr, painting.faces[0].points_px)
    assert np.linalg.norm(new - painted) < 12
    assert skin_chroma(new) > 0.7 * skin_chroma(painted)
    seen = mesh_of(engine, np.ascontiguousarray(picture.bgra[..., :3]))
    assert seen.presence > 0.9, "it is a face again"


def _bounds(points_px):
    return points_px[:, :2].min(0), points_px[:, :2].max(0)
