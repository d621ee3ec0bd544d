import pytest
from pydantic import ValidationError

from kiosk.settings.sections.storage import Storage


@pytest.mark.parametrize("folder", ["", "x/y", "~nobody-here/x", "/a\nb", "/a\0b"])
def test_a_folder_needs_its_whole_path(folder: str) -> None:
    with pytest.raises(ValidationError):
        Storage.model_validate({"folder": folder})


def test_a_folder_may_be_below_home() -> None:
    folder = Storage.model_validate({"folder": "~/kiosk"}).folder

    assert folder is not None
    assert folder.is_absolute()
    assert folder.name == "kiosk"
