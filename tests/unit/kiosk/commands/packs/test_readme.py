"""What the README promises about packs."""

import json
import re
import shutil
from pathlib import Path

import pytest

from kiosk.actions import modules_in
from kiosk.commands import packs
from kiosk.packs.fetch.masterpieces import FILE_NAME, read_masterpieces
from kiosk.packs.library import packs_folder

README = Path(__file__).parents[5] / "README.md"


@pytest.fixture(scope="module")
def chapter() -> str:
    text = README.read_text(encoding="utf-8")
    (found,) = re.findall(r"^## Your own paintings\n(.*?)^## ", text, re.M | re.S)
    return str(found)


def test_the_example_of_a_pack_can_be_installed_without_any_problem(chapter, say):
    (example,) = re.findall(r"```toml\n(format = .*?)```", chapter, re.S)
    folder = Path("town-museum")
    folder.mkdir()
    (folder / "pack.toml").write_text(example, encoding="utf-8")
    shutil.copy(packs_folder() / "studio" / "lady.jpg", folder / "miller.jpg")

    code, told, _ = say("check", folder, "--json")

    assert (code, json.loads(told)["problems"]) == (0, [])
    assert say("install", folder)[0] == 0
    assert "town-museum 1" in say("list")[1]


def test_every_action_has_a_line(chapter):
    rows = re.findall(r"^\| (`.*?) \|", chapter, re.M)
    told = set(re.findall(r"`([a-z]+)", " ".join(rows)))

    assert told == {name.__name__.rpartition(".")[2] for name in modules_in(packs)}


def test_our_list_is_as_long_as_is_said(chapter):
    (said,) = re.findall(r"our list of (\d+) famous", chapter)

    assert int(said) == len(read_masterpieces(packs_folder() / FILE_NAME))
