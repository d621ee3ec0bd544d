from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.sentences import Sentence, fit_sentences, stack_sentences
from kiosk.widgets.signs import Sign, SignView

METRICS = measure(1080, 1920, 2.7)
WORDS = "Nichts wird aufbewahrt: Wenn Sie gehen, werden alle Bilder gelöscht."


@pytest.fixture
def owner(dressed, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1000, 1600)
    return owner


@pytest.fixture
def sentences(owner: QWidget) -> list[Sentence]:
    made = [Sentence(sign, owner) for sign in (Sign.CAMERA, Sign.KIOSK)]
    made.append(Sentence(Sign.TOGETHER, owner, framed=True))
    for sentence in made:
        sentence.say(WORDS)
    owner.show()
    return made


@pytest.mark.parametrize("height", [1400, 600, 480, 100])
@pytest.mark.parametrize("width", [984, 500])
def test_all_have_the_same_letters_and_all_their_words(
    sentences: list[Sentence], width: int, height: int
) -> None:
    fit_sentences(sentences, METRICS, width, height)

    assert len({sentence.letters_px for sentence in sentences}) == 1
    assert sentences[0].letters_px >= METRICS.small_px
    for sentence in sentences:
        words = sentence._words
        assert " ".join(words.lines) == WORDS
        longest = max(
            QFontMetricsF(words.set_in).horizontalAdvance(line) for line in words.lines
        )
        assert longest <= words.width()
        assert sentence.rect().contains(words.geometry())
        assert sentence.rect().contains(sentence._sign.geometry())
        assert not words.geometry().intersects(sentence._sign.geometry())


def test_letters_shrink_only_where_they_must(sentences: list[Sentence]) -> None:
    air = fit_sentences(sentences, METRICS, 984, 1400)
    roomy, whole = sentences[0].letters_px, stack_sentences(sentences, QPoint(), air)
    tight = fit_sentences(sentences, METRICS, 984, whole - 60)

    assert roomy > METRICS.text_px
    assert METRICS.small_px <= sentences[0].letters_px < roomy
    assert stack_sentences(sentences, QPoint(), tight) <= whole - 60


def test_they_stand_beneath_each_other(sentences: list[Sentence]) -> None:
    air = fit_sentences(sentences, METRICS, 984, 1400)
    height = stack_sentences(sentences, QPoint(10, 20), air)

    assert sentences[0].pos() == QPoint(10, 20)
    for above, below in pairwise(sentences):
        assert below.y() == above.y() + above.height() + air
    assert sentences[-1].geometry().bottom() + 1 == 20 + height


def test_a_screen_reader_hears_the_words(sentences: list[Sentence]) -> None:
    assert sentences[0].accessibleName() == WORDS


def test_every_sign_is_another_drawing(owner: QWidget) -> None:
    drawn = []
    for sign in Sign:
        view = SignView(sign, owner)
        view.resize(60, 60)
        drawn.append(view.grab().toImage())
    for number, picture in enumerate(drawn):
        assert all(picture != other for other in drawn[:number])
