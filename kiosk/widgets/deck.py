"""A few cards that stand for one painting after the other, however many there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, TypeVar

from PySide6.QtGui import QImage

from kiosk.widgets.card import Card, CardText

AnyCard = TypeVar("AnyCard", bound=Card)


class Deck(Generic[AnyCard]):
    """Has the cards that are asked for, and keeps the others for later.

    Args:
        make: Makes a card where no spare one is left.
    """

    def __init__(self, make: Callable[[CardText], AnyCard]) -> None:
        self._make = make
        self._cards: dict[str, AnyCard] = {}
        self._spare: list[AnyCard] = []

    @property
    def cards(self) -> Mapping[str, AnyCard]:
        """The cards that are there, by their paintings' keys, in their order."""
        return MappingProxyType(self._cards)

    @property
    def complete(self) -> bool:
        """Whether every card that is there has its picture."""
        return all(card.has_thumbnail for card in self._cards.values())

    def has(self, keys: Iterable[str]) -> bool:
        """Whether all these paintings have their cards."""
        return self._cards.keys() >= set(keys)

    def deal(self, texts: Sequence[CardText]) -> None:
        """Have cards for these paintings, in their order, and for no others."""
        wanted = {text.key for text in texts}
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            card.clearFocus()  # or hiding it would hand the focus to another one
            card.hide()
            self._spare.append(card)
        there = self._cards
        self._cards = {
            text.key: there.get(text.key) or self._card_for(text) for text in texts
        }

    def say(self, texts: Mapping[str, CardText]) -> None:
        """Say something else about the same paintings."""
        for key, card in self._cards.items():
            if key in texts:
                card.set_text(texts[key])

    def mark(self, chosen: str | None) -> None:
        """Mark one painting, if its card is there, and no other."""
        for key, card in self._cards.items():
            card.setChecked(key == chosen)

    def set_thumbnail(self, key: str, thumbnail: QImage) -> bool:
        """Show a picture on a card; tells whether the card is there."""
        card = self._cards.get(key)
        if card is not None:
            card.set_thumbnail(thumbnail)
        return card is not None

    def _card_for(self, text: CardText) -> AnyCard:
        if not self._spare:
            return self._make(text)
        card = self._spare.pop()
        card.take(text)
        return card
