"""Where words really land when widgets are painted, whoever draws them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QWidget


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Words that were painted.

    Attributes:
        widget: Who painted them.
        words: One line, as it was painted.
        box: The letters' own edges, in the widget's pixels.
        room: What they were clipped to, in the widget's pixels.
        colour: Of the letters.
    """

    widget: QWidget
    words: str
    box: QRectF
    room: QRectF
    colour: QColor

    def on(self, window: QWidget) -> QRectF:
        """The letters' edges in the pixels of a window."""
        corner = self.widget.mapTo(window, QPointF())
        return self.box.translated(corner)


def painted_words(window: QWidget) -> list[Ink]:
    """Paint a window and tell all words on it."""
    found: list[Ink] = []
    with _listening(found):
        window.grab()
    plain = [
        label
        for label in window.findChildren(QLabel)
        if type(label) is QLabel and label.isVisibleTo(window)
    ]
    found += [ink for label in plain for ink in _label_words(label)]
    return found


@contextmanager
def without_words() -> Iterator[None]:
    """Paint everything but words."""
    draw = QPainter.drawText
    QPainter.drawText = lambda *_args: None
    try:
        yield
    finally:
        QPainter.drawText = draw


@contextmanager
def _listening(found: list[Ink]) -> Iterator[None]:
    draw = QPainter.drawText

    def drawn(painter: QPainter, *args: object) -> object:
        widget = painter.device()
        if isinstance(widget, QWidget) and painter.opacity() > 0.0:
            ink = _ink(painter, widget, args)
            if ink.words.strip():
                found.append(ink)
        return draw(painter, *args)

    QPainter.drawText = drawn
    try:
        yield
    finally:
        QPainter.drawText = draw


def _ink(painter: QPainter, widget: QWidget, args: tuple) -> Ink:
    metrics = QFontMetricsF(painter.font())
    room = QRectF(widget.rect())
    if isinstance(args[0], QPointF):
        start, words = args
    else:
        place, side, words = QRectF(args[0]), Qt.AlignmentFlag(args[1]), args[2]
        line = metrics.boundingRect(place, side, words)
        start = QPointF(line.left(), line.top() + metrics.ascent())
        if not side & Qt.TextFlag.TextDontClip:
            room = room.intersected(painter.transform().mapRect(place))
    box = metrics.tightBoundingRect(words).translated(start)
    return Ink(
        widget,
        words,
        painter.transform().mapRect(box),
        room,
        painter.pen().color(),
    )


def _label_words(label: QLabel) -> list[Ink]:
    metrics = QFontMetricsF(label.font())
    room = QRectF(label.contentsRect())
    box = metrics.boundingRect(room, int(label.alignment()), label.text())
    colour = label.palette().windowText().color()
    return [Ink(label, label.text(), box, room, colour)] if label.text() else []
