import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from kiosk.widgets.retouch.shown import Paint, Tint, Tool


def place_of(said: tuple[object, ...]) -> tuple[float, float]:
    point = said[-1]
    assert isinstance(point, QPointF)
    return point.x(), point.y()


def test_a_finger_drags_the_nearest_point_from_beside_it(touched) -> None:
    start = touched.at(300, 200) + QPoint(12, 9)  # a finger never hits exactly

    touched.fingers(start)
    touched.fingers(start + QPoint(40, 30), begin=1)
    touched.fingers(start + QPoint(40, 30), lift=True)

    assert touched.names == ["point_dragged", "point_dropped"]
    assert touched.told[-1][1] == 0
    assert place_of(touched.told[-1]) == pytest.approx((340, 230), abs=1.0)


def test_the_mouse_does_the_same(touched) -> None:
    start = touched.at(500, 400)

    touched.drag(start, start + QPoint(-20, 10), start + QPoint(-50, 40))

    assert touched.names == ["point_dragged", "point_dragged", "point_dropped"]
    assert touched.told[-1][1] == 2
    assert place_of(touched.told[-1]) == pytest.approx((450, 440), abs=1.0)


def test_a_tap_on_a_point_moves_nothing(touched) -> None:
    place = touched.at(300, 200)

    touched.drag(place, place + QPoint(1, 1))

    assert touched.names == ["point_dragged", "drag_cancelled"]


def test_a_second_finger_takes_back_the_drag_and_zooms(touched) -> None:
    start = touched.at(300, 200)
    scale = touched.canvas.viewport.scale
    touched.fingers(start)
    touched.fingers(start + QPoint(20, 0), begin=1)

    touched.fingers(start + QPoint(20, 0), QPoint(600, 300), begin=1)
    touched.fingers(start + QPoint(-100, -60), QPoint(700, 360), begin=2)
    touched.fingers(start + QPoint(-100, -60), QPoint(700, 360), lift=True)

    assert touched.names == ["point_dragged", "drag_cancelled"]
    assert touched.canvas.viewport.scale > 1.3 * scale


def test_one_finger_left_of_two_does_nothing(touched) -> None:
    touched.canvas.set_tool(Tool.MASK)
    one, other = QPoint(200, 200), QPoint(600, 400)
    touched.fingers(one)
    touched.fingers(one, other, begin=1)
    event = QTest.touchEvent(touched.window, touched.screen)
    event.stationary(0)
    event.release(1, other, touched.window)
    event.commit()

    touched.fingers(one + QPoint(90, 90), begin=1)
    touched.fingers(one + QPoint(90, 90), lift=True)

    assert touched.told == []


def test_the_wheel_and_buttons_zoom(touched) -> None:
    canvas = touched.canvas
    fitted = canvas.viewport.scale
    QTest.wheelEvent(touched.window.windowHandle(), QPointF(200, 200), QPoint(0, 240))
    wheeled = canvas.viewport.scale
    canvas.zoom_in()
    larger = canvas.viewport.scale
    canvas.zoom_out()

    assert fitted < wheeled < larger
    assert canvas.viewport.scale == pytest.approx(wheeled)


def test_dragging_beside_all_points_moves_the_picture(touched) -> None:
    touched.canvas.zoom_in()
    before = touched.at(400, 300)
    start = touched.at(400, 300)

    touched.drag(start, start + QPoint(30, 20), start + QPoint(60, 40))

    assert touched.told == []
    assert touched.at(400, 300) == before + QPoint(60, 40)


def test_a_tap_chooses_a_face(touched) -> None:
    touched.canvas.set_tool(Tool.FACES)
    inside, beside = touched.at(400, 300), touched.at(100, 100)

    touched.drag(beside)
    touched.drag(inside)

    assert touched.told == [("face_touched", 0)]


def test_marks_are_set_where_the_finger_is_lifted(touched) -> None:
    touched.canvas.set_tool(Tool.FACES)
    touched.canvas.set_marks([])
    start = touched.at(120, 80)

    touched.fingers(start)
    touched.fingers(start + QPoint(15, 10), begin=1)
    touched.fingers(start + QPoint(15, 10), lift=True)

    assert touched.names == ["mark_set"]
    assert place_of(touched.told[0]) == pytest.approx((135, 90), abs=1.0)


def test_strokes_are_told_in_pixels_of_the_painting(touched) -> None:
    canvas = touched.canvas
    canvas.set_tool(Tool.MASK)
    canvas.set_brush(Paint.FREE, 30.0)
    canvas.zoom_in()
    start, end = touched.at(300, 300), touched.at(400, 320)

    touched.drag(start, end)

    ((name, places),) = touched.told
    assert name == "stroke_drawn"
    assert places[0] == pytest.approx((300, 300), abs=1.0)
    assert places[-1] == pytest.approx((400, 320), abs=1.0)
    assert canvas.brush_radius == pytest.approx(30 / canvas.viewport.scale)


def test_all_points_are_offered_once_there_is_room_for_fingers(touched) -> None:
    canvas = touched.canvas
    assert list(canvas.handles) == [0, 1, 2, 3]  # 200 pixels apart is plenty
    canvas.set_faces([], 0)
    assert list(canvas.handles) == []


def test_the_magnifier_shows_what_the_finger_covers(touched) -> None:
    start = touched.at(500, 400)
    plain = touched.window.grab().toImage()
    touched.fingers(start)
    touched.fingers(start + QPoint(10, 0), begin=1)

    held = touched.window.grab().toImage()
    touched.fingers(start + QPoint(10, 0), lift=True)

    above = start - QPoint(0, 150)
    assert held.pixelColor(above) != plain.pixelColor(above)


def test_films_are_laid_over_the_painting(touched) -> None:
    from PySide6.QtCore import QRectF

    film = QImage(2, 2, QImage.Format.Format_ARGB32_Premultiplied)
    film.fill(QColor(255, 0, 0))
    before = touched.window.grab().toImage()

    touched.canvas.set_tints([Tint(QRectF(0, 0, 100, 100), film)])
    after = touched.window.grab().toImage()

    assert after.pixelColor(50, 50) == QColor(255, 0, 0)
    assert after.pixelColor(700, 550) == before.pixelColor(700, 550)


def test_fit_leads_to_the_face_and_back(touched) -> None:
    canvas = touched.canvas
    whole = canvas.viewport.scale

    canvas.fit()
    assert canvas.viewport.scale > whole
    canvas.fit()
    assert canvas.viewport.scale == pytest.approx(whole)


def test_the_right_button_only_moves_the_picture(touched) -> None:
    canvas = touched.canvas
    canvas.set_tool(Tool.MASK)
    canvas.zoom_in()
    before = touched.at(400, 300)
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    QTest.mouseMove(canvas, QPoint(340, 310))
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, pos=QPoint(340, 310))

    assert touched.told == []
    assert touched.at(400, 300) == before + QPoint(40, 10)
