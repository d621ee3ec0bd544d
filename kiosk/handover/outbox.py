"""Sealed pictures on disk until they are fetched, deleted or too old."""

import contextlib
import errno
import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.handover.errors import OutboxError, OutboxFullError
from kiosk.handover.outbox_file import open_list, path_of
from kiosk.packs.disk import write_whole
from kiosk.staff.observed import free_bytes
from kiosk.storage.errors import primary_code

logger = logging.getLogger(__name__)

LEAST_FREE_BYTES = 200_000_000
"""So much of the disk is left to others."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WRITE = """INSERT INTO pictures VALUES (?, ?, ?, ?, 'here', NULL)
    ON CONFLICT (id) DO NOTHING"""


class Place(StrEnum):
    """Where a picture is."""

    HERE = "here"
    """On this computer only."""
    SENT = "sent"
    """At the service; the sealed file is kept, should the service lose it."""
    FETCHED = "fetched"
    """On a phone. The file is gone; the session log has to learn of it."""
    DELETED = "deleted"
    """Nowhere here; the service has to learn of it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A picture in the outbox.

    Attributes:
        id: Of the picture; its token cannot be told from it.
        session: The random id of the visit; empty where a crash has lost it.
        kept_at_s: Unix seconds.
        size_bytes: Of the sealed file.
        place: Where it is.
        fetched_at_s: Unix seconds; None unless it was fetched.
    """

    id: str
    session: str
    kept_at_s: float
    size_bytes: int
    place: Place
    fetched_at_s: float | None


class Outbox:
    """The folder and its list; any thread may use it, and each waits for the disk.

    All methods raise OutboxError where the disk or the list cannot be used, with a
    sentence for staff.

    Args:
        folder: Made at the first use.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None

    def put(
        self,
        picture: str,
        sealed: bytes,
        *,
        session: str,
        kept_at_s: float,
        most_bytes: int,
    ) -> None:
        """Take a picture in; it is safe from power cuts once this returns.

        Args:
            picture: Its id; one that was deleted meanwhile stays so.
            sealed: What to keep.
            session: The random id of the visit.
            kept_at_s: Unix seconds.
            most_bytes: How much all pictures together may take.

        Raises:
            OutboxFullError: If there is no room; nothing that waits makes any.
        """
        with self._use() as database:
            _require_room(database, self._folder, len(sealed), most_bytes)
            path = path_of(self._folder, picture)
            try:
                database.execute("BEGIN IMMEDIATE")
                with database:
                    write_whole(path, sealed)
                    row = (picture, session, kept_at_s, len(sealed))
                    database.execute(_WRITE, row)
            except BaseException:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                raise
            if self._place(database, picture) is Place.DELETED:
                path.unlink(missing_ok=True)

    def sealed(self, picture: str) -> bytes | None:
        """Read a sealed picture; None if it is not there any more."""
        with self._use():
            try:
                return path_of(self._folder, picture).read_bytes()
            except FileNotFoundError:
                return None

    def waiting(self, *places: Place) -> Sequence[Waiting]:
        """All pictures in some places, the oldest first."""
        marks = ", ".join("?" * len(places))
        query = f"SELECT * FROM pictures WHERE place IN ({marks}) ORDER BY kept_at_s"  # noqa: S608 (only question marks)
        with self._use() as database:
            rows = database.execute(query, places).fetchall()
        return [
            Waiting(found, session, kept_at_s, size_bytes, Place(place), fetched_at_s)
            for found, session, kept_at_s, size_bytes, place, fetched_at_s in rows
        ]

    def note_sent(self, picture: str) -> None:
        """The service has it now."""
        self._move(picture, Place.HERE, Place.SENT)

    def note_missing(self, picture: str) -> None:
        """The service has lost it: it is to be sent again."""
        self._move(picture, Place.SENT, Place.HERE)

    def note_fetched(self, picture: str, fetched_at_s: float) -> None:
        """The visitor has it: the file goes, the name stays for the session log."""
        with self._use() as database:
            database.execute(
                "UPDATE pictures SET place = 'fetched', fetched_at_s = ? "
                "WHERE id = ? AND place IN ('here', 'sent')",
                (fetched_at_s, picture),
            )
            path_of(self._folder, picture).unlink(missing_ok=True)

    def delete(self, picture: str, now_s: float) -> None:
        """The visitor wants it gone: the file goes, the service has to learn of it.

        Args:
            picture: Its id, whether it is here or not.
            now_s: Unix seconds.
        """
        with self._use() as database:
            try:
                database.execute(
                    "INSERT INTO pictures VALUES (?, '', ?, 0, 'deleted', NULL) "
                    "ON CONFLICT (id) DO UPDATE SET place = 'deleted', session = '', "
                    "kept_at_s = excluded.kept_at_s, size_bytes = 0",
                    (picture, now_s),
                )
            finally:
                path_of(self._folder, picture).unlink(missing_ok=True)

    def drop(self, picture: str) -> None:
        """Nothing more is to be done: forget it, file and name."""
        with self._use() as database:
            path_of(self._folder, picture).unlink(missing_ok=True)
            database.execute("DELETE FROM pictures WHERE id = ?", (picture,))

    def expire(self, now_s: float, keep_s: float) -> Sequence[Waiting]:
        """Forget what is too old; what is from the future counts from now.

        Args:
            now_s: Unix seconds.
            keep_s: How long pictures are kept.

        Returns:
            What was forgotten, as it was.
        """
        with self._use() as database:
            database.execute(
                "UPDATE pictures SET kept_at_s = ?1 WHERE kept_at_s > ?1", (now_s,)
            )
        old = [one for one in self.waiting(*Place) if one.kept_at_s <= now_s - keep_s]
        for one in old:
            self.drop(one.id)
        return old

    def shift(self, since_s: float, by_s: float) -> None:
        """Correct when pictures were kept: the clock was wrong since a moment."""
        with self._use() as database:
            database.execute(
                "UPDATE pictures SET kept_at_s = kept_at_s + ? WHERE kept_at_s >= ?",
                (by_s, since_s),
            )

    def close(self) -> None:
        """Let go of the list; harmless when repeated."""
        with self._lock:
            self._let_go()

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """Use the list's database for something beside the pictures."""
        with self._use() as database:
            yield database

    def _move(self, picture: str, before: Place, after: Place) -> None:
        with self._use() as database:
            database.execute(
                "UPDATE pictures SET place = ? WHERE id = ? AND place = ?",
                (after, picture, before),
            )

    @staticmethod
    def _place(database: sqlite3.Connection, picture: str) -> Place:
        query = "SELECT place FROM pictures WHERE id = ?"
        return Place(database.execute(query, (picture,)).fetchone()[0])

    @contextmanager
    def _use(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                if self._database is None:
                    self._database = open_list(self._folder)
                yield self._database
            except (sqlite3.Error, OSError) as error:
                if primary_code(error) != sqlite3.SQLITE_BUSY:
                    self._let_go()  # the next use opens it anew, and puts it right
                raise OutboxError(_sentence(error)) from None

    def _let_go(self) -> None:
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            self._database = None


def _require_room(
    database: sqlite3.Connection, folder: Path, size_bytes: int, most_bytes: int
) -> None:
    query = "SELECT coalesce(sum(size_bytes), 0) FROM pictures WHERE place != 'deleted'"
    taken = database.execute(query).fetchone()[0]
    if taken + size_bytes > most_bytes:
        raise OutboxFullError(
            "The outbox is full: too many pictures wait to be sent or fetched. See to "
            "the network, or raise handover.outbox_mb."
        )
    free = free_bytes(folder)
    if free is not None and free < LEAST_FREE_BYTES + size_bytes:
        raise OutboxFullError(
            "The disk is too full to keep pictures until they are fetched: make room."
        )


def _sentence(error: sqlite3.Error | OSError) -> str:
    code = primary_code(error)
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) in _FULL:
        return "The disk is full: pictures cannot be kept until they are fetched."
    if code == sqlite3.SQLITE_BUSY:
        return "Another program holds the list of the outbox: close it."
    return (
        "The folder of the outbox cannot be written: check that it is there and that "
        "the kiosk's user may write into it."
    )
