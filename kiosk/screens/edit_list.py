"""A list of paintings, of which one is chosen to be edited."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.base import Screen
from kiosk.screens.staff_pages.board import Board, bar_room_px
from kiosk.screens.staff_pages.page import Page, draw_line
from kiosk.screens.staff_pages.thumb import Thumb
from kiosk.staff.facts import PaintingRow
from kiosk.theme import GOLD, QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.focus import FocusButton
from kiosk.widgets.paragraph import Paragraph

THUMB_ASPECT = 0.82
THUMB_SHARE = 1.5
PRESSED = QColor(255, 255, 255, 22)


class EditLine(FocusButton):
    """Picture, title and pack; the whole line is touched."""

    def __init__(self, row: PaintingRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = row.key
        self.thumb = Thumb(self)
        self._title, self._pack = Paragraph(self, TEXT), Paragraph(self, QUIET_TEXT)
        self._title.setText(row.title)
        self._pack.setText(row.pack)
        for words in (self._title, self._pack):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{row.title}, {row.pack}")

    def sizeHint(self) -> QSize:
        """Its present size."""
        return self.size()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        thumb_px = round(THUMB_SHARE * metrics.touch_px)
        gap = metrics.gap_px // 2
        left = round(THUMB_ASPECT * thumb_px) + gap
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        self._pack.set_face(sans(metrics.small_px))
        room = width_px - left
        words = self._title.height_in(room) + self._pack.height_in(room)
        height = max(thumb_px, words) + gap
        y = self._title.lay(left, (height - words) // 2, room)
        self._pack.lay(left, y, room)
        self.thumb.setGeometry(0, gap // 2, left - gap, thumb_px)
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath, and a light where it is touched."""
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), PRESSED)
        draw_line(painter, self.height() - 1, self.width())
        if self.ringed:
            painter.setPen(GOLD)
            painter.drawRect(QRectF(self.rect()).adjusted(1.0, 1.0, -2.0, -2.0))
        painter.end()


class EditListPage(Page):
    """One line for each painting."""

    edit_wanted = Signal(str)
    """A painting shall be edited; carries its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[EditLine] = []

    def set_paintings(self, rows: Sequence[PaintingRow]) -> None:
        """List these paintings."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for row in rows:
            line = EditLine(row, self)
            line.clicked.connect(
                lambda _=False, key=row.key: self.edit_wanted.emit(key)
            )
            line.show()
            self.lines.append(line)
        self.grown.emit()

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show a painting's picture."""
        for line in self.lines:
            if line.key == key:
                line.thumb.set_image(image)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for line in self.lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        return y


class EditListScreen(Screen):
    """Heading, list and the way out.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    close_wanted = Signal()
    """Nothing shall be edited any more."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._heading, self._hint = Paragraph(self, TEXT), Paragraph(self, QUIET_TEXT)
        self.page = EditListPage()
        self._board = Board(self.page, self)
        self.close_button = WordButton(self)
        self.close_button.clicked.connect(self.close_wanted)
        self.retranslate()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Heading above, the way out beneath, the list between them."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        self._heading.set_face(serif(metrics.title_px))
        self._hint.set_face(sans(metrics.small_px))
        y = self._heading.lay(margin, margin // 2, width)
        y = self._hint.lay(margin, y, width) + gap
        self.close_button.apply_metrics(metrics, width)
        foot = size.height() - margin - self.close_button.height()
        self.close_button.move(margin, foot)
        self._board.setGeometry(
            margin, y, width + bar_room_px(metrics), max(1, foot - gap - y)
        )
        self._board.apply_metrics(metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._heading.setText(self.tr("Edit paintings"))
        self._hint.setText(self.tr("Choose a painting."))
        self.close_button.setText(self.tr("Close"))

    def light(self, size: QSize) -> QPointF:
        """Above the words."""
        return QPointF(0.2 * size.width(), 0.1 * size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
