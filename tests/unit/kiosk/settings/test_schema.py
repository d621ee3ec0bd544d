import pytest
from pydantic import ValidationError

from kiosk.settings.names import SETTINGS
from kiosk.settings.schema import Settings


def test_defaults_are_right() -> None:
    defaults = Settings()
    values = defaults.model_dump()

    assert Settings.model_validate(values) == defaults
    assert defaults.visit.idle_s == 45
    assert defaults.visit.languages == ("en", "ru", "de", "fr", "es")


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings().visit.idle_s = 20  # type: ignore[misc]


def test_every_setting_says_in_one_sentence_what_it_is_for() -> None:
    for setting in SETTINGS.values():
        assert setting.description.endswith("."), setting.name
        assert ". " not in setting.description, setting.name
        assert setting.allowed, setting.name


def test_limits_are_known_by_name() -> None:
    countdown = SETTINGS["visit.countdown_s"]

    assert (countdown.least, countdown.most) == (1, 10)
    assert SETTINGS["visit.hints"].choices == ("one", "all", "off")
