import gc
import threading
import time
import weakref
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kiosk.tasks import Tasks
from pipeline.errors import NoFaceError
from pipeline.types import Frame


def test_work_is_done_elsewhere_and_its_result_comes_back(qtbot: QtBot) -> None:
    tasks, results = Tasks(), []
    here = QThread.currentThread()

    tasks.run(
        lambda: threading.current_thread().name,
        lambda name: results.append((name, QThread.currentThread() is here)),
        results.append,
    )
    qtbot.waitUntil(lambda: bool(results))
    tasks.close()

    name, came_back = results[0]
    assert name.startswith("tasks")
    assert came_back


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    tasks, failures = Tasks(), []

    tasks.run(lambda: 1 // 0, lambda _: pytest.fail("did work"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    tasks.close()

    assert isinstance(failures[0], ZeroDivisionError)


def test_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot) -> None:
    tasks, done = Tasks(), []

    for number in range(20):
        tasks.run(lambda n=number: n, done.append, pytest.fail)
    qtbot.waitUntil(lambda: len(done) == 20)
    tasks.close()

    assert done == list(range(20))


def test_after_closing_nothing_begins_and_nothing_comes_back(qtbot: QtBot) -> None:
    tasks, done, began = Tasks(), [], []
    tasks.run(lambda: time.sleep(0.1), done.append, done.append)
    for number in range(3):
        tasks.run(lambda n=number: began.append(n), done.append, done.append)

    tasks.close()
    tasks.run(lambda: began.append("late"), done.append, done.append)
    qtbot.wait(50)

    assert (began, done) == ([], [])


def test_nothing_that_failed_work_had_in_its_hands_is_kept(qtbot: QtBot) -> None:
    tasks, failures = Tasks(), []
    frame = Frame(np.zeros((2, 2, 3), np.uint8), 0.0, 0)
    alive = weakref.ref(frame.bgr)

    def finish(burst: list[Frame]) -> None:
        held = burst[0]
        try:
            {}[held.index]
        except KeyError as error:
            raise NoFaceError("Nobody is there.") from error

    gc.disable()  # so that only what nobody holds is gone
    try:
        tasks.run(partial(finish, [frame]), pytest.fail, failures.append)
        del frame
        qtbot.waitUntil(lambda: bool(failures))
        qtbot.waitUntil(lambda: alive() is None, timeout=1000)
    finally:
        gc.enable()
        tasks.close()

    assert (type(failures[0]), str(failures[0])) == (NoFaceError, "Nobody is there.")


def test_the_traceback_of_what_nobody_expected_is_logged(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    tasks, failures = Tasks(), []

    tasks.run(lambda: 1 // 0, pytest.fail, failures.append)
    tasks.run(partial(_raise, NoFaceError("Nobody.")), pytest.fail, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    tasks.close()

    logged = [record for record in caplog.records if record.name == "kiosk.tasks"]
    assert len(logged) == 1
    assert "in _report" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def _raise(error: Exception) -> None:
    raise error
