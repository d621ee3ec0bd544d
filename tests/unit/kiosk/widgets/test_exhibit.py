import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from kiosk.widgets.exhibit import LEAST_KEPT, hang

PLACE = QRect(0, 0, 1080, 1650)
BOX = QRect(48, 48, 984, 1300)
ASPECTS = [(1536, 1920), (1920, 1536), (300, 3000), (3000, 300), (900, 900), (7, 5)]
WAYS = [0.0, 0.3, 0.5, 1.0]


def _image(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(0xFF336699)
    return image


@pytest.mark.parametrize("size", ASPECTS, ids=str)
@pytest.mark.parametrize("box", [BOX, None])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_view_never_leaves_the_painting(
    dressed, size: tuple[int, int], box: QRect | None, ratio: float
) -> None:
    hanging = hang(_image(*size), PLACE, box, ratio)
    whole = QRectF(hanging.pixmap.rect()).adjusted(-0.01, -0.01, 0.01, 0.01)

    for way in WAYS:
        assert whole.contains(hanging.view(way))


@pytest.mark.parametrize("size", ASPECTS[:-1], ids=str)
def test_the_painting_is_not_stretched(dressed, size: tuple[int, int]) -> None:
    hanging = hang(_image(*size), PLACE, BOX, 1.0)
    view = hanging.view(0.5)

    aspect = hanging.place.width() / hanging.place.height()
    assert view.width() / view.height() == pytest.approx(aspect, rel=0.01)


def test_a_high_painting_fills_a_high_place(dressed) -> None:
    hanging = hang(_image(1536, 1920), PLACE, BOX, 1.0)

    assert not hanging.framed
    assert hanging.place == PLACE


@pytest.mark.parametrize("size", [(1920, 1536), (300, 3000), (3000, 300)], ids=str)
def test_what_a_crop_would_spoil_hangs_whole_in_a_frame(
    dressed, size: tuple[int, int]
) -> None:
    hanging = hang(_image(*size), PLACE, BOX, 1.0)

    assert hanging.framed
    assert BOX.contains(hanging.place)
    view = hanging.view(0.0)
    seen = view.width() * view.height()
    assert seen > 0.97 * hanging.pixmap.width() * hanging.pixmap.height()


def test_without_a_box_every_painting_hangs_whole(dressed) -> None:
    hanging = hang(_image(1536, 1920), BOX, None, 1.0)

    assert hanging.framed
    assert BOX.contains(hanging.place)


def test_a_crop_keeps_the_upper_part_where_faces_are(dressed) -> None:
    hanging = hang(_image(1080, 2300), PLACE, BOX, 1.0)
    assert not hanging.framed
    assert LEAST_KEPT < 1650 / 2300

    view = hanging.view(0.5)
    above, below = view.top(), hanging.pixmap.height() - view.bottom()
    assert above < 0.5 * below


def test_it_moves_slowly_in_one_direction(dressed) -> None:
    hanging = hang(_image(1536, 1920), PLACE, BOX, 1.0)
    widths = [hanging.view(way / 10).width() for way in range(11)]

    assert widths == sorted(widths, reverse=True)
    assert 1.03 < widths[0] / widths[-1] < 1.15


def test_a_large_picture_is_made_smaller_once(dressed) -> None:
    hanging = hang(_image(4000, 5000), QRect(0, 0, 400, 500), None, 1.0)

    assert hanging.pixmap.width() < 500
