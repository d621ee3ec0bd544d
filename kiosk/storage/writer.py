"""The thread that owns the database and writes what waits."""

import logging
import sqlite3
import threading
from itertools import groupby
from pathlib import Path

from kiosk.storage.backlog import Backlog
from kiosk.storage.condition import LogCondition, LogState, condition_from
from kiosk.storage.database import Opened, open_log, set_aside
from kiosk.storage.errors import tells_of_damage
from kiosk.storage.sessions import Entry, Event, close_interrupted, write_entries
from kiosk.storage.tallies import keep_tallies

logger = logging.getLogger(__name__)

BATCH = 100
FIRST_RETRY_S = 0.1
LONGEST_RETRY_S = 30.0

_UNFIT = (
    OverflowError,
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
)
_TAKEN_AWAY = LogCondition(
    LogState.SET_ASIDE,
    "The session log was taken away while the kiosk ran and a new one was begun: "
    "figures from before are missing.",
)


class Writer:
    """Writes the entries of a backlog, and keeps trying whatever goes wrong.

    Args:
        folder: Where the database lies.
        backlog: Closing it ends the thread.
    """

    def __init__(self, folder: Path, backlog: Backlog) -> None:
        self._folder = folder
        self._backlog = backlog
        self._opened: Opened | None = None
        self._identity: tuple[int, int] | None = None
        self._distrusted: Path | None = None
        self._taken_away = False
        self._retry_s = FIRST_RETRY_S
        self._standing = LogCondition()
        self._trouble: LogCondition | None = None
        self._path: Path | None = None
        self._tried = threading.Event()
        self._thread = threading.Thread(
            target=self._run, name="session log", daemon=True
        )
        self._thread.start()

    @property
    def condition(self) -> LogCondition:
        """How it goes; from any thread."""
        return self._trouble or self._standing

    def path(self, timeout_s: float) -> Path | None:
        """Wait for the first opening and say which file it was.

        Returns:
            None if that failed, or takes longer: a log may be counted anew.
        """
        return self._path if self._tried.wait(timeout_s) else None

    def join(self, timeout_s: float) -> bool:
        """Wait for the end of the thread and say whether it came."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            while not self._backlog.over:
                self._try_once()
        finally:
            self._close()

    def _try_once(self) -> None:
        try:
            database = self._ready()
            if self._backlog.length == 0:
                self._on_progress()
            if entries := self._backlog.take(BATCH):
                if not self._still_there():
                    return
                self._write(database, entries)
                self._backlog.done()
                self._on_progress()
        except Exception as error:  # noqa: BLE001 - the log outlives whatever happens
            self._on_trouble(error)

    def _write(self, database: sqlite3.Connection, entries: list[Entry]) -> None:
        """Write entries; those that no database takes cost only their own session."""
        try:
            write_entries(database, entries)
        except _UNFIT:
            for subject, group in groupby(entries, lambda entry: entry.subject):
                own = list(group)
                try:
                    write_entries(database, own)
                except _UNFIT:
                    logger.exception("an entry cannot be kept in a database")
                    if isinstance(own[0], Event):
                        self._backlog.give_up(subject)

    def _ready(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open()
        return self._opened.database

    def _open(self) -> Opened:
        if self._distrusted is not None:
            if self._distrusted.exists():
                set_aside(self._distrusted)
            self._distrusted = None
        opened = open_log(self._folder)
        self._path = opened.path
        try:
            keep_tallies(opened.database)
            interrupted = close_interrupted(opened.database)
        except BaseException:
            opened.database.close()
            raise
        if interrupted:
            fields = {"sessions": interrupted}
            logger.warning("sessions were interrupted", extra={"fields": fields})
        self._identity = _identity(opened.path)
        good = opened.condition.state is LogState.GOOD
        self._standing = _TAKEN_AWAY if self._taken_away and good else opened.condition
        self._tried.set()
        return opened

    def _still_there(self) -> bool:
        """Whether what is written will be found: an open file may be deleted."""
        if self._opened is None or _identity(self._opened.path) == self._identity:
            return True
        logger.error("the session log was taken away")
        self._taken_away = True
        self._close()
        return False

    def _on_progress(self) -> None:
        if self._trouble is not None:
            logger.info("the session log can be written again")
        self._trouble = None
        self._retry_s = FIRST_RETRY_S

    def _on_trouble(self, error: Exception) -> None:
        trouble = condition_from(error)
        if self._trouble is None or self._trouble.state is not trouble.state:
            fields = {"reason": str(error), "state": str(trouble.state)}
            logger.error("the session log cannot be written", extra={"fields": fields})
        self._trouble = trouble
        self._tried.set()
        if tells_of_damage(error):
            self._distrusted = self._path
        if trouble.state is not LogState.WAITING:
            self._close()
        self._backlog.pause(self._retry_s)
        self._retry_s = min(2.0 * self._retry_s, LONGEST_RETRY_S)

    def _close(self) -> None:
        if self._opened is not None:
            try:
                self._opened.database.close()
            except sqlite3.Error as error:
                fields = {"reason": str(error)}
                logger.warning("the log did not close", extra={"fields": fields})
            self._opened = None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
