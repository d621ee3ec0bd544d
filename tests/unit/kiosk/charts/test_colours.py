import pytest
from PySide6.QtGui import QColor

from kiosk.charts.colours import between, letters_on, luminance
from kiosk.charts.look import Look, on_paper, on_wall


def _contrast(one: QColor, other: QColor) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert _contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert _contrast(QColor("#777777"), QColor("white")) == pytest.approx(
        4.48, abs=0.01
    )


@pytest.mark.parametrize("look", [on_wall(16), on_paper(16)])
def test_letters_stand_out_on_every_cell_and_step(look: Look) -> None:
    for ground in (look.ground, look.other):
        for share in range(101):
            colour = between(ground, look.main, share / 100)
            assert _contrast(letters_on(colour), colour) >= 4.5, share
