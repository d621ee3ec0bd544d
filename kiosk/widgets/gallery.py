"""The paintings to choose from, as cards in a row or in columns, moved by swiping."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from kiosk.theme import Metrics
from kiosk.widgets.card import CardText, SmallCard, small_card_height_px

PRESS_DELAY_S = 0.03
SCROLL_TO_MS = 350
FADE_SHARE = 0.08


class Gallery(QScrollArea):
    """Cards that scroll by swiping; touching one chooses it."""

    painting_chosen = Signal(str)
    """A card was touched; carries its key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: dict[str, SmallCard] = {}
        self._metrics: Metrics | None = None
        self._columns = 0
        self._board = QWidget()
        self.setWidget(self._board)
        self._edges = _Edges(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for see_through in (self, self.viewport(), self._board):
            see_through.setAutoFillBackground(False)
            see_through.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._take_swipes()

    @property
    def keys(self) -> tuple[str, ...]:
        """The paintings in their order."""
        return tuple(self._cards)

    @property
    def chosen(self) -> str | None:
        """The key of the marked card."""
        marked = (key for key, card in self._cards.items() if card.isChecked())
        return next(marked, None)

    @property
    def complete(self) -> bool:
        """Whether every card shows its picture."""
        return all(card.has_thumbnail for card in self._cards.values())

    def card(self, key: str) -> SmallCard:
        """The card of a painting."""
        return self._cards[key]

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings; those that were there keep their picture and mark."""
        before, self._cards = self._cards, {}
        for text in texts:
            card = before.pop(text.key, None) or self._new_card(text)
            card.set_text(text)
            self._cards[text.key] = card
        for card in before.values():
            card.hide()
            card.deleteLater()
        self._place()

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a small picture on a card."""
        if key in self._cards:
            self._cards[key].set_thumbnail(thumbnail)

    def mark(self, key: str) -> None:
        """Mark a card as chosen and bring it into view."""
        chosen = self._cards.get(key)
        if chosen is None:
            return
        for card in self._cards.values():
            card.setChecked(card is chosen)
        self._bring_into_view(chosen)

    def apply_metrics(self, metrics: Metrics, columns: int) -> None:
        """Take sizes from the window's.

        Args:
            metrics: The window's sizes.
            columns: Cards beside each other, scrolled up and down; 0 for a single row
                that is scrolled sideways.
        """
        self._metrics, self._columns = metrics, columns
        self._place()

    def set_wall(self, wall: QPixmap) -> None:
        """Take the piece of wall behind it, into which its edges fade."""
        self._edges.set_wall(wall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()
        self._edges.setGeometry(self.rect())

    def _place(self) -> None:
        if self._metrics is None:
            return
        gap = round(0.6 * self._metrics.gap_px)
        width = row_card_width_px(self._metrics)
        if self._columns:
            width = (self.width() - (self._columns - 1) * gap) // self._columns
        height = small_card_height_px(self._metrics, width)
        for number, card in enumerate(self._cards.values()):
            card.apply_metrics(self._metrics, width)
            row, column = divmod(number, self._columns or len(self._cards))
            card.move(column * (width + gap), row * (height + gap))
        columns = self._columns or len(self._cards)
        rows = -(-len(self._cards) // columns) if columns else 0
        size = QSize(columns * (width + gap) - gap, rows * (height + gap) - gap)
        self._board.resize(size.expandedTo(QSize(1, 1)))
        self._edges.raise_()

    def _take_swipes(self) -> None:
        viewport = self.viewport()
        QScroller.grabGesture(
            viewport, QScroller.ScrollerGestureType.LeftMouseButtonGesture
        )
        scroller = QScroller.scroller(viewport)
        properties = scroller.scrollerProperties()
        metric = QScrollerProperties.ScrollMetric
        # A press must show at once; by default it waits a quarter of a second.
        properties.setScrollMetric(metric.MousePressEventDelay, PRESS_DELAY_S)
        properties.setScrollMetric(metric.DragStartDistance, 0.004)
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
        properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
        scroller.setScrollerProperties(properties)

    def _new_card(self, text: CardText) -> SmallCard:
        card = SmallCard(text, self._board)
        card.clicked.connect(lambda _=False, key=text.key: self._on_touched(key))
        card.show()
        return card

    def _on_touched(self, key: str) -> None:
        self.mark(key)
        self.painting_chosen.emit(key)

    def _bring_into_view(self, card: SmallCard) -> None:
        place = QRect(card.pos(), card.size())
        margin = card.width() // 3
        QScroller.scroller(self.viewport()).ensureVisible(
            place, margin, margin if self._columns else 0, SCROLL_TO_MS
        )


class _Edges(QWidget):
    """Lets cards fade into the wall at the edges behind which there is more."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._wall: QPixmap | None = None
        self._fades: dict[str, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for bar in (gallery.horizontalScrollBar(), gallery.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.update())
            bar.rangeChanged.connect(lambda _low, _high: self.update())

    def set_wall(self, wall: QPixmap) -> None:
        """Take the piece of wall that lies behind the gallery."""
        self._wall = wall
        self._fades = {}
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the wall softly over each edge that hides something."""
        across = self._gallery.horizontalScrollBar()
        down = self._gallery.verticalScrollBar()
        hiding = {
            "left": across.value() > across.minimum(),
            "right": across.value() < across.maximum(),
            "top": down.value() > down.minimum(),
            "bottom": down.value() < down.maximum(),
        }
        painter = QPainter(self)
        for side, hides in hiding.items():
            if hides and self._wall is not None:
                painter.drawPixmap(0, 0, self._fade(side, self._wall))
        painter.end()

    def _fade(self, side: str, wall: QPixmap) -> QPixmap:
        if side not in self._fades:
            right, bottom = QPointF(self.width(), 0), QPointF(0, self.height())
            start, end = {
                "left": (QPointF(), right),
                "right": (right, QPointF()),
                "top": (QPointF(), bottom),
                "bottom": (bottom, QPointF()),
            }[side]
            gradient = QLinearGradient(start, end)
            gradient.setColorAt(0.0, QColor(0, 0, 0, 250))
            gradient.setColorAt(FADE_SHARE, QColor(0, 0, 0, 0))
            fade = wall.copy()
            painter = QPainter(fade)
            mode = QPainter.CompositionMode.CompositionMode_DestinationIn
            painter.setCompositionMode(mode)
            painter.fillRect(self.rect(), gradient)
            painter.end()
            self._fades[side] = fade
        return self._fades[side]


def row_card_width_px(metrics: Metrics) -> int:
    """Width of the cards in a row: so many fit that the last is seen to go on."""
    return max(metrics.touch_px, round(4.8 * metrics.margin_px))
