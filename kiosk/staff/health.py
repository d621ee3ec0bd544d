"""Turns what is known about the kiosk into the lines of the health page."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.failures import ErrorKind
from kiosk.staff.facts import Condition, HealthFact, Topic
from kiosk.staff.observed import Failure, Observed, Pace, Painter
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
    value = f"{pace.pictures_per_s:.0f}/s"
    if status.latency_ms.p50:  # none yet of a visit that has just begun
        value += f", {status.latency_ms.p50:.0f} ms"
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
