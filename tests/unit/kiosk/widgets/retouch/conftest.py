"""A canvas with one face of a few points, and a hand on it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.retouch.canvas import Canvas
from kiosk.widgets.retouch.shown import MeshLines, ShownFace

SQUARE = MeshLines(((0, 1), (1, 2), (2, 3), (3, 0)), (0, 1, 2, 3), (0, 2))
CORNERS = ((300.0, 200.0), (500.0, 200.0), (500.0, 400.0), (300.0, 400.0))


class Touched:
    """A canvas in a window, and all that it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(800, 600)
        self.canvas = Canvas(self.window)
        self.canvas.setGeometry(0, 0, 800, 600)
        self.canvas.apply_metrics(measure(1080, 1920, 2.7))
        qtbot.addWidget(self.window)
        self.window.show()
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor("#6a5a48"))
        self.canvas.set_picture(image, QSizeF(800, 600), SQUARE)
        self.canvas.set_faces([face(CORNERS)], 0)
        self.told: list[tuple[object, ...]] = []
        self.screen = QTest.createTouchDevice()
        for name in (
            "point_dragged",
            "point_dropped",
            "drag_cancelled",
            "face_touched",
            "mark_set",
            "stroke_drawn",
        ):
            signal = getattr(self.canvas, name)
            signal.connect(lambda *said, name=name: self.told.append((name, *said)))

    @property
    def names(self) -> list[object]:
        return [said[0] for said in self.told]

    def at(self, x: float, y: float) -> QPoint:
        """Where a place of the painting is in the window."""
        return self.canvas.viewport.to_view(QPointF(x, y)).toPoint()

    def drag(self, *places: QPoint) -> None:
        """Draw the mouse along."""
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(self.canvas, place)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=places[-1])

    def fingers(self, *down: QPoint, begin: int = 0, lift: bool = False) -> None:
        """Lay fingers down, move them, or lift them all.

        Args:
            down: Where each is; those from ``begin`` on come down now.
            begin: How many are down already.
            lift: Whether all are lifted there.
        """
        event = QTest.touchEvent(self.window, self.screen)
        for number, place in enumerate(down):
            if lift:
                event.release(number, place, self.window)
            elif number >= begin:
                event.press(number, place, self.window)
            else:
                event.move(number, place, self.window)
        event.commit()


def face(corners: tuple[tuple[float, float], ...], **given: object) -> ShownFace:
    return ShownFace(QPolygonF([QPointF(x, y) for x, y in corners]), **given)


@pytest.fixture
def touched(qtbot: QtBot, dressed: object) -> Touched:
    return Touched(qtbot)
