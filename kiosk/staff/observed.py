"""What is known about the kiosk, before it becomes the lines of the health page."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.failures import ErrorKind
from kiosk.staff.facts import Condition, HealthFact
from pipeline.status import State, Status


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the engine worked between two looks at it.

    Attributes:
        frames_per_s: What the camera delivered.
        pictures_per_s: What the engine made of it.
        dropped: Share of the frames that it could not keep up with, 0 to 1.
    """

    frames_per_s: float
    pictures_per_s: float
    dropped: float


@dataclass(frozen=True, slots=True)
class Painter:
    """Which engine paints.

    Attributes:
        engine: Its name.
        provider: What its heaviest model runs on.
        licence: Which one the operator holds for models that are not ours; empty if
            none was stated.
        trouble: Why it is not the engine that was chosen, or lost a part of itself;
            empty if all is well.
        setbacks: Why models run where nobody wanted them to, a sentence each.
    """

    engine: str
    provider: str
    licence: str
    trouble: str
    setbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no visitor can be served.

    Attributes:
        sentence: What is wrong, for staff.
        kind: What failed.
    """

    sentence: str
    kind: ErrorKind


@dataclass(frozen=True, slots=True)
class Observed:
    """All that the health page is made from.

    Attributes:
        status: The engine's at the last visit; None where there was none.
        pace: Its pace then; None where it did not run long enough to tell.
        disk_free_bytes: On the disk with the kiosk's data; None where unknown.
        handover: How handing pictures over goes, a line each.
        log_condition: How the session log is.
        log_sentence: What is the matter with it; empty if nothing.
        mistakes: What is wrong in the settings, a sentence each.
        failure: Why no visitor can be served now; None as far as is known.
        painter: Which engine paints; None before one was opened.
        differing: What holds though the settings ask for something else, a sentence
            each.
    """

    status: Status | None
    pace: Pace | None
    disk_free_bytes: int | None
    handover: Sequence[HealthFact]
    log_condition: Condition
    log_sentence: str
    mistakes: Sequence[str] = ()
    failure: Failure | None = None
    painter: Painter | None = None
    differing: Sequence[str] = ()


def free_bytes(folder: Path) -> int | None:
    """Free space of the disk that holds a folder, or will hold it.

    Returns:
        Bytes; None where the system does not tell. Never raises.
    """
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return None
    return None


def pace_between(before: Status, after: Status, between_s: float) -> Pace | None:
    """Measure the engine's pace by two looks at it.

    Args:
        before: The earlier look.
        after: The later one.
        between_s: Seconds between them.

    Returns:
        None where it was not running both times, or was started anew in between.
    """
    frames = after.frames_in - before.frames_in
    pictures = after.frames_rendered - before.frames_rendered
    dropped = after.dropped - before.dropped
    ran = before.state is after.state is State.RUNNING
    if not ran or between_s <= 0.0 or min(frames, pictures, dropped) < 0:
        return None
    share = min(1.0, dropped / frames) if frames else 0.0
    return Pace(frames / between_s, pictures / between_s, share)
