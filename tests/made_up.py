"""Made-up visits, written into a session log as the recorder would write them."""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.storage.database import open_log
from kiosk.storage.sessions import Entry, Event, Outcome, Session, Step, write_entries
from kiosk.storage.spells import Spell, Standing

EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
BERLIN = ZoneInfo("Europe/Berlin")
PAINTINGS = tuple(
    f"studio/{name}"
    for name in ("lady", "turban", "pair", "gold", "garden", "baroque", "gentleman")
)
LANGUAGES = ("de", "en", "fr", "es", "ru")
ERRORS = ("camera", "engine", "painting", "time", "program", "")
WALK = ("consent", "choose", "live", "countdown", "result", "handover")
HOURS = (10, 11, 12, 13, 14, 15, 16, 17)
BUSY = (4, 7, 9, 8, 10, 12, 9, 5)


class Life:
    """A kiosk's visitors, drawn by chance.

    Args:
        seed: The same seed, the same visitors.
        zone: Where the kiosk stands.
    """

    def __init__(self, seed: int, zone: ZoneInfo = BERLIN) -> None:
        self.chance = random.Random(seed)
        self.zone = zone

    def hex(self) -> str:
        return f"{self.chance.getrandbits(128):032x}"

    def moment(self, day: datetime) -> datetime:
        """A time of the day at which visitors come, seldom in the night."""
        if self.chance.random() < 0.02:
            hour = self.chance.randrange(24)
        else:
            (hour,) = self.chance.choices(HOURS, BUSY)
        local = day.replace(
            hour=hour,
            minute=self.chance.randrange(60),
            second=self.chance.randrange(60),
            microsecond=1000 * self.chance.randrange(1000),
            tzinfo=self.zone,
            fold=self.chance.randrange(2),
        )
        return local.astimezone(ZoneInfo("UTC")).astimezone(self.zone)

    def visit(self, began: datetime) -> tuple[Session, list[Step]]:  # noqa: C901 (a visit has many ends)
        """One visit, as it stands when it has ended."""
        chance = self.chance
        session = Session(
            id=self.hex(),
            began_utc_ms=(began - EPOCH) // timedelta(milliseconds=1),
            utc_offset_min=(began.utcoffset() or timedelta()) // timedelta(minutes=1),
            language=chance.choices(LANGUAGES, (60, 20, 9, 6, 5))[0],
            engine="mesh",
            kiosk_version="1.0.0",
        )
        steps: list[Step] = []
        painting, after_ms = None, 0

        def walk(step: str) -> None:
            nonlocal after_ms
            after_ms += chance.randrange(1500, 25_000)
            steps.append(Step(len(steps), step, painting, after_ms))

        walk("consent")
        if chance.random() < 0.12:
            end = Outcome.DECLINED
            return self._ended(session, end, after_ms, None, 0, ""), steps
        session = replace(session, consent=True, consent_version="2026-1")
        walk("choose")
        stop = chance.choices(range(2, 8), (5, 8, 1, 1, 5, 80))[0]
        retakes = 0
        if stop > 2:
            painting = chance.choices(PAINTINGS, (9, 8, 3, 7, 5, 4, 2))[0]
            walk("live")
            while chance.random() < 0.4:
                painting = chance.choice(PAINTINGS)
                walk("live")
        for position, step in enumerate(WALK[3:], 4):
            if stop < position:
                break
            walk(step)
            if step == "result":
                while chance.random() < 0.2:
                    retakes += 1
                    walk("live")
                    walk("countdown")
                    walk("result")
        kind = ""
        if stop == 7:
            end = Outcome.COMPLETED if chance.random() < 0.95 else Outcome.DELETED
        else:
            end = chance.choices(
                (Outcome.LEFT, Outcome.ABANDONED, Outcome.FAILED, Outcome.INTERRUPTED),
                (38, 45, 12, 5),
            )[0]
        if end is Outcome.FAILED:
            kind = chance.choice(ERRORS)
        return self._ended(session, end, after_ms, painting, retakes, kind), steps

    def _ended(
        self,
        session: Session,
        end: Outcome,
        after_ms: int,
        painting: str | None,
        retakes: int,
        kind: str,
    ) -> Session:
        return replace(
            session,
            outcome=end,
            error_kind=kind,
            ended_after_ms=after_ms + self.chance.randrange(9000),
            painting=painting,
            retakes=retakes,
            fps=None if painting is None else round(self.chance.gauss(29, 2), 2),
        )

    def day(self, day: datetime, visits: int) -> list[Entry]:
        """A day's entries, in the order in which they happen to be drawn."""
        entries: list[Entry] = []
        for _ in range(visits):
            session, steps = self.visit(self.moment(day))
            entries.extend(Event(session, step) for step in steps)
        return entries + list(self.spells(day))

    def spells(self, day: datetime) -> Iterator[Spell]:
        """Open from 9:30 to 18:00, now and then out of order."""
        began = day.replace(hour=9, minute=30, tzinfo=self.zone)
        left_ms = round(8.5 * 3_600_000)
        while left_ms > 0:
            broken = self.chance.random() < 0.2
            lasted_ms = self.chance.randrange(600_000, 9_000_000)
            lasted_ms = min(left_ms, lasted_ms // 8 if broken else lasted_ms)
            standing = Standing.OPEN
            if broken:
                standing = self.chance.choice(list(Standing))
            offset_min = (began.utcoffset() or timedelta()) // timedelta(minutes=1)
            began_ms = (began - EPOCH) // timedelta(milliseconds=1)
            yield Spell(self.hex(), standing, began_ms, offset_min, lasted_ms)
            began += timedelta(milliseconds=lasted_ms)
            left_ms -= lasted_ms


def fill(folder: Path, days: int, most_a_day: int, seed: int, first: str) -> Path:
    """Write days of made-up visits; some have none at all.

    Returns:
        The log's file.
    """
    life = Life(seed)
    opened = open_log(folder)
    try:
        for number in range(days):
            day = datetime.fromisoformat(first) + timedelta(days=number)
            visits = life.chance.choice((0, life.chance.randrange(most_a_day + 1)))
            write_entries(opened.database, life.day(day, visits))
    finally:
        opened.database.close()
    return opened.path


def pick_up(database: sqlite3.Connection, seed: int) -> None:
    """Offer the pictures of completed visits, and let most be picked up."""
    chance = random.Random(seed)
    rows = database.execute(
        "SELECT id, began_utc_ms + ended_after_ms FROM sessions"
        " WHERE outcome = 'completed' ORDER BY id"
    ).fetchall()
    for session, offered_ms in rows:
        picked = None
        if chance.random() < 0.7:
            picked = offered_ms + round(1000 * chance.expovariate(1 / 900))
        database.execute(
            "INSERT INTO pickups VALUES (?, ?, ?)", (session, offered_ms, picked)
        )


def pay(database: sqlite3.Connection, seed: int) -> None:
    """Let some completed visits pay, in two currencies; some get it back."""
    life = Life(seed)
    rows = database.execute(
        "SELECT id, began_utc_ms + ended_after_ms, utc_offset_min FROM sessions"
        " WHERE outcome = 'completed' ORDER BY id"
    ).fetchall()
    for session, paid_ms, offset_min in rows:
        if life.chance.random() < 0.3:
            amount = life.chance.choice((500, 700, -500))
            currency = life.chance.choice(("EUR", "JPY"))
            database.execute(
                "INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?, NULL)",
                (life.hex(), session, paid_ms, offset_min, amount, currency),
            )


def meet(file: Path, seed: int, first_s: float, days: int, people: int) -> None:
    """Make a bot's database in which people pick pictures up, some again and again."""
    chance = random.Random(seed)
    database = sqlite3.connect(file, isolation_level=None)
    database.execute(
        "CREATE TABLE pickups (id INTEGER PRIMARY KEY, person TEXT NOT NULL,"
        " kiosk TEXT NOT NULL, uploaded_at REAL NOT NULL, picked_up_at REAL)"
    )
    rows = []
    for person in range(people):
        moment = first_s + 86400 * days * chance.random()
        while moment < first_s + 86400 * days:
            name = f"{person:064x}"
            rows.append((name, "hall", moment - 60, moment))
            if chance.random() < 0.5:
                break
            moment += chance.expovariate(1 / (9 * 86400))
    database.execute("BEGIN")
    with database:
        database.executemany(
            "INSERT INTO pickups (person, kiosk, uploaded_at, picked_up_at)"
            " VALUES (?, ?, ?, ?)",
            rows,
        )
    database.close()
