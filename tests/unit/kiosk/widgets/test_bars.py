import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.theme import GOLD, measure, px_per_mm
from kiosk.widgets.bars import MOST_GRID_LINES, HourBars, grid_step

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))


@pytest.fixture
def bars(dressed, qtbot: QtBot) -> HourBars:
    bars = HourBars(None)
    qtbot.addWidget(bars)
    bars.apply_metrics(METRICS)
    bars.resize(900, 300)
    return bars


def test_a_bar_is_as_high_as_its_hour(bars: HourBars) -> None:
    bars.set_counts([0] * 10 + [20, 10] + [0] * 12)
    heights = [height for height in _gold_columns(bars) if height]

    assert heights
    assert max(heights) / min(heights) == pytest.approx(2.0, abs=0.05)
    # Ten in the morning is a little left of the middle.
    first = next(x for x, height in enumerate(_gold_columns(bars)) if height)
    assert 0.35 * 900 < first < 0.5 * 900


def test_an_empty_day_has_no_bars(bars: HourBars) -> None:
    bars.set_counts([0] * 24)

    assert not any(_gold_columns(bars))


def test_odd_counts_are_made_good(bars: HourBars) -> None:
    bars.set_counts([-5, 7])
    assert bars.counts == (0, 7, *([0] * 22))

    bars.set_counts([1] * 30)
    assert bars.counts == (1,) * 24
    bars.resize(3, 3)
    bars.grab()


@pytest.mark.parametrize("largest", [0, 1, 4, 5, 31, 99, 100, 12345])
def test_grid_lines_are_round_and_few(largest: int) -> None:
    step = grid_step(largest)

    assert str(step).strip("0") in {"1", "2", "5"}
    assert step * MOST_GRID_LINES >= largest


def _gold_columns(bars: HourBars) -> list[int]:
    """Golden pixels in each column."""
    image = bars.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    gold = GOLD.rgb()
    return [
        sum(image.pixel(x, y) == gold for y in range(image.height()))
        for x in range(image.width())
    ]
