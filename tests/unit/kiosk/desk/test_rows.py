import pytest

import kiosk.desk.rows
from kiosk.current import COMMAND_LINE, CurrentSettings
from kiosk.desk.rows import ON_SCREEN, camera_choices, camera_names, setting_rows
from kiosk.settings.names import SETTINGS
from pipeline.sources.cameras import Camera


@pytest.fixture(autouse=True)
def cameras(monkeypatch):
    found = [Camera(0, "Front"), Camera(2, "Back")]
    monkeypatch.setattr(kiosk.desk.rows, "known_cameras", lambda: found)
    return found


def rows_of(tmp_path, **given):
    said = {tuple(name.split("__")): value for name, value in given.items()}
    settings = CurrentSettings.usual(tmp_path / "settings.toml", said)
    return {row.name: row for row in setting_rows(settings, camera_names())}


def test_every_row_is_a_setting_that_the_file_knows(tmp_path):
    licence = "InsightFace 2026-117"
    assert list(rows_of(tmp_path, engine__licence=licence)) == list(ON_SCREEN)
    assert set(ON_SCREEN) <= set(SETTINGS)


def test_every_row_can_be_changed_in_one_way(tmp_path):
    for row in rows_of(tmp_path).values():
        if isinstance(row.value, bool):
            assert (row.choices, row.most) == ((), 0)
        elif isinstance(row.value, int):
            assert row.least <= row.value <= row.most
        else:
            assert row.value in row.choices


def test_only_languages_that_visitors_are_offered_can_be_the_usual_one(tmp_path):
    rows = rows_of(tmp_path, visit__languages=("en", "de"))
    assert rows["visit.language"].choices == ("en", "de")


def test_cameras_are_chosen_by_name(tmp_path):
    row = rows_of(tmp_path)["camera.source"]
    assert row.value == ""
    assert row.choices == ("", "camera:Front", "camera:Back", "demo")


def test_a_camera_that_is_unplugged_stays_a_choice(cameras):
    cameras.clear()
    assert camera_choices("camera:Side", []) == ("", "demo", "camera:Side")
    assert camera_choices("demo", []) == ("", "demo")


def test_what_the_command_line_decides_is_said(tmp_path):
    rows = rows_of(tmp_path, camera__source="demo")
    assert rows["camera.source"].fixed_by == COMMAND_LINE
    assert rows["visit.hints"].fixed_by == ""


def test_other_engines_are_a_choice_only_under_a_licence(tmp_path):
    assert "engine.name" not in rows_of(tmp_path)
    row = rows_of(tmp_path, engine__licence="InsightFace 2026-117")["engine.name"]
    assert (row.value, row.choices) == ("mesh", ("mesh", "insightface", "hybrid"))
