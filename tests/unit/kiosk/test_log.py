import gc
import json
import logging
import sys
import threading
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from kiosk.log import (
    LAST,
    PlainFormatter,
    log_qt_messages,
    log_to_file,
    log_to_stderr,
    log_uncaught,
)

pytestmark = pytest.mark.usefixtures("own_logging")


def test_a_line_of_the_file_is_json_with_its_fields(tmp_path: Path) -> None:
    path = log_to_file(tmp_path / "new")
    logging.getLogger().setLevel(logging.INFO)

    logging.getLogger("a").info("it %s", "is", extra={"fields": {"n": 3}})
    logging.getLogger("a").error("bad", exc_info=ValueError("no"))

    assert path is not None
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert (first["level"], first["event"], first["n"]) == ("info", "it is", 3)
    assert "ValueError: no" in second["traceback"]


def test_runs_on_where_the_folder_cannot_be_made(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    assert log_to_file(in_the_way / "logs") is None


def test_plain_lines_show_fields_and_tracebacks() -> None:
    error = ValueError("no")
    record = logging.LogRecord(
        "a.b", logging.ERROR, "", 1, "bad %s", ("thing",), (ValueError, error, None)
    )
    record.fields = {"n": 3}

    first, *rest = PlainFormatter().format(record).splitlines()

    assert first == "error a.b: bad thing n=3"
    assert rest[-1] == "ValueError: no"


def test_standard_error_is_used_once() -> None:
    before = len(logging.getLogger().handlers)

    log_to_stderr()
    log_to_stderr()

    assert len(logging.getLogger().handlers) == before + 1


def test_uncaught_failures_of_any_thread_are_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log_uncaught()

    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError("no"), None)

    kinds = [record.exc_info[0] for record in caplog.records if record.exc_info]
    assert kinds == [ZeroDivisionError, ValueError]


def test_nothing_is_kept_of_what_failed_in_a_slot(qtbot: QtBot) -> None:
    portrait = np.zeros((2, 2, 3), np.uint8)
    alive, hands, told = weakref.ref(portrait), [portrait], []
    del portrait

    def show() -> None:
        held = hands.pop()
        try:
            {}[held.size]
        except KeyError as error:
            raise ValueError("no room") from error

    log_uncaught(lambda: told.append(alive() is None))
    gc.disable()  # so that only what nobody holds is gone
    try:
        QTimer.singleShot(0, show)
        qtbot.waitUntil(lambda: bool(told))
        assert alive() is None
    finally:
        gc.enable()

    assert told == [True]
    assert not any(hasattr(sys, name) for name in LAST)


def test_messages_of_qt_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(None)
    log_qt_messages()
    try:
        qWarning("careful")
    finally:
        qInstallMessageHandler(before)

    assert [(r.name, r.levelname, r.message) for r in caplog.records] == [
        ("qt", "WARNING", "careful")
    ]
