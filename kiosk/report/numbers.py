"""Writes numbers, shares, times and dates as a language does."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from kiosk.stats.ledger import Value
from kiosk.stats.measure import Kind

NOTHING = "\u2013"
FULL = 100.0


class Numbers:
    """Numbers in one language.

    Args:
        language: Its code.
    """

    def __init__(self, language: str) -> None:
        self._locale = QLocale(language)

    def value(self, value: Value, kind: Kind) -> str:
        """A value of a kind; a dash for what is unknown."""
        if value is None:
            return NOTHING
        if kind is Kind.DATE:
            return self.date(str(value))
        if not isinstance(value, int | float):
            return str(value)
        match kind:
            case Kind.SHARE:
                return self.share(value)
            case Kind.SECONDS:
                return self.length(value)
            case Kind.NUMBER | Kind.HOURS:
                return self._locale.toString(float(value), "f", 1)
            case Kind.AMOUNT:
                return self._locale.toString(float(value), "f", 2)
            case _:
                return self.plain(value)

    def plain(self, number: float) -> str:
        """A number with as few decimals as it needs, two at most."""
        if float(number).is_integer():
            return self._locale.toString(int(number))
        digits = 1 if float(10 * number).is_integer() else 2
        return self._locale.toString(float(number), "f", digits)

    def share(self, share: float) -> str:
        """A share in per cent, the space as the language has it."""
        per_cent = FULL * share
        digits = 0 if per_cent >= FULL else 1
        number = self._locale.toString(per_cent, "f", digits)
        spaced = self._locale.language() in (
            QLocale.Language.German,
            QLocale.Language.French,
            QLocale.Language.Spanish,
            QLocale.Language.Russian,
        )
        return f"{number}\u00a0%" if spaced else f"{number}%"

    def change(self, now: Value, before: Value) -> str:
        """By how much a figure grew, with its sign; empty where nothing can be said."""
        if not isinstance(now, int | float) or not isinstance(before, int | float):
            return ""
        if not before:
            return ""
        change = now / before - 1.0
        sign = "+" if change >= 0.0 else "\u2212"
        return sign + self.share(abs(change))

    def length(self, seconds: float) -> str:
        """Minutes and seconds, or hours and minutes and seconds."""
        minutes, rest = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        if hours:
            return f"{hours}:{minutes:02d}:{rest:02d}"
        return f"{minutes}:{rest:02d}"

    def date(self, iso: str) -> str:
        """A day, short; in English with a month's name, since 9/1 is two days there."""
        if self._locale.language() is QLocale.Language.English:
            return self._locale.toString(_date(iso), "d MMM yyyy")
        return self._locale.toString(_date(iso), QLocale.FormatType.ShortFormat)

    def day(self, iso: str) -> str:
        """A day of a year that is known."""
        return self._locale.toString(_date(iso), "d MMM").rstrip(".")

    def month(self, year_month: str) -> str:
        """A month with its year."""
        day = _date(f"{year_month}-01")
        name = self._locale.standaloneMonthName(
            day.month(), QLocale.FormatType.ShortFormat
        )
        return f"{name.rstrip('.')} {day.year()}"


def _date(iso: str) -> QDate:
    day = date.fromisoformat(iso)
    return QDate(day.year, day.month, day.day)
