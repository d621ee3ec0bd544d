"""Colours between two, and letters that are read well on any."""

from PySide6.QtGui import QColor

BRIGHT_FROM = 0.179
"""From this luminance on black letters have the higher contrast, 4.58:1 at least."""


def between(first: QColor, second: QColor, share: float) -> QColor:
    """A colour that has so large a share of the second, from 0 to 1."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def letters_on(colour: QColor) -> QColor:
    """Black or white, whichever is read better on a colour."""
    return QColor("black" if luminance(colour) >= BRIGHT_FROM else "white")


def luminance(colour: QColor) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
