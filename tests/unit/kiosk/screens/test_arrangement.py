import itertools

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication

from kiosk.screens.arrangement import Arrangement, arrange
from kiosk.theme import Metrics, measure, px_per_mm

SIZES = [
    (1080, 1920),
    (1920, 1080),
    (2160, 3840),
    (3840, 2160),
    (720, 1280),
    (1280, 720),
    (1280, 1024),
    (1200, 800),
    (1000, 1000),
]


@pytest.fixture(params=itertools.product(SIZES, (14, 32, 43)), ids=str)
def arranged(
    request: pytest.FixtureRequest, dressed: QApplication
) -> tuple[QRect, Metrics, Arrangement]:
    size, inches = request.param
    metrics = measure(*size, px_per_mm(size, inches))
    return QRect(0, 0, *size), metrics, arrange(QSize(*size), metrics)


def test_everything_is_inside_and_nothing_overlaps(
    arranged: tuple[QRect, Metrics, Arrangement],
) -> None:
    window, _, places = arranged
    together = [
        places.picture,
        places.label,
        places.shutter,
        places.guide,
        places.glimpse,
        places.leave,
        places.status,
        places.gallery,
    ]
    for place in [*together, places.words]:
        assert window.contains(place)
    for one, other in itertools.combinations(together, 2):
        assert not one.intersects(other)
    assert not places.words.intersects(places.picture)


def test_the_painting_is_the_hero(
    arranged: tuple[QRect, Metrics, Arrangement],
) -> None:
    window, metrics, places = arranged
    share = (places.picture.width() * places.picture.height()) / (
        window.width() * window.height()
    )

    assert share > (0.4 if metrics.portrait else 0.5)


def test_the_shutter_is_in_the_lower_half(
    arranged: tuple[QRect, Metrics, Arrangement],
) -> None:
    window, metrics, places = arranged

    assert places.shutter.top() > window.height() // 2
    assert places.shutter.width() >= metrics.touch_px


def test_what_moves_beside_the_picture_lies_outside_it(
    arranged: tuple[QRect, Metrics, Arrangement],
) -> None:
    window, metrics, places = arranged
    short = min(window.width(), window.height())

    assert places.guide.width() == places.guide.height() > 0.12 * short
    assert places.glimpse.width() > 0.12 * short
    assert places.leave.height() >= metrics.touch_px
    assert places.leave.width() >= metrics.touch_px
