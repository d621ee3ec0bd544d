"""How handing over goes, as lines of the health page."""

from kiosk.handover.standing import Reach, Standing, Tally
from kiosk.settings.sections.handover import Handover
from kiosk.staff.facts import Condition, HealthFact, Topic

CLOCK_WRONG_S = 120.0
LATE_S = 3600.0
"""A picture that has waited so long makes a warning of what was none."""
_HOUR_S, _MINUTE_S = 3600.0, 60.0


def bot_fact(standing: Standing, settings: Handover) -> HealthFact:
    """Tell whether pictures can be handed over.

    Args:
        standing: How it goes.
        settings: Of the hand-over.
    """
    if standing.reach is Reach.NO_SERVICE:
        return HealthFact(Topic.BOT, Condition.WATCH, "", _not_set_up(settings))
    known = standing.known
    name = standing.host if known is None else f"@{known.bot}, {standing.host}"
    if standing.reach is Reach.REFUSED:
        return HealthFact(Topic.BOT, Condition.BAD, name, standing.trouble)
    if standing.reach is Reach.UNREACHABLE:
        promise = (
            "Visitors get a code all the same; their pictures follow by themselves."
            if known is not None
            else "Until it has answered once, visitors are asked to photograph the "
            "screen."
        )
        sentence = f"{standing.trouble} {promise}"
        condition = Condition.WATCH if known is not None else Condition.BAD
        return HealthFact(Topic.BOT, condition, name, sentence)
    if standing.trouble:
        return HealthFact(Topic.BOT, Condition.WATCH, name, standing.trouble)
    if abs(standing.clock_error_s) > CLOCK_WRONG_S:
        sentence = (
            f"This computer's clock is wrong by {duration(abs(standing.clock_error_s))}"
            ": set it. Pictures go by the service's clock meanwhile."
        )
        return HealthFact(Topic.BOT, Condition.WATCH, name, sentence)
    return HealthFact(Topic.BOT, Condition.GOOD, name)


def outbox_fact(standing: Standing) -> HealthFact:
    """Tell what waits to be sent and whether more may wait.

    Args:
        standing: How it goes.
    """
    value, tally = _counted(standing.tally), standing.tally
    if standing.outbox_trouble:
        return HealthFact(Topic.OUTBOX, Condition.BAD, value, standing.outbox_trouble)
    if standing.full:
        sentence = (
            "No more pictures may wait: visitors are asked to photograph the screen. "
            "See to the network, or raise handover.outbox_mb."
        )
        return HealthFact(Topic.OUTBOX, Condition.BAD, value, sentence)
    told = []
    if standing.unsent:
        told.append(f"Pictures that could not be handed over: {standing.unsent}.")
    if tally.here and standing.reach is Reach.NO_SERVICE:
        told.append("No service is set: what waits is deleted when its time is over.")
    late = tally.oldest_s > LATE_S or bool(told)
    condition = Condition.WATCH if late else Condition.GOOD
    return HealthFact(Topic.OUTBOX, condition, value, " ".join(told))


def _counted(tally: Tally) -> str:
    parts = [f"{tally.here} waiting"]
    if tally.here:
        parts[0] += f", the oldest for {duration(tally.oldest_s)}"
    if tally.sent:
        parts.append(f"{tally.sent} sent, not fetched yet")
    if tally.deletions:
        parts.append(f"{tally.deletions} to be deleted")
    if tally.size_bytes:
        parts.append(f"{tally.size_bytes / 1e6:.1f} MB")
    return "; ".join(parts)


def duration(seconds: float) -> str:
    """A length of time for people: ``40 s``, ``3 min`` or ``5 h``."""
    if seconds >= 2.0 * _HOUR_S:
        return f"{seconds / _HOUR_S:.0f} h"
    if seconds >= 2.0 * _MINUTE_S:
        return f"{seconds / _MINUTE_S:.0f} min"
    return f"{seconds:.0f} s"


def _not_set_up(settings: Handover) -> str:
    given = [
        name
        for name, there in (
            ("handover.service", settings.service),
            ("handover.key", settings.key.get_secret_value()),
            ("handover.link", settings.link),
        )
        if there
    ]
    sentence = "No bot is set up: visitors are asked to take a photo of the screen. "
    if given:
        sentence = (
            f"{' and '.join(given)} alone sends nothing: visitors are asked to take a "
            "photo of the screen. "
        )
    return (
        sentence + "Fill in bot.token, or handover.service and handover.key where "
        "another computer runs the bot, to change that."
    )
