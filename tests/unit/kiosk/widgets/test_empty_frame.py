from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.empty_frame import STILL_STRENGTH, EmptyFrame


@pytest.fixture
def frame(dressed, qtbot: QtBot) -> Iterator[EmptyFrame]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 400)
    frame = EmptyFrame(parent)
    frame.hang(200, 60, 250, 16)
    parent.show()
    yield frame
    parent.close()


def test_its_light_breathes_while_it_is_seen(frame: EmptyFrame, qtbot: QtBot) -> None:
    first = frame.strength()
    qtbot.waitUntil(lambda: abs(frame.strength() - first) > 0.1)

    frame.parentWidget().hide()
    assert frame.strength() == STILL_STRENGTH


def test_with_reduced_motion_nothing_moves(frame: EmptyFrame, qtbot: QtBot) -> None:
    frame.set_reduced_motion(reduced=True)
    before = frame.grab().toImage()
    qtbot.wait(150)

    assert frame.grab().toImage() == before


def test_it_moves_again_when_it_may(frame: EmptyFrame, qtbot: QtBot) -> None:
    frame.set_reduced_motion(reduced=True)
    frame.set_reduced_motion(reduced=False)

    qtbot.waitUntil(lambda: abs(frame.strength() - STILL_STRENGTH) > 0.1)
