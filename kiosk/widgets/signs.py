"""Small drawn signs beside sentences, for whoever cannot read them quickly."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD

DISC = QColor(216, 176, 106, 26)
SHADOW = QColor("#3a3128")
LINE = 0.05
"""Width of the lines over the sign's side."""


class Sign(Enum):
    """What a sign shows."""

    CAMERA = auto()
    """The camera."""
    KIOSK = auto()
    """A face that stays inside the kiosk's screen."""
    WIPED = auto()
    """A portrait struck out."""
    YOURS = auto()
    """A portrait on one's own telephone."""
    TOGETHER = auto()
    """A child and a grown-up."""
    PLAIN = auto()
    """A dot before any other sentence."""


class SignView(QWidget):
    """One sign, in gold lines on a faint disc; says nothing to a screen reader."""

    def __init__(self, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Its present size."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw disc and lines in a square of side 1 around the middle."""
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2.0, self.height() / 2.0)
        painter.scale(side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(DISC)
        painter.drawEllipse(QPointF(), 0.5, 0.5)
        pen = QPen(GOLD, LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _DRAW[self._sign](painter)
        painter.end()


def _camera(painter: QPainter) -> None:
    body = QPainterPath()
    body.addRoundedRect(QRectF(-0.27, -0.13, 0.54, 0.34), 0.05, 0.05)
    hump = QPainterPath()
    hump.addPolygon(
        QPolygonF(
            [
                QPointF(-0.13, -0.13),
                QPointF(-0.08, -0.21),
                QPointF(0.08, -0.21),
                QPointF(0.13, -0.13),
            ]
        )
    )
    painter.drawPath(body.united(hump))
    painter.drawEllipse(QPointF(0.0, 0.04), 0.095, 0.095)


def _kiosk(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(-0.25, -0.27, 0.50, 0.40), 0.04, 0.04)
    painter.drawLine(QPointF(0.0, 0.13), QPointF(0.0, 0.27))
    painter.drawLine(QPointF(-0.14, 0.28), QPointF(0.14, 0.28))
    _person(painter, QPointF(0.0, -0.13), 0.06)


def _wiped(painter: QPainter) -> None:
    painter.drawRect(QRectF(-0.20, -0.25, 0.40, 0.50))
    _person(painter, QPointF(0.0, -0.07), 0.08)
    ends = QPointF(-0.29, 0.29), QPointF(0.29, -0.29)
    gold = painter.pen()
    # The stroke stands free of what it strikes out.
    painter.setPen(QPen(SHADOW, 2.4 * LINE))
    painter.drawLine(ends[0] * 0.9, ends[1] * 0.9)
    painter.setPen(gold)
    painter.drawLine(*ends)


def _yours(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(-0.16, -0.29, 0.32, 0.58), 0.06, 0.06)
    painter.drawLine(QPointF(-0.03, 0.22), QPointF(0.03, 0.22))
    _person(painter, QPointF(0.0, -0.09), 0.065)


def _together(painter: QPainter) -> None:
    _person(painter, QPointF(-0.11, -0.17), 0.085)
    _person(painter, QPointF(0.15, -0.02), 0.062)


def _plain(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(), 0.07, 0.07)


def _person(painter: QPainter, head: QPointF, radius: float) -> None:
    """A head, and shoulders beneath it."""
    painter.drawEllipse(head, radius, radius)
    width = 3.4 * radius
    top = head.y() + 1.75 * radius
    shoulders = QPainterPath(QPointF(head.x() - width / 2.0, top + 2.0 * radius))
    shoulders.cubicTo(
        QPointF(head.x() - width / 2.0, top - 0.4 * radius),
        QPointF(head.x() + width / 2.0, top - 0.4 * radius),
        QPointF(head.x() + width / 2.0, top + 2.0 * radius),
    )
    painter.drawPath(shoulders)


_DRAW: dict[Sign, Callable[[QPainter], None]] = {
    Sign.CAMERA: _camera,
    Sign.KIOSK: _kiosk,
    Sign.WIPED: _wiped,
    Sign.YOURS: _yours,
    Sign.TOGETHER: _together,
    Sign.PLAIN: _plain,
}
