"""The days that figures are asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.errors import SettingsError

EPOCH = date(1970, 1, 1)
USUAL_DAYS = 28
MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Period:
    """A range of days.

    Attributes:
        first: Its first day.
        last: Its last day, not before the first.
        today: The day that is not over yet.
    """

    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days, right before it."""
        length = timedelta(days=self.days)
        return Period(self.first - length, self.last - length, self.today)


def chosen_period(first: str | None, last: str | None, today: date) -> Period:
    """The range that somebody asks for.

    Args:
        first: ``YYYY-MM-DD``; None for four weeks up to the last day.
        last: Likewise; None for today. Days after today are left out.
        today: On the wall where the figures are asked for.

    Raises:
        SettingsError: If that is no range; says what to give.
    """
    end = min(_date(last, "--to") if last is not None else today, today)
    if first is None:
        return Period(end - timedelta(days=USUAL_DAYS - 1), end, today)
    begin = _date(first, "--from")
    if begin > today:
        raise SettingsError(f"The range begins on {begin}, which has not come yet.")
    if begin > end:
        raise SettingsError(f"The range begins on {begin}, after its end on {end}.")
    period = Period(begin, end, today)
    if period.days > MOST_DAYS:
        raise SettingsError(
            f"The range has {period.days} days; ask for ten years at most."
        )
    return period


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - EPOCH).days


def _date(text: str, option: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if found.year < EPOCH.year or found.year >= date.max.year:
        raise SettingsError(f"{option} is {text!r}, but must be a day like 2026-11-30.")
    return found
