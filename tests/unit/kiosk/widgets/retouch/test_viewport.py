import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.widgets.retouch.viewport import Viewport


@pytest.fixture
def viewport() -> Viewport:
    viewport = Viewport()
    viewport.set_room(QSizeF(400, 300))
    viewport.set_picture(QSizeF(2000, 1000))
    return viewport


def close(one: QPointF, x: float, y: float) -> bool:
    return one.x() == pytest.approx(x) and one.y() == pytest.approx(y)


def test_begins_with_the_whole_picture_in_the_middle(viewport: Viewport) -> None:
    assert viewport.fitted
    assert viewport.scale == pytest.approx(0.2)
    assert viewport.place == QRectF(0, 50, 400, 200)
    assert close(viewport.to_view(QPointF(-0.5, -0.5)), 0, 50)


def test_there_and_back_is_the_same_place(viewport: Viewport) -> None:
    viewport.zoom(3.0, QPointF(120, 90))

    back = viewport.to_picture(viewport.to_view(QPointF(700.0, 400.0)))

    assert close(back, 700, 400)


def test_what_is_under_the_fingers_stays_there(viewport: Viewport) -> None:
    at = QPointF(220, 160)
    before = viewport.to_picture(at)

    viewport.zoom(2.5, at)

    assert close(viewport.to_picture(at), before.x(), before.y())


def test_zoom_and_pan_have_limits(viewport: Viewport) -> None:
    viewport.zoom(0.01, QPointF(10, 10))
    assert viewport.fitted
    viewport.zoom(1e9, QPointF(200, 150))
    assert viewport.scale == viewport.most_scale

    viewport.pan(QPointF(1e9, -1e9))

    assert viewport.place.left() == pytest.approx(0)
    assert viewport.place.bottom() == pytest.approx(300)


def test_places_are_held_within_the_picture(viewport: Viewport) -> None:
    assert close(viewport.to_picture(QPointF(-50, -50)), 0, 0)
    assert close(viewport.to_picture(QPointF(999, 999)), 1999, 999)


def test_another_room_keeps_what_is_seen(viewport: Viewport) -> None:
    viewport.set_room(QSizeF(800, 300))
    assert viewport.fitted
    viewport.show_part(QRectF(900, 400, 100, 100))
    middle = viewport.to_picture(QPointF(400, 150))

    viewport.set_room(QSizeF(300, 300))

    assert close(viewport.to_picture(QPointF(150, 150)), middle.x(), middle.y())


def test_nothing_to_see_is_no_failure() -> None:
    viewport = Viewport()
    viewport.set_room(QSizeF(0, 0))
    viewport.set_picture(QSizeF(0, 0))
    viewport.zoom(2.0, QPointF(0, 0))

    assert viewport.scale > 0
