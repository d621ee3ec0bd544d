import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.label import WallLabel

TITLE = "Self-Portrait in a Straw Hat, after Rubens"
ORIGIN = "Élisabeth Louise Vigée Le Brun, 1782"


@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize("height", [140, 176, 240])
@pytest.mark.parametrize("px_per_mm", [1.5, 2.7, 6.0])
def test_long_words_are_never_cut_off(
    dressed: QApplication,
    qtbot: QtBot,
    px_per_mm: float,
    height: int,
    centred: bool,
) -> None:
    drawn = _draw(qtbot, height, px_per_mm, centred, TITLE, ORIGIN)

    ink = [row for row in range(drawn.height()) if _has_ink(drawn, row)]
    assert ink
    assert ink[-1] < drawn.height() - 1
    if centred:
        assert abs(ink[0] - (drawn.height() - 1 - ink[-1])) < 0.25 * height


def test_short_words_keep_their_full_size(dressed: QApplication, qtbot: QtBot) -> None:
    low = _draw(qtbot, 170, 2.7, False, "Lady", "Studio")
    high = _draw(qtbot, 400, 2.7, False, "Lady", "Studio")

    assert low == high.copy(low.rect())


def _draw(
    qtbot: QtBot, height: int, px_per_mm: float, centred: bool, *words: str
) -> QImage:
    parent = QWidget()
    parent.setStyleSheet("background: black;")
    qtbot.addWidget(parent)
    label = WallLabel(parent)
    label.apply_metrics(measure(1080, 1920, px_per_mm))
    label.set_centred(centred=centred)
    label.set_words(*words)
    label.resize(390, height)
    parent.resize(390, height)
    return parent.grab().toImage()


def _has_ink(image: QImage, row: int) -> bool:
    return any(image.pixelColor(x, row).lightness() > 60 for x in range(image.width()))
