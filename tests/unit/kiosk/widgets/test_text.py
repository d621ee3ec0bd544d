import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from kiosk.theme import sans
from kiosk.widgets.text import balanced, wrapped

LONG = "Self-Portrait in a Straw Hat after the Portrait by Rubens, painted again"


@pytest.mark.parametrize("width", [1, 40, 120, 300, 900])
@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("breaks", [wrapped, balanced])
def test_lines_fit_and_are_not_too_many(
    dressed: QApplication, breaks, width: int, most: int
) -> None:
    font = sans(30)
    lines = breaks(LONG, font, width, most)

    assert len(lines) <= most
    for line in lines:
        assert QFontMetricsF(font).horizontalAdvance(line) <= max(width, 30)


@pytest.mark.parametrize("breaks", [wrapped, balanced])
def test_nothing_is_lost_where_there_is_room(dressed: QApplication, breaks) -> None:
    assert " ".join(breaks(LONG, sans(30), 400, 9)) == LONG
    assert breaks("", sans(30), 400, 9) == []


def test_what_is_cut_off_ends_in_an_ellipsis(dressed: QApplication) -> None:
    lines = wrapped(LONG, sans(30), 200, 2)

    assert lines[-1].endswith("…")


def test_balanced_lines_are_of_like_length(dressed: QApplication) -> None:
    text = "Self-Portrait in a Straw Hat"
    measure = QFontMetricsF(sans(30)).horizontalAdvance
    width = round(0.9 * measure(text))

    plain, even = wrapped(text, sans(30), width, 2), balanced(text, sans(30), width, 2)

    def spread(lines: list[str]) -> float:
        return abs(measure(lines[0]) - measure(lines[1]))

    assert len(plain) == len(even) == 2
    assert spread(even) < 0.5 * spread(plain)


def test_balancing_cuts_no_word_short(dressed: QApplication) -> None:
    font = sans(30)
    width = round(QFontMetricsF(font).horizontalAdvance("Gentlemanlike in")) - 2

    lines = balanced("Gentlemanlike in a ruff", font, width, 2)

    assert lines == ["Gentlemanlike", "in a ruff"]
