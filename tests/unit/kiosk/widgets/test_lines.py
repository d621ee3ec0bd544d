import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from kiosk.theme import sans
from kiosk.widgets import lines as breaking
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.lines import balanced, even_lines, wrapped

SENTENCE = "Everything of you is wiped when the time is up, whoever you may be."
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


@pytest.mark.parametrize("width", [1, 60, 240, 900])
@pytest.mark.parametrize("words", [SENTENCE, "x" * 300, "🎨" * 80, ""])
def test_no_letter_is_lost_and_no_line_too_long(
    dressed: QApplication, width: int, words: str
) -> None:
    lines = even_lines(words, sans(30), width)

    assert "".join("".join(lines).split()) == "".join(words.split())
    if width > 1:
        measure = QFontMetricsF(sans(30)).horizontalAdvance
        assert all(measure(line) <= width + 1 for line in lines)


def test_no_line_begins_after_a_no_break_space(dressed: QApplication) -> None:
    for width in range(60, 400, 7):
        lines = even_lines("Êtes-vous toujours là\u00a0?", sans(30), width)

        assert not any(line.startswith("?") for line in lines)


def test_lines_are_of_like_length(dressed: QApplication) -> None:
    measure = QFontMetricsF(sans(30)).horizontalAdvance
    lines = even_lines(SENTENCE, sans(30), round(0.9 * measure(SENTENCE)))

    assert len(lines) == 2
    assert abs(measure(lines[0]) - measure(lines[1])) < 0.25 * measure(lines[0])


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Words, each time that Qt is asked to break them."""
    asked: list[str] = []
    broken = breaking._broken

    def note(words: str, *more):
        asked.append(words)
        return broken(words, *more)

    monkeypatch.setattr(breaking, "_broken", note)
    return asked


@pytest.mark.parametrize("break_up", [wrapped, balanced])
def test_how_words_break_is_remembered_by_letters_width_and_lines(
    dressed: QApplication, breaks: list[str], break_up
) -> None:
    words, font = f"{LONG} {break_up.__name__}", sans(30)
    first = break_up(words, font, 300, 9)
    often = len(breaks)

    first.append("spoilt by whoever asked")
    assert break_up(words, sans(30), 300, 9) == first[:-1]
    assert len(breaks) == often
    font.setPixelSize(60)
    for other in [(font, 300, 9), (sans(30), 299, 9), (sans(30), 300, 2)]:
        often = len(breaks)
        assert break_up(words, *other) != first[:-1] or other[1] == 299
        assert len(breaks) > often


@pytest.mark.parametrize("secret", [False, True])
def test_how_a_visitors_words_break_is_forgotten(
    dressed: QApplication, qtbot, breaks: list[str], secret: bool
) -> None:
    words = f"words of a visitor, secret: {secret}"
    for _ in range(2):
        label = FittedLabel(None, secret=secret)
        qtbot.addWidget(label)
        label.say(words)
        often = len(breaks)
        label.fit(sans(30), 200, 500)

    assert (len(breaks) > often) is secret
