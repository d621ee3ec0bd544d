"""Puts buttons beside each other, and beneath each other where they must."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.theme import Metrics


def lay_row(
    things: Sequence[QWidget], x_px: int, y_px: int, width_px: int, metrics: Metrics
) -> int:
    """Place things that have their size.

    Args:
        things: Hidden ones take no room.
        x_px: Where the row begins.
        y_px: Its top.
        width_px: Its room.
        metrics: The window's sizes.

    Returns:
        The y just below.
    """
    seen = [thing for thing in things if not thing.isHidden()]
    places, height = _places(seen, width_px, metrics)
    for thing, (x, y) in zip(seen, places, strict=True):
        thing.move(x_px + x, y_px + y)
    return y_px + height


def row_height(things: Sequence[QWidget], width_px: int, metrics: Metrics) -> int:
    """The height that things would take if all of them were seen."""
    return _places(things, width_px, metrics)[1]


def _places(
    things: Sequence[QWidget], width_px: int, metrics: Metrics
) -> tuple[list[tuple[int, int]], int]:
    gap = max(10, metrics.gap_px // 2)
    places: list[tuple[int, int]] = []
    x = y = height = 0
    for thing in things:
        if x and x + thing.width() > width_px:
            x, y, height = 0, y + height + gap, 0
        places.append((x, y))
        x += thing.width() + gap
        height = max(height, thing.height())
    return places, y + height
