"""Takes away what is older than it may be; may be cut off and called again."""

import logging
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from kiosk.handover.errors import OutboxError
from kiosk.handover.outbox import Outbox
from kiosk.privacy.log_ages import drop_old_lines
from kiosk.privacy.places import LOG_NAME, Folders
from kiosk.privacy.regions import Retention
from kiosk.privacy.session_ages import drop_old_visits
from kiosk.storage.errors import StorageError

logger = logging.getLogger(__name__)

EVERY_S: Final = 12 * 3600.0
DRAFTS_LIVE: Final = timedelta(hours=1)
"""Nothing is written for so long: what is older was left by a crash."""
OUTBOX: Final = "outbox"
_DRAFT: Final = re.compile(r"\..*\.(tmp|part)")
_ASIDE: Final = "sessions-set-aside-"
_IN_USE: Final = "vernissage.jsonl"


@dataclass(slots=True)
class Purged:
    """What was taken away.

    Attributes:
        visits: Visits from session logs.
        portraits: Sealed portraits that nobody fetched.
        log_lines: Lines from log files.
        drafts: Files that a crash had left half-written.
        set_aside: Damaged session logs.
        failed: What could not be done, a sentence each.
    """

    visits: int = 0
    portraits: int = 0
    log_lines: int = 0
    drafts: int = 0
    set_aside: int = 0
    failed: tuple[str, ...] = ()


def purge(
    folders: Folders,
    keep: Retention,
    now: datetime,
    stopped: Callable[[], bool] = lambda: False,
) -> Purged:
    """Take away what is too old; what fails does not keep the rest.

    Args:
        folders: Where the kiosk writes.
        keep: For how long.
        now: The time, in UTC.
        stopped: Asked between steps; True ends it early.
    """
    done = Purged()
    for step in _steps(folders, keep, now, done, stopped):
        if stopped():
            break
        step()
    logger.info(
        "what was too old is gone",
        extra={"fields": {"visits": done.visits, "log_lines": done.log_lines}},
    )
    return done


def _steps(
    folders: Folders,
    keep: Retention,
    now: datetime,
    done: Purged,
    stopped: Callable[[], bool],
) -> Iterator[Callable[[], None]]:
    """One step for each file."""
    for path in _matching(folders.data, "**/.*"):
        if _DRAFT.fullmatch(path.name) and _older(path, now - DRAFTS_LIVE):
            yield partial(_purge_draft, path, done)
    if (folders.data / OUTBOX).is_dir():
        yield partial(_purge_outbox, folders.data / OUTBOX, keep, now, done)
    limit = now - timedelta(days=keep.sessions_days)
    logs = _matching(folders.data, "sessions*.sqlite*")
    for path in (one for one in logs if one.name.startswith(_ASIDE)):
        if _older(path, limit):
            yield partial(_purge_aside, path, done)
    for path in (one for one in logs if not one.name.startswith(_ASIDE)):
        if path.suffix == ".sqlite":
            yield partial(_purge_visits, path, limit, done, stopped)
    yield from _log_steps(folders, now - timedelta(days=keep.log_days), done)


def _log_steps(
    folders: Folders, limit: datetime, done: Purged
) -> Iterator[Callable[[], None]]:
    for path in _matching(folders.log, "vernissage.jsonl*"):
        if re.fullmatch(LOG_NAME, path.name):
            yield partial(_purge_log, path, limit, done)


def _purge_draft(path: Path, done: Purged) -> None:
    done.drafts += _remove(path, done)


def _purge_outbox(folder: Path, keep: Retention, now: datetime, done: Purged) -> None:
    """Where a kiosk runs it does so by itself, in time; this is for one that does not.

    What has no name in the list is taken in when it is opened, with the file's time.
    """
    outbox = Outbox(folder)
    try:
        keep_s = 3600.0 * keep.picture_hours
        done.portraits += len(outbox.expire(now.timestamp(), keep_s))
    except OutboxError:
        _fail(done, "The outbox cannot be purged now; it is tried again.")
    finally:
        outbox.close()


def _purge_aside(path: Path, done: Purged) -> None:
    done.set_aside += _remove(path, done)


def _purge_visits(
    path: Path, limit: datetime, done: Purged, stopped: Callable[[], bool]
) -> None:
    try:
        done.visits += drop_old_visits(path, limit, stopped)
    except (sqlite3.Error, StorageError):
        _fail(done, f"{path.name} cannot be purged now; it is tried again.")


def _purge_log(path: Path, limit: datetime, done: Purged) -> None:
    try:
        in_use = path.name == _IN_USE
        done.log_lines += drop_old_lines(path, limit, in_use=in_use)
    except FileNotFoundError:
        return  # rolled over meanwhile
    except OSError as error:
        _fail(done, f"{path.name} cannot be purged: {error.strerror or 'disk'}.")


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(pattern) if path.is_file())
    except OSError:
        return []


def _older(path: Path, moment: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < moment
    except OSError:
        return False


def _remove(path: Path, done: Purged) -> int:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _fail(done, f"{path.name} cannot be removed: {error.strerror or 'disk'}.")
        return 0
    return 1


def _fail(done: Purged, sentence: str) -> None:
    done.failed = (*done.failed, sentence)
    logger.warning("something that is too old could not be taken away")
