"""A page's place in the window: scrolls by finger, wheel and keyboard."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

from kiosk.screens.staff_pages.page import Page
from kiosk.theme import GOLD, Metrics

PRESS_DELAY_S = 0.03
THUMB = QColor(GOLD.red(), GOLD.green(), GOLD.blue(), 190)
TRACK = QColor(244, 238, 228, 26)


class Board(QScrollArea):
    """Holds one page, and shows by a thin bar that there is more of it.

    Args:
        page: Belongs to the board from now on.
        parent: The staff screen.
    """

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._metrics: Metrics | None = None
        self._outdated = True
        self.setWidget(page)
        self._thumb = _Thumb(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for see_through in (self, self.viewport(), page):
            see_through.setAutoFillBackground(False)
            see_through.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        page.grown.connect(self.arrange)
        page.wanted_in_view.connect(self._bring_into_view)
        self._take_swipes()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        if metrics != self._metrics:
            self._metrics = metrics
            self.arrange()

    def arrange(self) -> None:
        """Give the page its width, and the height that it asks for.

        A page that is not the one in front is arranged when it comes there.
        """
        self._outdated = self._metrics is None or self.isHidden()
        if self._metrics is None or self._outdated:
            return
        width = max(1, self.width() - bar_room_px(self._metrics))
        self.page.resize(width, self.page.height())
        height = self.page.arrange(width, self._metrics)
        self.page.resize(width, max(1, height))
        self.page.update()
        self._thumb.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the page for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed behind another page."""
        super().showEvent(event)
        if self._outdated:
            self.arrange()

    def _bring_into_view(self, thing: object) -> None:
        if isinstance(thing, QWidget):
            self.ensureWidgetVisible(thing, 0, thing.height() // 2)

    def _on_focus_changed(self, _before: object, now: object) -> None:
        """Bring what the Tab key has come to into view."""
        if isinstance(now, QWidget) and self.page.isAncestorOf(now):
            self._bring_into_view(now)

    def _take_swipes(self) -> None:
        viewport = self.viewport()
        QScroller.grabGesture(
            viewport, QScroller.ScrollerGestureType.LeftMouseButtonGesture
        )
        scroller = QScroller.scroller(viewport)
        properties = scroller.scrollerProperties()
        metric = QScrollerProperties.ScrollMetric
        # A press must show at once; by default it waits a quarter of a second.
        properties.setScrollMetric(metric.MousePressEventDelay, PRESS_DELAY_S)
        properties.setScrollMetric(metric.DragStartDistance, 0.004)
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
        properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
        scroller.setScrollerProperties(properties)


class _Thumb(QWidget):
    """A thin bar at the right edge, only where there is more than fits."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._bar = board.verticalScrollBar()
        self._board = board
        self._bar.valueChanged.connect(lambda _value: self.follow())
        self._bar.rangeChanged.connect(lambda _low, _high: self.follow())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Stand where the scrolled part is."""
        wide = max(4, self._board.width() // 160)
        self.setGeometry(
            self._board.width() - wide, 0, wide, max(1, self._board.height())
        )
        self.setVisible(self._bar.maximum() > self._bar.minimum())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the thumb."""
        whole = self._bar.maximum() + self._bar.pageStep()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.width() / 2.0
        painter.setBrush(TRACK)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        top = self.height() * self._bar.value() / max(1, whole)
        high = self.height() * self._bar.pageStep() / max(1, whole)
        painter.setBrush(THUMB)
        painter.drawRoundedRect(QRectF(0.0, top, self.width(), high), radius, radius)
        painter.end()


def bar_room_px(metrics: Metrics) -> int:
    """What a page leaves free at its right for the bar."""
    return max(16, round(0.7 * metrics.gap_px))
