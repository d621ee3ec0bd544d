"""Tells what Qt finds on this computer.

Asked in a process of its own, ``kiosk doctor --probe``: Qt ends the process that asks
it for a screen where there is none.
"""

from typing import TypedDict

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


class Seen(TypedDict):
    """What Qt finds.

    Attributes:
        platform: Qt's name for the kind of screen.
        screens: Name, width and height in pixels of each.
        font_families: How many it can draw with.
    """

    platform: str
    screens: list[tuple[str, int, int]]
    font_families: int


def probe() -> Seen:
    """Start Qt and look around."""
    application = QApplication(["probe"])
    screens = [
        (one.name(), one.size().width(), one.size().height())
        for one in application.screens()
    ]
    return {
        "platform": application.platformName(),
        "screens": screens,
        "font_families": len(QFontDatabase.families()),
    }
