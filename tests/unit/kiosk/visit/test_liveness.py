from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject

from kiosk.settings.sections.privacy import Privacy
from kiosk.visit.liveness import LivenessCheck
from pipeline.errors import NotAliveError
from pipeline.life import Life
from pipeline.live import Shot
from pipeline.types import FaceMesh, Frame, TrackedFace

POINTS = np.array([[60, 40, 0], [160, 180, 0]], np.float32)


class FakeModel:
    sha256 = "0" * 64

    def __init__(self, alive: float) -> None:
        self.alive = alive

    def judge(self, _bgr: np.ndarray, _points: np.ndarray) -> float:
        return self.alive


def burst() -> tuple[Shot, ...]:
    frame = Frame(np.zeros((240, 320, 3), np.uint8), 0.0, 0)
    return (Shot(frame, (TrackedFace(1, FaceMesh(POINTS, 1.0)),), {1: 0}),)


def check_with(privacy: Privacy, life: Life = Life.ALIVE) -> LivenessCheck:
    return LivenessCheck(SimpleNamespace(life=life), lambda: privacy, QObject())


@pytest.mark.parametrize(
    ("mode", "life", "hints", "refuses"),
    [
        ("off", Life.DOUBTED, False, False),
        ("warn", Life.DOUBTED, True, False),
        ("warn", Life.UNKNOWN, False, False),
        ("refuse", Life.DOUBTED, True, True),
        ("refuse", Life.UNKNOWN, False, True),
        ("refuse", Life.ALIVE, False, False),
    ],
)
def test_it_says_and_refuses_as_it_is_set(
    mode: str, life: Life, hints: bool, refuses: bool
) -> None:
    check = check_with(Privacy(liveness=mode), life)

    assert bool(check.hint()) == hints
    assert bool(check.refusal()) == refuses


@pytest.mark.parametrize(
    ("mode", "alive", "refused"),
    [
        ("refuse", 0.1, True),
        ("refuse", 0.9, False),
        ("warn", 0.1, False),
        ("off", 0.1, False),
    ],
)
def test_an_installed_model_has_its_say(
    monkeypatch: pytest.MonkeyPatch, mode: str, alive: float, refused: bool
) -> None:
    monkeypatch.setattr("kiosk.visit.liveness.AntiSpoof", lambda _: FakeModel(alive))
    check = check_with(Privacy(liveness=mode, antispoof=Path("/models/m.onnx")))

    if refused:
        with pytest.raises(NotAliveError):
            check.check(burst())
    else:
        check.check(burst())
    check.check(())


def test_a_missing_model_stops_nobody_and_is_said(tmp_path: Path) -> None:
    privacy = Privacy(liveness="refuse", antispoof=tmp_path / "none.onnx")
    check = check_with(privacy)

    check.check(burst())

    assert "none.onnx cannot be read" in check.problem
