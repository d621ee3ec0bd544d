"""The paintings to choose from, as cards in a row or in columns, moved by swiping.

Only the cards that are seen, and a few beyond the edges, are there: they wander along
as the row is moved, so that hundreds of paintings cost no more than a dozen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
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
from kiosk.widgets.deck import Deck
from kiosk.widgets.fading_edges import FadingEdges

PRESS_DELAY_S = 0.03
SCROLL_TO_MS = 350


class Gallery(QScrollArea):
    """Cards that scroll by swiping; touching one chooses it."""

    painting_chosen = Signal(str)
    """A card was touched; carries its key."""
    pictures_wanted = Signal(list)
    """Keys of the cards that are there now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: dict[str, CardText] = {}
        self._keys: tuple[str, ...] = ()
        self._deck = Deck(self._new_card)
        self._chosen: str | None = None
        self._metrics: Metrics | None = None
        self._columns = 0
        self._card_size = QSize(1, 1)
        self._step = QSize(1, 1)
        self._board = QWidget()
        self.setWidget(self._board)
        self._edges = FadingEdges(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for see_through in (self, self.viewport(), self._board):
            see_through.setAutoFillBackground(False)
            see_through.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._set_cards())
        self._take_swipes()

    @property
    def keys(self) -> tuple[str, ...]:
        """The paintings in their order."""
        return self._keys

    @property
    def cards(self) -> tuple[SmallCard, ...]:
        """The cards that are there, in their order."""
        return tuple(self._deck.cards.values())

    @property
    def chosen(self) -> str | None:
        """The key of the marked painting."""
        return self._chosen

    @property
    def complete(self) -> bool:
        """Whether every card that is there shows its picture."""
        return self._deck.complete

    def card(self, key: str) -> SmallCard:
        """The card of a painting that is in view or near to it.

        Raises:
            KeyError: If it is too far away.
        """
        return self._deck.cards[key]

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings; those that were there keep their picture and mark."""
        self._texts = {text.key: text for text in texts}
        self._keys = tuple(self._texts)
        self._deck.say(self._texts)
        if self._chosen not in self._texts:
            self._chosen = None
        self._place()

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a small picture on a card, if the card is there."""
        self._deck.set_thumbnail(key, thumbnail)

    def mark(self, key: str) -> None:
        """Mark a painting as chosen and bring its card into view."""
        if key not in self._texts:
            return
        self._chosen = key
        self._deck.mark(key)
        self._bring_into_view(key)

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
        self._card_size = QSize(width, height)
        self._step = QSize(width + gap, height + gap)
        count = len(self._keys)
        columns = self._columns or count
        rows = -(-count // columns) if columns else 0
        size = QSize(columns * (width + gap) - gap, rows * (height + gap) - gap)
        self._board.resize(size.expandedTo(QSize(1, 1)))
        self._edges.raise_()
        self._set_cards()

    def _set_cards(self) -> None:
        """Have the cards that are in view and near to it, and only those."""
        if self._metrics is None:
            return
        near = self._near()
        if tuple(self._deck.cards) != near:
            self._deck.deal([self._texts[key] for key in near])
        for key, card in self._deck.cards.items():
            card.apply_metrics(self._metrics, self._card_size.width())
            card.move(self._place_of(key).topLeft())
            card.show()
        self._deck.mark(self._chosen)
        self.pictures_wanted.emit(list(near))

    def _near(self) -> tuple[str, ...]:
        """Keys of the cards in view, and of about half a view beyond each edge."""
        step, view = self._step, self.viewport().size()
        if self._columns:
            first = self.verticalScrollBar().value() - view.height() // 2
            rows = -(-2 * view.height() // step.height()) + 1
            start = max(0, first // step.height()) * self._columns
            return self._keys[start : start + rows * self._columns]
        first = self.horizontalScrollBar().value() - view.width() // 2
        start = max(0, first // step.width())
        return self._keys[start : start - (-2 * view.width() // step.width()) + 1]

    def _place_of(self, key: str) -> QRect:
        number = self._keys.index(key)
        row, column = divmod(number, self._columns or len(self._keys))
        corner = QPoint(column * self._step.width(), row * self._step.height())
        return QRect(corner, self._card_size)

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
        card.clicked.connect(lambda _=False: self._on_touched(card.text_shown.key))
        return card

    def _on_touched(self, key: str) -> None:
        self.mark(key)
        self.painting_chosen.emit(key)

    def _bring_into_view(self, key: str) -> None:
        margin = self._card_size.width() // 3
        QScroller.scroller(self.viewport()).ensureVisible(
            self._place_of(key), margin, margin if self._columns else 0, SCROLL_TO_MS
        )


def row_card_width_px(metrics: Metrics) -> int:
    """Width of the cards in a row: so many fit that the last is seen to go on."""
    return max(metrics.touch_px, round(4.8 * metrics.margin_px))
