"""The engine that the settings choose, and whether it may be used."""

import pytest

from kiosk.engines import choosing, models_folder, open_chosen_engine
from kiosk.settings.schema import Settings
from tests.face_networks import write_networks

LICENCE = "InsightFace commercial licence 2026-117"


def settings(**engine):
    return Settings.model_validate({"engine": engine})


def test_the_usual_engine_needs_nothing(tmp_path):
    engine = open_chosen_engine(settings(), tmp_path)
    assert engine.name == "mesh"
    assert not engine.trouble


@pytest.mark.parametrize("licence", ["", "   "])
def test_without_a_stated_licence_the_networks_stay_off(tmp_path, licence):
    write_networks(tmp_path / "models")
    engine = open_chosen_engine(settings(name="insightface", licence=licence), tmp_path)
    assert engine.name == "mesh"
    assert "engine.licence" in engine.trouble.sentence


@pytest.mark.parametrize("name", ["insightface", "hybrid"])
def test_with_licence_and_models_they_paint(tmp_path, name):
    write_networks(tmp_path / "models")
    engine = open_chosen_engine(settings(name=name, licence=LICENCE), tmp_path)
    assert engine.name == name
    assert not engine.trouble


def test_models_may_lie_elsewhere(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    write_networks(elsewhere)
    chosen = settings(name="hybrid", licence=LICENCE, models=str(elsewhere))
    assert models_folder(chosen, tmp_path / "data") == elsewhere
    assert open_chosen_engine(chosen, tmp_path / "data").name == "hybrid"


def test_without_models_the_mesh_stands_in_and_says_what_to_do(tmp_path):
    engine = open_chosen_engine(settings(name="hybrid", licence=LICENCE), tmp_path)
    assert engine.name == "mesh"
    assert "kiosk models add" in engine.trouble.sentence


def test_a_command_may_choose_another_engine():
    usual = settings(licence=LICENCE)
    assert choosing(usual, None) is usual
    assert choosing(usual, "hybrid").engine.name == "hybrid"
    assert choosing(usual, "hybrid").engine.licence == LICENCE
