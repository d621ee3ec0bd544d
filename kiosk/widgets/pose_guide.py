"""Shows how the painted head is turned, and how near the visitor's own is to it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT
from kiosk.widgets.head_sketch import FloatArray, HeadPose, sketch_head

GROUND = QColor(0, 0, 0, 70)
TRACK = QColor(244, 238, 228, 46)
BODY = QColor(216, 176, 106, 46)
STARTS_AT_DEGREES = 90
EYE_SHARE = 0.075
HEAD_SHARE = 0.72
"""Height of the head over the ring's diameter."""


@dataclass(frozen=True, slots=True)
class GuideShown:
    """What the guide shows.

    Attributes:
        painted: Yaw, pitch and roll of the painted head in degrees: positive towards
            the picture's right, down, clockwise.
        visitor: The same of the visitor as they are seen, mirrored; None if nobody is
            there.
        nearness: 0, far from each other, to 1, alike.
        held: 0 to 1, how long they have been alike over how long they should be.
    """

    painted: HeadPose
    visitor: HeadPose | None
    nearness: float
    held: float


class PoseGuide(QWidget):
    """Two drawn heads in a ring: a gold one to match and a light one that moves.

    The nearer the visitor comes, the more the light one turns to gold; while both are
    one, the ring fills.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: GuideShown | None = None
        self._still: QPixmap | None = None
        self._still_pose: HeadPose | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name()
        self.hide()

    @property
    def shown(self) -> GuideShown | None:
        """What is shown now."""
        return self._shown

    def show_guide(self, shown: GuideShown | None) -> None:
        """Show how the heads are turned, or nothing."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(shown is not None)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop what was drawn for the old size."""
        super().resizeEvent(event)
        self._still = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and both heads."""
        shown = self._shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_part(shown.painted))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2.0, self.height() / 2.0)
        held = _share(shown.held)
        if held > 0.0:
            pen = QPen(GOLD, 1.4 * self._line_px())
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            start = STARTS_AT_DEGREES * 16
            painter.drawArc(self._ring(), start, -round(held * 360 * 16))
        if shown.visitor is not None:
            colour = _mixed(TEXT, GOLD, _share(shown.nearness) ** 2)
            self._draw_head(painter, shown.visitor, colour)
        painter.end()

    def _still_part(self, painted: HeadPose) -> QPixmap:
        """The ring and the painted head, drawn once for a painting and a size."""
        if self._still is None or self._still_pose != painted:
            ratio = self.devicePixelRatioF()
            self._still, self._still_pose = QPixmap(self.size() * ratio), painted
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self.width() / 2.0, self.height() / 2.0)
            painter.setBrush(GROUND)
            painter.setPen(QPen(TRACK, 0.6 * self._line_px()))
            painter.drawEllipse(self._ring())
            painter.setBrush(BODY)
            self._draw_head(painter, painted, GOLD)
            painter.end()
        return self._still

    def _draw_head(self, painter: QPainter, pose: HeadPose, colour: QColor) -> None:
        sketch = sketch_head(pose)
        half = HEAD_SHARE * self._side_px() / 2.0
        strong = QPen(colour, 0.055 * half)
        strong.setCapStyle(Qt.PenCapStyle.RoundCap)
        strong.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(strong)
        painter.drawPolygon(_polygon(sketch.outline, half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in sketch.features:
            painter.drawPolyline(_polygon(line, half))
        painter.setPen(QPen(colour, 0.02 * half))
        for line in sketch.lines:
            painter.drawPolyline(_polygon(line, half))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y in sketch.eyes:
            middle = QPointF(half * x, half * y)
            painter.drawEllipse(middle, EYE_SHARE * half, EYE_SHARE * half)

    def _side_px(self) -> float:
        return float(min(self.width(), self.height()))

    def _line_px(self) -> float:
        return 0.035 * self._side_px()

    def _ring(self) -> QRectF:
        radius = self._side_px() / 2.0 - self._line_px()
        return QRectF(-radius, -radius, 2.0 * radius, 2.0 * radius)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("How the painted head is turned"))


def _polygon(points: FloatArray, scale: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (points * scale).tolist()])


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    def part(one: int, other: int) -> int:
        return round(one + share * (other - one))

    return QColor(
        part(first.red(), second.red()),
        part(first.green(), second.green()),
        part(first.blue(), second.blue()),
    )
