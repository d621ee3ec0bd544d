"""The report as a PDF file: A4, drawn by the painter of the screen, so all is sharp."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from kiosk.charts.board import LABELS_MM, Section, Tile
from kiosk.charts.look import Look, on_paper
from kiosk.charts.paint import paint_chart
from kiosk.report.numbers import Numbers
from kiosk.report.outline import Listing, Report
from kiosk.report.pdf_table import draw_listing
from kiosk.theme import sans, serif

RESOLUTION_DPI = 300
MM_PER_INCH = 25.4
MARGIN_MM, FOOT_MM = 15.0, 10.0
GAP_MM = 5.0
TILES_A_ROW = 4
TILE_MM = 24.0
HEADING_MM = 9.0


def write_pdf(path: Path, report: Report) -> None:
    """Write the report.

    Args:
        path: The file.
        report: What it says.

    Raises:
        OSError: If it cannot be written.
    """
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0.0, 0.0, 0.0, 0.0),
        )
    )
    writer.setTitle(report.wording["title"])
    writer.setCreator("Vernissage")
    painter = QPainter(writer)
    _Pages(writer, painter, report).draw()
    painter.end()
    buffer.close()
    path.write_bytes(raw.data())  # Qt would not tell of a full disk


class _Pages:
    """Fills pages from the top; what does not fit goes to the next."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, report: Report) -> None:
        self._writer, self._painter, self._report = writer, painter, report
        self._wording = report.wording
        self._numbers = Numbers(report.wording.language)
        self._mm = RESOLUTION_DPI / MM_PER_INCH
        self._look: Look = on_paper(round(LABELS_MM * self._mm))
        page = QRectF(0.0, 0.0, writer.width(), writer.height())
        margin = MARGIN_MM * self._mm
        self._room = page.adjusted(
            margin, margin, -margin, -margin - FOOT_MM * self._mm
        )
        self._y = self._room.top()
        self._page = 1

    def draw(self) -> None:
        """Draw everything."""
        self._draw_foot()
        self._draw_head()
        self._draw_tiles(self._report.tiles)
        beside: Section | None = None
        for section in self._report.sections:
            if not section.half:
                self._draw_section(section, self._room.left(), self._room.width())
            elif beside is None:
                beside = section
            else:
                self._draw_pair(beside, section)
                beside = None
        for listing in self._report.listings:
            self._draw_listing(listing)
        self._draw_notes()

    def _turn(self) -> None:
        self._writer.newPage()
        self._page += 1
        self._y = self._room.top()
        self._draw_foot()

    def _need(self, height: float) -> None:
        if self._y + height > self._room.bottom():
            self._turn()

    def _draw_head(self) -> None:
        mm, room = self._mm, self._room
        venue = self._wording.venue or self._wording["title"]
        self._line(serif(round(10.0 * mm)), self._look.ink, venue, 13.0 * mm)
        if self._wording.venue:
            font = serif(round(6.2 * mm), italic=True)
            self._line(font, self._look.main, self._wording["title"], 8.5 * mm)
        words = f"{self._wording['period']}, {self._wording['compared']}"
        self._line(sans(round(3.6 * mm)), self._look.quiet, words, 7.0 * mm)
        rule = QRectF(room.left(), self._y, room.width(), 0.5 * mm)
        self._painter.fillRect(rule, self._look.main)
        self._y += 5.0 * mm

    def _line(self, font: QFont, colour: QColor, text: str, height: float) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)
        measure = QFontMetricsF(font)
        place = QRectF(self._room.left(), self._y, self._room.width(), height)
        text = measure.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self._painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        self._y += height

    def _draw_tiles(self, tiles: tuple[Tile, ...]) -> None:
        mm, gap = self._mm, 3.0 * self._mm
        wide = (self._room.width() - (TILES_A_ROW - 1) * gap) / TILES_A_ROW
        for number, tile in enumerate(tiles):
            row, column = divmod(number, TILES_A_ROW)
            place = QRectF(
                self._room.left() + column * (wide + gap),
                self._y + row * (TILE_MM * mm + gap),
                wide,
                TILE_MM * mm,
            )
            self._draw_tile(place, tile)
        rows = -(-len(tiles) // TILES_A_ROW)
        self._y += rows * (TILE_MM * mm + gap) + 2.0 * mm

    def _draw_tile(self, place: QRectF, tile: Tile) -> None:
        mm, painter = self._mm, self._painter
        painter.fillRect(place, self._look.ground)
        bar = QRectF(place.left(), place.top(), 0.8 * mm, place.height())
        painter.fillRect(bar, self._look.main)
        inner = place.adjusted(3.4 * mm, 2.0 * mm, -2.0 * mm, -1.6 * mm)
        painter.setFont(serif(round(8.0 * mm)))
        painter.setPen(self._look.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, tile.number)
        if tile.change:
            painter.setFont(sans(round(2.9 * mm)))
            painter.setPen(self._look.quiet)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(
                inner.adjusted(0.0, 1.2 * mm, 0.0, 0.0), right, tile.change
            )
        painter.setFont(sans(round(3.0 * mm)))
        painter.setPen(self._look.quiet)
        flags = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(inner, flags, tile.words)

    def _draw_pair(self, left: Section, right: Section) -> None:
        gap = 8.0 * self._mm
        wide = (self._room.width() - gap) / 2.0
        self._need((HEADING_MM + max(left.height_mm, right.height_mm)) * self._mm)
        top = self._y
        self._draw_section(left, self._room.left(), wide)
        after, self._y = self._y, top
        self._draw_section(right, self._room.left() + wide + gap, wide)
        self._y = max(after, self._y)

    def _draw_section(self, section: Section, left: float, wide: float) -> None:
        mm, painter = self._mm, self._painter
        note_mm = 6.0 if section.note else 0.0
        height_mm = section.height_mm if section.chart is not None else 6.0
        self._need((HEADING_MM + note_mm + height_mm + GAP_MM) * mm)
        painter.setFont(serif(round(5.4 * mm)))
        painter.setPen(self._look.ink)
        heading = QRectF(left, self._y, wide, (HEADING_MM - 1.5) * mm)
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, section.heading)
        self._y += HEADING_MM * mm
        if section.note:
            painter.setFont(sans(round(3.1 * mm)))
            painter.setPen(self._look.quiet)
            flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
            words = QRectF(left, self._y - 0.8 * mm, wide, 12.0 * mm)
            painter.drawText(words, flags, section.note)
            self._y += note_mm * mm
        if section.chart is not None:
            place = QRectF(left, self._y, wide, section.height_mm * mm)
            paint_chart(painter, place, section.chart, self._look, self._numbers.plain)
        self._y += (height_mm + GAP_MM) * mm

    def _draw_listing(self, listing: Listing) -> None:
        self._turn()
        first, rows = 0, len(listing.rows)
        while first < rows or not first:
            last = draw_listing(
                self._painter, self._room, listing, first, self._look, self._mm
            )
            if last >= rows:
                break
            first = last
            self._turn()
        self._y = self._room.bottom()

    def _draw_notes(self) -> None:
        mm, painter = self._mm, self._painter
        font = sans(round(2.9 * mm))
        text = " ".join(self._report.notes)
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        high = QFontMetricsF(font).boundingRect(self._room, flags, text).height()
        place = QRectF(self._room.left(), 0.0, self._room.width(), high)
        place.moveBottom(self._room.bottom() + 2.0 * mm)
        painter.setFont(font)
        painter.setPen(self._look.quiet)
        painter.drawText(place, flags, text)

    def _draw_foot(self) -> None:
        mm, painter = self._mm, self._painter
        painter.setFont(sans(round(2.8 * mm)))
        painter.setPen(self._look.quiet)
        foot = QRectF(
            self._room.left(),
            self._room.bottom() + (FOOT_MM - 3.0) * mm,
            self._room.width(),
            5.0 * mm,
        )
        painter.drawText(
            foot,
            Qt.AlignmentFlag.AlignLeft,
            f"Vernissage  \u00b7  {self._wording['period']}",
        )
        page = self._wording["page"].replace("%1", str(self._page))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, page)
