"""Paintings by how many portraits they have become today."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import LINE
from kiosk.screens.staff_pages.thumb import Thumb
from kiosk.theme import GOLD, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.paragraph import Paragraph


class RankedPainting(QWidget):
    """Picture, title, number, and a bar as long as the number.

    Args:
        key: Names the painting.
        title: Its title.
        count: Its portraits.
        most: The most beloved painting's portraits, at least 1.
        parent: The page.
    """

    def __init__(
        self, key: str, title: str, count: int, most: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._share, self._most = count / most, most
        self._bar = QRectF()
        self._thumb = Thumb(self)
        self._title = Paragraph(self, TEXT)
        self._count = Paragraph(self, TEXT)
        self._title.setText(title)
        self._count.setText(str(count))
        self.setAccessibleName(f"{title}: {count}")

    def set_image(self, image: QImage) -> None:
        """Show its picture."""
        self._thumb.set_image(image)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        thumb_px, gap = metrics.touch_px, max(10, metrics.gap_px // 2)
        left = round(0.82 * thumb_px) + gap
        self._title.set_face(serif(round(TITLE_RATIO * metrics.small_px)))
        self._count.set_face(sans(metrics.text_px, strong=True))
        # As wide as the largest number, so that all bars begin and end alike.
        count_px = 3 + QFontMetrics(
            sans(metrics.text_px, strong=True)
        ).horizontalAdvance(str(self._most))
        bar_px = max(4, metrics.small_px // 3)
        room = width_px - left - gap - count_px
        words = self._title.height_in(room)
        height = max(thumb_px, words + bar_px + gap // 2) + gap
        top = (height - words - bar_px - gap // 2) // 2
        bottom = self._title.lay(left, top, room) + gap // 2
        self._bar = QRectF(left, bottom, room, bar_px)
        self._thumb.setGeometry(
            0, (height - thumb_px) // 2, round(0.82 * thumb_px), thumb_px
        )
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        number = self._count.height_in(count_px)
        self._count.lay(width_px - count_px, (height - number) // 2, count_px)
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.fillRect(self._bar, LINE)
        bar = QRectF(self._bar)
        bar.setWidth(self._share * bar.width())
        painter.fillRect(bar, GOLD)
        painter.end()
