"""Sizes, colours and fonts of the window.

Sizes start from millimetres on the real screen (what a finger hits, what an eye reads
from arm's length), never fall below what looks right in proportion to the window, and
are capped in proportion, so that a small window on a desk stays usable.
"""

import logging
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from kiosk.program import shipped

logger = logging.getLogger(__name__)

MM_PER_INCH = 25.4
TOUCH_MM = 15.0
USUAL_DIAGONAL_IN = 32.0
SMALLEST_SCREEN_MM = 50.0
"""Projectors and virtual screens report less, or nothing."""
READ_FONT_MM = 5.0 / 0.486
"""Font size at which Source Sans 3 has an x-height of 5 mm."""
TITLE_RATIO = 0.486 / 0.40
"""EB Garamond has lower small letters; this evens them out."""
SANS = "Source Sans 3"
SERIF = "EB Garamond"

WALL = QColor("#12100e")
WALL_LIT = QColor("#3d352d")
PANEL = QColor("#1d1916")
TEXT = QColor("#f4eee4")
QUIET_TEXT = QColor("#b9ae9f")
GOLD = QColor("#d8b06a")
SHADE = QColor(10, 8, 7, 205)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes for one window on one screen, in device-independent pixels.

    Attributes:
        portrait: Whether the window is higher than wide.
        margin_px: Empty border of the window.
        gap_px: Distance between things that belong apart.
        touch_px: Smallest side of anything that is touched.
        text_px: Size of letters that must be read.
        small_px: Size of letters that need not be read.
        title_px: Size of a painting's title.
        heading_px: Size of the largest letters.
        shutter_px: Diameter of the shutter.
        frame_px: Width of the frame around a painting.
    """

    portrait: bool
    margin_px: int
    gap_px: int
    touch_px: int
    text_px: int
    small_px: int
    title_px: int
    heading_px: int
    shutter_px: int
    frame_px: int

    @property
    def card_pad_px(self) -> int:
        """Border of a card around its picture and words."""
        return round(0.35 * self.gap_px)


def measure(width_px: int, height_px: int, px_per_mm: float) -> Metrics:
    """Choose the sizes for a window.

    Args:
        width_px: Width of the window.
        height_px: Height of the window.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
    """
    short_px = max(320, min(width_px, height_px))
    # A wide window gives its short side to more than one thing; a high one does not.
    base = short_px / 1080.0

    def size(mm: float, least: float, most: float) -> int:
        return round(min(max(mm * px_per_mm, least * base), most * base))

    text_px = size(READ_FONT_MM, 27, 44)
    return Metrics(
        portrait=height_px > width_px,
        margin_px=round(48 * base),
        gap_px=round(28 * base),
        touch_px=size(TOUCH_MM, 76, 150),
        text_px=text_px,
        small_px=round(0.84 * text_px),
        title_px=round(1.42 * TITLE_RATIO * text_px),
        heading_px=round(1.85 * TITLE_RATIO * text_px),
        shutter_px=size(2 * TOUCH_MM, 148, 220),
        frame_px=round(30 * base),
    )


def screen_px_per_mm(screen: QScreen, diagonal_in: float | None) -> float:
    """Device-independent pixels in a millimetre of a screen.

    Args:
        screen: The screen that the window is on.
        diagonal_in: Its configured diagonal; None believes the screen.
    """
    physical = screen.physicalSize()
    diagonal_mm = math.hypot(physical.width(), physical.height())
    if diagonal_in is None and diagonal_mm > SMALLEST_SCREEN_MM:
        diagonal_in = diagonal_mm / MM_PER_INCH
    size = screen.size()
    return px_per_mm((size.width(), size.height()), diagonal_in)


def px_per_mm(size_px: tuple[int, int], diagonal_in: float | None) -> float:
    """Pixels in a millimetre of a screen of a size.

    Args:
        size_px: Width and height.
        diagonal_in: Diagonal in inches; None stands for a usual kiosk.
    """
    return math.hypot(*size_px) / ((diagonal_in or USUAL_DIAGONAL_IN) * MM_PER_INCH)


def sans(size_px: int, *, strong: bool = False) -> QFont:
    """The typeface of the interface."""
    font = QFont(SANS)
    font.setPixelSize(max(6, size_px))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def serif(size_px: int, *, italic: bool = False) -> QFont:
    """The typeface of titles."""
    font = QFont(SERIF)
    font.setPixelSize(max(6, size_px))
    font.setItalic(italic)
    return font


def dress(application: QApplication) -> None:
    """Give the whole application its style, colours and typeface."""
    load_fonts()
    application.setStyle("Fusion")
    application.setFont(sans(28))
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, WALL),
        (QPalette.ColorRole.Base, PANEL),
        (QPalette.ColorRole.WindowText, TEXT),
        (QPalette.ColorRole.Text, TEXT),
        (QPalette.ColorRole.ButtonText, TEXT),
        (QPalette.ColorRole.Button, PANEL),
        (QPalette.ColorRole.Highlight, GOLD),
    ):
        palette.setColor(role, colour)
    application.setPalette(palette)


@cache
def load_fonts() -> None:
    """Make the fonts that we ship known to Qt; a missing one is logged."""
    for path in sorted(fonts_folder().glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            logger.warning("a font cannot be loaded: %s", path.name)


def fonts_folder() -> Path:
    """The folder ``assets/fonts``."""
    return shipped("assets/fonts")
