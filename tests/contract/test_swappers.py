"""Every engine keeps the promises of `FaceSwapper`."""

import time
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.backends import ENGINES, open_engine
from pipeline.live import Shot
from pipeline.manner import Memory
from pipeline.mesh import OVAL
from pipeline.painting import load_painting
from pipeline.still import make_still
from pipeline.types import Frame, TrackedFace
from tests.face_networks import write_networks

STUDIO = Path(__file__).resolve().parents[2] / "museum_targets" / "studio"


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request, tmp_path_factory):
    files = write_networks(tmp_path_factory.mktemp("networks"))
    opened = open_engine(request.param, files)
    assert not opened.trouble, opened.trouble.sentence
    assert opened.name == request.param
    return opened


@pytest.fixture(scope="module")
def painting(engine):
    return load_painting(STUDIO / "gold.jpg", engine)


@pytest.fixture(scope="module")
def visitor(engine):
    bgr = np.ascontiguousarray(astronaut()[..., ::-1])
    return bgr, engine.landmarker.first_look(bgr, engine.detector.detect(bgr)[0])


@pytest.fixture(scope="module")
def canvas(painting):
    size = tuple(side // 2 for side in painting.bgr.shape[1::-1])
    return painting.canvas(0, 0.5, cv2.resize(painting.bgr, size))


@pytest.fixture(params=["swapper", "finisher"])
def drawn(request, engine, visitor, canvas):
    memory, swapper = Memory(), getattr(engine, request.param)
    swapper.draw(*visitor, canvas, memory)
    until_s = time.monotonic() + 8
    while engine.name != "mesh" and memory.impression is None:
        assert time.monotonic() < until_s
        time.sleep(0.01)
    return swapper.draw(*visitor, canvas, memory)


def test_what_is_drawn_fits_the_canvas(drawn, canvas):
    assert drawn.bgr.shape == (*canvas.size_px[::-1], 3)
    assert drawn.bgr.dtype == np.uint8
    assert drawn.trust.shape == canvas.small_size_px[::-1]
    assert drawn.trust.dtype == np.float32
    assert drawn.points.shape == (468, 3)


def test_trust_is_high_inside_the_face_and_bounded(drawn, canvas):
    inside = np.zeros(drawn.trust.shape, np.uint8)
    ring = np.round(drawn.points[OVAL, :2] / canvas.step).astype(np.int32)
    cv2.fillPoly(inside, [ring], 1)
    inside = cv2.erode(inside, np.ones((7, 7), np.uint8)) > 0
    assert 0 <= drawn.trust.min() <= drawn.trust.max() <= 1.001
    assert drawn.trust[inside].mean() > 0.8


def test_its_points_lie_in_the_painted_outline(drawn, canvas):
    away = np.abs(drawn.points[OVAL, :2] - canvas.points[OVAL, :2])
    assert away.max() < 0.08 * canvas.face_px


def test_a_portrait_changes_nothing_outside_its_mask(engine, visitor, painting):
    bgr, mesh = visitor
    shot = Shot(Frame(bgr, 1.0, 0), (TrackedFace(1, mesh),), {1: 0})
    still = make_still((shot,), painting, engine)
    x0, y0, x1, y1 = still.changed_box_px
    outside = np.ones(painting.bgr.shape[:2], bool)
    outside[y0:y1, x0:x1] = False
    assert (still.bgr[outside] == painting.bgr[outside]).all()
    assert np.abs(still.bgr[y0:y1, x0:x1] - painting.bgr[y0:y1, x0:x1]).max() > 20
