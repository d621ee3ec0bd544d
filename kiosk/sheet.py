"""The demo visitor in many paintings, hung side by side on one wall."""

from dataclasses import dataclass

import cv2
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter

from kiosk.bridge import image_of
from kiosk.easel import fitted
from kiosk.errors import PackError
from kiosk.packs.manifest import PackPainting
from kiosk.rehearsal.house import bgr_of
from kiosk.theme import QUIET_TEXT, TEXT, sans, serif
from kiosk.widgets.lines import wrapped
from kiosk.widgets.text import draw_lines, line_height_px
from kiosk.widgets.wall import paint_frame, paint_wall
from pipeline.backends import open_engine
from pipeline.engine import Engine
from pipeline.errors import SourceUnavailableError
from pipeline.painting import Painting, load_painting
from pipeline.sources.named import named_source
from pipeline.still import swap_image
from pipeline.types import ImageBgr

MOST_COLUMNS = 4
CELL_PX = QSize(620, 720)
GAP_PX = 70
FRAME_PX = 20
TITLE_PX = 36
ORIGIN_PX = 24
READ_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Hanging:
    """A finished portrait and the painting it was painted into."""

    bgr: ImageBgr
    painting: PackPainting


def demo_in_all(paintings: tuple[PackPainting, ...]) -> list[Hanging]:
    """Paint the demo visitor into paintings.

    Raises:
        PackError: If there are no paintings.
        EngineError: If the engine or a painting cannot be used.
    """
    if not paintings:
        raise PackError(
            "There are no paintings to hang; put a pack into museum_targets."
        )
    visitor = _demo_visitor()
    engine = open_engine()
    return [
        Hanging(swap_image(visitor, _loaded(painting, engine), engine).bgr, painting)
        for painting in paintings
    ]


def _loaded(choice: PackPainting, engine: Engine) -> Painting:
    return load_painting(choice.image, engine, complexion=choice.complexion)


def paint_sheet(hangings: list[Hanging]) -> ImageBgr:
    """Hang portraits on a wall in rows of like length, each with its label."""
    rows = -(-len(hangings) // MOST_COLUMNS)
    columns = -(-len(hangings) // rows)
    label = line_height_px(serif(TITLE_PX)) + line_height_px(sans(ORIGIN_PX))
    row_px = CELL_PX.height() + label + GAP_PX
    size = QSize(columns * (CELL_PX.width() + GAP_PX) + GAP_PX, rows * row_px + GAP_PX)
    sheet = paint_wall(size, QPointF(size.width() / 2.0, 0.3 * size.height()), 1.0)
    painter = QPainter(sheet)
    for number, hanging in enumerate(hangings):
        row, column = divmod(number, columns)
        missing = max(0, (row + 1) * columns - len(hangings))
        x = GAP_PX + round((column + missing / 2.0) * (CELL_PX.width() + GAP_PX))
        _hang(painter, hanging, QRect(x, GAP_PX + row * row_px, 0, 0))
    painter.end()
    return bgr_of(sheet)


def _hang(painter: QPainter, hanging: Hanging, corner: QRect) -> None:
    room = (CELL_PX.width() - 2 * FRAME_PX, CELL_PX.height() - 2 * FRAME_PX)
    bgra = fitted(hanging.bgr, room)
    image = image_of(bgra)
    place = QRect(
        corner.x() + (CELL_PX.width() - image.width()) // 2,
        # All on one base line, so that the labels line up with the frames.
        corner.y() + CELL_PX.height() - FRAME_PX - image.height(),
        image.width(),
        image.height(),
    )
    paint_frame(painter, place, FRAME_PX)
    painter.drawImage(place.topLeft(), image)
    left = place.left() - FRAME_PX
    words = QRect(left, corner.y() + CELL_PX.height() + GAP_PX // 5, image.width(), 0)
    title = wrapped(hanging.painting.title(), serif(TITLE_PX), image.width(), 1)
    bottom = draw_lines(painter, title, words, serif(TITLE_PX), TEXT)
    words.moveTop(bottom)
    origin = ", ".join(
        part for part in (hanging.painting.artist(), hanging.painting.year) if part
    )
    lines = wrapped(origin, sans(ORIGIN_PX), image.width(), 1)
    draw_lines(painter, lines, words, sans(ORIGIN_PX), QUIET_TEXT)


def _demo_visitor() -> ImageBgr:
    source = named_source("demo")
    source.open()
    try:
        frame = source.read(READ_WITHIN_S)
    finally:
        source.close()
    if frame is None:
        raise SourceUnavailableError("The demo visitor does not come.")
    # Visitors see themselves mirrored in the window; so does the sheet.
    return cv2.flip(frame.bgr, 1).astype(frame.bgr.dtype, copy=False)
