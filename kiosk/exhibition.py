"""The paintings that visitors may choose, in their order and in a language."""

import logging
from collections.abc import Sequence

from kiosk.errors import PackError
from kiosk.packs.library import Library
from kiosk.packs.manifest import PackPainting
from kiosk.packs.reading import FILE_PACK
from kiosk.staff.facts import PaintingRow
from kiosk.widgets.card import CardText

logger = logging.getLogger(__name__)

MOST_EXHIBITS = 8
"""So many large pictures wait for visitors: each takes the memory of a full screen."""


class Exhibition:
    """What is shown of a library.

    Args:
        library: All packs.
        first: Key of the painting to begin with, or a picture file; None for the first.
        order: Keys in the order that staff chose; what is not named comes after.
        hidden: Keys that staff switched off.

    Raises:
        PackError: If there is no painting, or not the one that was asked for.
    """

    def __init__(
        self,
        library: Library,
        first: str | None,
        order: Sequence[str] = (),
        hidden: Sequence[str] = (),
    ) -> None:
        self._library = library
        self._first = first
        self._rooms: dict[str, int] = {}
        self._guest: PackPainting | None = None
        if first is not None:
            self._guest = library.find(first)
        if not library.paintings and self._guest is None:
            raise PackError(
                "There are no paintings: put a pack into museum_targets or name a "
                "picture file with --painting."
            )
        self.arrange(order, hidden)

    @property
    def all(self) -> tuple[PackPainting, ...]:
        """Every painting in its order, also those that are switched off."""
        return self._all

    @property
    def shown(self) -> tuple[PackPainting, ...]:
        """What visitors may choose; never empty."""
        return self._shown

    @property
    def first(self) -> PackPainting:
        """Where a visit begins; with an age note only where all paintings have one."""
        wanted = sorted(self._shown, key=lambda one: one is not self._guest)
        return min(wanted, key=lambda one: one.least_age)

    @property
    def inviting(self) -> tuple[PackPainting, ...]:
        """What hangs large for whoever passes: only what needs the least age."""
        least_age = self.first.least_age
        fitting = (one for one in self._shown if one.least_age == least_age)
        return tuple(fitting)[:MOST_EXHIBITS]

    def restock(
        self, library: Library, order: Sequence[str] = (), hidden: Sequence[str] = ()
    ) -> None:
        """Show another library; one without any painting changes nothing.

        Args:
            library: All packs.
            order: As for `arrange`.
            hidden: As for `arrange`.
        """
        guest: PackPainting | None = None
        if self._first is not None:
            try:
                guest = library.find(self._first)
            except PackError:
                logger.warning("the painting to begin with is gone: the first is taken")
        if not library.paintings and guest is None:
            logger.warning("there are no paintings any more: what hung stays")
            return
        self._library, self._guest = library, guest
        self._rooms = {}
        self.arrange(order, hidden)

    def note_room(self, key: str, visitors: int) -> bool:
        """Remember for how many visitors a painting has room.

        Args:
            key: Of the painting.
            visitors: How many; a painting for none is not shown.

        Returns:
            Whether that is news.
        """
        known = self._rooms.get(key)
        self._rooms[key] = visitors
        if (known == 0) != (visitors == 0):
            self._select()
        return visitors != (1 if known is None else known)

    def arrange(self, order: Sequence[str], hidden: Sequence[str]) -> None:
        """Take another order and other paintings that are switched off.

        Where all are switched off, all are shown: an empty wall helps nobody.
        """
        paintings = list(self._library.paintings)
        if self._guest is not None and self._guest not in paintings:
            paintings.insert(0, self._guest)
        places = {key: place for place, key in enumerate(order)}
        paintings.sort(key=lambda painting: places.get(painting.key, len(places)))
        self._all = tuple(paintings)
        off = frozenset(hidden)
        all_off = all(painting.key in off for painting in paintings)
        self._hidden = frozenset() if all_off else off
        self._select()

    def cards(self, language: str) -> list[CardText]:
        """What the cards say."""
        return [
            card_text(painting, language, self._rooms.get(painting.key, 1))
            for painting in self._shown
        ]

    def rows(self, language: str) -> list[PaintingRow]:
        """All paintings as staff see them."""
        packs = {pack.id: pack for pack in self._library.packs}
        return [
            PaintingRow(
                painting.key,
                painting.title(language),
                packs[painting.pack_id].title(language)
                if painting.pack_id in packs
                else "",
                painting.key not in self._hidden,
                self._rooms.get(painting.key) != 0,
                painting.pack_id != FILE_PACK,
            )
            for painting in self._all
        ]

    def _select(self) -> None:
        """Work out what is shown: what staff want, of what visitors can step into."""
        wanted = [one for one in self._all if one.key not in self._hidden]
        usable = [one for one in wanted if self._rooms.get(one.key) != 0]
        self._shown = tuple(usable or wanted or self._all)

    def titles(self, language: str) -> dict[str, str]:
        """From every painting's key to its title."""
        return {painting.key: painting.title(language) for painting in self._all}


def card_text(painting: PackPainting, language: str, room: int = 1) -> CardText:
    """What a painting's card says.

    Args:
        painting: The painting.
        language: In which to say it.
        room: How many visitors it has room for.
    """
    return CardText(
        painting.key,
        painting.title(language),
        painting.artist(language),
        painting.year,
        painting.museum(language),
        painting.category(language),
        room,
        painting.least_age,
    )
