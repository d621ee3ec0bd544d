import pytest
from pydantic import ValidationError

from kiosk.settings.sections.paintings import Paintings


@pytest.mark.parametrize("key", ["a", "A/b", "a/b/c", "../b", "a/b\n", "/b"])
def test_paintings_are_named_by_pack(key: str) -> None:
    with pytest.raises(ValidationError):
        Paintings(hidden=(key,))
