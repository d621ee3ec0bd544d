import pytest

from kiosk.config import DIAGONAL_VARIABLE, configured_diagonal_in
from kiosk.errors import SettingsError


def test_no_diagonal_is_configured_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DIAGONAL_VARIABLE, raising=False)

    assert configured_diagonal_in() is None


def test_a_diagonal_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(DIAGONAL_VARIABLE, " 42.5 ")

    assert configured_diagonal_in() == 42.5


@pytest.mark.parametrize("text", ["big", "0", "-3", "1000", "nan", "inf"])
def test_nonsense_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv(DIAGONAL_VARIABLE, text)

    with pytest.raises(SettingsError, match=DIAGONAL_VARIABLE):
        configured_diagonal_in()
