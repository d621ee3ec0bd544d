"""Two large buttons that turn pages, and dots that tell where one is."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.card import INK
from kiosk.widgets.focus import FocusButton

OUTLINE = QColor(244, 238, 228, 150)
BUTTON_MM_SHARE = 1.25
"""Side of a button over the least that a finger needs."""
MOST_DOTS = 9
"""More pages are told in digits."""
DISABLED_OPACITY = 0.25


class TurnButton(FocusButton):
    """A round button with an arrow to the left or to the right.

    Args:
        parent: What it stands on.
        step: 1 for the next page, -1 for the previous.
    """

    def __init__(self, parent: QWidget, step: int) -> None:
        super().__init__(parent)
        self._step = step

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED_OPACITY)
        disc = QRectF(self.rect()).adjusted(3.0, 3.0, -3.0, -3.0)
        ringed = self.ringed
        painter.setPen(QPen(GOLD if ringed else OUTLINE, 3.0 if ringed else 2.0))
        painter.setBrush(GOLD if self.isDown() else QColor(255, 255, 255, 14))
        painter.drawEllipse(disc)
        pen = QPen(INK if self.isDown() else TEXT, 0.05 * disc.height())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach, half = 0.09 * self._step * disc.width(), 0.18 * disc.height()
        ends = ((-reach, -half), (reach, 0.0), (-reach, half))
        painter.drawPolyline(QPolygonF([disc.center() + QPointF(*end) for end in ends]))
        painter.end()


class PageTurner(QWidget):
    """Previous, dots, next; hidden where there is only one page.

    Args:
        parent: The screen.
    """

    stepped = Signal(int)
    """1 for the next page, -1 for the previous."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.previous = TurnButton(self, -1)
        self.next = TurnButton(self, 1)
        self._page, self._count = 0, 1
        self._button_px, self._text_px = 95, 27
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self._name()
        self.hide()

    def show_page(self, page: int, count: int) -> None:
        """Tell where one is.

        Args:
            page: From 0.
            count: How many pages there are.
        """
        self._page, self._count = page, count
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page < count - 1)
        self.setVisible(count > 1)
        self._name()
        self.resize(self.sizeHint())
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._button_px = round(BUTTON_MM_SHARE * metrics.touch_px)
        self._text_px = metrics.text_px
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for both buttons and what is between them."""
        return QSize(2 * self._button_px + self._between_px(), self._button_px)

    def resizeEvent(self, _event: object) -> None:
        """Put the buttons at both ends."""
        side = self._button_px
        self.previous.setGeometry(0, 0, side, side)
        self.next.setGeometry(self.width() - side, 0, side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots, or the numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._count > MOST_DOTS:
            self._draw_numbers(painter)
        else:
            self._draw_dots(painter)
        painter.end()

    def _draw_dots(self, painter: QPainter) -> None:
        step = self._dot_step_px()
        middle = QPointF(self.width() / 2.0, self.height() / 2.0)
        first = middle.x() - (self._count - 1) * step / 2.0
        for number in range(self._count):
            here = number == self._page
            radius = (0.26 if here else 0.15) * self._text_px
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(TEXT if here else QUIET_TEXT)
            centre = QPointF(first + number * step, middle.y())
            painter.drawEllipse(centre, radius, radius)

    def _draw_numbers(self, painter: QPainter) -> None:
        painter.setFont(sans(self._text_px))
        painter.setPen(TEXT)
        between = QRect(self._button_px, 0, self._between_px(), self.height())
        where = f"{self._page + 1} / {self._count}"
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, where)

    def _between_px(self) -> int:
        if self._count > MOST_DOTS:
            return round(5.0 * self._text_px)
        return round((self._count - 1) * self._dot_step_px() + 2.4 * self._text_px)

    def _dot_step_px(self) -> float:
        return 1.15 * self._text_px

    def _name(self) -> None:
        self.previous.setAccessibleName(self.tr("Previous page"))
        self.next.setAccessibleName(self.tr("Next page"))
        words = self.tr("Page %1 of %2").replace("%1", str(self._page + 1))
        self.setAccessibleName(words.replace("%2", str(self._count)))
