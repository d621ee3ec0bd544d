"""Touches the window as a finger does: through Qt's own touch events."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.rehearsal.house import House

PRESS_S = 0.06
STROKE_S = 0.016


class Fingers:
    """A hand in front of a window.

    Args:
        house: Where the window is.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._window: QWidget = house.app.window
        self._screen: QPointingDevice = QTest.createTouchDevice()

    def tap(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Touch a widget for a moment, in its middle or at a place in it."""
        self.hold(widget, PRESS_S, place)

    def hold(
        self, widget: QWidget, seconds: float, place: QPoint | None = None
    ) -> None:
        """Touch a widget for a while."""
        where = widget.mapTo(self._window, place or widget.rect().center())
        self.press(where)
        self._house.wait(seconds)
        self.release(where)

    def swipe(self, widget: QWidget, by_px: int, steps: int = 6) -> None:
        """Draw a finger sideways over a widget."""
        start = widget.mapTo(self._window, widget.rect().center())
        self.press(start)
        where = start
        for step in range(1, steps + 1):
            where = start + QPoint(round(by_px * step / steps), 0)
            self.move(where)
        self.release(where)

    def press(self, where: QPoint, finger: int = 0) -> None:
        """Lay a finger on a place of the window."""
        sequence = QTest.touchEvent(self._window, self._screen)
        sequence.press(finger, where, self._window)
        sequence.commit()

    def move(self, where: QPoint, finger: int = 0) -> None:
        """Draw a finger that is down to a place of the window."""
        sequence = QTest.touchEvent(self._window, self._screen)
        sequence.move(finger, where, self._window)
        sequence.commit()
        self._house.wait(STROKE_S)

    def release(self, where: QPoint, finger: int = 0) -> None:
        """Lift a finger."""
        sequence = QTest.touchEvent(self._window, self._screen)
        sequence.release(finger, where, self._window)
        sequence.commit()

    def slap(self, before: Sequence[QPoint], after: Sequence[QPoint]) -> None:
        """Lay several fingers on the window at once, draw them elsewhere, lift them.

        Args:
            before: Where each finger comes down.
            after: Where each leaves, in the same order.
        """
        sequence = QTest.touchEvent(self._window, self._screen)
        for finger, where in enumerate(before):
            sequence.press(finger, where, self._window)
        sequence.commit()
        self._house.wait(PRESS_S)
        sequence = QTest.touchEvent(self._window, self._screen)
        for finger, where in enumerate(after):
            sequence.move(finger, where, self._window)
        sequence.commit()
        self._house.wait(STROKE_S)
        sequence = QTest.touchEvent(self._window, self._screen)
        for finger, where in enumerate(after):
            sequence.release(finger, where, self._window)
        sequence.commit()
