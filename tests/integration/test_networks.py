"""A visit on InsightFace's networks, and what becomes of it when they fail.

The models are small ones in InsightFace's shapes, run by its own classes.
"""

import time

import pytest

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import open_library
from kiosk.places import CONFIG_NAME
from kiosk.rehearsal.house import House
from kiosk.rehearsal.traces import Traces
from kiosk.rehearsal.walk import Walk
from kiosk.settings.read import load_or_default
from kiosk.staff.facts import Condition, Topic
from pipeline.swap.network_swap import NetworkSwapper
from pipeline.swap.opening import open_networks
from tests.face_networks import write_networks
from tests.sitters import write_sitters

SIZE_PX = (540, 960)
LICENCE = "InsightFace commercial licence 2026-117"
SETTINGS = """
[engine]
name = "hybrid"
licence = "{licence}"
models = '{models}'

[camera]
source = "demo"
"""


@pytest.fixture
def files(tmp_path):
    files = write_networks(tmp_path / "models")
    open_networks(files)  # loading InsightFace takes longer than a visit waits
    return files


@pytest.fixture
def settings(tmp_path):
    file = tmp_path / CONFIG_NAME
    text = SETTINGS.format(licence=LICENCE, models=tmp_path / "models")
    file.write_text(text, encoding="utf-8")
    return CurrentSettings(*load_or_default(file, {}))


@pytest.fixture
def house(tmp_path, files, settings):
    packs = tmp_path / "packs"
    packs.mkdir()
    library = open_library(write_sitters(packs))
    with House(settings, library, tmp_path / "data", SIZE_PX, speed=4.0) as house:
        yield house


def engine_of(house):
    return house.app.workshop.painter()


def painted_by_networks(house):
    """Whether the picture that is shown is drawn by the networks."""
    hung = house.app.bridge._hung
    memories = hung.portrait._memories.values() if hung else ()
    return any(memory.impression is not None for memory in memories)


def to_live(house):
    walk = Walk(house)
    walk.begin()
    walk.agree()
    walk.choose("pack/lord")
    house.until(lambda: painted_by_networks(house), "a face of the networks", 12)
    return walk


def test_a_whole_visit_runs_on_the_networks(house, tmp_path):
    walk = to_live(house)
    walk.shoot()
    assert walk.state is State.RESULT
    painter = engine_of(house)
    assert (painter.engine, painter.trouble) == ("hybrid", "")
    assert painter.licence == LICENCE
    walk.keep()
    house.until(lambda: walk.state is State.ATTRACT, "the beginning", 30)
    traces = Traces(house.app, tmp_path / "data")
    house.watch(lambda: not traces.left(), 5.0)
    assert traces.left() == []


def test_pulling_the_models_away_brings_the_mesh_back_within_a_second(house, files):
    walk = to_live(house)
    files.swapper.unlink()
    gone_s = time.monotonic()
    house.until(lambda: not painted_by_networks(house), "the mesh", 6)
    assert time.monotonic() - gone_s < 2.5  # a second, and a busy machine
    assert walk.state is State.LIVE
    assert "taken away" in engine_of(house).trouble
    walk.shoot()
    assert walk.state is State.RESULT


def test_a_provider_that_breaks_in_mid_visit_is_told_to_staff(house, monkeypatch):
    walk = to_live(house)

    def broken(*_given):
        raise RuntimeError("CUDA error 719: unspecified launch failure")

    swapper = house.app.bridge._hung.portrait._engine.finisher._slow
    assert isinstance(swapper, NetworkSwapper)
    monkeypatch.setattr(swapper._networks.recogniser, "get_feat", broken)
    house.until(lambda: not painted_by_networks(house), "the mesh", 6)
    walk.shoot()
    assert walk.state is State.RESULT
    (fact,) = (one for one in house.app.examiner.facts() if one.topic is Topic.ENGINE)
    assert fact.condition is Condition.BAD
    assert "kiosk models check" in fact.sentence


def test_the_engine_is_changed_while_somebody_lives_in_the_painting(house, settings):
    walk = to_live(house)
    settings.take(settings.write({"engine.name": "mesh"}))
    house.until(lambda: engine_of(house).engine == "mesh", "the mesh engine", 12)
    house.until(lambda: not painted_by_networks(house), "the mesh", 12)
    settings.take(settings.write({"engine.name": "insightface"}))
    house.until(lambda: engine_of(house).engine == "insightface", "networks", 12)
    house.until(lambda: painted_by_networks(house), "the networks", 12)
    assert walk.state is State.LIVE
    walk.shoot()
    assert walk.state is State.RESULT
