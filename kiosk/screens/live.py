"""The screen on which the visitor lives in a painting, chooses others and takes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.screens.arrangement import arrange
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans
from kiosk.widgets.card import CardText
from kiosk.widgets.gallery import Gallery
from kiosk.widgets.label import WallLabel
from kiosk.widgets.notice import Notice
from kiosk.widgets.portrait import PortraitView, Shown
from kiosk.widgets.shutter import ShutterButton
from kiosk.widgets.text import balanced

STATUS_LINES = 3
NOTICE_SHARE = 0.84
"""Most of the picture's width that words on it may take."""


class LiveScreen(Screen):
    """The living portrait, its label, the shutter and the other paintings.

    Args:
        pull: Gives the newest picture, or None when there is none since the last call.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    painting_chosen = Signal(str)
    """A card was touched; carries its key."""
    shutter_pressed = Signal()
    """The visitor wants this portrait."""
    room_changed = Signal(QSize)
    """Live pictures may be as large as this now, in device pixels."""

    def __init__(
        self,
        pull: Callable[[], Shown | None],
        px_per_mm: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(px_per_mm, parent)
        self.view = PortraitView(pull, self)
        self.label = WallLabel(self)
        self.shutter = ShutterButton(self)
        self.gallery = Gallery(self)
        self._texts: dict[str, CardText] = {}
        self._status_sentence = ""
        self._status = QLabel(self)
        self._status.setStyleSheet(f"color: {QUIET_TEXT.name()};")
        self._hint = Notice(self)
        self._notice = Notice(self)
        self.gallery.painting_chosen.connect(self.painting_chosen)
        self.shutter.clicked.connect(self.shutter_pressed)
        self.view.room_changed.connect(self.room_changed)

    @property
    def hint(self) -> str:
        """The small hint at the picture's lower edge, empty if there is none."""
        return self._hint.sentence

    @property
    def notice(self) -> str:
        """The notice in the middle of the picture, empty if there is none."""
        return self._notice.sentence

    @property
    def complete(self) -> bool:
        """Whether a painting and all cards can be seen."""
        return not self.view.picture_rect().isEmpty() and self.gallery.complete

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings."""
        self._texts = {text.key: text for text in texts}
        self.gallery.set_paintings(texts)

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a small picture on a card."""
        self.gallery.set_thumbnail(key, thumbnail)

    def show_chosen(self, key: str) -> None:
        """Mark a painting and put its label on the wall."""
        self.gallery.mark(key)
        text = self._texts.get(key)
        if text is not None:
            self.label.set_words(text.title, text.origin)

    def set_status(self, sentence: str) -> None:
        """Show a quiet line for those who look for it."""
        self._status_sentence = sentence
        self._show_status()

    def set_hint(self, sentence: str) -> None:
        """Show a small hint, or none if it is empty."""
        self._hint.say(sentence)
        self._place_notices()

    def set_notice(self, sentence: str, *, busy: bool = False) -> None:
        """Show a notice over the picture, or none if it is empty."""
        self._notice.say(sentence, busy=busy)
        self._place_notices()

    def set_ready(self, *, ready: bool) -> None:
        """Let the shutter work or not."""
        self.shutter.setEnabled(ready)

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        arrangement = arrange(size, metrics)
        self.view.hang(arrangement.picture, metrics.frame_px)
        self.label.apply_metrics(metrics)
        self.label.set_centred(centred=metrics.portrait)
        self.label.setGeometry(arrangement.label)
        self.shutter.set_diameter(metrics.shutter_px)
        self.shutter.setGeometry(arrangement.shutter)
        self._status.setFont(sans(metrics.small_px))
        side = Qt.AlignmentFlag.AlignRight
        if not metrics.portrait:
            side = Qt.AlignmentFlag.AlignHCenter
        self._status.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._status.setGeometry(arrangement.status)
        self._show_status()
        self.gallery.setGeometry(arrangement.gallery)
        self.gallery.apply_metrics(metrics, arrangement.columns)
        self.gallery.set_wall(self.wall_behind(arrangement.gallery))
        self._hint.apply_metrics(metrics)
        self._notice.apply_metrics(metrics)
        self._place_notices()

    def _show_status(self) -> None:
        font, width = self._status.font(), self._status.width()
        lines = balanced(self._status_sentence, font, width, STATUS_LINES)
        self._status.setText("\n".join(lines))

    def _place_notices(self) -> None:
        picture = self.view.geometry()
        inside = self.view.picture_rect()
        if not inside.isEmpty():
            picture = QRect(picture.topLeft() + inside.topLeft(), inside.size())
        for notice in (self._hint, self._notice):
            notice.set_room(round(NOTICE_SHARE * picture.width()))
        middle = picture.center()
        self._notice.move(
            middle.x() - self._notice.width() // 2,
            middle.y() - self._notice.height() // 2,
        )
        self._hint.move(
            middle.x() - self._hint.width() // 2,
            picture.bottom() - round(1.6 * self._hint.height()),
        )
