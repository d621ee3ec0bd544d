import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import sans
from kiosk.widgets.fitted import DESCENT, SCALES, FittedLabel, printable
from kiosk.widgets.lines import even_lines
from kiosk.widgets.text import line_height_px

SENTENCE = "Everything of you is wiped when the time is up, whoever you may be."


@pytest.fixture
def label(dressed, qtbot: QtBot) -> FittedLabel:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = FittedLabel(parent)
    label.parent_kept = parent
    return label


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("plain", "plain"),
        ("  two\n\tlines ", "two lines"),
        ("bell\a and nul\0", "bell and nul"),
        ("turned\u202e round", "turned round"),
        ("half \ud83d a sign", "half a sign"),
        ("<b>&amp;</b> %s", "<b>&amp;</b> %s"),
        ("Привет, à bientôt 🎨", "Привет, à bientôt 🎨"),
        ("  Prête\u00a0?\u00a0 ", "Prête\u00a0?\u00a0"),
        ("", ""),
    ],
)
def test_only_what_can_be_printed_is_said(words: str, kept: str) -> None:
    assert printable(words) == kept


def test_letters_shrink_only_where_they_must(label: FittedLabel) -> None:
    label.say(SENTENCE)
    line = line_height_px(sans(30))

    hanging = round(DESCENT * 30)
    assert label.fit(sans(30), 2000, line) == line + hanging
    assert label.set_in.pixelSize() == 30
    height = label.fit(sans(30), 400, 2 * line)
    assert height == label.height() <= 2 * line + hanging
    assert 30 * SCALES[-1] <= label.set_in.pixelSize() < 30
    assert " ".join(label.lines) == SENTENCE
    assert not label.cut


def test_what_cannot_fit_ends_in_an_ellipsis(label: FittedLabel) -> None:
    label.say(SENTENCE)
    label.fit(sans(30), 100, 40)

    letters_px = label.set_in.pixelSize()
    assert label.height() <= 40 + DESCENT * letters_px + 1
    assert label.lines[-1].endswith("…")
    assert label.cut


def test_without_words_it_takes_no_height(label: FittedLabel) -> None:
    label.say("")

    assert label.fit(sans(30), 100, 40) == 0


def test_markup_is_shown_as_it_is(label: FittedLabel) -> None:
    label.say("<h1>Big</h1>")

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<h1>Big</h1>"


def test_words_are_broken_anew_only_for_something_new(
    label: FittedLabel, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = []

    def note(words, font, width, *, remember):
        broken.append(words)
        return even_lines(words, font, width, remember=remember)

    monkeypatch.setattr("kiosk.widgets.fitted.even_lines", note)
    label.say(SENTENCE)
    height = label.fit(sans(30), 300, 500)
    label.resize(10, 10)
    assert label.fit(sans(30), 300, 500) == height
    assert (label.width(), label.height()) == (300, height)
    assert len(broken) == 1

    for again, wanted in enumerate(
        [(sans(31), 300, 500), (sans(31, strong=True), 300, 500), (sans(30), 299, 500)]
    ):
        label.fit(*wanted)
        assert len(broken) == 2 + again
    label.say("Short.")
    label.fit(sans(30), 299, 500)
    assert label.lines == ["Short."]


def test_of_a_visitors_own_words_nothing_stays(dressed, qtbot: QtBot) -> None:
    label = FittedLabel(None, secret=True)
    qtbot.addWidget(label)
    label.say("ABCD-EFGH-JKLM")
    label.fit(sans(30), 120, 500)
    assert label.lines
    label.say("")
    assert "EFGH" not in repr(vars(label))
    assert label.fit(sans(30), 120, 500) == 0
