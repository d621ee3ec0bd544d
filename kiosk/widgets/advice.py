"""What the visitor may do to be seen better, each with a sign, on one dark plate."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, SHADE, TEXT, Metrics, sans
from kiosk.widgets.advice_signs import draw_sign
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import draw_lines, line_height_px

MOST_LINES = 2
SIGN_EM = 1.3
GAP_EM = 0.7
PAD_EM = 0.8


class AdvicePlate(QWidget):
    """Advice beneath each other, the most important first; hidden without any.

    Args:
        parent: The screen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._room = 1
        self._words: dict[str, str] = {}
        self._text_px = 27
        self._most_width_px = 600
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._speak()
        self.hide()

    @property
    def ids(self) -> tuple[str, ...]:
        """What it advises now."""
        return self._ids

    def advise(self, ids: Sequence[str], room: int = 1) -> bool:
        """Show advice.

        Args:
            ids: ``step_in``, ``come_closer``, ``step_back``, ``look_here``,
                ``too_dark`` or ``bring_somebody``; others are passed over.
            room: How many visitors the painting has room for.

        Returns:
            Whether that is another advice than before.
        """
        known = tuple(name for name in ids if name in self._words)
        if known == self._ids and room == self._room:
            return False
        self._ids, self._room = known, room
        self._speak()
        self._follow_words()
        return True

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's.

        Args:
            metrics: The window's sizes.
            most_width_px: How wide it may grow.
        """
        self._text_px = round(1.1 * metrics.text_px)
        self._most_width_px = most_width_px
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for all signs and words."""
        font = QFontMetrics(sans(self._text_px))
        rows = self._rows()
        widest = max(
            (font.horizontalAdvance(line) for row in rows for line in row), default=0
        )
        air = (len(rows) - 1) * self._row_air_px()
        height = sum(self._row_height_px(row) for row in rows) + air
        pad = 2 * round(PAD_EM * self._text_px)
        return QSize(self._words_left_px() + widest + pad, height + pad)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self._follow_words()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate with a sign and words for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(244, 238, 228, 40), 1.0))
        painter.setBrush(SHADE)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(plate.height() / 2.0, 1.2 * self._text_px)
        painter.drawRoundedRect(plate, radius, radius)
        font, left = sans(self._text_px), self._words_left_px()
        sign = SIGN_EM * self._text_px
        y = round(PAD_EM * self._text_px)
        for name, lines in zip(self._ids, self._rows(), strict=True):
            height = self._row_height_px(lines)
            middle = y + height / 2.0
            square = QRectF(PAD_EM * self._text_px, middle - sign / 2.0, sign, sign)
            draw_sign(painter, name, square, GOLD)
            words = self.rect()
            words.setLeft(left)
            words.setTop(round(middle - len(lines) * line_height_px(font) / 2.0))
            draw_lines(painter, lines, words, font, TEXT)
            y += height + self._row_air_px()
        painter.end()

    def _rows(self) -> list[list[str]]:
        font = sans(self._text_px)
        pad = round(PAD_EM * self._text_px)
        room = self._most_width_px - self._words_left_px() - pad
        return [
            balanced(self._words[name], font, room, MOST_LINES) for name in self._ids
        ]

    def _row_height_px(self, lines: list[str]) -> int:
        sign = round(SIGN_EM * self._text_px)
        return max(sign, len(lines) * line_height_px(sans(self._text_px)))

    def _row_air_px(self) -> int:
        return round(0.35 * self._text_px)

    def _words_left_px(self) -> int:
        return round((PAD_EM + SIGN_EM + GAP_EM) * self._text_px)

    def _follow_words(self) -> None:
        self.setAccessibleName(". ".join(self._words[name] for name in self._ids))
        self.resize(self.sizeHint())
        self.setVisible(bool(self._ids))
        self.update()

    def _speak(self) -> None:
        self._words = {
            "step_in": self.tr("Step in front of the camera"),
            "come_closer": self.tr("Come a little closer"),
            "step_back": self.tr("Step back a little"),
            "look_here": self.tr("Look this way"),
            "too_dark": self.tr("It is too dark here"),
            "bring_somebody": self.tr("Room for %1: bring somebody in").replace(
                "%1", str(self._room)
            ),
        }
