import pytest
from pydantic import ValidationError

from kiosk.settings.sections.visit import Visit


@pytest.mark.parametrize(
    "values",
    [
        {"countdown_s": "3"},
        {"countdown_s": True},
        {"countdown_s": 3.0},
        {"countdown_s": 11},
        {"idle_s": 14},
        {"idle_s": 61},
        {"auto_shutter": 1},
        {"language": "it"},
        {"languages": []},
        {"languages": "en"},
        {"languages": ["en", "en"]},
        {"language": "de", "languages": ["en"]},
        {"painting": ""},
        {"unknown": 1},
    ],
)
def test_what_a_visit_cannot_be(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Visit.model_validate(values)
