"""Real models and real faces, prepared once for every test of the engine."""

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.backends import open_engine
from pipeline.devices import PROCESSOR
from pipeline.engine import Engine
from pipeline.evaluate.recogniser import SFace
from pipeline.images import read_image
from pipeline.painting import Painting, prepare_painting
from pipeline.sources.demo import DemoVisitor
from pipeline.types import FaceMesh, ImageBgr
from tests.accelerator import CARD, FakeCard, FakeCardSession

STUDIO = Path(__file__).resolve().parents[3] / "museum_targets" / "studio"
LONGER_SIDE_PX = 800


@pytest.fixture(scope="session")
def engine() -> Engine:
    return open_engine()


@pytest.fixture(scope="session")
def sface() -> SFace:
    """A judge of who is who, which the engine itself never sees."""
    return SFace()


@pytest.fixture(scope="session")
def astronaut_bgr() -> ImageBgr:
    bgr = np.ascontiguousarray(astronaut()[..., ::-1])
    bgr.setflags(write=False)
    return bgr


@pytest.fixture(scope="session")
def astronaut_mesh(engine: Engine, astronaut_bgr: ImageBgr) -> FaceMesh:
    detection = engine.detector.detect(astronaut_bgr)[0]
    return engine.landmarker.first_look(astronaut_bgr, detection)


@pytest.fixture(scope="session")
def demo() -> DemoVisitor:
    """A moving visitor; ``frame_at`` gives any of her moments."""
    return DemoVisitor()


@pytest.fixture(scope="session")
def studio(engine: Engine) -> Mapping[str, Painting]:
    """The studio's paintings by name, the longer side 800 px."""
    return {path.stem: _reduced(path, engine) for path in sorted(STUDIO.glob("*.jpg"))}


def _reduced(path: Path, engine: Engine) -> Painting:
    bgr = read_image(path)
    scale = LONGER_SIDE_PX / max(bgr.shape[:2])
    small = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return prepare_painting(path.stem, small, engine)


@pytest.fixture
def accelerator(monkeypatch):
    """Puts the card into this computer."""
    import onnxruntime

    card = FakeCard()
    opened = onnxruntime.InferenceSession

    def session(path, options=None, providers=(), sess_options=None, **more):
        names = [one[0] if isinstance(one, tuple) else one for one in providers]
        given = options or sess_options
        real = opened(path, given, providers=["CPUExecutionProvider"], **more)
        if "CUDAExecutionProvider" not in names:
            return real
        if card.opening:
            raise card.opening
        return FakeCardSession(real, card)

    monkeypatch.setattr(onnxruntime, "InferenceSession", session)
    devices = (PROCESSOR, CARD)
    monkeypatch.setattr("pipeline.placement.list_devices", lambda _engines: devices)
    return card


@pytest.fixture
def accelerator_for_networks(request, monkeypatch):
    """The same card, for the sessions that InsightFace opens by itself too."""
    import onnxruntime
    from insightface.model_zoo import model_zoo

    accelerator = request.getfixturevalue("accelerator")

    def session(path, **given):
        return onnxruntime.InferenceSession(path, **given)

    monkeypatch.setattr(model_zoo, "PickableInferenceSession", session)
    return accelerator
