import pytest
from pydantic import ValidationError

from kiosk.settings.sections.venue import Venue


@pytest.mark.parametrize("name", ["a\nb", "a\0", "\x1b[2J", "\u202eabc", "x" * 81])
def test_texts_are_one_line_that_can_be_shown(name: str) -> None:
    with pytest.raises(ValidationError):
        Venue(name=name)


def test_texts_may_hold_the_spaces_of_the_french() -> None:
    assert Venue(name=" Mus\u00e9e\u00a0!").name == "Mus\u00e9e\u00a0!"
