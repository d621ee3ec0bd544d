"""One kiosk stays open for all tests of a file: each leaves it as it found it."""

from collections.abc import Iterator

import pytest

import kiosk.trouble
import kiosk.visit.headcount
import kiosk.visit.recovery
from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import Library, open_library
from kiosk.places import CONFIG_NAME
from pipeline.sources.demo import DemoVisitor
from tests.fake_camera import FakeCamera
from tests.rehearsing import Scene
from tests.sitters import write_sitters


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(write_sitters(tmp_path_factory.mktemp("packs")))


@pytest.fixture(scope="module")
def visitor() -> DemoVisitor:
    return DemoVisitor()


@pytest.fixture(scope="module")
def _impatient() -> Iterator[None]:
    """Seconds become tenths where the kiosk waits for quiet, or for what is broken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kiosk.visit.headcount, "LOOK_EVERY_MS", 50)
        patch.setattr(kiosk.visit.recovery, "LOOK_EVERY_S", 0.2)
        patch.setattr(kiosk.visit.recovery, "FIRST_TRY_S", 0.2)
        patch.setattr(kiosk.visit.recovery, "TRUSTED_AFTER_S", 0.0)
        patch.setattr(kiosk.trouble, "LOST_AT_MOST_S", 1.2)
        yield


@pytest.fixture(scope="module")
def opened(
    _impatient: None,
    library: Library,
    visitor: DemoVisitor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("kiosk")
    settings = CurrentSettings.usual(
        folder / CONFIG_NAME, {("camera", "source"): "demo"}
    )
    scene = Scene(settings, library, folder, FakeCamera(visitor))
    with scene.house:
        scene.until(lambda: scene.app.complete, "the paintings")
        # A visitor who waits for one to be prepared would be taken for gone.
        scene.until(lambda: scene.app.headcount.complete, "the headcount")
        yield scene


@pytest.fixture
def scene(opened: Scene) -> Scene:
    opened.camera.plugged = True
    opened.room.enter()
    opened.reach(State.ATTRACT)
    opened.states.clear()
    return opened
