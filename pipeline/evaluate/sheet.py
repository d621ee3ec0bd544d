"""A contact sheet: visitors as columns, paintings as rows, large enough to judge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np

from pipeline.images import write_image
from pipeline.types import AnyArray, ImageBgr

Box: TypeAlias = Sequence[float] | AnyArray
"""Four numbers: left, top, right, bottom."""

CELL_PX = 280
_CAPTION_PX = 20
_HEAD_FACTOR = 1.9
"""Side of a crop over the face's larger side: the whole head and a margin."""
_MAX_COLUMNS, _MAX_ROWS = 24, 32
_PAPER = 245


def face_crop(bgr: ImageBgr, box_xyxy: Box, side_px: int) -> ImageBgr:
    """Cut a square around a face, hair and shoulders included.

    Args:
        bgr: The picture.
        box_xyxy: The face in it, four numbers.
        side_px: Side of the result; what lies beyond the picture stays paper-white.

    Returns:
        ``(side_px, side_px, 3)``.
    """
    x0, y0, x1, y1 = (float(value) for value in box_xyxy)
    scale = side_px / max(_HEAD_FACTOR * max(x1 - x0, y1 - y0), 2.0)
    centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2 - 0.05 * (y1 - y0)])
    half = 0.5 * side_px / scale
    low = np.maximum(np.floor(centre - half), 0).astype(int)
    high = np.minimum(np.ceil(centre + half), bgr.shape[1::-1]).astype(int)
    crop = np.full((side_px, side_px, 3), _PAPER, np.uint8)
    if np.any(high - low < 1):
        return crop
    cut = bgr[low[1] : high[1], low[0] : high[0]]
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = np.maximum(np.round((high - low) * scale), 1).astype(int)
    size = np.minimum(size, side_px)
    at = np.round((low - (centre - half)) * scale).astype(int)
    at = np.clip(at, 0, side_px - size)
    small = cv2.resize(cut, (int(size[0]), int(size[1])), interpolation=way)
    crop[at[1] : at[1] + size[1], at[0] : at[0] + size[0]] = small
    return crop


@dataclass(slots=True)
class Sheet:
    """Collects the crops of an evaluation and writes them as one or more pages.

    Attributes:
        columns: Names of the visitors, in order.
        cell_px: Side of one crop.
    """

    columns: Sequence[str]
    cell_px: int = CELL_PX
    _rows: list[str] = field(default_factory=list)
    _cells: dict[tuple[str, str], ImageBgr] = field(default_factory=dict)

    def put(self, row: str, column: str, bgr: ImageBgr, box_xyxy: Box) -> None:
        """Keep the crop of one face; an empty row or column name is an original's."""
        if row and row not in self._rows:
            self._rows.append(row)
        self._cells[row, column] = face_crop(bgr, box_xyxy, self.cell_px)

    def has(self, row: str, column: str) -> bool:
        """Whether that crop was put in."""
        return (row, column) in self._cells

    def write(self, path: Path) -> list[Path]:
        """Write the sheet; one that is too large is split into ``NAME-2`` and so on.

        Returns:
            The files written, none when nothing was collected.

        Raises:
            ImageUnwritableError: If a file cannot be written.
        """
        pages = [
            (rows, columns)
            for rows in _chunks(self._rows, _MAX_ROWS)
            for columns in _chunks(self.columns, _MAX_COLUMNS)
        ]
        written = []
        for number, (rows, columns) in enumerate(pages, start=1):
            name = path.name if number == 1 else f"{path.stem}-{number}{path.suffix}"
            written.append(path.with_name(name))
            page = draw_page(rows, columns, self._cells, self.cell_px)
            write_image(written[-1], page)
        return written


def draw_page(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Mapping[tuple[str, str], ImageBgr],
    cell_px: int,
) -> ImageBgr:
    """Draw one page: originals first, then every pair, a caption over each."""
    line_px = cell_px + _CAPTION_PX
    height, width = line_px * (len(rows) + 1), cell_px * (len(columns) + 1)
    page = np.full((height, width, 3), _PAPER, np.uint8)
    for at_row, row in enumerate(["", *rows]):
        for at_column, column in enumerate(["", *columns]):
            y, x = at_row * line_px, at_column * cell_px
            crop = cells.get((row, column))
            if crop is not None:
                page[y + _CAPTION_PX : y + line_px, x : x + cell_px] = crop
            caption = column or row
            _write_caption(page, caption, x, y, cell_px)
    return page


def _write_caption(
    page: ImageBgr, text: str, x_px: int, y_px: int, width_px: int
) -> None:
    shown = text.encode("ascii", "replace").decode()[: width_px // 8]
    at = (x_px + 4, y_px + _CAPTION_PX - 6)
    face = cv2.FONT_HERSHEY_SIMPLEX
    cv2.putText(page, shown, at, face, 0.4, (40, 40, 40), 1, cv2.LINE_AA)


def _chunks(names: Sequence[str], size: int) -> list[Sequence[str]]:
    return [names[i : i + size] for i in range(0, len(names), size)]
