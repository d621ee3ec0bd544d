"""The editor with the real engine, on a pack of two faces in a folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.current import CurrentSettings
from kiosk.desk.editing.room import EditingRoom
from kiosk.desk.editing.session import Session
from kiosk.easel import Easel
from kiosk.packs.editing.saving import FolderHome
from kiosk.screens.editor import Mood
from kiosk.stage import lay_out
from kiosk.tasks import Tasks
from tests.sitters import write_sitters

LONGEST_MS = 30_000


class Studio:
    """An open editor, and hands that work in it."""

    def __init__(
        self, qtbot: QtBot, easel: Easel, folder: Path, settings: CurrentSettings
    ) -> None:
        self.qtbot = qtbot
        self.owner = QObject()
        self.tasks, self.errands = Tasks(self.owner), Tasks(self.owner)
        self.room = EditingRoom(
            settings, easel, self.tasks, self.errands, 2.0, self.owner
        )
        self.screen, self.editor = self.room.screen, self.room.editor
        self.canvas = self.screen.canvas
        self.home = FolderHome(folder)
        self.closed: list[bool] = []
        self.saved: list[str] = []
        self.room.closed.connect(lambda: self.closed.append(True))
        self.room.saved.connect(self.saved.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1000, 800)
        self.screen.show()
        lay_out(self.screen, self.screen.size())

    @property
    def session(self) -> Session:
        session = self.editor.session
        assert session is not None
        return session

    def open(self, number: int = 0) -> None:
        choice = self.home.open().paintings[number]
        self.room.open(choice, choice.title(), self.home)
        self.until(lambda: self.editor.session is not None and self.seen())

    def seen(self) -> bool:
        """Whether what is shown is what the draft says."""
        return self.session.looked is not None and self.editor.settled

    def settle(self) -> None:
        self.until(self.seen)

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=LONGEST_MS)

    def place_of(self, point: int) -> QPoint:
        face = self.canvas.chosen_face
        assert face is not None
        return self.canvas.viewport.to_view(face.points.at(point)).toPoint()

    def drag(self, start: QPoint, by: QPoint, *, drop: bool = True) -> None:
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.canvas, left, pos=start)
        for part in (1, 2, 3):
            QTest.mouseMove(self.canvas, start + by * part / 3)
        if drop:
            QTest.mouseRelease(self.canvas, left, pos=start + by)

    def touch(self, x: float, y: float) -> None:
        """Touch a place of the painting."""
        place = self.canvas.viewport.to_view(QPointF(x, y)).toPoint()
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=place)

    def save(self) -> None:
        self.screen.save.click()
        self.until(lambda: self.screen.mood is Mood.EDITING)

    def stop(self) -> None:
        self.room.leave()
        self.tasks.close()
        self.errands.close()
        self.room.stop()


@pytest.fixture(scope="module")
def easel(tmp_path_factory: pytest.TempPathFactory) -> Easel:
    return Easel(prepared=tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def studio(
    qtbot: QtBot, dressed: object, easel: Easel, tmp_path: Path
) -> Iterator[Studio]:
    folder = write_sitters(tmp_path) / "pack"
    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    studio = Studio(qtbot, easel, folder, settings)
    yield studio
    studio.stop()
