"""How many cards stand beside and beneath each other on a page: pure arithmetic."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

FEW = 8
"""So many cards stand larger, a few on each page."""
HIGH_FEW, HIGH_MANY = (2, 2), (3, 3)
WIDE_FEW, WIDE_MANY = (4, 1), (5, 1)
"""Columns and most rows on a high and on a wide page."""
WIDEST_CARD = 1.0
"""Width of a card over its height, at most."""
WIDEST_SHARE = 0.6
"""Width of a card over the page's, at most: small pictures are no larger."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A way to lay out cards.

    Attributes:
        columns: Cards beside each other.
        rows: Cards beneath each other.
        count: Pages; 1 at least.
    """

    columns: int
    rows: int
    count: int

    @property
    def on_each(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows


def lay_out(cards: int, *, portrait: bool) -> Pages:
    """Choose a layout in which all pages but the last are full, with large cards.

    Args:
        cards: How many there are.
        portrait: Whether the page is higher than wide.
    """
    few, many = (HIGH_FEW, HIGH_MANY) if portrait else (WIDE_FEW, WIDE_MANY)
    columns, most_rows = few if cards <= FEW else many
    columns = max(1, min(columns, cards))
    count = max(1, -(-cards // (columns * most_rows)))
    rows = max(1, -(-cards // (count * columns)))
    return Pages(columns, rows, count)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a page's cards stand.

    Attributes:
        page: Size of the page.
        margin_px: Empty at its left and at its right.
        gap_px: Between cards.
    """

    page: QSize
    margin_px: int
    gap_px: int

    def cell(self, pages: Pages) -> QSize:
        """The largest size of a card."""
        height = self.page.height() - (pages.rows - 1) * self.gap_px
        width = self.page.width() - 2 * self.margin_px
        width -= (pages.columns - 1) * self.gap_px
        high = max(1, height // pages.rows)
        return QSize(
            max(1, min(width // pages.columns, round(WIDEST_CARD * high))), high
        )


def page_places(
    pages: Pages, page: int, cards: int, room: Room, height_px: int
) -> list[QRect]:
    """Where the cards of a page stand; page follows page at its right.

    Args:
        pages: The layout.
        page: Which page, from 0; one that there is not has no cards.
        cards: How many there are on all pages.
        room: A page.
        height_px: Height of a card; cards stand in the middle of a higher cell.
    """
    cell, gap = room.cell(pages), room.gap_px
    height = max(1, min(height_px, cell.height()))
    first_on_page = max(0, page * pages.on_each)
    places = []
    for number in range(first_on_page, min(cards, (page + 1) * pages.on_each)):
        row, column = divmod(number - first_on_page, pages.columns)
        first = first_on_page + row * pages.columns
        in_row = min(pages.columns, cards - first)
        row_px = in_row * (cell.width() + gap) - gap
        x = page * room.page.width() + (room.page.width() - row_px) // 2
        x += column * (cell.width() + gap)
        y = row * (cell.height() + gap) + (cell.height() - height) // 2
        places.append(QRect(x, y, cell.width(), height))
    return places
