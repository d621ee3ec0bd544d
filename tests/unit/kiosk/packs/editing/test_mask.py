import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.packs.editing.draft import Brush, Draft, Stroke
from kiosk.packs.editing.mask import LONGER_PX, MaskPaint, mask_png
from pipeline.painted_mask import PaintedMask, read_mask

SIZE = (400, 300)


def stroke(brush: Brush, *places: tuple[float, float]) -> Stroke:
    return Stroke(brush, 20.0, places)


LINE = stroke(Brush.FRONT, (100.0, 150.0), (300.0, 150.0))


def test_a_stroke_decides_along_its_way_and_nowhere_else() -> None:
    paint = MaskPaint(SIZE, None)

    box = paint.follow(Draft().with_stroke(LINE))

    assert paint.front[150, 200] == paint.decided[150, 200] == 255
    assert paint.decided[145, 90] > 0  # its ends are round
    assert not paint.decided[200:].any()
    assert not paint.decided[:, 340:].any()
    assert box is not None
    x0, y0, x1, y1 = box
    outside = paint.decided.copy()
    outside[y0:y1, x0:x1] = 0
    assert not outside.any()


def test_brushes_say_front_free_and_nothing() -> None:
    paint = MaskPaint(SIZE, None)
    draft = Draft().with_stroke(LINE)
    draft = draft.with_stroke(stroke(Brush.FREE, (150.0, 150.0)))
    draft = draft.with_stroke(stroke(Brush.ERASER, (250.0, 150.0)))

    paint.follow(draft)

    said = [(paint.front[150, x], paint.decided[150, x]) for x in (110, 150, 250)]
    assert said[:2] == [(255, 255), (0, 255)]
    assert said[2][1] == 0


def test_undone_strokes_leave_no_trace() -> None:
    paint = MaskPaint(SIZE, None)
    first = Draft().with_stroke(LINE)
    paint.follow(first)
    before = paint.front.copy(), paint.decided.copy()

    paint.follow(first.with_stroke(stroke(Brush.ERASER, (200.0, 150.0))))
    paint.follow(first)

    assert (paint.front == before[0]).all()
    assert (paint.decided == before[1]).all()
    paint.follow(Draft())
    assert paint.mask is None
    assert paint.follow(Draft()) is None


def test_a_mask_that_only_adds_stays_the_same_to_the_engine() -> None:
    front = np.zeros((300, 400), np.uint8)
    front[:100] = 255
    paint = MaskPaint(SIZE, PaintedMask(front, None))

    paint.follow(Draft().with_stroke(LINE))

    assert paint.decided[50, 50] == 255
    assert paint.front[50, 50] == 255
    assert paint.decided[250, 50] == 0
    paint.follow(Draft().with_blank_mask())
    assert paint.mask is None


def test_masks_of_huge_paintings_are_smaller_than_they_are() -> None:
    paint = MaskPaint((12_000, 9_000), None)

    paint.follow(Draft().with_stroke(Stroke(Brush.FRONT, 600.0, ((6000.0, 4500.0),))))

    assert max(paint.front.shape) == LONGER_PX
    assert paint.decided[768, 1024] == 255


@pytest.mark.parametrize("place", [(-900.0, 10.0), (5000.0, 5000.0)])
def test_strokes_outside_paint_nothing(place: tuple[float, float]) -> None:
    paint = MaskPaint(SIZE, None)

    paint.follow(Draft().with_stroke(stroke(Brush.FRONT, place)))

    assert paint.mask is None


def test_the_file_says_the_same(tmp_path: Path) -> None:
    paint = MaskPaint(SIZE, None)
    draft = Draft().with_stroke(LINE)
    paint.follow(draft.with_stroke(stroke(Brush.FREE, (150.0, 150.0))))
    mask = paint.mask
    assert mask is not None

    content = mask_png(mask)
    (tmp_path / "mask.png").write_bytes(content)
    read = read_mask(tmp_path / "mask.png", SIZE)

    assert Image.open(io.BytesIO(content)).format == "PNG"
    assert read.decided is not None
    assert (read.decided == mask.decided).all()
    where = read.decided > 0
    assert (read.front[where] == mask.front[where]).all()
