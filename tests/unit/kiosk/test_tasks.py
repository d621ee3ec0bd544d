import threading
import time

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kiosk.tasks import Tasks


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
