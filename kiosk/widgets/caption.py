"""The small label of the painting that invites; it changes with the painting."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, sans, serif
from kiosk.widgets.lines import even_lines
from kiosk.widgets.text import line_height_px

SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
"""Tried in turn until long words fit."""
HANGING = 0.08
"""How far long letters reach beneath their line, over a title's size."""
_Row = tuple[str, QFont, QColor]


class Caption(QWidget):
    """Title, and beneath it artist and year; words follow each other softly."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ("", "")
        self._coming = ("", "")
        self._strength = 1.0
        self._rows: list[_Row] = []
        self._title_px, self._origin_px = 40, 24
        self._side = Qt.AlignmentFlag.AlignLeft
        self._low = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_words(self, title: str, origin: str) -> None:
        """Name the painting that comes; :meth:`cross` brings it."""
        self._coming = (title, origin)
        self.setAccessibleName(", ".join(part for part in (title, origin) if part))

    def cross(self, share: float) -> None:
        """Let the old words go and the new ones come.

        Args:
            share: How much of the new painting is there, up to 1.
        """
        if share >= 0.5 and self._words != self._coming:
            self._words = self._coming
            self._break()
        same = self._words == self._coming and share < 0.5
        self._strength = 1.0 if same else abs(2.0 * share - 1.0)
        self.update()

    def stand(
        self, place: QRect, title_px: int, origin_px: int, *, centred: bool
    ) -> None:
        """Choose place and sizes.

        Args:
            place: Where; centred words stand at its bottom, others at its top.
            title_px: Size of the title's letters, smaller for long ones.
            origin_px: Size of the other letters.
            centred: Whether the lines are centred or begin at the left.
        """
        self._title_px, self._origin_px = title_px, origin_px
        self._low = centred
        self._side = (
            Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        )
        self.setGeometry(place)
        self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words as strong as they are now."""
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        side = self._side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        heights = [line_height_px(font) for _, font, _ in self._rows]
        y = self._room_px() - sum(heights) if self._low else 0
        for (line, font, colour), height in zip(self._rows, heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            row = QRect(0, y, self.width(), height)
            painter.drawText(row, side, line)
            y += height
        painter.end()

    def _break(self) -> None:
        """Break the words, smaller if they need more height than there is."""
        for scale in SCALES:
            self._rows = [
                *self._broken(0, serif(round(scale * self._title_px)), TEXT),
                *self._broken(1, sans(round(scale * self._origin_px)), QUIET_TEXT),
            ]
            if (
                sum(line_height_px(font) for _, font, _ in self._rows)
                <= self._room_px()
            ):
                break
        self.update()

    def _room_px(self) -> int:
        """Height for lines; what hangs from the last of them needs a little more."""
        return self.height() - round(HANGING * self._title_px)

    def _broken(self, part: int, font: QFont, colour: QColor) -> list[_Row]:
        lines = even_lines(self._words[part], font, self.width())
        return [(line, font, colour) for line in lines]
