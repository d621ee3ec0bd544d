import itertools

import pytest
from PySide6.QtCore import QRect, QSize

from kiosk.widgets.pages import Pages, Room, lay_out, page_places

COUNTS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 19, 40, 200]
ROOMS = [(1080, 1500), (1920, 720), (768, 1000), (300, 90)]


def card_places(pages: Pages, cards: int, room: Room, height_px: int) -> list[QRect]:
    """Where the cards of all pages stand."""
    return [
        place
        for page in range(pages.count)
        for place in page_places(pages, page, cards, room, height_px)
    ]


@pytest.mark.parametrize(("cards", "room"), list(itertools.product(COUNTS, ROOMS)))
def test_every_card_stands_alone_on_its_page(cards: int, room: tuple[int, int]) -> None:
    page = QSize(*room)
    pages = lay_out(cards, portrait=room[1] > room[0])
    places = card_places(pages, cards, Room(page, 1, 1), 10_000)

    assert len(places) == cards
    for number, place in enumerate(places):
        sheet = QRect(number // pages.on_each * room[0], 0, *room)
        assert sheet.contains(place)
        assert not any(place.intersects(other) for other in places[:number])


@pytest.mark.parametrize("portrait", [True, False])
@pytest.mark.parametrize("cards", COUNTS)
def test_no_page_is_empty(cards: int, portrait: bool) -> None:
    pages = lay_out(cards, portrait=portrait)

    assert pages.count >= 1
    assert (pages.count - 1) * pages.on_each < max(1, cards)
    assert pages.count * pages.on_each >= cards


def test_a_page_holds_a_handful() -> None:
    assert lay_out(7, portrait=True).on_each == 4
    assert lay_out(7, portrait=False).on_each == 4
    assert lay_out(40, portrait=True).on_each == 9
    assert lay_out(40, portrait=False).on_each == 5


def test_a_row_that_is_not_full_stands_in_the_middle() -> None:
    pages = lay_out(7, portrait=False)
    last = card_places(pages, 7, Room(QSize(1000, 300), 20, 10), 300)[4:]

    assert last[0].left() - 1000 == pytest.approx(1999 - last[-1].right(), abs=2)


def test_low_cards_stand_in_the_middle_of_their_cells() -> None:
    pages = lay_out(2, portrait=False)
    place = card_places(pages, 2, Room(QSize(1000, 300), 20, 10), 100)[0]

    assert (place.top(), place.height()) == (100, 100)


def test_a_window_without_room_breaks_nothing() -> None:
    places = card_places(lay_out(9, portrait=True), 9, Room(QSize(4, 4), 20, 10), 0)

    assert all(place.width() >= 1 and place.height() >= 1 for place in places)


def test_a_page_that_there_is_not_has_no_cards() -> None:
    room = Room(QSize(1000, 300), 20, 10)
    pages = lay_out(7, portrait=False)
    assert page_places(pages, -1, 7, room, 300) == []
    assert page_places(pages, 2, 7, room, 300) == []
