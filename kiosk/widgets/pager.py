"""Large cards on pages that are turned by swiping or by whoever asks for it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QPropertyAnimation,
    QSize,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import Metrics
from kiosk.widgets.card import CardText
from kiosk.widgets.pages import Pages, Room, card_places, lay_out
from kiosk.widgets.painting_card import (
    PaintingCard,
    card_height_px,
    words_height_px,
)
from kiosk.widgets.swipe import Swipe

TURN_MS = 420
RESISTANCE = 3
"""Beyond the first and the last page the cards follow a finger so much slower."""
MOST_PREPARED = 12
"""So many cards are hung before anybody comes."""
MOST_WORDS_SHARE = 0.42
"""Of a card's height, for its words."""


class Pager(QWidget):
    """Cards of paintings; touching one chooses it and marks it at once.

    Args:
        parent: The screen.
    """

    painting_chosen = Signal(str)
    """A card was touched; carries its key."""
    turned = Signal(int, int)
    """Which page is shown, from 0, and how many there are now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: dict[str, PaintingCard] = {}
        self._offered: frozenset[str] | None = None
        self._metrics: Metrics | None = None
        self._pages = Pages(1, 1, 1)
        self._page = 0
        self._reduced = False
        self._board = QWidget(self)
        self._turning = QPropertyAnimation(self._board, b"pos", self)
        self._turning.setDuration(TURN_MS)
        self._turning.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._unprepared: list[PaintingCard] = []
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare_next)
        self._swipe = Swipe(self)
        self._swipe.watch(self._board)
        self._swipe.dragged.connect(self._on_dragged)
        self._swipe.ended.connect(lambda step: self.turn_to(self._page + step))

    @property
    def keys(self) -> tuple[str, ...]:
        """The paintings that are offered, in their order."""
        offered = self._offered
        return tuple(key for key in self._cards if offered is None or key in offered)

    @property
    def chosen(self) -> str | None:
        """The key of the marked card."""
        marked = (key for key, card in self._cards.items() if card.isChecked())
        return next(marked, None)

    @property
    def complete(self) -> bool:
        """Whether every card has its picture."""
        return all(card.has_thumbnail for card in self._cards.values())

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are; 1 at least."""
        return self._pages.count

    def card(self, key: str) -> PaintingCard:
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

    def offer_only(self, keys: Collection[str] | None) -> None:
        """Show only some of the paintings, from the first page on; None shows all."""
        self._offered = None if keys is None else frozenset(keys)
        self._page = 0
        self._place()

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a picture on a card."""
        if key in self._cards:
            self._cards[key].set_thumbnail(thumbnail)
            self._prepare()

    def mark(self, key: str | None) -> None:
        """Mark a card as chosen and turn to its page; None marks none."""
        for card_key, card in self._cards.items():
            card.setChecked(card_key == key)
        if key is not None:
            self._bring_into_view(key)

    def turn_to(self, page: int) -> None:
        """Turn to a page, or to the nearest that there is."""
        self._page = min(max(page, 0), self._pages.count - 1)
        goal = QPoint(-self._page * self.width(), 0)
        self._turning.stop()
        if self._reduced or not self.isVisible():
            self._board.move(goal)
        else:
            self._turning.setEndValue(goal)
            self._turning.start()
        self.turned.emit(self._page, self._pages.count)

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Let pages change without sliding, or slide."""
        self._reduced = reduced

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take sizes from the window's."""
        self._metrics = metrics
        self._swipe.set_reach(metrics.touch_px // 3, metrics.touch_px)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._metrics is None:
            return
        keys, metrics = self.keys, self._metrics
        self._pages = lay_out(len(keys), portrait=metrics.portrait)
        room = Room(self.size(), metrics.margin_px, metrics.gap_px)
        cell = room.cell(self._pages)
        words_px = self._words_px(cell, metrics)
        height = card_height_px(metrics, cell.width(), words_px)
        for key, card in self._cards.items():
            card.setVisible(key in keys)
        places = card_places(self._pages, len(keys), room, height)
        for key, place in zip(keys, places, strict=True):
            self._cards[key].setGeometry(place)
            self._cards[key].apply_metrics(metrics, words_px)
        self._board.resize(self._pages.count * self.width(), self.height())
        self._show_page(self._page)
        self._prepare()

    def _prepare(self) -> None:
        """Have the first cards hung one by one while nothing else is to be done."""
        self._unprepared = [self._cards[key] for key in self.keys[:MOST_PREPARED]]
        self._preparing.start()

    def _prepare_next(self) -> None:
        if self._unprepared:
            self._unprepared.pop(0).prepare()
        else:
            self._preparing.stop()

    def _words_px(self, cell: QSize, metrics: Metrics) -> int:
        """The same height for all cards' words, so that pictures stand in line."""
        needed = max(
            (
                words_height_px(card.text_shown, metrics, cell.width())
                for card in self._cards.values()
            ),
            default=0,
        )
        return min(needed, round(MOST_WORDS_SHARE * cell.height()))

    def _new_card(self, text: CardText) -> PaintingCard:
        card = PaintingCard(text, self._board)
        card.clicked.connect(lambda _=False, key=text.key: self._on_touched(key))
        card.reached.connect(lambda key=text.key: self._bring_into_view(key))
        self._swipe.watch(card)
        return card

    def _on_touched(self, key: str) -> None:
        for card_key, card in self._cards.items():
            card.setChecked(card_key == key)
        self.painting_chosen.emit(key)

    def _bring_into_view(self, key: str) -> None:
        if key in self.keys:
            self._show_page(self.keys.index(key) // self._pages.on_each)

    def _on_dragged(self, way_px: int) -> None:
        """Let the page follow the finger."""
        first, last = self._page == 0, self._page == self._pages.count - 1
        if (first and way_px > 0) or (last and way_px < 0):
            way_px //= RESISTANCE
        self._turning.stop()
        if not self._reduced:
            self._board.move(way_px - self._page * self.width(), 0)

    def _show_page(self, page: int) -> None:
        """Be at a page, without sliding."""
        self._page = min(max(page, 0), self._pages.count - 1)
        self._turning.stop()
        self._board.move(-self._page * self.width(), 0)
        self.turned.emit(self._page, self._pages.count)
