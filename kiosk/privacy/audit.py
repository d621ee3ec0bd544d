"""Walks all that the kiosk writes: what relates to a person, and when it dies."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.privacy.log_ages import oldest_line
from kiosk.privacy.places import DUMP, Dies, Folders, Kind, Person, kind_of
from kiosk.privacy.regions import Retention
from kiosk.privacy.session_ages import TABLES, oldest_visit, tables_of

GRACE: Final = timedelta(days=1)
"""The kiosk purges twice a day; only what is older by more is overdue."""
_ASIDE: Final = "sessions-set-aside-"


@dataclass(frozen=True, slots=True)
class Holding:
    """Things of one kind that lie on this computer.

    Attributes:
        place: Which folder and what in it; for tables, the file and the table.
        what: What they hold.
        person: To whom that relates.
        dies: When they go, in words.
        count: How many there are.
        oldest: When the oldest was written, where it dies of age.
        wrong: What is wrong with it; empty if nothing.
    """

    place: str
    what: str
    person: Person
    dies: str
    count: int
    oldest: datetime | None = None
    wrong: str = ""


def audit(folders: Folders, keep: Retention, now: datetime) -> list[Holding]:
    """List everything; reads only.

    Args:
        folders: Where the kiosk writes.
        keep: For how long.
        now: The time, in UTC.
    """
    found: dict[tuple[str, str], Holding] = {}
    roots = {"log": folders.log, "cache": folders.cache, "data": folders.data}
    if folders.settings not in roots.values():  # on Windows it is that of the data
        roots["settings"] = folders.settings
    for root, folder in roots.items():
        others = [other for name, other in roots.items() if name != root]
        for path in _files(folder, others):
            for holding in _holdings(root, folder, path, keep, now):
                key = holding.place, holding.wrong
                found[key] = _joined(found.get(key), holding)
    return sorted(found.values(), key=lambda one: (not one.wrong, one.place))


def _files(folder: Path, others: list[Path]) -> Iterator[Path]:
    """All files of a folder, but none of another of the kiosk's folders inside it."""
    inside = [other for other in others if other != folder and folder in other.parents]
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or any(other in path.parents for other in inside):
            continue
        yield path


def _holdings(
    root: str, folder: Path, path: Path, keep: Retention, now: datetime
) -> Iterator[Holding]:
    inner = path.relative_to(folder).as_posix()
    if DUMP.search(inner):
        yield Holding(
            f"{root}: {inner}",
            "memory of a program that crashed",
            Person.PERHAPS,
            Dies.UNKNOWN,
            1,
            wrong="may hold faces: delete it, and switch crash dumps off",
        )
        return
    kind = kind_of(root, inner)
    if kind is None:
        yield Holding(
            f"{root}: {inner}",
            "not written by the kiosk",
            Person.PERHAPS,
            Dies.UNKNOWN,
            1,
            wrong="unknown",
        )
        return
    place = f"{root}: {_shown(kind, inner)}"
    plain = Holding(place, kind.what, kind.person, _words(kind, keep), 1)
    try:
        yield from _aged(kind, path, plain, keep, now)
    except FileNotFoundError:
        return  # gone while we looked
    except (OSError, sqlite3.Error):
        yield replace(plain, wrong="cannot be read")


def _aged(
    kind: Kind, path: Path, plain: Holding, keep: Retention, now: datetime
) -> Iterator[Holding]:
    """A file as it stands; a session log table by table."""
    if kind.dies is Dies.SESSIONS and not path.name.startswith(_ASIDE):
        if path.suffix == ".sqlite":
            yield from _tables(path, plain, keep, now)
        return
    limit = _limits(keep).get(kind.dies)
    if limit is None:
        yield plain
        return
    oldest = oldest_line(path) if kind.dies is Dies.LOG else _written(path)
    yield _judged(plain, oldest, limit, now)


def _limits(keep: Retention) -> Mapping[Dies, timedelta]:
    """How old things may be that die of age."""
    return {
        Dies.LOG: timedelta(days=keep.log_days) + GRACE,
        Dies.SESSIONS: timedelta(days=keep.sessions_days) + GRACE,
        Dies.SEALED: timedelta(hours=keep.picture_hours) + GRACE,
        Dies.AT_ONCE: GRACE,
    }


def _tables(
    path: Path, plain: Holding, keep: Retention, now: datetime
) -> Iterator[Holding]:
    limit = _limits(keep)[Dies.SESSIONS]
    for table, count in tables_of(path).items():
        row = replace(
            plain,
            place=f"{plain.place}, table {table}",
            what=TABLES.get(table, "not known to the kiosk"),
            wrong="" if table in TABLES else "unknown",
            count=count,
        )
        if table == "sessions":
            row = _judged(row, oldest_visit(path), limit, now)
        elif table not in ("steps", "pickups"):
            row = replace(row, person=Person.NONE, dies=Dies.STAYS)
        yield row


def _judged(
    holding: Holding, oldest: datetime | None, limit: timedelta, now: datetime
) -> Holding:
    overdue = oldest is not None and now - oldest > limit
    wrong = "older than it may be: run 'kiosk privacy purge'" if overdue else ""
    return replace(holding, oldest=oldest, wrong=wrong)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _words(kind: Kind, keep: Retention) -> str:
    if kind.dies is Dies.LOG:
        return f"after {keep.log_days} days"
    if kind.dies is Dies.SESSIONS:
        return f"after {keep.sessions_days} days"
    if kind.dies is Dies.SEALED:
        return f"when it is fetched or deleted, or after {keep.picture_hours} hours"
    return kind.dies.value


def _shown(kind: Kind, inner: str) -> str:
    """The file's name, or its folder where there are many alike."""
    top, _, rest = inner.partition("/")
    return f"{top}/ ({kind.what})" if rest else inner


def _joined(before: Holding | None, holding: Holding) -> Holding:
    if before is None:
        return holding
    times = [one.oldest for one in (before, holding) if one.oldest is not None]
    oldest = min(times, default=None)
    return replace(before, count=before.count + holding.count, oldest=oldest)
