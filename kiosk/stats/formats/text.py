"""Figures as short texts, for people at a terminal; always in English."""

from kiosk.stats.ledger import Value
from kiosk.stats.measure import Kind

NOTHING = "-"


def text_of(value: Value, kind: Kind) -> str:
    """A value as it is read; a dash for what is unknown.

    What would end a line is written as a code, since venues choose some of the words.
    """
    if value is None:
        return NOTHING
    if not isinstance(value, int | float):
        return "".join(
            letter if letter.isprintable() else ascii(letter)[1:-1] for letter in value
        )
    match kind:
        case Kind.SHARE:
            return f"{value:.1%}"
        case Kind.SECONDS:
            return length_of(value)
        case Kind.NUMBER | Kind.HOURS:
            return f"{value:,.1f}"
        case Kind.AMOUNT:
            return f"{value:,.2f}"
        case _:
            return f"{value:,}"


def change_of(now: Value, before: Value) -> str:
    """By how much a figure grew; empty where nothing can be said."""
    if not isinstance(now, int | float) or not isinstance(before, int | float):
        return ""
    return f"{now / before - 1.0:+.1%}" if before else ""


def length_of(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
