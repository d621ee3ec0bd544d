"""The screen that shows the finished portrait and where it is kept."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.screens.arrangement import arrange
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.portrait import PortraitView, Shown


class ResultScreen(Screen):
    """The portrait in the very place where it lived, words and a way back.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    again_pressed = Signal()
    """The visitor wants to go on."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self.view = PortraitView(lambda: None, self)
        self.again = WordButton(self, Weight.MAIN)
        self.again.setText(self.tr("Again"))
        self._heading = self._words(TEXT.name())
        self._heading.setText(self.tr("Your portrait is finished"))
        self._place_words = self._words(QUIET_TEXT.name())
        self._series = 0
        self._image: QImage | None = None
        self.again.clicked.connect(self.again_pressed)

    def show_portrait(self, image: QImage, place: str) -> None:
        """Show a finished portrait.

        Args:
            image: Fitted into the room of the live portrait; it hangs there too.
            place: Where it is kept, in words.
        """
        self._series += 1
        self._image = image
        self._hang()
        self._place_words.setText(place)

    def forget(self) -> None:
        """Keep nothing of the visitor."""
        self._image = None
        self.view.forget()
        self._place_words.clear()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        arrangement = arrange(size, metrics)
        self.view.hang(arrangement.picture, metrics.frame_px)
        self._heading.setFont(serif(metrics.heading_px))
        self._place_words.setFont(sans(metrics.text_px))
        self.again.apply_metrics(metrics)
        side = (
            Qt.AlignmentFlag.AlignHCenter
            if metrics.portrait
            else Qt.AlignmentFlag.AlignLeft
        )
        self._heading.setAlignment(side | Qt.AlignmentFlag.AlignBottom)
        self._place_words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._stack(arrangement.words, metrics)
        self._hang()

    def _hang(self) -> None:
        """Show the portrait; smaller if the window shrank since it was fitted."""
        if self._image is None:
            return
        room, image = self.view.room_px(), self._image
        if image.width() > room.width() or image.height() > room.height():
            image = image.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.view.show_picture(Shown(image, self._series))

    def _stack(self, room: QRect, metrics: Metrics) -> None:
        """Heading, place and button beneath each other in the middle of the room."""
        heading = self._heading.heightForWidth(room.width())
        place = round(3 * 1.3 * metrics.text_px)
        button = self.again.height()
        gap = metrics.gap_px
        whole = heading + place + button + 2 * gap
        y = room.top() + max(0, (room.height() - whole) // 2)
        self._heading.setGeometry(room.left(), y, room.width(), heading)
        y += heading + gap // 2
        self._place_words.setGeometry(room.left(), y, room.width(), place)
        y += place + gap
        x = room.left()
        if metrics.portrait:
            x += (room.width() - self.again.width()) // 2
        self.again.move(QPoint(x, y))

    def _words(self, colour: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {colour};")
        return label
