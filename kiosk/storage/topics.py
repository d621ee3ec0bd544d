"""What is counted of every visit that has ended: the one place that says so."""

from dataclasses import dataclass

DAY_MS = 86_400_000
HOUR_MS = 3_600_000
LENGTH_STEP_S = 5
"""Lengths of visits are counted in steps of so many seconds."""
SOON_S, SOON_STEP_S, LATE_STEP_S = 3600, 10, 600
"""Times to pick-up are counted in short steps in the first hour, in long ones after."""

FUNNEL = ("consent", "choose", "live", "countdown", "result", "completed")
"""The steps of a visit in their order; what each means is said with the funnel."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that is counted of every visit that has ended.

    Attributes:
        name: As in the column ``topic``.
        words: What is counted, and what the key is.
        sql: Selects ``day`` and ``key``, one row for each count, from ``ended`` (the
            sessions to be counted, with their local day and hour) and ``walked`` (their
            steps).
    """

    name: str
    words: str
    sql: str


def day_of(local_ms: str) -> str:
    """SQL for the day since 1970 of local milliseconds, also before 1970."""
    return f"(({local_ms}) - {within_day(local_ms)}) / {DAY_MS}"


def within_day(local_ms: str) -> str:
    """SQL for the milliseconds since midnight of local milliseconds."""
    return f"((({local_ms}) % {DAY_MS} + {DAY_MS}) % {DAY_MS})"


def in_steps(seconds: str, step_s: int) -> str:
    """SQL that rounds seconds to steps, half up."""
    return f"CAST(({seconds}) / {step_s}.0 + 0.5 AS INTEGER) * {step_s}"


_LOCAL_MS = "began_utc_ms + 60000 * utc_offset_min"
_OWN_KIOSK = "(SELECT id FROM main.origin)"
_KIOSK = f"""coalesce(
    (SELECT id FROM main.kiosks WHERE kiosks.number = ended.kiosk), {_OWN_KIOSK})"""
_RANK = " ".join(f"WHEN '{step}' THEN {rank}" for rank, step in enumerate(FUNNEL[:-1]))
_LENGTH = in_steps("coalesce(ended_after_ms, 0) / 1000.0", LENGTH_STEP_S)
_KEPT = "WHERE outcome = 'completed'"

TOPICS: tuple[Topic, ...] = (
    Topic(
        "outcome", "Visits by how they ended.", "SELECT day, outcome AS key FROM ended"
    ),
    Topic(
        "hour",
        "Visits by the hour of the day in which they began, 0 to 23.",
        "SELECT day, hour AS key FROM ended",
    ),
    Topic(
        "portrait_hour",
        "Visits with a kept portrait, by the hour in which they began.",
        f"SELECT day, hour AS key FROM ended {_KEPT}",
    ),
    Topic(
        "reached",
        "Visits by the furthest step they reached: 0 touched, 1 agreed, 2 chose a "
        "painting, 3 pressed the shutter, 4 saw the finished portrait, 5 kept it.",
        f"""SELECT ended.day,
            CASE WHEN outcome = 'completed' THEN {len(FUNNEL) - 1}
            ELSE coalesce(
                (SELECT max(CASE step {_RANK} ELSE 0 END)
                    FROM main.steps WHERE session = ended.number), 0)
            END AS key
            FROM ended""",
    ),
    Topic("language", "Visits by language.", "SELECT day, language AS key FROM ended"),
    Topic(
        "portrait_language",
        "Visits with a kept portrait, by language.",
        f"SELECT day, language AS key FROM ended {_KEPT}",
    ),
    Topic(
        "length_s",
        f"Visits by their length in seconds, in steps of {LENGTH_STEP_S}.",
        f"SELECT day, {_LENGTH} AS key FROM ended",
    ),
    Topic(
        "portrait_length_s",
        "Visits with a kept portrait, by length in seconds, in steps of "
        f"{LENGTH_STEP_S}.",
        f"SELECT day, {_LENGTH} AS key FROM ended {_KEPT}",
    ),
    Topic(
        "retakes",
        "Visits that saw a finished portrait, by how often they took it again.",
        """SELECT day, retakes AS key FROM ended WHERE EXISTS (SELECT 1
            FROM main.steps WHERE session = ended.number AND step = 'result')""",
    ),
    Topic(
        "tried",
        "Visits that lived in a painting, by how many different ones they lived in.",
        """SELECT day, count(DISTINCT painting) AS key FROM walked
            WHERE step = 'live' AND painting IS NOT NULL GROUP BY number""",
    ),
    Topic(
        "painting_tried",
        "Visits that lived in a painting, by painting.",
        """SELECT DISTINCT number, day, painting AS key FROM walked
            WHERE step = 'live' AND painting IS NOT NULL""",
    ),
    Topic(
        "painting_taken",
        "Visits that saw a finished portrait in a painting, by painting.",
        """SELECT DISTINCT number, day, painting AS key FROM walked
            WHERE step = 'result' AND painting IS NOT NULL""",
    ),
    Topic(
        "painting_kept",
        "Visits with a kept portrait, by its painting.",
        f"SELECT day, painting AS key FROM ended {_KEPT} AND painting IS NOT NULL",
    ),
    Topic(
        "error",
        "Visits that a failure ended, by what failed.",
        """SELECT day, coalesce(nullif(error_kind, ''), 'unknown') AS key
            FROM ended WHERE outcome = 'failed'""",
    ),
    Topic(
        "pace",
        "Visits by the median of living pictures per second, whole.",
        """SELECT day, CAST(fps + 0.5 AS INTEGER) AS key
            FROM ended WHERE fps IS NOT NULL""",
    ),
    Topic("kiosk", "Visits by kiosk.", f"SELECT day, {_KIOSK} AS key FROM ended"),
    Topic(
        "portrait_kiosk",
        "Visits with a kept portrait, by kiosk.",
        f"SELECT day, {_KIOSK} AS key FROM ended {_KEPT}",
    ),
)

_TAKEN_S = "max(0, picked_up_utc_ms - offered_utc_ms) / 1000.0"
_PICKED_UP = f"""CASE WHEN {_TAKEN_S} < {SOON_S}
    THEN {in_steps(_TAKEN_S, SOON_STEP_S)} ELSE {in_steps(_TAKEN_S, LATE_STEP_S)} END"""
_DAY_OF_VISIT = day_of(f"coalesce({_LOCAL_MS}, offered_utc_ms)")

PICKUP_TOPICS: tuple[Topic, ...] = (
    Topic(
        "offered",
        "Pictures offered, by the day of their visit; the key is 0.",
        f"""SELECT {_DAY_OF_VISIT} AS day, 0 AS key FROM main.pickups
            LEFT JOIN main.sessions ON sessions.id = pickups.session WHERE true""",
    ),
    Topic(
        "pickup_s",
        "Pictures picked up, by the day of their visit and by the time from the offer "
        f"in seconds, in steps of {SOON_STEP_S} in the first hour and of "
        f"{LATE_STEP_S} after.",
        f"""SELECT {_DAY_OF_VISIT} AS day, {_PICKED_UP} AS key FROM main.pickups
            LEFT JOIN main.sessions ON sessions.id = pickups.session
            WHERE picked_up_utc_ms IS NOT NULL""",
    ),
)
"""What is counted of every picture, when it is offered and when it is picked up."""

ENDED = f"""CREATE TEMP VIEW IF NOT EXISTS ended AS
    SELECT *, {day_of(_LOCAL_MS)} AS day,
        {within_day(_LOCAL_MS)} / {HOUR_MS} AS hour
    FROM main.sessions WHERE counted = 0 AND outcome IS NOT NULL"""
"""The sessions to be counted, with their local day and hour."""
WALKED = """CREATE TEMP VIEW IF NOT EXISTS walked AS
    SELECT ended.number, ended.day, steps.step, steps.painting, steps.after_ms
    FROM ended JOIN main.steps ON steps.session = ended.number"""
"""Their steps."""
