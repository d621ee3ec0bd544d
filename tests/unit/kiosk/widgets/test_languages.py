import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, sans
from kiosk.widgets.languages import LanguageBar, LanguageButton, own_name

CODES = ["en", "ru", "de", "fr", "es"]
METRICS = measure(1080, 1920, 2.7)


@pytest.fixture
def owner(dressed, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1080, 1920)
    return owner


@pytest.fixture
def bar(owner: QWidget) -> LanguageBar:
    bar = LanguageBar(owner)
    bar.set_languages(CODES, "de")
    bar.apply_metrics(METRICS, 984)
    owner.show()
    return bar


def _buttons(bar: LanguageBar) -> list[LanguageButton]:
    return bar._buttons


def test_offers_every_language_in_its_own_name(bar: LanguageBar) -> None:
    assert [button.text() for button in _buttons(bar)] == [
        "English",
        "Русский",
        "Deutsch",
        "Français",
        "Español",
    ]
    assert [b.accessibleName() for b in _buttons(bar)] == [
        b.text() for b in _buttons(bar)
    ]


@pytest.mark.parametrize(
    ("code", "name"), [("it", "Italiano"), ("uk", "Українська"), ("xx", "xx")]
)
def test_knows_what_other_languages_call_themselves(code: str, name: str) -> None:
    assert own_name(code) == name


@pytest.mark.parametrize("code", CODES)
def test_a_touch_chooses_and_marks_at_once(
    bar: LanguageBar, qtbot: QtBot, code: str
) -> None:
    button = _buttons(bar)[CODES.index(code)]
    with qtbot.waitSignal(bar.language_chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert chosen.args == [code]
    assert [b.code for b in _buttons(bar) if b.isChecked()] == [code]


def test_the_chosen_one_looks_different_without_colour(bar: LanguageBar) -> None:
    english = _buttons(bar)[0]
    plain = _edge_brightness(english)
    bar.set_languages(CODES, "en")

    # The oval stands at both ends, where the name leaves air.
    assert _edge_brightness(english) > plain + 40


def test_the_keyboard_is_seen(bar: LanguageBar) -> None:
    english = _buttons(bar)[0]
    english.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    unseen = english.grab().toImage()
    english.clearFocus()
    english.setFocus(Qt.FocusReason.TabFocusReason)
    assert english.grab().toImage() != unseen
    english.clearFocus()
    assert english.grab().toImage() == unseen


def _edge_brightness(button: LanguageButton) -> int:
    image = button.grab().toImage()
    middle = button.height() // 2
    return max(image.pixelColor(x, middle).value() for x in range(8))


@pytest.mark.parametrize("width", [2000, 984, 700, 500, 300, 10])
@pytest.mark.parametrize("diagonal_px_per_mm", [1.5, 2.7, 4.2, 8.0])
def test_every_language_is_large_enough_and_inside(
    bar: LanguageBar, width: int, diagonal_px_per_mm: float
) -> None:
    metrics = measure(1080, 1920, diagonal_px_per_mm)
    bar.apply_metrics(metrics, width)

    places = [button.geometry() for button in _buttons(bar)]
    widest = max(place.width() for place in places)
    assert bar.width() <= max(width, widest)
    for i, place in enumerate(places):
        assert min(place.width(), place.height()) >= metrics.touch_px
        assert bar.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:i])


@pytest.mark.parametrize(("width", "rows"), [(984, 1), (600, 2), (300, 3)])
def test_narrow_windows_get_more_rows(bar: LanguageBar, width: int, rows: int) -> None:
    bar.apply_metrics(METRICS, width)

    assert len({button.y() for button in _buttons(bar)}) == rows


@pytest.mark.parametrize("centred", [True, False])
def test_rows_are_centred_or_begin_at_the_left(bar: LanguageBar, centred: bool) -> None:
    bar.set_centred(centred=centred)
    bar.apply_metrics(METRICS, 600)

    last_row = QRect()
    for button in _buttons(bar)[3:]:
        last_row = last_row.united(button.geometry())
    offset = last_row.center().x() - bar.rect().center().x()
    assert (abs(offset) <= 1) is centred
    assert (last_row.left() == 0) is not centred


def test_names_fit_in_strong_letters(bar: LanguageBar) -> None:
    strong = QFontMetrics(sans(METRICS.text_px, strong=True))
    for button in _buttons(bar):
        assert strong.horizontalAdvance(button.text()) < button.width()


def test_one_language_needs_no_bar(bar: LanguageBar) -> None:
    bar.set_languages(["en"], "en")
    assert not bar.isVisible()
    bar.set_languages([], "en")
    assert not bar.isVisible()
    bar.set_languages(["en", "ru"], "en")
    assert bar.isVisible()
    assert len(_buttons(bar)) == 2


def test_a_touch_between_two_languages_goes_no_further(
    bar: LanguageBar, qtbot: QtBot
) -> None:
    touched: list[QPoint] = []
    owner = bar.parentWidget()
    owner.mousePressEvent = lambda event: touched.append(event.pos())
    bar.apply_metrics(METRICS, 600)
    corner = QPoint(1, bar.height() - 2)
    assert bar.childAt(corner) is None

    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=corner)
    assert touched == []
