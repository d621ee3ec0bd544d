"""A large card: the whole painting in a thin frame on the wall, its label beneath."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import PANEL, QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.card import Card, CardText
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import draw_lines, line_height_px
from kiosk.widgets.wall import SHADOW_REACH, framing

SMALL_LINES = 2
FRAME_SHARE = 0.30
"""Width of the frame over the frame of the painting on the living screen."""
PLAIN_ASPECT = 1.25
"""Height over width of the place that is kept for a picture that is not there yet."""
TALLEST_ASPECT = 1.34
"""Height over width of a painting; taller ones become narrower."""
SETTINGS = (
    *((scale, 2) for scale in (1.0, 0.92)),
    *((scale, 3) for scale in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)),
)
"""Scales of the letters and lines of the title, tried in turn until long words fit."""
NO_LIMIT_PX = 1_000_000
KEPT_WORDS = 1024
"""So many cards' words are kept as they were set: cards are placed several times
whenever they come up, and most of that work is to set their words."""
TOUCHED = QColor(255, 255, 255, 14)


class PaintingCard(Card):
    """A painting that is never cut, with title, artist, year and museum."""

    def __init__(self, text: CardText, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._metrics: Metrics | None = None
        self._words_px = 100
        self._hung: QPixmap | None = None
        self._hung_as: object = None
        self._words: _Words | None = None

    def apply_metrics(self, metrics: Metrics, words_px: int) -> None:
        """Take its sizes from the window's.

        Args:
            metrics: The window's sizes.
            words_px: Height of the words; the picture has the rest.
        """
        if (metrics, words_px) != (self._metrics, self._words_px):
            self._metrics, self._words_px = metrics, words_px
            self.redraw()

    def redraw(self) -> None:
        """Hang the picture and set the words anew."""
        self._words = None
        super().redraw()

    def prepare(self) -> None:
        """Hang the picture before anybody sees it, so that nobody waits for it."""
        if self._metrics is not None:
            self._hanging(self._metrics)

    def take(self, text: CardText) -> None:
        """Stand for another painting; the old one's picture is let go of."""
        self._hung = None
        super().take(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hang the picture for another size."""
        super().resizeEvent(event)
        self.redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, the words and the mark of the chosen one."""
        if self._metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._laid_out(self._metrics)
        picture = self.picture_rect()
        border = _border_px(self._metrics)
        around = self.rect()
        around.setTop(picture.top() - border)
        words_px = words.height_px() + self._metrics.card_pad_px
        around.setBottom(picture.bottom() + border + words_px)
        if self.isChecked() or self.isDown():
            painter.fillRect(around, TOUCHED)
        painter.drawPixmap(0, 0, self._hanging(self._metrics))
        self._draw_words(painter, words, picture.bottom() + 1 + border)
        self.draw_room(painter, picture, self.room_words())
        self.draw_age(painter, picture)
        self.draw_mark(painter, around, picture)
        painter.end()

    def picture_rect(self) -> QRect:
        """Where the picture is, without its frame; above the words, in the middle."""
        if self._metrics is None:
            return QRect()
        border = _border_px(self._metrics)
        room = QSize(
            self.width() - 2 * border, self.height() - self._words_px - 2 * border
        )
        size = QSize(100, round(100 * PLAIN_ASPECT))
        if self._thumbnail is not None:
            size = self._thumbnail.size()
        size.scale(room.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)
        x = (self.width() - size.width()) // 2
        bottom = self.height() - self._words_px - border
        return QRect(x, bottom - size.height(), size.width(), size.height())

    def _hanging(self, metrics: Metrics) -> QPixmap:
        """The framed picture, painted once for a picture and a size."""
        ratio = self.devicePixelRatioF()
        shown = 0 if self._thumbnail is None else self._thumbnail.cacheKey()
        wanted = (self.size(), self._words_px, metrics, ratio, shown)
        if self._hung is None or wanted != self._hung_as:
            self._hung_as = wanted
            place = self.picture_rect()
            frame = framing(self.size(), place, _frame_px(metrics), ratio)
            self._hung = frame.copy()
            painter = QPainter(self._hung)
            if self._thumbnail is None:
                painter.fillRect(place, PANEL)
            else:
                image = self._thumbnail.scaled(
                    place.size() * ratio,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                image.setDevicePixelRatio(ratio)
                painter.drawImage(place.topLeft(), image)
            painter.end()
        return self._hung

    def _laid_out(self, metrics: Metrics) -> "_Words":
        if self._words is None:
            room_px = self._words_px - metrics.card_pad_px
            width = self.width() - 2 * metrics.card_pad_px
            self._words = _fitting(self._text, metrics, width, room_px)
        return self._words

    def _draw_words(self, painter: QPainter, words: "_Words", y: int) -> None:
        for line in words.lines:
            x = round((self.width() - line.width_px) / 2)
            place = QRect(x, y, self.width(), self.height())
            y = draw_lines(painter, [line.words], place, line.font, line.colour)


@lru_cache(maxsize=4000)
def words_height_px(text: CardText, metrics: Metrics, width_px: int) -> int:
    """Height that the words of a card of a width like to have."""
    width = width_px - 2 * metrics.card_pad_px
    words = _fitting(text, metrics, width, NO_LIMIT_PX)
    return words.height_px() + metrics.card_pad_px


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    font: QFont
    colour: QColor
    width_px: float


@dataclass(frozen=True, slots=True)
class _Words:
    lines: tuple[_Line, ...]

    def height_px(self) -> int:
        return sum(line_height_px(line.font) for line in self.lines)

    def cut(self) -> bool:
        """Whether something had to be left out."""
        return any(line.words.endswith("…") for line in self.lines)


@lru_cache(maxsize=KEPT_WORDS)
def _fitting(text: CardText, metrics: Metrics, width: int, room_px: int) -> _Words:
    words = _Words(())
    for scale, title_lines in SETTINGS:
        words = _set_words(text, metrics, width, scale, title_lines)
        if words.height_px() <= room_px and not words.cut():
            break
    return words


def _set_words(
    text: CardText, metrics: Metrics, width: int, scale: float, title_lines: int
) -> _Words:
    """Title, artist with year, museum: beneath each other."""
    title = serif(round(scale * 1.06 * TITLE_RATIO * metrics.text_px))
    small = sans(round(scale * 0.92 * metrics.small_px))
    lines: list[_Line] = []
    for words, font, colour, most in (
        (text.title, title, TEXT, title_lines),
        (text.origin, small, QUIET_TEXT, SMALL_LINES),
        (text.museum, small, QUIET_TEXT, SMALL_LINES),
    ):
        measure = QFontMetricsF(font).horizontalAdvance
        broken = balanced(words, font, width, most)
        lines += [_Line(line, font, colour, measure(line)) for line in broken]
    return _Words(tuple(lines))


def card_height_px(metrics: Metrics, width_px: int, words_px: int) -> int:
    """Most height that a card of a width can use for a usual painting."""
    border = _border_px(metrics)
    picture = round(TALLEST_ASPECT * (width_px - 2 * border))
    return picture + 2 * border + words_px


def _border_px(metrics: Metrics) -> int:
    """Between the card's edge and the picture: the frame and its shadow."""
    return round((1.0 + SHADOW_REACH) * _frame_px(metrics))


def _frame_px(metrics: Metrics) -> int:
    return max(3, round(FRAME_SHARE * metrics.frame_px))
