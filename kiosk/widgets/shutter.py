"""The large round button that takes the portrait."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT
from kiosk.widgets.focus import FocusButton


class ShutterButton(FocusButton):
    """A disc in a ring; it sinks while it is pressed and fades while it cannot work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._diameter_px = 148
        self._name()

    def set_diameter(self, diameter_px: int) -> None:
        """Choose its size."""
        self._diameter_px = diameter_px
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A square of its diameter."""
        return QSize(self._diameter_px, self._diameter_px)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802 - Qt's signature
        """All of the square counts, corners too: fingers are not precise."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring and disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        side = min(self.width(), self.height())
        centre = QPointF(self.width() / 2.0, self.height() / 2.0)
        ring = 0.045 * side
        radius = side / 2.0 - ring
        painter.setPen(QPen(TEXT if self.ringed else GOLD, ring))
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawEllipse(centre, radius, radius)
        disc = radius * (0.70 if self.isDown() else 0.80)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(TEXT.darker(112) if self.isDown() else TEXT)
        painter.drawEllipse(centre, disc, disc)
        self._draw_picture_sign(painter, centre, disc)
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Take the portrait"))

    @staticmethod
    def _draw_picture_sign(painter: QPainter, centre: QPointF, disc: float) -> None:
        """A head and shoulders in a frame, so that it says what it does."""
        ink = QColor("#2a231d")
        half_w, half_h = 0.40 * disc, 0.50 * disc
        frame = QRectF(
            centre.x() - half_w, centre.y() - half_h, 2.0 * half_w, 2.0 * half_h
        )
        painter.setPen(QPen(ink, 0.075 * disc))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 0.05 * disc, 0.05 * disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        head = QPointF(centre.x(), centre.y() - 0.10 * disc)
        painter.drawEllipse(head, 0.15 * disc, 0.18 * disc)
        painter.setClipRect(frame)
        chest = QPointF(centre.x(), centre.y() + 0.48 * disc)
        painter.drawEllipse(chest, 0.29 * disc, 0.32 * disc)
