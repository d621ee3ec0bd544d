"""Lets what scrolls fade into the wall at the edges behind which there is more."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

FADE_SHARE = 0.08


class FadingEdges(QWidget):
    """Lies over what scrolls.

    Args:
        area: What scrolls.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._wall: QPixmap | None = None
        self._fades: dict[str, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for bar in (area.horizontalScrollBar(), area.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.update())
            bar.rangeChanged.connect(lambda _low, _high: self.update())

    def set_wall(self, wall: QPixmap) -> None:
        """Take the piece of wall that lies behind it."""
        self._wall = wall
        self._fades = {}
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the wall softly over each edge that hides something."""
        across = self._area.horizontalScrollBar()
        down = self._area.verticalScrollBar()
        hiding = {
            "left": across.value() > across.minimum(),
            "right": across.value() < across.maximum(),
            "top": down.value() > down.minimum(),
            "bottom": down.value() < down.maximum(),
        }
        painter = QPainter(self)
        for side, hides in hiding.items():
            if hides and self._wall is not None:
                painter.drawPixmap(0, 0, self._fade(side, self._wall))
        painter.end()

    def _fade(self, side: str, wall: QPixmap) -> QPixmap:
        if side not in self._fades:
            right, bottom = QPointF(self.width(), 0), QPointF(0, self.height())
            start, end = {
                "left": (QPointF(), right),
                "right": (right, QPointF()),
                "top": (QPointF(), bottom),
                "bottom": (bottom, QPointF()),
            }[side]
            gradient = QLinearGradient(start, end)
            gradient.setColorAt(0.0, QColor(0, 0, 0, 250))
            gradient.setColorAt(FADE_SHARE, QColor(0, 0, 0, 0))
            fade = wall.copy()
            painter = QPainter(fade)
            mode = QPainter.CompositionMode.CompositionMode_DestinationIn
            painter.setCompositionMode(mode)
            painter.fillRect(self.rect(), gradient)
            painter.end()
            self._fades[side] = fade
        return self._fades[side]
