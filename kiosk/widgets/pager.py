"""Large cards on pages that are turned by swiping or by whoever asks for it.

Only the cards of the page that is shown and of its neighbours are there, however many
paintings are offered: they wander along as pages are turned.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

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
from kiosk.widgets.deck import Deck
from kiosk.widgets.pages import Pages, Room, lay_out, page_places
from kiosk.widgets.painting_card import (
    PaintingCard,
    card_height_px,
    words_height_px,
)
from kiosk.widgets.swipe import Swipe

TURN_MS = 420
RESISTANCE = 3
"""Beyond the first and the last page the cards follow a finger so much slower."""
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
    pictures_wanted = Signal(list)
    """Keys of the cards that are there, those of the shown page first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: dict[str, CardText] = {}
        self._keys: tuple[str, ...] = ()
        self._deck = Deck(self._new_card)
        self._offered: frozenset[str] | None = None
        self._chosen: str | None = None
        self._metrics: Metrics | None = None
        self._pages = Pages(1, 1, 1)
        self._page = 0
        self._reduced = False
        self._board = QWidget(self)
        self._turning = QPropertyAnimation(self._board, b"pos", self)
        self._turning.setDuration(TURN_MS)
        self._turning.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._turning.finished.connect(self._set_cards)
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
        return self._keys

    @property
    def chosen(self) -> str | None:
        """The key of the marked painting."""
        return self._chosen

    @property
    def complete(self) -> bool:
        """Whether every card that is there has its picture."""
        return self._deck.complete

    @property
    def _turns(self) -> bool:
        """Whether a page is just being turned, which leaves no time for anything."""
        return self._turning.state() is QPropertyAnimation.State.Running

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are; 1 at least."""
        return self._pages.count

    def card(self, key: str) -> PaintingCard:
        """The card of a painting on the page that is shown or beside it.

        Raises:
            KeyError: If it is on another page.
        """
        return self._deck.cards[key]

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings; those that were there keep their picture and mark."""
        self._texts = {text.key: text for text in texts}
        self._deck.say(self._texts)
        if self._chosen not in self._texts:
            self._chosen = None
        self._place()

    def offer_only(self, keys: Collection[str] | None) -> None:
        """Show only some of the paintings, from the first page on; None shows all."""
        self._offered = None if keys is None else frozenset(keys)
        self._page = 0
        self._place()

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a picture on a card, if the card is there."""
        if self._deck.set_thumbnail(key, thumbnail) and not self._turns:
            self._prepare()

    def mark(self, key: str | None) -> None:
        """Mark a card as chosen and turn to its page; None marks none."""
        self._chosen = key if key in self._texts else None
        if key is not None:
            self._bring_into_view(key)
        self._deck.mark(self._chosen)

    def turn_to(self, page: int) -> None:
        """Turn to a page, or to the nearest that there is."""
        before, self._page = self._page, min(max(page, 0), self._pages.count - 1)
        goal = QPoint(-self._page * self.width(), 0)
        self._turning.stop()
        moves = not self._reduced and self.isVisible()
        moves = moves and abs(self._page - before) <= 1
        self._set_cards(moving=moves)
        if not moves:
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
        offered = self._offered
        keys = (key for key in self._texts if offered is None or key in offered)
        self._keys = tuple(keys)
        if self._metrics is None:
            return
        self._pages = lay_out(len(self._keys), portrait=self._metrics.portrait)
        self._board.resize(self._pages.count * self.width(), self.height())
        self._show_page(self._page)

    def _set_cards(self, *, moving: bool = False) -> None:
        """Have the cards of this page and its neighbours, and only those.

        Args:
            moving: Whether a page is turned just now: no neighbour is made then, as
                that would take the time of a picture or two.
        """
        if self._metrics is None:
            return
        near = range(self._page - 1, self._page + 2)
        on_pages = {page: self._on_page(page) for page in near}
        if moving:
            on_pages = {
                page: keys
                for page, keys in on_pages.items()
                if page == self._page or self._deck.has(keys)
            }
        all_keys = [key for keys in on_pages.values() for key in keys]
        self._deck.deal([self._texts[key] for key in all_keys])
        for page, keys in on_pages.items():
            self._place_page(page, keys, self._metrics)
        for before, after in pairwise(self._deck.cards.values()):
            QWidget.setTabOrder(before, after)
        self._deck.mark(self._chosen)
        if moving and self.complete:
            # Hanging cards and pictures takes the time of a picture of the movement.
            self._preparing.stop()
            return
        self._prepare()
        first = on_pages[self._page]
        self.pictures_wanted.emit([*first, *(k for k in all_keys if k not in first)])

    def _on_page(self, page: int) -> tuple[str, ...]:
        start = page * self._pages.on_each
        return self._keys[max(0, start) : max(0, start + self._pages.on_each)]

    def _place_page(self, page: int, keys: Sequence[str], metrics: Metrics) -> None:
        """Put a page's cards in their places, if they are not there already."""
        room = Room(self.size(), metrics.margin_px, metrics.gap_px)
        cell = room.cell(self._pages)
        words_px = self._words_px(keys, cell, metrics)
        height = card_height_px(metrics, cell.width(), words_px)
        places = page_places(self._pages, page, len(self._keys), room, height)
        for key, place in zip(keys, places, strict=True):
            card = self._deck.cards[key]
            card.setGeometry(place)
            card.apply_metrics(metrics, words_px)
            card.show()

    def _prepare(self) -> None:
        """Have cards hung one by one while nothing else is to be done."""
        shown = self._on_page(self._page)
        cards = sorted(self._deck.cards.items(), key=lambda item: item[0] not in shown)
        self._unprepared = [card for _key, card in cards]
        self._preparing.start()

    def _prepare_next(self) -> None:
        if self._unprepared:
            self._unprepared.pop(0).prepare()
        else:
            self._preparing.stop()

    def _words_px(self, keys: Sequence[str], cell: QSize, metrics: Metrics) -> int:
        """The same height for all words on a page, so that pictures stand in line."""
        needed = max(
            (words_height_px(self._texts[key], metrics, cell.width()) for key in keys),
            default=0,
        )
        return min(needed, round(MOST_WORDS_SHARE * cell.height()))

    def _new_card(self, text: CardText) -> PaintingCard:
        card = PaintingCard(text, self._board)
        card.clicked.connect(lambda _=False: self._on_touched(card.text_shown.key))
        card.reached.connect(lambda: self._bring_into_view(card.text_shown.key))
        self._swipe.watch(card)
        return card

    def _on_touched(self, key: str) -> None:
        self._chosen = key
        self._deck.mark(key)
        self.painting_chosen.emit(key)

    def _bring_into_view(self, key: str) -> None:
        if key in self._keys:
            page = self._keys.index(key) // self._pages.on_each
            if page != self._page:
                self._show_page(page)

    def _on_dragged(self, way_px: int) -> None:
        """Let the page follow the finger."""
        first, last = self._page == 0, self._page == self._pages.count - 1
        if (first and way_px > 0) or (last and way_px < 0):
            way_px //= RESISTANCE
        if self._turning.state() is QPropertyAnimation.State.Running:
            self._turning.stop()
            self._set_cards()
        if not self._reduced:
            self._board.move(way_px - self._page * self.width(), 0)

    def _show_page(self, page: int) -> None:
        """Be at a page, without sliding."""
        self._page = min(max(page, 0), self._pages.count - 1)
        self._turning.stop()
        self._board.move(-self._page * self.width(), 0)
        self._set_cards()
        self.turned.emit(self._page, self._pages.count)
