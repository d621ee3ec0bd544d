import pytest
from PySide6.QtCore import QPointF, QSizeF

from kiosk.widgets.retouch.magnifier import centre_for

ROOM = QSizeF(500, 800)
ACROSS, TOUCH = 200.0, 76.0


@pytest.mark.parametrize("x", [5, 250, 495])
@pytest.mark.parametrize("y", [5, 100, 400, 795])
def test_the_glass_stays_inside_and_off_the_finger(x: int, y: int) -> None:
    centre = centre_for(ROOM, QPointF(x, y), ACROSS, TOUCH)

    assert 100 <= centre.x() <= 400
    assert 100 <= centre.y() <= 700
    away = centre - QPointF(x, y)
    assert max(abs(away.x()), abs(away.y())) > 0.9 * TOUCH


def test_the_glass_is_above_the_finger_where_it_can_be() -> None:
    centre = centre_for(ROOM, QPointF(250, 500), ACROSS, TOUCH)

    assert centre.x() == 250
    assert centre.y() < 500 - TOUCH
