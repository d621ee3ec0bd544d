"""Paintings one after the other, each slowly moving: a quiet invitation.

Everything that can be is prepared beforehand; a frame is one scaled picture, which
takes a few milliseconds without a graphics card.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.widgets.dissolve import LOW_FROM, dissolved
from kiosk.widgets.exhibit import Exhibit, Hanging, hang
from kiosk.widgets.wall import paint_frame

FRAME_MS = 33
MOST_FRAME_MS = 120
LOAD = 0.25
"""Most of one core's time that moving may take; slow machines get larger steps."""
LOW_PART_EVERY = 6
"""Where words stand over nearly all wall, every sixth frame is enough."""
HOLD_MS = 12_000
FADE_MS = 1_600


class DriftView(QWidget):
    """Shows exhibits on a piece of wall; knows no touch."""

    shown = Signal(int)
    """Another exhibit begins to appear: its number, or -1 for none."""
    fading = Signal(float)
    """How much of it is there, up to 1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._exhibits: tuple[Exhibit, ...] = ()
        self._index = -1
        self._turn = 0
        self._hanging: Hanging | None = None
        self._mount: QPixmap | None = None
        self._before: QPixmap | None = None
        self._wall = QPixmap()
        self._dissolve: QPixmap | None = None
        self._dissolve_px = 0
        self._low_px = 0
        self._box: QRect | None = None
        self._standing: tuple[QRect, QRect, int, int, QSize] | None = None
        self._frame_px = 20
        self._started = False
        self._reduced = False
        self._since = QElapsedTimer()
        self._frames = 0
        self._frame_cost_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def moving(self) -> bool:
        """Whether its timer runs."""
        return self._timer.isActive()

    def set_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show these from now on, from the first; none leaves the wall."""
        self._exhibits = tuple(e for e in exhibits if not e.image.isNull())
        self._turn = 0
        self._go_to(0 if self._exhibits else -1)

    def stand(
        self, place: QRect, wall: QPixmap, box: QRect, frame_px: int, dissolve_px: int
    ) -> None:
        """Choose where the paintings are.

        Args:
            place: Of this view.
            wall: What is behind it, in its size.
            box: Where framed paintings hang, in this view's coordinates.
            frame_px: Width of a frame.
            dissolve_px: Over what height a painting dissolves into the wall at the
                bottom; with 0 all paintings hang in frames.
        """
        standing = place, box, frame_px, dissolve_px, wall.size()
        if standing == self._standing:
            return
        self._standing = standing
        self.setGeometry(place)
        self._wall, self._box = wall, box
        self._frame_px, self._dissolve_px = frame_px, dissolve_px
        self._low_px = round((1.0 - LOW_FROM) * dissolve_px)
        self._dissolve = dissolved(wall, dissolve_px) if dissolve_px else None
        self._before = None
        self._prepare()
        self.update()

    def start(self) -> None:
        """Move from now on."""
        self._started = True
        self._since.start()
        self._run()

    def stop(self) -> None:
        """Stand still."""
        self._started = False
        self._before = None
        self._run()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Change paintings without any drift, or with it."""
        self._reduced = reduced
        self._run()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it stopped being seen."""
        super().showEvent(event)
        self._since.start()
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it move."""
        super().hideEvent(event)
        self._before = None
        self._run()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the painting where it is on its way."""
        clock = QElapsedTimer()
        clock.start()
        painter = QPainter(self)
        share = self._faded()
        if self._before is not None and share < 1.0:
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(share)
        self._draw_exhibit(painter)
        painter.setOpacity(1.0)
        if self._dissolve is not None:
            painter.drawPixmap(0, self.height() - self._dissolve_px, self._dissolve)
        painter.end()
        took_ms = clock.nsecsElapsed() / 1e6
        self._frame_cost_ms += 0.2 * (took_ms - self._frame_cost_ms)

    def _draw_exhibit(self, painter: QPainter) -> None:
        if self._hanging is None:
            painter.drawPixmap(0, 0, self._wall)
            return
        place = self._hanging.place
        if self._mount is not None:
            painter.setClipRegion(QRegion(self.rect()) - QRegion(place))
            painter.drawPixmap(0, 0, self._mount)
            painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        view = self._hanging.view(self._way())
        painter.drawPixmap(QRectF(place), self._hanging.pixmap, view)

    def _tick(self) -> None:
        if self._since.elapsed() >= HOLD_MS:
            self._turn += 1
            following = (self._index + 1) % len(self._exhibits)
            if following != self._index:
                self._go_to(following)
            self._since.start()
        if self._before is not None:
            self.fading.emit(self._faded())
            if self._faded() >= 1.0:
                self._before = None
        self._run()
        self._frames += 1
        if self._before is None and self._frames % LOW_PART_EVERY:
            self.update(0, 0, self.width(), self.height() - self._low_px)
        else:
            self.update()

    def _go_to(self, index: int) -> None:
        self._before = self._snapshot() if self.isVisible() else None
        self._index = index
        self._since.start()
        self._prepare()
        self.shown.emit(index)
        self.fading.emit(self._faded())
        self._run()
        self.update()

    def _run(self) -> None:
        """Tick as often as there is something new to see."""
        if not (self._started and self.isVisible() and self._exhibits):
            self._timer.stop()
            return
        still = self._reduced and self._before is None
        left_ms = max(FRAME_MS, HOLD_MS - self._since.elapsed())
        frame_ms = max(FRAME_MS, min(MOST_FRAME_MS, self._frame_cost_ms / LOAD))
        wanted_ms = round(left_ms if still else frame_ms)
        running = self._timer.isActive() and not still
        if not running or abs(self._timer.interval() - wanted_ms) > 0.2 * wanted_ms:
            self._timer.start(wanted_ms)

    def _faded(self) -> float:
        if self._before is None:
            return 1.0
        share = min(1.0, self._since.elapsed() / FADE_MS)
        return 0.5 - 0.5 * math.cos(math.pi * share)

    def _way(self) -> float:
        """There and back again with each turn, slowly at both ends."""
        if self._reduced:
            return 0.0
        share = min(1.0, self._since.elapsed() / HOLD_MS) if self._started else 0.0
        eased = 0.5 - 0.5 * math.cos(math.pi * share)
        return 1.0 - eased if self._turn % 2 else eased

    def _prepare(self) -> None:
        """Size the painting and its frame for where they are now."""
        self._hanging = self._mount = None
        if self._index < 0 or self._box is None or self._box.isEmpty():
            return
        image = self._exhibits[self._index].image
        whole = self.rect() if self._dissolve_px else self._box
        box = self._box if self._dissolve_px else None
        self._hanging = hang(image, whole, box, self.devicePixelRatioF())
        if self._hanging.framed:
            self._mount = QPixmap(self._wall)
            painter = QPainter(self._mount)
            paint_frame(painter, self._hanging.place, self._frame_px)
            painter.end()

    def _snapshot(self) -> QPixmap:
        """What is seen now, without what dissolves it."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.drawPixmap(0, 0, self._wall)
        self._draw_exhibit(painter)
        painter.end()
        return pixmap
