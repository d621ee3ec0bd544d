"""Draws a table on a page of the PDF."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kiosk.charts.look import Look
from kiosk.report.outline import Listing
from kiosk.theme import sans, serif

ROW_MM, HEAD_MM, HEADING_MM = 5.6, 10.0, 11.0
LETTERS_MM = 3.0
NOTES_MM = 14.0
"""Left free beneath, for notes on the last page."""


def draw_listing(
    painter: QPainter, room: QRectF, listing: Listing, first: int, look: Look, mm: float
) -> int:
    """Draw as many rows as fit on a page.

    Args:
        painter: On the page.
        room: All of it.
        listing: The table.
        first: The row to begin with.
        look: Colours.
        mm: Pixels in a millimetre.

    Returns:
        The first row that did not fit, or their number.
    """
    painter.setFont(serif(round(5.4 * mm)))
    painter.setPen(look.ink)
    heading = QRectF(room.left(), room.top(), room.width(), HEADING_MM * mm)
    painter.drawText(heading, Qt.AlignmentFlag.AlignTop, listing.heading)
    edges = _edges(listing, room, mm)
    head = QRectF(room.left(), heading.bottom(), room.width(), HEAD_MM * mm)
    painter.fillRect(head, look.ink)
    painter.setFont(sans(round(LETTERS_MM * mm), strong=True))
    painter.setPen(look.ground)
    for column, words in enumerate(listing.columns):
        _write(painter, head, edges, column, words, listing, mm, wrap=True)
    y, number = head.bottom(), first
    while number < len(listing.rows) and y + (ROW_MM + NOTES_MM) * mm < room.bottom():
        line = QRectF(room.left(), y, room.width(), ROW_MM * mm)
        if number % 2:
            painter.fillRect(line, look.ground)
        font = sans(round(LETTERS_MM * mm))
        font.setItalic(number in listing.quiet)
        painter.setFont(font)
        painter.setPen(look.quiet if number in listing.quiet else look.ink)
        for column, words in enumerate(listing.rows[number]):
            _write(painter, line, edges, column, words, listing, mm, wrap=False)
        y = line.bottom()
        number += 1
    return number


def _edges(listing: Listing, room: QRectF, mm: float) -> list[float]:
    """Where columns begin and the last one ends: as wide as their longest text."""
    font: QFont = sans(round(LETTERS_MM * mm), strong=True)
    measure = QFontMetricsF(font)
    wides = []
    for column, heading in enumerate(listing.columns):
        longest = max((word for word in heading.split()), key=len, default="")
        texts = [longest, *(row[column] for row in listing.rows)]
        wides.append(max(measure.horizontalAdvance(text) for text in texts) + 4.0 * mm)
    spare = max(0.0, room.width() - sum(wides)) / len(wides)
    scale = min(1.0, room.width() / sum(wides))
    edges = [room.left()]
    for wide in wides:
        edges.append(edges[-1] + wide * scale + spare)
    return edges


def _write(
    painter: QPainter,
    line: QRectF,
    edges: list[float],
    column: int,
    words: str,
    listing: Listing,
    mm: float,
    *,
    wrap: bool,
) -> None:
    place = QRectF(line)
    place.setLeft(edges[column] + 1.6 * mm)
    place.setRight(edges[column + 1] - 1.6 * mm)
    side = Qt.AlignmentFlag.AlignRight
    if column < listing.words_columns:
        side = Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignVCenter)
    if wrap:
        flags |= int(Qt.TextFlag.TextWordWrap)
    else:
        measure = QFontMetricsF(painter.font())
        words = measure.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, flags, words)
