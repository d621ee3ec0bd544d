import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.theme import (
    SANS,
    SERIF,
    fonts_folder,
    measure,
    px_per_mm,
    sans,
    screen_px_per_mm,
    serif,
)

SHAPES = ((1080, 1920), (1920, 1080))
KIOSKS = [(size, inches) for size in SHAPES for inches in (32, 43)]


@pytest.mark.parametrize(("size", "inches"), KIOSKS)
def test_on_a_real_kiosk_fingers_hit_and_eyes_read(
    dressed: QApplication, size: tuple[int, int], inches: int
) -> None:
    scale = px_per_mm(size, inches)
    metrics = measure(*size, scale)

    assert metrics.touch_px >= 15.0 * scale
    assert metrics.shutter_px >= 25.0 * scale
    for font in (sans(metrics.text_px), serif(metrics.title_px)):
        assert QRawFont.fromFont(font).xHeight() >= 4.9 * scale
    assert metrics.portrait == (size[0] < size[1])


@pytest.mark.parametrize("inches", [7, 14, 24, 100])
@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (720, 1280), (3840, 2160)])
def test_nothing_outgrows_a_window(size: tuple[int, int], inches: int) -> None:
    short = min(size)
    metrics = measure(*size, px_per_mm((1920, 1080), inches))

    assert metrics.shutter_px <= 0.21 * short
    assert metrics.text_px <= 0.042 * short
    assert metrics.margin_px <= 0.05 * short


def test_a_configured_diagonal_is_believed(dressed: QApplication) -> None:
    screen = dressed.primaryScreen()

    assert screen_px_per_mm(screen, 20.0) == pytest.approx(
        2.0 * screen_px_per_mm(screen, 40.0)
    )


def test_the_screen_is_believed_otherwise(dressed: QApplication) -> None:
    screen = dressed.primaryScreen()
    across_mm = screen.size().width() / screen.physicalSize().width()

    assert screen_px_per_mm(screen, None) == pytest.approx(across_mm, rel=0.05)


def test_our_own_typefaces_are_used(dressed: QApplication) -> None:
    for font, family in ((sans(20), SANS), (serif(20), SERIF)):
        assert QRawFont.fromFont(font).familyName() == family
    strong = QRawFont.fromFont(sans(20, strong=True))
    assert strong.weight() >= QFont.Weight.DemiBold.value


@pytest.mark.parametrize(
    "text", ["Größe œuvre ñ ç", "Портрет дамы, 1650", "“…”\N{EN DASH}"]
)
def test_every_file_covers_latin_and_cyrillic(dressed: QApplication, text: str) -> None:
    files = list(fonts_folder().glob("*.ttf"))

    assert len(files) == 4
    for path in files:
        assert 0 not in QRawFont(str(path), 20).glyphIndexesForString(text)
