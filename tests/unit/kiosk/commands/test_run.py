from pathlib import Path

import pytest

import kiosk.qt
import kiosk.tour
from kiosk.cli import main
from kiosk.packs.library import open_library

pytestmark = pytest.mark.usefixtures("own_logging", "dressed")


@pytest.fixture(autouse=True)
def _no_screen(sitters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk.qt, "screen_is_usable", lambda: False)
    monkeypatch.setattr(kiosk.tour, "SIZES_PX", {"landscape": (480, 270)})
    monkeypatch.setattr(kiosk.tour, "LIVELY_AFTER_S", 0.1)
    monkeypatch.setattr(kiosk.tour, "open_library", lambda: open_library(sitters))


@pytest.mark.parametrize("save_to", ["kept", None])
def test_without_a_screen_portraits_are_kept_where_they_should_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], save_to: str | None
) -> None:
    out = tmp_path / "out"
    more = [] if save_to is None else ["--save-to", str(tmp_path / save_to)]

    assert main(["run", "--out", str(out), *more]) == 0

    painted = {Path(line) for line in capsys.readouterr().out.splitlines()[1:]}
    assert len(painted) == 3
    (portrait,) = set(tmp_path.rglob("*.*")) - painted
    assert portrait.parent == (tmp_path / save_to if save_to else out)
