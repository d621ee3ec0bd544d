"""Puts buttons beside each other, and beneath where they do not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def lay_in_rows(
    things: Sequence[QWidget], corner: QPoint, width_px: int, gap_px: int
) -> int:
    """Lay things out, those that are hidden left out.

    Args:
        things: Already sized.
        corner: Where the first one begins.
        width_px: Of a row.
        gap_px: Between things and between rows.

    Returns:
        The y just below them; that of the corner where there is nothing.
    """
    x, y, row_px = 0, corner.y(), 0
    for thing in things:
        if thing.isHidden():
            continue
        if x and x + thing.width() > width_px:
            x, y, row_px = 0, y + row_px + gap_px, 0
        thing.move(corner.x() + x, y)
        x += thing.width() + gap_px
        row_px = max(row_px, thing.height())
    return y + row_px
