"""``kiosk packs check``: verdicts and previews."""

import json
import shutil

import numpy as np
import pytest

from kiosk.packs.library import packs_folder
from pipeline.images import read_image, write_image


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    text = 'format = 1\nid = "two"\nversion = "1"\nlicence = "x"\ntitle = "Two"\n'
    for name in ("pair", "wall"):
        text += f'[[paintings]]\nid = "{name}"\nimage = "{name}.jpg"\ntitle = "x"\n'
        text += 'rights = { kind = "cc0" }\n'
    (folder / "pack.toml").write_text(text)
    shutil.copy(packs_folder() / "studio" / "pair.jpg", folder)
    write_image(folder / "wall.jpg", np.full((1000, 1200, 3), 120, np.uint8))
    return folder


def test_it_says_of_each_painting_how_well_it_suits(say, pack, tmp_path):
    code, out, _ = say("check", pack, "--preview", tmp_path / "previews")
    assert code == 0, "a painting without a face harms nobody"
    lines = out.splitlines()
    assert lines == [
        "warning: wall.jpg, paintings.wall: No face was found. Mark the face by hand "
        "in the editor, or leave the painting out.",
        "pair                            good, room for 2 visitors",
        "wall                            unusable, nobody can step in. No face was "
        "found.",
        "The pack 'two' can be installed; paintings: 2 (good 1, unusable 1).",
    ]
    assert [path.name for path in (tmp_path / "previews").iterdir()] == ["pair.jpg"]
    assert max(read_image(tmp_path / "previews" / "pair.jpg").shape) == 900


def test_it_is_told_as_json(say, pack, tmp_path):
    code, out, _ = say("check", pack, "--json", "--preview", tmp_path / "previews")
    pair, wall = json.loads(out)["verdicts"]
    assert code == 0
    assert (pair["id"], pair["verdict"], pair["room"]) == ("pair", "good", 2)
    assert pair["preview"].endswith("pair.jpg")
    assert (wall["verdict"], wall["room"], wall["preview"]) == ("unusable", 0, None)
    assert wall["said"][0]["words"] == "No face was found."


def test_quickly_it_looks_at_no_face(say, pack):
    code, out, _ = say("check", pack, "--quick", "--json")
    assert (code, json.loads(out)["verdicts"]) == (0, [])
    assert say("check", pack, "--quick", "--preview", "x")[0] == 2


def test_a_preview_that_cannot_be_written_is_told(say, pack, tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, _, complaint = say("check", pack, "--preview", tmp_path / "file")
    assert code == 2
    assert "cannot be made" in complaint


def test_installing_and_listing_carry_the_verdicts(say, pack):
    code, out, _ = say("install", pack, "--json")
    assert code == 0
    values = json.loads(out)
    assert values["installed"]["verdicts"]["pair"]["room"] == 2
    assert values["problems"][0]["file"] == "wall.jpg"
    assert "(2 paintings, good 1, unusable 1, installed)" in say("list")[1]
    listed = json.loads(say("list", "--json")[1])["packs"]
    assert listed[0]["verdicts"]["wall"]["verdict"] == "unusable"
