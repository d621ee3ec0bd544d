from datetime import date

import pytest

from kiosk.errors import SettingsError
from kiosk.stats.period import Period, chosen_period

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (None, None, ("2026-10-30", "2026-11-26")),
        (None, "2026-03-31", ("2026-03-04", "2026-03-31")),
        ("2026-11-26", None, ("2026-11-26", "2026-11-26")),
        ("2026-11-01", "2026-12-31", ("2026-11-01", "2026-11-26")),
        ("20261101", "2026-11-02", ("2026-11-01", "2026-11-02")),
    ],
)
def test_ranges(first: str | None, last: str | None, days: tuple[str, str]) -> None:
    period = chosen_period(first, last, TODAY)
    assert (str(period.first), str(period.last)) == days


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("yesterday", None, "--from is 'yesterday'"),
        (None, "2026-02-30", "--to is '2026-02-30'"),
        ("0001-01-01", None, "--from"),
        ("9999-12-31", None, "--from"),
        ("2026-11-27", None, "not come yet"),
        ("2026-11-10", "2026-11-09", "after its end"),
        ("1999-01-01", None, "ten years"),
    ],
)
def test_what_is_no_range_is_said(
    first: str | None, last: str | None, words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        chosen_period(first, last, TODAY)


def test_the_range_before_ends_the_day_before() -> None:
    period = Period(date(2026, 3, 1), date(2026, 3, 31), TODAY)
    assert period.before == Period(date(2026, 1, 29), date(2026, 2, 28), TODAY)
