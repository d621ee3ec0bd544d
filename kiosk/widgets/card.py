"""One painting to choose: what all cards share, and the small card without words."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, PANEL, TEXT, Metrics
from kiosk.widgets.age_plate import draw_age_plate
from kiosk.widgets.focus import FocusButton
from kiosk.widgets.room_plate import draw_room_plate, room_plate

PICTURE_ASPECT = 1.12
"""Height of the picture on a small card over its width."""
FACE_HEIGHT = 0.30
"""Where faces mostly are, from the top: what a crop keeps."""
RESTING_OPACITY = 0.82
DISABLED_OPACITY = 0.3
INK = QColor("#1c1612")


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says.

    Attributes:
        key: Names the painting; not shown.
        title: Its title.
        artist: Who painted it; may be empty.
        year: When; may be empty.
        museum: Where it hangs; may be empty.
        category: What it is offered under; may be empty.
        room: How many visitors it has room for; said where it is more than one.
        from_age: From how many years of age it is meant to be seen; 0 for everybody.
    """

    key: str
    title: str
    artist: str
    year: str
    museum: str = ""
    category: str = ""
    room: int = 1
    from_age: int = 0

    @property
    def origin(self) -> str:
        """Artist and year in one line."""
        return ", ".join(part for part in (self.artist, self.year) if part)


class Card(FocusButton):
    """A painting that can be touched; once chosen it stays so until it is unmarked.

    Args:
        text: What it says.
        parent: What it lies on.
    """

    reached = Signal()
    """The keyboard came to it."""

    def __init__(self, text: CardText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._thumbnail: QImage | None = None
        self.setCheckable(True)
        self.set_text(text)

    @property
    def text_shown(self) -> CardText:
        """What it says."""
        return self._text

    @property
    def has_thumbnail(self) -> bool:
        """Whether it has its picture."""
        return self._thumbnail is not None

    def set_text(self, text: CardText) -> None:
        """Say something else about the same painting."""
        self._text = text
        room = self.room_words() if text.room > 1 else ""
        age = self.age_words() if text.from_age else ""
        parts = (text.title, text.origin, text.museum, room, age)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.redraw()

    def take(self, text: CardText) -> None:
        """Stand for another painting, without its picture and unmarked."""
        self._thumbnail = None
        self.setChecked(False)
        self.setDown(False)
        self.set_text(text)

    def set_thumbnail(self, thumbnail: QImage) -> None:
        """Show a small picture of the painting."""
        before = self._thumbnail
        if before is not None and before.cacheKey() == thumbnail.cacheKey():
            return
        self._thumbnail = thumbnail
        self.redraw()

    def redraw(self) -> None:
        """Something on it changed; a card that keeps a drawing drops it here."""
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A touch chooses; a second one does not unchoose."""
        self.setChecked(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        if self.ringed:
            self.reached.emit()

    def sizeHint(self) -> QSize:
        """Its present size."""
        return self.size()

    def draw_mark(self, painter: QPainter, around: QRect, picture: QRect) -> None:
        """Draw what makes a chosen, touched or focused card stand out.

        Args:
            painter: On the card.
            around: What the line goes around, just inside.
            picture: Where the picture is; the tick goes into its corner.
        """
        if not (self.isChecked() or self.isDown() or self.ringed):
            return
        line = max(3.0, 0.01 * self.width())
        half = line / 2.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(TEXT if self.ringed else GOLD, line))
        painter.drawRect(QRectF(around).adjusted(half, half, -half, -half))
        if self.isChecked():
            _draw_tick(painter, picture)

    def room_words(self) -> str:
        """For how many visitors the painting has room."""
        return self.tr("Room for %1").replace("%1", str(self._text.room))

    def age_words(self) -> str:
        """From which age the painting is meant to be seen."""
        return self.tr("From the age of %1").replace("%1", str(self._text.from_age))

    def draw_age(self, painter: QPainter, picture: QRect) -> None:
        """Say from which age the painting is meant to be seen, if it is not for all.

        Args:
            painter: On the card.
            picture: Where the picture is; the plate goes into its upper corner.
        """
        if self._text.from_age:
            draw_age_plate(painter, picture, self._text.from_age)

    def draw_room(self, painter: QPainter, picture: QRect, words: str) -> None:
        """Say for how many visitors the painting has room, if it is more than one.

        Args:
            painter: On the card.
            picture: Where the picture is; the plate goes into its lower corner.
            words: Beside the sign; without them where the picture is too narrow.
        """
        if self._text.room < 2:
            return
        for said in (words, str(self._text.room)):
            plate = room_plate(picture, said)
            if plate.right() <= picture.right():
                draw_room_plate(painter, plate, said)
                return


class SmallCard(Card):
    """A card that is nothing but its picture, cut to fill it."""

    def __init__(self, text: CardText, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._pad_px = 10
        self._cropped: QPixmap | None = None

    def apply_metrics(self, metrics: Metrics, width_px: int) -> None:
        """Take its sizes from the window's."""
        size = QSize(width_px, small_card_height_px(metrics, width_px))
        if (metrics.card_pad_px, size) != (self._pad_px, self.size()):
            self._pad_px = metrics.card_pad_px
            self.resize(size)
            self.redraw()

    def redraw(self) -> None:
        """Cut the picture anew."""
        self._cropped = None
        super().redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture and the mark of the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, pad = self.isChecked() or self.isDown(), self._pad_px
        if not self.isEnabled():
            painter.setOpacity(DISABLED_OPACITY)
        elif not chosen:
            painter.setOpacity(RESTING_OPACITY)
        picture = self.rect().adjusted(pad, pad, -pad, -pad)
        if self._thumbnail is None:
            painter.fillRect(picture, PANEL)
        else:
            painter.drawPixmap(picture.topLeft(), self._crop(picture.size()))
        self.draw_room(painter, picture, str(self.text_shown.room))
        self.draw_age(painter, picture)
        self.draw_mark(painter, self.rect(), picture)
        painter.end()

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


def small_card_height_px(metrics: Metrics, width_px: int) -> int:
    """Height of a small card of a width."""
    pad = metrics.card_pad_px
    return round(PICTURE_ASPECT * (width_px - 2 * pad)) + 2 * pad


def _draw_tick(painter: QPainter, picture: QRect) -> None:
    """A tick on a disc in the picture's upper right corner."""
    radius = min(0.1 * picture.width(), 0.05 * picture.width() + 8.0)
    centre = QPointF(picture.right() - 1.45 * radius, picture.top() + 1.45 * radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GOLD)
    painter.drawEllipse(centre, radius, radius)
    tick = QPen(INK, 0.24 * radius)
    tick.setCapStyle(Qt.PenCapStyle.RoundCap)
    tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(tick)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.34))
    painter.drawPolyline(
        QPolygonF([centre + QPointF(x * radius, y * radius) for x, y in corners])
    )
