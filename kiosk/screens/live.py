"""The screen on which the visitor lives in a painting, chooses others and takes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.arrangement import arrange, lined_up
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans
from kiosk.widgets.advice import AdvicePlate
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.card import CardText
from kiosk.widgets.count import Count
from kiosk.widgets.gallery import Gallery
from kiosk.widgets.glimpse import Glimpse
from kiosk.widgets.label import WallLabel
from kiosk.widgets.notice import Notice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.portrait import PortraitView, Shown
from kiosk.widgets.pose_guide import GuideShown, PoseGuide
from kiosk.widgets.shutter import ShutterButton

NOTICE_SHARE = 0.84
"""Most of the picture's width that words on it may take."""
COUNT_SHARE = 0.30
"""Diameter of the count over the picture's shorter side."""


class LiveScreen(Screen):
    """The living portrait, its label, the shutter and the other paintings.

    Words for the visitor lie beneath the picture or near its lower edge: faces are
    above.

    Args:
        pull: Gives the newest picture, or None when there is none since the last call.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    painting_chosen = Signal(str)
    """A card was touched; carries its key."""
    stepped = Signal(int)
    """A swipe over the picture: 1 for the next painting, -1 for the previous."""
    shutter_pressed = Signal()
    """The visitor wants this portrait."""
    left = Signal()
    """The visitor wants to go."""
    pictures_wanted = Signal(list)
    """Keys of the cards that are there."""
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
        self.guide = PoseGuide(self)
        self.glimpse = Glimpse(self)
        self.shutter = ShutterButton(self)
        self.gallery = Gallery(self)
        self.leave = WordButton(self, Weight.QUIET)
        self.advice = AdvicePlate(self)
        self.count = Count(self)
        self._notice = Notice(self)
        self._picture_place = QRect()
        self._texts: dict[str, CardText] = {}
        self._ready = True
        self._busy = False
        self._demonstrates = False
        self._status = Paragraph(self, QUIET_TEXT)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.gallery.painting_chosen.connect(self.painting_chosen)
        self.gallery.pictures_wanted.connect(self.pictures_wanted)
        self.shutter.clicked.connect(self.shutter_pressed)
        self.leave.clicked.connect(self.left)
        self.view.stepped.connect(self._on_stepped)
        self.view.room_changed.connect(self.room_changed)
        self.view.picture_moved.connect(self._place_over_picture)
        self.retranslate()

    @property
    def notice(self) -> str:
        """The notice on the picture, empty if there is none."""
        return self._notice.sentence

    @property
    def _at_work(self) -> bool:
        return self._busy or self.count.seconds is not None

    @property
    def complete(self) -> bool:
        """Whether a painting and all cards can be seen."""
        return not self.view.picture_rect().isEmpty() and self.gallery.complete

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings; those that were there keep their picture and mark."""
        self._texts = {text.key: text for text in texts}
        self.gallery.set_paintings(texts)
        if self.gallery.chosen is not None:
            self._show_label(self.gallery.chosen)

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a small picture on a card."""
        self.gallery.set_thumbnail(key, thumbnail)

    def show_chosen(self, key: str) -> None:
        """Mark a painting and put its label on the wall."""
        self.gallery.mark(key)
        self._show_label(key)

    def set_demonstration(self, *, on: bool) -> None:
        """Say in a quiet line that the demo visitor stands in for a camera, or not."""
        self._demonstrates = on
        self.retranslate()
        self._place_all()

    def set_advice(self, ids: Sequence[str], room: int = 1) -> None:
        """Show what the visitor may do, by the ids that the plate knows, or nothing.

        Args:
            ids: Of the advice.
            room: How many visitors the painting has room for.
        """
        if self.advice.advise(ids, room):
            self._place_over_picture()

    def set_guide(self, shown: GuideShown | None) -> None:
        """Show how the painted head and the visitor's are turned, or nothing."""
        self.guide.show_guide(shown)

    def set_glimpse(self, image: QImage | None) -> None:
        """Show what the camera sees, mirrored already, or nothing."""
        self.glimpse.show_image(image)

    def set_notice(self, sentence: str, *, busy: bool = False) -> None:
        """Show a notice on the picture, or none if it is empty."""
        if self._notice.say(sentence, busy=busy):
            self._place_over_picture()

    def set_ready(self, *, ready: bool) -> None:
        """Let the shutter work or not."""
        self._ready = ready
        self._let_work()

    def show_count(self, seconds: int | None) -> None:
        """Count down over the picture, everything else out of reach; None ends it."""
        self.count.show_seconds(seconds)
        self._let_work()
        self._place_over_picture()

    def set_busy(self, *, busy: bool) -> None:
        """Put everything out of reach while the portrait is painted, or not."""
        self._busy = busy
        self._let_work()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Count without a moving ring, or with it."""
        self.count.set_reduced_motion(reduced=reduced)

    def forget(self) -> None:
        """Keep nothing of the visitor."""
        self.set_busy(busy=False)
        self.show_count(None)
        self.set_advice(())
        self.set_guide(None)
        self.set_glimpse(None)
        self.set_notice("")
        self.view.forget()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.leave.setText(self.tr("Leave"))
        sentence = self.tr("Demonstration: no camera")
        self._status.setText(sentence if self._demonstrates else "")

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        places = arrange(size, metrics)
        self._picture_place = places.picture
        self.view.hang(places.picture, metrics.frame_px)
        self.view.set_swipe_reach(metrics.touch_px // 3, metrics.touch_px)
        self.label.apply_metrics(metrics)
        self.label.set_centred(centred=metrics.portrait)
        self.label.setGeometry(places.label)
        self.shutter.set_diameter(metrics.shutter_px)
        self.shutter.setGeometry(places.shutter)
        self.guide.setGeometry(places.guide)
        self.glimpse.setGeometry(places.glimpse)
        self.leave.apply_metrics(metrics, places.leave.width())
        x = lined_up(self.leave, places.leave.left())
        self.leave.move(x, places.leave.top())
        self._status.set_face(sans(metrics.small_px))
        words = self._status.height_in(places.status.width())
        self._status.move(places.status.left(), places.status.center().y() - words // 2)
        self.gallery.setGeometry(places.gallery)
        self.gallery.apply_metrics(metrics, places.columns)
        self.gallery.set_wall(self.wall_behind(places.gallery))
        self._notice.apply_metrics(metrics)
        self._place_over_picture()

    def _on_stepped(self, step: int) -> None:
        if not self._at_work:
            self.stepped.emit(step)

    def _show_label(self, key: str) -> None:
        text = self._texts.get(key)
        if text is not None:
            self.label.set_words(text.title, text.origin)

    def _let_work(self) -> None:
        """While it counts or paints, nothing is to be touched and little looked at."""
        free = not self._at_work
        self.shutter.setEnabled(self._ready and free)
        for widget in (self.gallery, self.leave, self.glimpse, self.guide):
            widget.setEnabled(free)

    def _place_over_picture(self) -> None:
        """Put words beneath the picture if there is room, else near its lower edge."""
        metrics = self._metrics()
        picture = self.view.geometry()
        inside = self.view.picture_rect()
        if not inside.isEmpty():
            picture = QRect(picture.topLeft() + inside.topLeft(), inside.size())
        room, air = round(NOTICE_SHARE * picture.width()), metrics.gap_px // 2
        self._notice.set_room(room)
        self.advice.apply_metrics(metrics, room)
        side = round(COUNT_SHARE * min(picture.width(), picture.height()))
        self.count.resize(side, side)
        plates = [w for w in (self.advice, self._notice) if w.isVisibleTo(self)]
        whole = sum(plate.height() + air for plate in plates)
        below = picture.bottom() + metrics.frame_px + air
        low = below + whole <= self._picture_place.bottom()
        y = below if low else picture.bottom() - whole
        self._centre(self.count, (picture.bottom() if low else y) - side - air)
        for plate in plates:
            self._centre(plate, y)
            y += plate.height() + air

    def _centre(self, widget: QWidget, y: int) -> None:
        """Put something in the middle of the picture's width."""
        widget.move(self.view.geometry().center().x() - widget.width() // 2, y)
