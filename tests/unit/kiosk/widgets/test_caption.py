import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.caption import Caption
from kiosk.widgets.text import line_height_px

LONG = (
    "Bildnis einer jungen Dame mit federgeschmücktem Hut vor einer weiten Landschaft",
    "Unbekannter niederländischer Meister, um 1630",
)


@pytest.fixture
def owner(dressed, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1000, 400)
    return owner


@pytest.fixture
def caption(owner: QWidget) -> Caption:
    caption = Caption(owner)
    caption.stand(QRect(0, 0, 900, 120), 48, 28, centred=True)
    owner.show()
    return caption


def _ink(caption: Caption) -> int:
    """How bright its brightest pixel is."""
    image = caption.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return max(bytes(image.constBits()))


def _lines(caption: Caption) -> str:
    return " ".join(line for line, _, _ in caption._rows)


def test_old_words_go_before_new_ones_come(caption: Caption) -> None:
    caption.set_words("Lady", "Leonardo")
    caption.cross(1.0)
    assert _lines(caption) == "Lady Leonardo"
    caption.set_words("Lord", "Rembrandt")
    caption.cross(0.2)
    assert _lines(caption) == "Lady Leonardo"
    weak = _ink(caption)
    caption.cross(0.9)
    assert _lines(caption) == "Lord Rembrandt"
    assert _ink(caption) > weak
    assert caption.accessibleName() == "Lord, Rembrandt"


def test_the_same_words_stay(caption: Caption) -> None:
    caption.set_words("Lady", "Leonardo")
    caption.cross(1.0)
    strong = _ink(caption)
    caption.set_words("Lady", "Leonardo")
    caption.cross(0.4)
    assert _ink(caption) == strong


@pytest.mark.parametrize("centred", [True, False])
def test_long_words_wrap_and_shrink_until_they_fit(
    caption: Caption, centred: bool
) -> None:
    caption.stand(QRect(0, 0, 600, 150), 48, 28, centred=centred)
    caption.set_words(*LONG)
    caption.cross(1.0)

    assert _lines(caption) == " ".join(LONG)
    assert sum(line_height_px(font) for _, font, _ in caption._rows) <= 150
    for line, font, _ in caption._rows:
        assert QFontMetricsF(font).horizontalAdvance(line) <= 600


def test_no_words_draw_nothing(caption: Caption) -> None:
    empty = _ink(caption)
    caption.set_words("Lady", "")
    caption.cross(1.0)
    assert caption.accessibleName() == "Lady"
    assert _ink(caption) > empty
    caption.set_words("", "")
    caption.cross(1.0)
    assert _ink(caption) == empty
