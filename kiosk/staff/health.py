"""Turns what is known about the kiosk into the lines of the health page.

Pure functions of plain inputs; only `free_bytes` looks at the disk.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.failures import ErrorKind
from kiosk.staff.facts import Condition, HealthFact, Topic
from pipeline.status import State, Status

LITTLE_BYTES = 2_000_000_000
TOO_LITTLE_BYTES = 200_000_000
SMOOTH_PER_S = 24.0
JERKY_PER_S = 12.0
SLOW_MS = 150.0
MANY_DROPPED = 0.2
MOST_MISTAKES_NAMED = 3
OUR_ENGINE = "mesh"
THEN = "at the last visit"
"""The engine rests while staff look."""


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


def health_of(seen: Observed) -> tuple[HealthFact, ...]:
    """Make the whole page: one line for each topic, in the page's order."""
    return (
        camera_fact(seen.status, seen.pace, seen.failure),
        engine_fact(seen.status, seen.pace, seen.failure, seen.painter),
        disk_fact(seen.disk_free_bytes),
        *seen.handover,
        HealthFact(Topic.SESSION_LOG, seen.log_condition, "", seen.log_sentence),
        settings_fact(seen.mistakes, seen.differing),
    )


def camera_fact(
    status: Status | None, pace: Pace | None, failure: Failure | None = None
) -> HealthFact:
    """Tell how the camera is.

    Args:
        status: The engine's at the last visit; None where there was none.
        pace: How fast frames came then.
        failure: What is wrong now; it wins over what was.
    """
    if failure is not None and failure.kind is ErrorKind.CAMERA:
        name = status.source.name if status is not None else ""
        return HealthFact(Topic.CAMERA, Condition.BAD, name, failure.sentence)
    if status is None:
        sentence = "The camera has not been opened yet."
        return HealthFact(Topic.CAMERA, Condition.WATCH, "", sentence)
    name = status.source.name
    if status.state is State.WAITING_FOR_SOURCE:
        sentence = status.error or "The camera does not answer."
        sentence += " Check its cable; it goes on by itself."
        return HealthFact(Topic.CAMERA, Condition.BAD, name, sentence)
    if status.state is not State.RUNNING:
        return HealthFact(Topic.CAMERA, Condition.GOOD, f"{name}, off")
    value = name
    if pace is not None:
        value = f"{name}, {pace.frames_per_s:.0f}/s {THEN}"
    sentence = _camera_matter(status, pace)
    condition = Condition.WATCH if sentence else Condition.GOOD
    return HealthFact(Topic.CAMERA, condition, value, sentence)


def engine_fact(
    status: Status | None,
    pace: Pace | None,
    failure: Failure | None = None,
    painter: Painter | None = None,
) -> HealthFact:
    """Tell which engine paints and whether it is fast enough.

    Args:
        status: The engine's at the last visit; None where there was none.
        pace: How fast it worked then.
        failure: What is wrong now; it wins over what was.
        painter: The engine; None before one was opened.
    """
    if failure is not None and failure.kind is not ErrorKind.CAMERA:
        return HealthFact(Topic.ENGINE, Condition.BAD, "", failure.sentence)
    fact = _speed_fact(status, pace)
    if painter is None:
        return fact
    named = ", ".join(part for part in (_named(painter), fact.value) if part)
    if painter.trouble:
        sentence = " ".join((painter.trouble, *painter.setbacks))
        return HealthFact(Topic.ENGINE, Condition.BAD, named, sentence)
    if not painter.setbacks:
        return replace(fact, value=named)
    condition = Condition.WATCH if fact.condition is Condition.GOOD else fact.condition
    said = (*painter.setbacks, fact.sentence)
    sentence = " ".join(part for part in said if part)
    return HealthFact(Topic.ENGINE, condition, named, sentence)


def _named(painter: Painter) -> str:
    name = f"{painter.engine} on {painter.provider}"
    if painter.engine == OUR_ENGINE or not painter.licence:
        return name
    return f"{name}, licence: {painter.licence}"


def _speed_fact(status: Status | None, pace: Pace | None) -> HealthFact:
    if status is None:
        sentence = "The engine has not been started yet."
        return HealthFact(Topic.ENGINE, Condition.WATCH, "", sentence)
    if status.state is State.FAILED:
        sentence = status.error or "The engine failed; it starts again by itself."
        return HealthFact(Topic.ENGINE, Condition.BAD, "", sentence)
    if status.state is not State.RUNNING or pace is None:
        return HealthFact(Topic.ENGINE, Condition.GOOD)
    value = f"{pace.pictures_per_s:.0f}/s, {status.latency_ms.p50:.0f} ms"
    if pace.dropped >= 0.01:
        value += f", {pace.dropped:.0%} dropped"
    value += f" {THEN}"
    condition, sentence = _engine_matter(status, pace)
    return HealthFact(Topic.ENGINE, condition, value, sentence)


def disk_fact(free: int | None) -> HealthFact:
    """Tell whether there is room on the disk.

    Args:
        free: Bytes; None where unknown.
    """
    if free is None:
        sentence = "The system does not tell how much room the disk has."
        return HealthFact(Topic.DISK, Condition.WATCH, "", sentence)
    value = f"{free / 1e9:.1f} GB" if free >= 1e9 else f"{free / 1e6:.0f} MB"
    if free < TOO_LITTLE_BYTES:
        sentence = "The disk is full. Delete what is not needed, or nothing is logged."
        return HealthFact(Topic.DISK, Condition.BAD, value, sentence)
    if free < LITTLE_BYTES:
        sentence = "The disk is nearly full. Delete what is not needed."
        return HealthFact(Topic.DISK, Condition.WATCH, value, sentence)
    return HealthFact(Topic.DISK, Condition.GOOD, value)


def settings_fact(mistakes: Sequence[str], differing: Sequence[str] = ()) -> HealthFact:
    """Tell what is wrong in the settings.

    Args:
        mistakes: A sentence for each.
        differing: What holds though the settings ask for something else; no fault.
    """
    if not mistakes:
        return HealthFact(Topic.SETTINGS, Condition.GOOD, "", " ".join(differing))
    named = list(mistakes[:MOST_MISTAKES_NAMED])
    left = len(mistakes) - len(named)
    if left:
        named.append(f"And {left} more.")
    return HealthFact(Topic.SETTINGS, Condition.BAD, "", " ".join(named))


def _camera_matter(status: Status, pace: Pace | None) -> str:
    if status.notice:
        return status.notice
    if status.source.kind == "demo":
        return "No camera is in use: the demonstration visitor stands in."
    if pace is not None and pace.frames_per_s < JERKY_PER_S:
        return "The camera is slow. More light helps, and a USB 3 port of its own."
    return ""


def _engine_matter(status: Status, pace: Pace) -> tuple[Condition, str]:
    """Judge the engine by what the camera gives it: a slow camera is not its fault."""
    behind = pace.pictures_per_s < 0.8 * pace.frames_per_s
    if behind and pace.pictures_per_s < JERKY_PER_S:
        sentence = "The picture is jerky. Close other programs; let the computer cool."
        return Condition.BAD, sentence
    if (
        (behind and pace.pictures_per_s < SMOOTH_PER_S)
        or status.latency_ms.p95 > SLOW_MS
        or pace.dropped > MANY_DROPPED
    ):
        sentence = "The engine is slow. Close other programs; let the computer cool."
        return Condition.WATCH, sentence
    return Condition.GOOD, ""
