"""``kiosk packs new``: from a folder and a spreadsheet to a pack that is installed."""

import json
import shutil

import pytest

from kiosk.packs.library import packs_folder


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "Town museum"
    folder.mkdir()
    for name in ("lady", "pair"):
        shutil.copy(packs_folder() / "studio" / f"{name}.jpg", folder)
    return folder


@pytest.fixture
def titles(tmp_path):
    path = tmp_path / "titles.csv"
    path.write_bytes("Datei;Titel\r\nLADY;Die Müllerin\r\nx.jpg;X".encode("cp1252"))
    return path


def test_a_pack_is_made_and_installed(say, pictures, titles):
    code, out, _ = say("new", pictures, "--titles", titles)
    assert code == 1, "a row was left out"
    assert "titles.csv, row 3: names the file 'x.jpg'" in out
    assert "town-museum: paintings 2" in out
    code, out, _ = say("install", "town-museum", "--json")
    assert code == 0
    assert json.loads(out)["installed"]["paintings"] == ["lady", "pair"]


def test_it_is_told_as_json(say, pictures, tmp_path):
    target = tmp_path / "made"
    code, out, _ = say(
        "new", pictures, "--out", target, "--id", "a", "--title", "B", "--json"
    )
    values = json.loads(out)
    assert code == 0
    assert values == {
        "made": str(target),
        "id": "a",
        "title": "B",
        "paintings": 2,
        "with_row": 0,
        "rows_left": 0,
        "problems": [],
    }
    assert 'title = "B"' in (target / "pack.toml").read_text(encoding="utf-8")


def test_a_second_time_overwrites_nothing(say, pictures):
    assert say("new", pictures)[0] == 0
    code, _, complaint = say("new", pictures)
    assert code == 2
    assert "nothing is overwritten" in complaint
