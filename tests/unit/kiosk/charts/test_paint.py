import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from kiosk.charts.axis import grid_step, top_of
from kiosk.charts.look import on_paper, on_wall
from kiosk.charts.paint import picture_of
from kiosk.charts.values import (
    Bar,
    Bars,
    Chart,
    Columns,
    Funnel,
    FunnelStep,
    HeatMap,
    Lines,
)

WHITE = QColor("white")


def _paint(chart: Chart) -> QImage:
    look = on_paper(16)
    return picture_of(chart, QSize(600, 300), look, lambda n: f"{n:g}", WHITE)


def _share(image: QImage, colour: QColor) -> float:
    found = sum(
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    return found / (image.width() * image.height() / 9)


@pytest.mark.parametrize(
    "chart",
    [
        Columns((), ()),
        Columns(("a",), (0.0,)),
        Lines((), ()),
        Lines(("a", "b"), (("people", (None, None)),)),
        Bars(()),
        Bars((Bar("a", 0.0, "0"),)),
        Funnel(()),
        Funnel((FunnelStep("a", 0.0, "0"),)),
        HeatMap((), (), ()),
        HeatMap(("a",), ("b",), ((None,),)),
        HeatMap(("a",), ("b",), ((0.0,),), (("",),)),
        Bars((Bar("long " * 90, 1e12, "1e12", 1e12),), ("a", "b")),
    ],
)
def test_odd_charts_are_painted_too(chart: Chart, dressed) -> None:
    assert not _paint(chart).isNull()


def test_columns_are_as_high_as_their_values(dressed) -> None:
    low = _share(
        _paint(Columns(("a", "b"), (10.0, 10.0), (1.0, 1.0))), on_paper(16).main
    )
    high = _share(
        _paint(Columns(("a", "b"), (10.0, 10.0), (8.0, 8.0))), on_paper(16).main
    )

    assert high == pytest.approx(8.0 * low, rel=0.15)


def test_bars_show_pictures_and_parts(dressed) -> None:
    picture = QImage(30, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#3060f0"))
    plain = _paint(Bars((Bar("a", 10.0, "10", 5.0),)))
    shown = _paint(Bars((Bar("a", 10.0, "10", 5.0, picture),)))

    assert _share(plain, QColor("#3060f0")) == 0.0
    assert _share(shown, QColor("#3060f0")) > 0.005
    assert _share(plain, on_paper(16).main) == pytest.approx(
        _share(plain, on_paper(16).other), rel=0.2
    )


def test_the_busiest_cell_is_the_strongest(dressed) -> None:
    image = _paint(HeatMap(("a",), ("x", "y"), ((1.0, 4.0),)))
    left, right = image.pixelColor(150, 100), image.pixelColor(450, 100)

    assert right == on_paper(16).main
    assert left.lightness() > right.lightness()


@pytest.mark.parametrize(
    ("largest", "step", "top"),
    [(1, 1, 1), (4, 1, 4), (5, 2, 6), (9, 5, 10), (130, 50, 150), (4001, 2000, 6000)],
)
def test_grids_are_round(largest: float, step: float, top: float) -> None:
    assert grid_step(largest) == step
    assert top_of(largest, step) == top


def test_words_on_the_wall_stand_out() -> None:
    assert on_wall(20).ink.lightness() > 2 * on_wall(20).other.lightness()


def test_labels_keep_their_distance_at_the_end_too(dressed) -> None:
    look, wide = (
        on_paper(16),
        QFontMetricsF(on_paper(16).font).horizontalAdvance("88.88.8888"),
    )
    for count in (5, 14, 28, 31, 45):
        chart = Columns(("88.88.8888",) * count, (0.0,) * count)
        image = picture_of(chart, QSize(600, 200), look, lambda _n: "", WHITE)
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(grey.constBits(), np.uint8).reshape(200, -1)[180:, :600]
        inked = "".join("x" if one else " " for one in (rows < 200).any(axis=0))
        words = [word.strip() for word in inked.split(" " * 7)]
        assert 0 < max(map(len, words)) <= 1.2 * wide, count
