"""One painting to choose: a touch card with picture, title, artist and year."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, PANEL, QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.text import balanced, draw_lines, line_height_px, wrapped

PICTURE_ASPECT = 1.12
"""Height of the picture on a card over its width."""
FACE_HEIGHT = 0.30
"""Where faces mostly are, from the top: what a crop keeps."""
TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says.

    Attributes:
        key: Names the painting; not shown.
        title: Its title.
        artist: Who painted it; may be empty.
        year: When; may be empty.
    """

    key: str
    title: str
    artist: str
    year: str

    @property
    def origin(self) -> str:
        """Artist and year in one line."""
        return ", ".join(part for part in (self.artist, self.year) if part)


class PaintingCard(QAbstractButton):
    """A checkable card; the chosen one has a frame and a tick, not only a colour."""

    def __init__(self, text: CardText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._thumbnail: QImage | None = None
        self._cropped: QPixmap | None = None
        self._pad_px = 10
        self._title_font = serif(32)
        self._origin_font = sans(22)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{text.title}, {text.origin}")

    @property
    def has_thumbnail(self) -> bool:
        """Whether it shows its picture."""
        return self._thumbnail is not None

    def apply_metrics(self, metrics: Metrics, width_px: int) -> None:
        """Take its sizes from the window's."""
        self._pad_px = metrics.card_pad_px
        self._title_font = _title_font(metrics)
        self._origin_font = _origin_font(metrics)
        self._cropped = None
        self.resize(width_px, card_height_px(metrics, width_px))

    def set_thumbnail(self, thumbnail: QImage) -> None:
        """Show a small picture of the painting."""
        self._thumbnail = thumbnail
        self._cropped = None
        self.update()

    def sizeHint(self) -> QSize:
        """Its present size."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, the words and the mark of the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, pad = self.isChecked(), self._pad_px
        if chosen or self.isDown():
            painter.fillRect(self.rect(), PANEL.lighter(135))
        picture = self._picture_rect()
        painter.setOpacity(1.0 if chosen or self.isDown() else 0.82)
        if self._thumbnail is None:
            painter.fillRect(picture, PANEL)
        else:
            painter.drawPixmap(picture.topLeft(), self._crop(picture.size()))
        painter.setOpacity(1.0)
        words = QRect(
            picture.left(), picture.bottom() + pad, picture.width(), self.height()
        )
        self._draw_words(painter, words)
        if chosen:
            self._draw_chosen(painter, picture)
        painter.end()

    def _picture_rect(self) -> QRect:
        pad = self._pad_px
        width = self.width() - 2 * pad
        return QRect(pad, pad, width, round(PICTURE_ASPECT * width))

    def _draw_words(self, painter: QPainter, words: QRect) -> None:
        """Title first; artist and year share what is left of three lines."""
        width = words.width()
        title = balanced(self._text.title, self._title_font, width, TITLE_LINES)
        words.setTop(draw_lines(painter, title, words, self._title_font, TEXT))
        lines = 1 + TITLE_LINES - len(title)
        origin = wrapped(self._text.origin, self._origin_font, width, lines)
        if any(line.endswith("…") for line in origin):
            origin = wrapped(self._text.artist, self._origin_font, width, lines)
        draw_lines(painter, origin, words, self._origin_font, QUIET_TEXT)

    def _draw_chosen(self, painter: QPainter, picture: QRect) -> None:
        line = max(3.0, 0.014 * self.width())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(GOLD, line))
        half = line / 2.0
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        radius = 0.085 * self.width()
        centre = QPointF(picture.right() - 1.45 * radius, picture.top() + 1.45 * radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GOLD)
        painter.drawEllipse(centre, radius, radius)
        tick = QPen(QColor("#1c1612"), 0.24 * radius)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.34))
        painter.drawPolyline(
            QPolygonF([centre + QPointF(x * radius, y * radius) for x, y in corners])
        )

    def _crop(self, size: QSize) -> QPixmap:
        """The thumbnail, cut to fill a size; kept until either changes."""
        if self._cropped is None and self._thumbnail is not None:
            ratio = self.devicePixelRatioF()
            target = size * ratio
            scaled = self._thumbnail.scaled(
                target,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            x = (scaled.width() - target.width()) // 2
            y = round(FACE_HEIGHT * (scaled.height() - target.height()))
            self._cropped = QPixmap.fromImage(
                scaled.copy(x, y, target.width(), target.height())
            )
            self._cropped.setDevicePixelRatio(ratio)
        return self._cropped or QPixmap()


def card_height_px(metrics: Metrics, width_px: int) -> int:
    """Height of a card of a width."""
    pad = metrics.card_pad_px
    title = line_height_px(_title_font(metrics)) * TITLE_LINES
    origin = line_height_px(_origin_font(metrics))
    return round(PICTURE_ASPECT * (width_px - 2 * pad)) + title + origin + 3 * pad


def _title_font(metrics: Metrics) -> QFont:
    return serif(round(0.98 * TITLE_RATIO * metrics.text_px))


def _origin_font(metrics: Metrics) -> QFont:
    return sans(round(0.92 * metrics.small_px))
