from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from kiosk.bridge import Bridge
from kiosk.flow import State
from kiosk.stage import Stage
from pipeline.sources.demo import DemoVisitor

SIZE = QSize(540, 960)


def test_screens_are_laid_out_before_anybody_comes_to_them(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    stage = Stage(window, Bridge(DemoVisitor()), 2.0)
    window.resize(SIZE)
    window.show()

    stage.fit(SIZE)

    for state in set(stage.screens) - {State.SETUP}:
        assert stage.screens[state].size() == SIZE
        assert not stage.screens[state].isVisible()
    buttons = (
        stage.consent.agree,
        stage.choose.leave,
        stage.live.shutter,
        stage.result.keep,
        stage.handover.done,
        stage.pin.cancel,
        stage.staff.back,
    )
    for button in buttons:
        assert button.y() > SIZE.height() // 2, button
