from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.places import cache_folder, config_file, data_folder, log_folder

PLACES = [config_file, data_folder, log_folder, cache_folder]


def test_one_home_takes_everything(tmp_path: Path) -> None:
    environ = {"VERNISSAGE_HOME": str(tmp_path)}

    places = [place(environ) for place in PLACES]

    assert len(set(places)) == len(PLACES)
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", PLACES)
def test_without_it_the_platform_decides(place: Callable[..., Path]) -> None:
    assert place({}).is_absolute()
    assert "Vernissage" in place({}).parts
    assert place({"VERNISSAGE_HOME": " "}) == place({})


@pytest.mark.parametrize("home", ["here", "./x", "~nobody-here/x", "/a\0b"])
@pytest.mark.parametrize("place", PLACES)
def test_home_must_be_a_whole_path(place: Callable[..., Path], home: str) -> None:
    with pytest.raises(SettingsError, match="VERNISSAGE_HOME"):
        place({"VERNISSAGE_HOME": home})
