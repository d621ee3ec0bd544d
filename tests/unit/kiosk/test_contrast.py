"""Words and signs stand out: by the theme's colours and on the painted screens.

The contrast is that of the Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11.
"""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screens.staff_pages.board import THUMB
from kiosk.screens.staff_pages.figure import PLATE
from kiosk.theme import (
    GOLD,
    PANEL,
    QUIET_TEXT,
    SHADE,
    TEXT,
    WALL,
    WALL_LIT,
)
from kiosk.widgets import buttons, card, chips, languages, page_turner
from kiosk.widgets.painting_card import TOUCHED
from kiosk.widgets.sentences import PANEL_FILL
from kiosk.widgets.sign import COLOURS
from kiosk.widgets.still_there import DIM
from tests.every_screen import STATES, EveryScreen
from tests.ink import Ink, painted_words, without_words

WORDS, SIGNS = 4.5, 3.0
WHITE = QColor("white")
LEAST_MEASURED = 200
"""So many words at least are measured on all screens."""


def on(ground: QColor, *layers: QColor) -> QColor:
    """What is seen of translucent colours over a ground."""
    for layer in layers:
        share = layer.alphaF()
        mixed = [
            share * above + (1.0 - share) * below
            for above, below in zip(
                layer.getRgbF()[:3], ground.getRgbF()[:3], strict=True
            )
        ]
        ground = QColor.fromRgbF(*mixed)
    return ground


GROUNDS = {
    "wall": WALL,
    "lit wall": WALL_LIT,
    "panel": PANEL,
    "plate over a white picture": on(WHITE, SHADE),
    "dusk over a white picture": on(WHITE, DIM),
    "touched card": on(WALL_LIT, TOUCHED),
    "figure": on(WALL_LIT, PLATE),
    "framed sentence": on(WALL_LIT, PANEL_FILL),
}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", [TEXT, QUIET_TEXT], ids=["text", "quiet"])
def test_words_can_be_read(words: QColor, ground: str) -> None:
    assert contrast(words, GROUNDS[ground]) >= WORDS


def test_the_chosen_language_can_be_read() -> None:
    assert contrast(TEXT, on(WALL_LIT, languages.CHOSEN_FILL)) >= WORDS


@pytest.mark.parametrize("fill", [TEXT, GOLD], ids=["filled", "touched"])
@pytest.mark.parametrize("ink", [buttons.INK, card.INK])
def test_words_on_buttons_can_be_read(ink: QColor, fill: QColor) -> None:
    assert contrast(ink, fill) >= WORDS


@pytest.mark.parametrize("ground", [WALL, WALL_LIT, PANEL])
def test_what_was_done_is_said_in_gold(ground: QColor) -> None:
    assert contrast(GOLD, ground) >= WORDS


@pytest.mark.parametrize("ground", [WALL, WALL_LIT, PANEL])
@pytest.mark.parametrize(
    "line",
    [
        GOLD,
        TEXT,
        THUMB,
        buttons.OUTLINE,
        chips.OUTLINE,
        page_turner.OUTLINE,
        *COLOURS.values(),
    ],
    ids=lambda colour: colour.name(QColor.NameFormat.HexArgb),
)
def test_edges_and_signs_stand_out(line: QColor, ground: QColor) -> None:
    assert contrast(on(ground, line), ground) >= SIGNS


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_words_stand_out_on_the_painted_screens(dressed: QApplication, size) -> None:
    screens = EveryScreen(size, 32.0)
    screens.speak("en")
    faint, measured = [], 0
    for name in STATES:
        screens.show(name)
        words = [
            ink for ink in painted_words(screens.window) if _counts(ink, screens.top)
        ]
        with_words = luminance_of(screens.window.grab().toImage())
        with without_words():
            bare = luminance_of(screens.window.grab().toImage())
        for ink in words:
            reached = _reached(ink.on(screens.window), with_words, bare)
            if reached is not None:
                measured += 1
                if reached < WORDS:
                    faint.append(f"{name}: {ink.words}: {reached:.1f}")
    screens.close()

    assert not faint, "\n" + "\n".join(faint)
    assert measured > LEAST_MEASURED


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two opaque colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance of a colour, 0 to 1."""
    rgb = np.array(colour.getRgbF()[:3])
    return float(_linear(rgb) @ (0.2126, 0.7152, 0.0722))


def luminance_of(image: QImage) -> NDArray[np.float64]:
    """Relative luminance of each pixel, HxW."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    pixels = pixels.reshape(image.height(), image.width(), 4)[..., :3]
    table = _linear(np.arange(256) / 255.0)
    return table[pixels] @ np.array((0.2126, 0.7152, 0.0722))


def _linear(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _counts(ink: Ink, top: QWidget) -> bool:
    """Whether it must be readable: what is dimmed or cannot be touched need not."""
    shown = top is ink.widget or top.isAncestorOf(ink.widget)
    return shown and ink.widget.isEnabled() and len(ink.words) > 1


def _reached(
    box: QRectF, with_words: NDArray[np.float64], bare: NDArray[np.float64]
) -> float | None:
    """Contrast of the letters' middle to the worst of what is behind them.

    Returns:
        None where the words are covered or scrolled out of sight.
    """
    x, y, right, bottom = (max(0, round(edge)) for edge in box.getCoords())
    seen, behind = with_words[y:bottom, x:right], bare[y:bottom, x:right]
    if seen.size == 0 or np.abs(seen - behind).max() < 1e-3:
        return None
    strongest = np.unravel_index(np.abs(seen - behind).argmax(), seen.shape)
    ink = seen[strongest]
    worst = np.percentile(behind, 95 if ink > behind[strongest] else 5)
    light, dark = max(ink, worst), min(ink, worst)
    return float((light + 0.05) / (dark + 0.05))
