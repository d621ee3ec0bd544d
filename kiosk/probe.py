"""Tells what Qt finds on this computer, as JSON on standard output.

Run as a process of its own, ``python -m kiosk.probe``: Qt ends the process that asks it
for a screen where there is none.
"""

import json
import sys

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


def probe() -> dict[str, object]:
    """Start Qt and look around.

    Returns:
        ``platform``, ``screens`` (name, width and height in pixels) and
        ``font_families``.
    """
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


if __name__ == "__main__":
    sys.stdout.write(json.dumps(probe()))
