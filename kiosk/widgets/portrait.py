"""The painting on the wall with the visitor living in it.

Pictures come already sized and mirrored; each is drawn once, pixel for pixel. The view
asks for the newest one on its own timer, so nothing ever queues.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QElapsedTimer,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.widgets.swipe import Swipe
from kiosk.widgets.wall import SHADOW_REACH, framing

REFRESH_MS = 16
SMALLEST_ROOM_PX = 64
"""Asked for even where less is free: no face can be painted any smaller."""
FADE_MS = 420.0
FLASH_MS = 380.0
SHADE_OF_REST = QColor(10, 8, 7, 120)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A picture to show.

    Attributes:
        image: In device pixels of the view.
        series: Changes with the painting; a new series fades in.
        pixels: Whatever owns the image's memory; kept as long as the image.
    """

    image: QImage
    series: int
    pixels: object = None


class PortraitView(QWidget):
    """Shows the newest picture in a frame.

    Args:
        pull: Gives the newest picture, or None when there is none since the last call.
    """

    room_changed = Signal(QSize)
    """The largest size of a picture, in device pixels, has changed."""
    picture_moved = Signal()
    """The picture has another place or size."""
    stepped = Signal(int)
    """A finger swiped over it: 1 for the next, -1 for the previous."""

    def __init__(self, pull: Callable[[], Shown | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._pull = pull
        self._frame_px = 20
        self._shown: Shown | None = None
        self._before: QPixmap | None = None
        self._mounted: QPixmap | None = None
        self._resting = False
        self._fade = QElapsedTimer()
        self._flash = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._swipe = Swipe(self)
        self._swipe.watch(self)
        self._swipe.ended.connect(self._on_swiped)

    def hang(self, place: QRect, frame_px: int) -> None:
        """Choose where the framed picture hangs.

        Args:
            place: For picture and frame; the frame's shadow falls outside.
            frame_px: Width of the frame.
        """
        self._frame_px = frame_px
        self._mounted = None
        air = self._air_px()
        self.setGeometry(place.adjusted(-air, -air, air, air))
        self.room_changed.emit(self.room_px())

    def set_swipe_reach(self, begin_px: int, step_px: int) -> None:
        """Choose how far a finger moves until it swipes, and until that counts."""
        self._swipe.set_reach(begin_px, step_px)

    def room_px(self) -> QSize:
        """The largest size of a picture, in device pixels; 64 at least."""
        border = 2 * (self._frame_px + self._air_px())
        room = self.size() - QSize(border, border)
        smallest = QSize(SMALLEST_ROOM_PX, SMALLEST_ROOM_PX)
        return (room * self.devicePixelRatioF()).expandedTo(smallest)

    def picture_rect(self) -> QRect:
        """Where the picture lies in this view; empty while there is none."""
        if self._shown is None:
            return QRect()
        size = self._shown.image.size() / self._shown.image.devicePixelRatio()
        place = QPoint(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        )
        return QRect(place, size)

    def start(self) -> None:
        """Show what comes from now on."""
        self._resting = False
        self._timer.start()
        self.update()

    def stop(self) -> None:
        """Ask for no more pictures."""
        self._timer.stop()

    def rest(self, *, resting: bool) -> None:
        """Hold the picture still and a little darker, or go on."""
        self._resting = resting
        self.update()

    def flash(self) -> None:
        """Answer the shutter: a short soft light."""
        self._flash.start()
        self.update()

    def show_picture(self, shown: Shown) -> None:
        """Show one picture; a new series fades in over the old one."""
        old = self._shown
        shown.image.setDevicePixelRatio(self.devicePixelRatioF())
        changed = old is None or old.series != shown.series
        if old is not None and changed:
            self._before = self._snapshot()
            self._fade.start()
        moved = old is None or old.image.size() != shown.image.size()
        self._shown = shown
        if moved:
            self._mounted = None
            self.picture_moved.emit()
        if changed or moved:
            self.update()
        else:
            self.update(self.picture_rect())

    def forget(self) -> None:
        """Show nothing and keep nothing of the visitor."""
        self._shown = None
        self._before = None
        self._mounted = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the picture and what lies over them."""
        if self._shown is None:
            return
        painter = QPainter(self)
        share = self._progress(self._fade, FADE_MS)
        if self._before is not None and share < 1.0:
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(share)
        # What changes beside the picture must not cost the whole of the frame.
        around = event.region().subtracted(QRegion(self.picture_rect()))
        if not around.isEmpty():
            painter.setClipRegion(around)
            painter.drawPixmap(0, 0, self._mounting())
            painter.setClipping(False)
        painter.drawImage(self.picture_rect().topLeft(), self._shown.image)
        painter.setOpacity(1.0)
        if self._resting:
            painter.fillRect(self.picture_rect(), SHADE_OF_REST)
        light = 1.0 - self._progress(self._flash, FLASH_MS)
        if light > 0.0:
            glow = QColor(255, 250, 240, round(235 * light * light))
            painter.fillRect(self.picture_rect(), glow)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop what was painted for the old size."""
        super().resizeEvent(event)
        self._mounted = None
        self._before = None

    def _refresh(self) -> None:
        shown = None if self._resting else self._pull()
        if shown is not None:
            self.show_picture(shown)
        if self._before is not None:
            if self._progress(self._fade, FADE_MS) >= 1.0:
                self._before = None
            self.update()
        if self._flash.isValid():
            if self._progress(self._flash, FLASH_MS) >= 1.0:
                self._flash.invalidate()
            self.update(self.picture_rect())

    def _on_swiped(self, step: int) -> None:
        if step:
            self.stepped.emit(step)

    def _air_px(self) -> int:
        """Room for the shadow around the frame."""
        return round((SHADOW_REACH + 0.5) * self._frame_px)

    def _mounting(self) -> QPixmap:
        """The frame and its shadow, painted once for a size of picture."""
        if self._mounted is None:
            self._mounted = framing(
                self.size(),
                self.picture_rect(),
                self._frame_px,
                self.devicePixelRatioF(),
            )
        return self._mounted

    def _snapshot(self) -> QPixmap:
        pixmap = self._blank()
        if self._shown is not None:
            painter = QPainter(pixmap)
            painter.drawPixmap(0, 0, self._mounting())
            painter.drawImage(self.picture_rect().topLeft(), self._shown.image)
            painter.end()
        return pixmap

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    @staticmethod
    def _progress(since: QElapsedTimer, whole_ms: float) -> float:
        return min(1.0, since.elapsed() / whole_ms) if since.isValid() else 1.0
