"""The pictures of the README about packs: a pack is made, installed and chosen from."""

import pytest

from kiosk.cli import main
from pipeline.images import read_image

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("dressed", "own_logging")]


def test_the_story_comes_to_its_end(tmp_path, capsys):
    assert main(["pictures", "--packs", "--out", str(tmp_path)]) == 0
    names = [line.rpartition("/")[2] for line in capsys.readouterr().out.split()]
    assert names == [
        "pack-previews.jpg",
        "pack-stick.jpg",
        "pack-making.jpg",
        "pack-installed.jpg",
        "pack-chooser.jpg",
    ]
    assert read_image(tmp_path / "pack-chooser.jpg").shape == (800, 1280, 3)
