from dataclasses import replace

import pytest

from kiosk.failures import ErrorKind
from kiosk.staff.facts import Condition, HealthFact, Topic
from kiosk.staff.health import (
    camera_fact,
    disk_fact,
    engine_fact,
    health_of,
    settings_fact,
)
from kiosk.staff.observed import Failure, Observed, Pace, Painter
from pipeline.status import State, Status
from pipeline.timing import Percentiles
from pipeline.types import SourceInfo

WEBCAM = SourceInfo("camera", "Webcam", (1280, 720), 30.0)
RUNNING = Status(State.RUNNING, WEBCAM, latency_ms=Percentiles(18.0, 30.0))
HANDOVER = (Topic.BOT, Topic.OUTBOX)
SMOOTH = Pace(30.0, 29.9, 0.0)


def test_a_healthy_kiosk_has_one_good_line_for_each_topic() -> None:
    handover = [HealthFact(topic, Condition.GOOD, "@bot") for topic in HANDOVER]
    seen = Observed(RUNNING, SMOOTH, 90_000_000_000, handover, Condition.GOOD, "")

    facts = health_of(seen)

    elsewhere = {Topic.STICK}  # shown only while one is in
    assert [fact.topic for fact in facts] == [
        topic for topic in Topic if topic not in elsewhere
    ]
    assert {fact.condition for fact in facts} == {Condition.GOOD}
    assert not any(fact.sentence for fact in facts)
    assert [fact.value for fact in facts[:4]] == [
        "Webcam, 30/s at the last visit",
        "30/s, 18 ms at the last visit",
        "90.0 GB",
        "@bot",
    ]


def test_a_kiosk_with_nothing_in_order_says_what_to_do_in_every_line() -> None:
    lost = Status(State.WAITING_FOR_SOURCE, WEBCAM, error="It was unplugged.")
    seen = Observed(lost, None, 5, (), Condition.BAD, "It was set aside.", ("No.",))

    facts = {fact.topic: fact for fact in health_of(seen)}

    assert facts[Topic.CAMERA].sentence.startswith("It was unplugged. Check its cable")
    del facts[Topic.ENGINE]  # it only waits
    assert all(fact.sentence for fact in facts.values())
    assert facts[Topic.SESSION_LOG].condition is Condition.BAD


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        (ErrorKind.CAMERA, Topic.CAMERA),
        (ErrorKind.ENGINE, Topic.ENGINE),
        (ErrorKind.TIME, Topic.ENGINE),
        (ErrorKind.PROGRAM, Topic.ENGINE),
    ],
)
@pytest.mark.parametrize("status", [RUNNING, None])
def test_what_is_wrong_now_wins_over_the_last_visit(
    status: Status | None, kind: ErrorKind, topic: Topic
) -> None:
    failure = Failure("The camera is not connected.", kind)
    seen = Observed(
        status, SMOOTH, 90_000_000_000, "", Condition.GOOD, "", failure=failure
    )

    (fact,) = [fact for fact in health_of(seen) if fact.sentence == failure.sentence]

    assert (fact.topic, fact.condition) == (topic, Condition.BAD)
    assert "/s" not in fact.value


def test_a_camera_that_is_off_between_visits_is_well() -> None:
    fact = camera_fact(Status(State.STOPPED, WEBCAM), None)

    assert fact == HealthFact(Topic.CAMERA, Condition.GOOD, "Webcam, off")
    assert engine_fact(Status(State.STOPPED, WEBCAM), None).condition is Condition.GOOD


def test_before_the_first_start_there_is_something_to_watch() -> None:
    assert camera_fact(None, None).condition is Condition.WATCH
    assert engine_fact(None, None).condition is Condition.WATCH


@pytest.mark.parametrize(
    ("status", "pace", "word"),
    [
        (Status(State.RUNNING, WEBCAM, notice="All is black."), SMOOTH, "black"),
        (Status(State.RUNNING, SourceInfo("demo", "demo", (1, 1), 30.0)), None, "demo"),
        (RUNNING, Pace(7.5, 7.5, 0.0), "light"),
    ],
)
def test_a_camera_to_watch_is_explained(
    status: Status, pace: Pace | None, word: str
) -> None:
    fact = camera_fact(status, pace)

    assert fact.condition is Condition.WATCH
    assert word in fact.sentence


def test_a_slow_camera_is_not_the_engines_fault() -> None:
    assert engine_fact(RUNNING, Pace(7.5, 7.5, 0.0)).condition is Condition.GOOD


@pytest.mark.parametrize(
    ("pace", "p95_ms", "condition"),
    [
        (Pace(30.0, 30.0, 0.0), 40.0, Condition.GOOD),
        (Pace(60.0, 30.0, 0.0), 40.0, Condition.GOOD),
        (Pace(30.0, 20.0, 0.0), 40.0, Condition.WATCH),
        (Pace(30.0, 30.0, 0.0), 400.0, Condition.WATCH),
        (Pace(30.0, 25.0, 0.3), 40.0, Condition.WATCH),
        (Pace(30.0, 6.0, 0.8), 40.0, Condition.BAD),
    ],
)
def test_the_engine_is_judged_by_what_it_makes(
    pace: Pace, p95_ms: float, condition: Condition
) -> None:
    status = Status(State.RUNNING, WEBCAM, latency_ms=Percentiles(20.0, p95_ms))

    fact = engine_fact(status, pace)

    assert fact.condition is condition
    assert bool(fact.sentence) == (condition is not Condition.GOOD)


def test_a_visit_that_has_just_begun_tells_no_latency() -> None:
    fact = engine_fact(Status(State.RUNNING, WEBCAM), SMOOTH)
    assert "30/s at the last visit" in fact.value
    assert "ms" not in fact.value


def test_a_failed_engine_says_why() -> None:
    fact = engine_fact(Status(State.FAILED, WEBCAM, error="A model is missing."), None)

    assert (fact.condition, fact.sentence) == (Condition.BAD, "A model is missing.")
    assert engine_fact(Status(State.FAILED, WEBCAM), None).sentence


def test_dropped_frames_are_shown() -> None:
    assert engine_fact(RUNNING, Pace(30.0, 27.0, 0.1)).value.startswith(
        "27/s, 18 ms, 10% dropped"
    )


@pytest.mark.parametrize(
    ("free", "condition", "value"),
    [
        (2_000_000_000, Condition.GOOD, "2.0 GB"),
        (1_999_999_999, Condition.WATCH, "2.0 GB"),
        (200_000_000, Condition.WATCH, "200 MB"),
        (199_000_000, Condition.BAD, "199 MB"),
        (0, Condition.BAD, "0 MB"),
        (None, Condition.WATCH, ""),
    ],
)
def test_the_disk_is_judged_by_its_room(
    free: int | None, condition: Condition, value: str
) -> None:
    fact = disk_fact(free)

    assert (fact.condition, fact.value) == (condition, value)


def test_many_mistakes_are_counted() -> None:
    fact = settings_fact([f"Mistake {n}." for n in range(9)])

    assert fact.sentence == "Mistake 0. Mistake 1. Mistake 2. And 6 more."


def test_staff_see_what_holds_where_a_region_shortens_what_is_set() -> None:
    differing = ("privacy.log_days is 30 in force: region ru shortens 90.",)
    fact = settings_fact((), differing)

    assert (fact.condition, fact.sentence) == (Condition.GOOD, differing[0])
    assert settings_fact(("Mistake.",), differing).sentence == "Mistake."


def test_staff_see_which_engine_paints_and_under_which_licence() -> None:
    painter = Painter("hybrid", "cuda", "Licence 2026-117", "")
    fact = engine_fact(RUNNING, Pace(30.0, 30.0, 0.0), None, painter)
    assert fact.condition is Condition.GOOD
    assert fact.value.startswith("hybrid on cuda, licence: Licence 2026-117, 30/s")
    ours = engine_fact(RUNNING, None, None, Painter("mesh", "cpu", "Licence", ""))
    assert ours.value == "mesh on cpu"


def test_an_engine_that_lost_its_networks_stays_told() -> None:
    painter = Painter("mesh", "cpu", "", "The swapper is not there.")
    for status in (None, RUNNING):
        fact = engine_fact(status, None, None, painter)
        assert fact.condition is Condition.BAD
        assert fact.sentence == "The swapper is not there."


def test_models_that_run_where_nobody_wanted_them_stay_told() -> None:
    setbacks = ("cuda (RTX) failed.", "The swapper with 32 bits stands in.")
    painter = Painter("hybrid", "cpu", "Licence", "", setbacks)
    fact = engine_fact(RUNNING, Pace(30.0, 30.0, 0.0), None, painter)
    assert fact.condition is Condition.WATCH
    assert fact.sentence == " ".join(setbacks)
    assert fact.value.startswith("hybrid on cpu")
    slow = engine_fact(RUNNING, Pace(30.0, 5.0, 0.5), None, painter)
    assert slow.condition is Condition.BAD
    assert slow.sentence.startswith("cuda (RTX) failed.")
    assert "jerky" in slow.sentence
    lost = engine_fact(None, None, None, replace(painter, trouble="Gone."))
    assert lost.condition is Condition.BAD
    assert lost.sentence.startswith("Gone. cuda (RTX) failed.")
