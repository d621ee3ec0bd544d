"""Structured logging: plain lines on standard error, JSON lines in a rotating file.

Privacy: no frame, no face, no name and no path of a visitor's picture is logged. Fields
are given as ``extra={"fields": {...}}``.
"""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from kiosk.places import log_folder

FILE_NAME = "vernissage.jsonl"
BOT_FILE_NAME = "bot.jsonl"
FILE_BYTES = 2_000_000
FILES_KEPT = 5
LAST = ("last_exc", "last_type", "last_value", "last_traceback")
"""Where the interpreter keeps the last uncaught exception, in the module ``sys``."""


class PlainFormatter(logging.Formatter):
    """``level name: event key=value …``, for people at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into one line, and a traceback where there is one."""
        fields = "".join(f" {key}={value}" for key, value in _fields(record).items())
        line = (
            f"{record.levelname.lower()} {record.name}: {record.getMessage()}{fields}"
        )
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line


class JsonFormatter(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into one line."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Send what is at least ``level`` to standard error; harmless when repeated."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    if any(isinstance(old.formatter, PlainFormatter) for old in root.handlers):
        return
    handler = logging.StreamHandler()
    handler.setLevel(level)
    handler.setFormatter(PlainFormatter())
    root.addHandler(handler)


def log_to_file(folder: Path | None = None, name: str = FILE_NAME) -> Path | None:
    """Keep a rotating log on disk as well.

    Args:
        folder: Where; the kiosk's log folder by default.
        name: Of the file; each process needs one of its own.

    Returns:
        The file, or None where the folder cannot be written: the kiosk runs without it.
    """
    folder = folder or log_folder()
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8"
        )
    except OSError:
        logging.getLogger(__name__).warning("the log folder cannot be written")
        return None
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    return path


def let_go(error: BaseException) -> None:
    """Take from an exception all that it holds of the work that failed.

    A traceback keeps every local variable of every function that it passed, and with
    them pictures of visitors. What is left is the exception's type and text.

    Args:
        error: Caught; its causes are taken away too.
    """
    waiting: list[BaseException | None] = [error]
    while waiting:
        caught = waiting.pop()
        if caught is None:
            continue
        waiting += [caught.__cause__, caught.__context__]
        traceback.clear_frames(caught.__traceback__)
        caught.__traceback__ = caught.__cause__ = caught.__context__ = None


def log_uncaught(tell: Callable[[], None] = lambda: None) -> None:
    """Log exceptions that nobody caught, in any thread, instead of printing them.

    Nothing is kept of them: neither by themselves nor in ``sys.last_exc`` and its like,
    which the interpreter sets for debuggers before it calls the hook.

    Args:
        tell: Called after each, in the thread that it happened in.
    """

    def in_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logging.getLogger("uncaught").error(
            "unexpected failure", exc_info=(kind, error, trace)
        )
        let_go(error)
        _let_go_of_last()
        tell()

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            in_main(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = in_main
    threading.excepthook = in_thread


def _let_go_of_last() -> None:
    for name in LAST:
        if hasattr(sys, name):
            delattr(sys, name)


def log_qt_messages() -> None:
    """Send Qt's own messages into the log."""
    # Loaded here, so that commands without a window need no Qt.
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    logger = logging.getLogger("qt")

    def forward(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        fields = {"category": context.category}
        logger.log(levels[kind], "%s", message, extra={"fields": fields})

    qInstallMessageHandler(forward)


def _fields(record: logging.LogRecord) -> dict[str, object]:
    fields = getattr(record, "fields", None)
    return fields if isinstance(fields, dict) else {}
