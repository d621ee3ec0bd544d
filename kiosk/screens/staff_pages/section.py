"""A part of a page: a heading, a sentence and what belongs to them."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.switch import Switch


class Section(QWidget):
    """Words, with a switch beside them or other things beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, QUIET_TEXT)

    def say(self, heading: str, sentence: str) -> None:
        """Say what it is about."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    def arrange(
        self, width_px: int, metrics: Metrics, things: Sequence[QWidget]
    ) -> int:
        """Put everything in its place.

        Args:
            width_px: Its width.
            metrics: The window's sizes.
            things: Already sized; a switch stands beside the words, buttons stand
                beside each other where they can, all else beneath each other.

        Returns:
            The height that it needs.
        """
        pad = round(0.75 * metrics.gap_px)
        self._heading.set_face(sans(metrics.text_px, strong=True))
        self._sentence.set_face(sans(metrics.small_px))
        beside = [thing for thing in things if isinstance(thing, Switch)]
        room = width_px - sum(thing.width() + pad for thing in beside)
        y = self._heading.lay(0, pad, room)
        y = self._sentence.lay(0, y, room) + pad
        for switch in beside:
            y = max(y, switch.height() + pad)
            switch.move(width_px - switch.width(), (y - switch.height()) // 2)
        x = row_px = 0
        for thing in things:
            if thing in beside or not thing.height():
                continue
            alone = isinstance(thing, Choice | Paragraph)
            if x and (alone or x + thing.width() > width_px):
                x, y, row_px = 0, y + row_px + pad, 0
            thing.move(x, y)
            x += thing.width() + pad
            row_px = max(row_px, thing.height())
            if alone:
                x, y, row_px = 0, y + row_px + pad, 0
        if row_px:
            y += row_px + pad
        self.resize(width_px, y)
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
