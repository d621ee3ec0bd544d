"""Puts the session logs of several kiosks into one file, nothing in it twice."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import SettingsError
from kiosk.stats.formats.whole import whole_file
from kiosk.stats.ledger import in_plain_words, up_to_date
from kiosk.stats.read_only import read_only_address
from kiosk.storage.migrations import migrate
from kiosk.storage.tallies import count_anew

_SESSION = (
    "id, began_utc_ms, utc_offset_min, language, consent_version, consent, painting, "
    "engine, kiosk_version, retakes, outcome, error_kind, ended_after_ms, fps"
)
_KIOSK = """(SELECT number FROM main.kiosks WHERE id = coalesce(
    (SELECT id FROM given.kiosks AS theirs WHERE theirs.number = one.kiosk),
    (SELECT id FROM given.origin)))"""
_STATEMENTS = (
    "INSERT OR IGNORE INTO main.kiosks (id, name) SELECT id, name FROM given.kiosks",
    f"""INSERT INTO main.sessions (kiosk, {_SESSION})
        SELECT {_KIOSK}, {_SESSION} FROM given.sessions AS one WHERE true
        ON CONFLICT (id) DO UPDATE SET
            language = excluded.language,
            consent_version = excluded.consent_version,
            consent = excluded.consent,
            painting = excluded.painting,
            retakes = excluded.retakes,
            fps = excluded.fps,
            outcome = excluded.outcome,
            error_kind = excluded.error_kind,
            ended_after_ms = excluded.ended_after_ms
        WHERE excluded.outcome IS NOT NULL AND (outcome IS NULL
            OR outcome = 'interrupted' AND excluded.outcome != 'interrupted')""",
    """INSERT OR IGNORE INTO main.steps (session, position, step, painting, after_ms)
        SELECT main.sessions.number, position, step, steps.painting, after_ms
        FROM given.steps AS steps
        JOIN given.sessions AS theirs ON theirs.number = steps.session
        JOIN main.sessions ON main.sessions.id = theirs.id""",
    f"""INSERT INTO main.spells
            (id, standing, began_utc_ms, utc_offset_min, lasted_ms, kiosk)
        SELECT id, standing, began_utc_ms, utc_offset_min, lasted_ms, {_KIOSK}
        FROM given.spells AS one WHERE true
        ON CONFLICT (id) DO UPDATE SET lasted_ms = max(lasted_ms, excluded.lasted_ms)
    """,
    """INSERT INTO main.pickups (session, offered_utc_ms, picked_up_utc_ms)
        SELECT session, offered_utc_ms, picked_up_utc_ms FROM given.pickups WHERE true
        ON CONFLICT (session) DO UPDATE SET
            picked_up_utc_ms = coalesce(picked_up_utc_ms, excluded.picked_up_utc_ms)""",
    f"""INSERT OR IGNORE INTO main.receipts (id, session, paid_utc_ms,
            utc_offset_min, amount_minor, currency, kiosk)
        SELECT id, session, paid_utc_ms, utc_offset_min, amount_minor, currency,
            {_KIOSK} FROM given.receipts AS one""",
    """INSERT INTO main.purged SELECT * FROM given.purged WHERE true
        ON CONFLICT (log, topic, day, key) DO UPDATE
            SET visits = max(visits, excluded.visits)""",
    """INSERT INTO main.purges SELECT * FROM given.purges WHERE true
        ON CONFLICT (log) DO UPDATE
            SET before_utc_ms = max(before_utc_ms, excluded.before_utc_ms)""",
)
"""A copy may have been made in the middle of a visit: what knows its end wins."""
_GONE_ELSEWHERE = """outcome IS NOT NULL AND began_utc_ms < (
    SELECT before_utc_ms FROM purges JOIN kiosks ON kiosks.id = purges.log
    WHERE kiosks.number = sessions.kiosk)"""
_DROP_GONE = (
    "DELETE FROM pickups WHERE session IN "
    f"(SELECT id FROM sessions WHERE {_GONE_ELSEWHERE})",
    "DELETE FROM steps WHERE session IN "
    f"(SELECT number FROM sessions WHERE {_GONE_ELSEWHERE})",
    f"DELETE FROM sessions WHERE {_GONE_ELSEWHERE}",
)
"""Visits of an older copy that a later one has only as sums of purged visits."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it.

    Attributes:
        visits: In the new file.
        kiosks: Whose they are.
        repeated: Visits that were given more than once.
    """

    visits: int
    kiosks: int
    repeated: int


def merge(
    logs: Sequence[Path], out: Path, tell: Callable[[str], None] = lambda _line: None
) -> Merged:
    """Copy session logs into a new file.

    Args:
        logs: Their files; the same one twice does no harm, nor do copies of one that
            were made at different times.
        out: The new file; written whole or not at all.
        tell: Told of each file that is done.

    Raises:
        SettingsError: If there is such a file already.
        StorageError: If a log cannot be read; says which.
        SavingError: If the new file cannot be written.
    """
    if out.exists():
        raise SettingsError(f"{out} is there already: name a new file.")
    given = 0
    with (
        whole_file(out) as part,
        in_plain_words(out.name),
        closing(sqlite3.connect(part, isolation_level=None, uri=True)) as database,
    ):
        database.execute("PRAGMA synchronous = OFF")  # nothing is kept if it breaks off
        migrate(database)
        for number, log in enumerate(logs, 1):
            given += _take_in(database, log)
            tell(f"{number} of {len(logs)}: {log}")
        for statement in _DROP_GONE:
            database.execute(statement)
        count_anew(database)
        visits = _count(database, "SELECT count(*) FROM sessions")
        kiosks = _count(database, "SELECT count(*) FROM kiosks")
    return Merged(visits, kiosks, given - visits)


def _take_in(database: sqlite3.Connection, log: Path) -> int:
    """Copy one log; tell how many visits it has."""
    with up_to_date(log) as file, in_plain_words(log.name):
        database.execute("ATTACH ? AS given", (read_only_address(file),))
        try:
            database.execute("BEGIN")
            with database:
                database.execute(
                    "INSERT OR IGNORE INTO main.kiosks (id, name) "
                    "SELECT id, ? FROM given.origin WHERE EXISTS "
                    "(SELECT 1 FROM given.sessions WHERE kiosk IS NULL)",
                    (_name_of(log),),
                )
                for statement in _STATEMENTS:
                    database.execute(statement)
                return _count(database, "SELECT count(*) FROM given.sessions")
        finally:
            database.execute("DETACH given")


def _name_of(log: Path) -> str:
    """What a kiosk is called: its file, or the folder of a file named as all are."""
    plain = log.stem == "sessions"
    folder = log.resolve().parent
    if plain and folder.name == "data":
        folder = folder.parent
    return folder.name if plain else log.stem


def _count(database: sqlite3.Connection, question: str) -> int:
    return int(database.execute(question).fetchone()[0])
