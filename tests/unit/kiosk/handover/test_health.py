from dataclasses import replace

import pytest

from kiosk.handover.acquaintances import Acquaintance
from kiosk.handover.health import bot_fact, duration, outbox_fact
from kiosk.handover.standing import Reach, Standing, Tally
from kiosk.settings.sections.handover import Handover
from kiosk.staff.facts import Condition, Topic

KNOWN = Acquaintance("Hall", "MuseumBot", "https://t.me/x?start={token}", 24.0, 0.0)
GOOD = Standing("https://bot.example", "bot.example", Reach.GOOD, KNOWN)


def test_a_good_service_is_named_and_nothing_is_said() -> None:
    fact = bot_fact(GOOD, Handover())

    assert (fact.topic, fact.condition) == (Topic.BOT, Condition.GOOD)
    assert (fact.value, fact.sentence) == ("@MuseumBot, bot.example", "")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Handover(), "No bot is set up"),
        (Handover(link="https://a.b/{token}"), "handover.link alone sends nothing"),
        (Handover(service="https://a.b"), "handover.service alone sends nothing"),
    ],
)
def test_without_a_service_staff_learn_what_to_fill_in(settings, said: str) -> None:
    fact = bot_fact(Standing(), settings)

    assert fact.condition is Condition.WATCH
    assert fact.sentence.startswith(said)
    assert "handover.service and handover.key" in fact.sentence


@pytest.mark.parametrize(
    ("change", "condition", "said"),
    [
        ({"reach": Reach.UNREACHABLE}, Condition.WATCH, "follow by themselves"),
        ({"reach": Reach.UNREACHABLE, "known": None}, Condition.BAD, "photograph"),
        ({"reach": Reach.REFUSED}, Condition.BAD, "It says why."),
        ({}, Condition.WATCH, "It says why."),
        (
            {"clock_error_s": -7200.0, "trouble": ""},
            Condition.WATCH,
            "clock is wrong by 2 h",
        ),
    ],
)
def test_troubles_with_the_service(change, condition, said: str) -> None:
    standing = replace(GOOD, **{"trouble": "It says why.", **change})
    fact = bot_fact(standing, Handover())

    assert fact.condition is condition
    assert said in fact.sentence


def test_what_waits_is_counted() -> None:
    tally = Tally(12, 3, 1, 45_000_000, 11_000.0)
    fact = outbox_fact(replace(GOOD, tally=tally))

    assert fact.value == (
        "12 waiting, the oldest for 3 h; 3 sent, not fetched yet; 1 to be deleted; "
        "45.0 MB"
    )
    assert fact.condition is Condition.WATCH
    assert outbox_fact(GOOD).condition is Condition.GOOD
    assert outbox_fact(GOOD).value == "0 waiting"


@pytest.mark.parametrize(
    ("standing", "condition", "said"),
    [
        (replace(GOOD, outbox_trouble="Full."), Condition.BAD, "Full."),
        (replace(GOOD, full=True), Condition.BAD, "No more pictures may wait"),
        (replace(GOOD, unsent=2), Condition.WATCH, "handed over: 2"),
        (Standing(tally=Tally(here=1)), Condition.WATCH, "No service is set"),
    ],
)
def test_troubles_with_the_outbox(standing, condition, said: str) -> None:
    fact = outbox_fact(standing)

    assert fact.condition is condition
    assert said in fact.sentence


def test_lengths_of_time() -> None:
    assert [duration(s) for s in (0.0, 90.0, 180.0, 7200.0)] == [
        "0 s",
        "90 s",
        "3 min",
        "2 h",
    ]
