from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.screens.live import LiveScreen
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.card import CardText
from kiosk.widgets.portrait import Shown
from kiosk.widgets.pose_guide import GuideShown

PlainImage = Callable[[int, int, str], QImage]

TEXTS = [
    CardText("old/lady", "A Lady", "Somebody", "1650"),
    CardText("old/lord", "A Lord", "Nobody", ""),
]
SIZES = [(1080, 1920), (1920, 1080), (1280, 720)]


@pytest.fixture(params=SIZES, ids=str)
def screen(request: pytest.FixtureRequest, dressed, qtbot: QtBot) -> LiveScreen:
    size = request.param
    screen = LiveScreen(lambda: None, px_per_mm(size, 32))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_paintings(TEXTS)
    screen.show()
    return screen


def test_the_shutter_tells_and_can_be_put_out_of_use(
    screen: LiveScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.shutter_pressed):
        qtbot.mouseClick(screen.shutter, Qt.MouseButton.LeftButton)

    screen.set_ready(ready=False)
    with qtbot.assertNotEmitted(screen.shutter_pressed, wait=20):
        qtbot.mouseClick(screen.shutter, Qt.MouseButton.LeftButton)


def test_the_chosen_painting_is_marked_and_labelled(screen: LiveScreen) -> None:
    screen.show_chosen("old/lord")

    assert screen.gallery.chosen == "old/lord"
    assert screen.label.accessibleName() == "A Lord, Nobody"


def test_it_is_complete_with_a_painting_and_all_cards(
    screen: LiveScreen, plain_image: PlainImage
) -> None:
    for key in ("old/lady", "old/lord"):
        screen.set_thumbnail(key, plain_image(30, 40, "red"))
    assert not screen.complete

    screen.view.show_picture(Shown(plain_image(300, 400, "red"), 1))
    assert screen.complete


@pytest.mark.parametrize("shape", [(4, 5), (5, 3), (3, 5)])
def test_words_and_count_lie_low_and_come_and_go(
    screen: LiveScreen, plain_image: PlainImage, shape: tuple[int, int]
) -> None:
    screen.set_advice(["come_closer", "too_dark"])
    screen.set_notice("Look into the camera and touch again", busy=True)
    room = screen.view.room_px()
    size = QSize(*shape).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    screen.view.show_picture(Shown(plain_image(*size.toTuple(), "red"), 1))
    inside = screen.view.picture_rect().translated(screen.view.pos())

    assert screen.notice
    for words in (screen._notice, screen.advice):
        assert words.isVisible()
        assert screen.rect().contains(words.geometry())
        assert words.geometry().top() > inside.center().y()
        for other in (screen.shutter, screen.guide, screen.label, screen.gallery):
            assert not words.geometry().intersects(other.geometry())
    assert not screen._notice.geometry().intersects(screen.advice.geometry())

    screen.set_advice(())
    screen.set_notice("")
    assert not screen._notice.isVisible()
    assert not screen.advice.isVisible()
    screen.show_count(3)
    assert inside.contains(screen.count.geometry())
    assert screen.count.geometry().top() > inside.center().y()


def test_one_hint_leaves_the_upper_half_to_the_face(
    screen: LiveScreen, plain_image: PlainImage
) -> None:
    room = screen.view.room_px()
    screen.view.show_picture(Shown(plain_image(*room.toTuple(), "red"), 1))
    inside = screen.view.picture_rect().translated(screen.view.pos())
    for name in ("step_in", "come_closer", "step_back", "look_here", "too_dark"):
        screen.set_advice([name])
        assert screen.advice.geometry().top() > inside.top() + 0.75 * inside.height()


def test_a_busy_notice_moves(screen: LiveScreen, qtbot: QtBot) -> None:
    screen.set_notice("Painting your portrait…", busy=True)
    before = screen._notice.grab().toImage()

    qtbot.waitUntil(lambda: screen._notice.grab().toImage() != before)
    screen.set_notice("")


def test_a_swipe_over_the_picture_leads_to_the_next(
    screen: LiveScreen, plain_image: PlainImage, qtbot: QtBot
) -> None:
    screen.view.show_picture(Shown(plain_image(300, 400, "red"), 1))
    screen.set_advice(["look_here"])
    steps = []
    screen.stepped.connect(steps.append)
    _swipe(screen, -300)
    _swipe(screen, 300)
    _swipe(screen, 8)
    assert steps == [1, -1]

    screen.show_count(2)
    _swipe(screen, -300)
    assert steps == [1, -1]


def test_while_it_counts_nothing_can_be_touched(
    screen: LiveScreen, qtbot: QtBot
) -> None:
    told = []
    for signal in (screen.left, screen.shutter_pressed, screen.painting_chosen):
        signal.connect(lambda *_: told.append("touched"))
    screen.show_count(3)
    for target in (screen.leave, screen.shutter, screen.gallery.card("old/lord")):
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert told == []

    screen.show_count(None)
    for target in (screen.leave, screen.shutter):
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert told == ["touched", "touched"]


def test_the_shutter_stays_shut_after_a_count_if_nothing_is_ready(
    screen: LiveScreen,
) -> None:
    screen.set_ready(ready=False)
    screen.show_count(3)
    screen.set_ready(ready=True)
    assert not screen.shutter.isEnabled()
    screen.show_count(None)
    assert screen.shutter.isEnabled()
    screen.set_ready(ready=False)
    assert not screen.shutter.isEnabled()


def test_the_visitor_may_leave(screen: LiveScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.left):
        qtbot.mouseClick(screen.leave, Qt.MouseButton.LeftButton)


def test_nothing_of_the_visitor_is_kept(
    screen: LiveScreen, plain_image: PlainImage
) -> None:
    screen.view.show_picture(Shown(plain_image(300, 400, "red"), 1))
    screen.set_glimpse(plain_image(320, 180, "red"))
    screen.set_guide(GuideShown((10, 0, 0), (0, 0, 0), 0.5, 0.5))
    screen.set_advice(["look_here"])
    screen.set_notice("Painting your portrait…", busy=True)
    screen.show_count(2)
    before = screen.grab().toImage()
    screen.forget()

    assert screen.view.picture_rect().isEmpty()
    assert screen.glimpse.empty
    assert (screen.guide.shown, screen.count.seconds) == (None, None)
    assert (screen.advice.ids, screen.notice) == ((), "")
    assert _reds(before) > 1000
    assert _reds(screen.grab().toImage()) == 0


def test_other_words_keep_pictures_and_mark(
    screen: LiveScreen, plain_image: PlainImage
) -> None:
    for key in ("old/lady", "old/lord"):
        screen.set_thumbnail(key, plain_image(30, 40, "red"))
    screen.show_chosen("old/lord")
    screen.set_paintings(
        [CardText(t.key, f"{t.title} auf Deutsch", t.artist, t.year) for t in TEXTS]
    )

    assert screen.gallery.complete
    assert screen.gallery.chosen == "old/lord"
    assert screen.label.accessibleName() == "A Lord auf Deutsch, Nobody"


def test_guide_and_glimpse_lie_beside_the_picture(
    screen: LiveScreen, plain_image: PlainImage
) -> None:
    room = screen.view.room_px()
    screen.view.show_picture(Shown(plain_image(*room.toTuple(), "red"), 1))
    screen.set_glimpse(plain_image(320, 180, "blue"))
    screen.set_guide(GuideShown((10, 0, 0), None, 0.0, 0.0))
    picture = screen.view.picture_rect().translated(screen.view.pos())

    for beside in (screen.guide, screen.glimpse):
        assert beside.isVisible()
        assert not beside.geometry().intersects(picture)
    assert screen.glimpse.picture_rect().width() > 0.12 * min(
        screen.width(), screen.height()
    )


def test_everything_that_is_touched_is_large_enough(screen: LiveScreen) -> None:
    touch_px = measure(screen.width(), screen.height(), screen._px_per_mm).touch_px

    buttons = screen.findChildren(QAbstractButton)
    assert len(buttons) == 4
    for button in buttons:
        assert min(button.width(), button.height()) >= touch_px, button
        assert button.accessibleName() or button.text()


def _swipe(screen: LiveScreen, way_px: int) -> None:
    view = screen.view
    start = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(view, start + QPoint(way_px * part // 3, 4))
    end = start + QPoint(way_px, 4)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def _reds(image: QImage) -> int:
    red = QColor("red").rgb()
    return sum(
        image.pixel(x, y) == red
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
