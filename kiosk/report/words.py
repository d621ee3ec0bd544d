"""What reports and the staff's charts say, in the language that is in force."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, QObject

from kiosk.report.numbers import Numbers
from kiosk.stats.catalogue import TABLES
from kiosk.stats.period import Period
from kiosk.stats.wording import Wording
from kiosk.widgets.languages import NAMES

MOST_SHEET_LETTERS = 31
"""What Excel takes for the name of a sheet."""
NO_SHEET_LETTERS = "[]:*?/\\'"
WEEK = range(1, 8)


class ReportWords(QObject):
    """Knows all words of a report. Ask on the GUI's thread."""

    def wording(
        self, venue: str, titles: Mapping[str, str], period: Period, language: str
    ) -> Wording:
        """Gather the words of a report.

        Args:
            venue: Name of the museum or café; may be empty.
            titles: From a painting's key to its title.
            period: Of the report.
            language: The one in force; dates are written as it does.
        """
        locale = QLocale(language)
        words = {
            **self._measures(),
            **self._tables(),
            **self._columns(),
            **self._times(),
            **self._codes(),
            **self._report(),
            **{f"language.{code}": name for code, name in NAMES.items()},
            **{
                f"weekday.{day}": locale.dayName(day, QLocale.FormatType.ShortFormat)
                for day in WEEK
            },
        }
        first, last, today = (
            Numbers(language).date(day.isoformat())
            for day in (period.first, period.last, period.today)
        )
        words["period"] = words["period"].replace("%1", first).replace("%2", last)
        words["compared"] = words["compared"].replace("%1", str(period.days))
        words["made"] = words["made"].replace("%1", today)
        for name in ("overview", "definitions", *(table.name for table in TABLES)):
            words[f"sheet.{name}"] = _sheet_name(words[f"table.{name}"])
        return Wording(language, venue, words, titles)

    def _measures(self) -> dict[str, str]:
        return {
            "measure.visits": self.tr("Visits"),
            "measure.portraits": self.tr("Portraits kept"),
            "measure.completion": self.tr("Visits with a portrait"),
            "measure.visits_per_day": self.tr("Visits per day"),
            "measure.busiest_day": self.tr("Busiest day"),
            "measure.agreement": self.tr("Agreed to the camera"),
            "measure.visit_s": self.tr("Length of a visit"),
            "measure.portrait_visit_s": self.tr("Length of a visit with a portrait"),
            "measure.retakes": self.tr("Retakes per visit"),
            "measure.taken_again": self.tr("Portraits taken again"),
            "measure.paintings_tried": self.tr("Paintings tried per visit"),
            "measure.offered": self.tr("Pictures offered"),
            "measure.picked_up": self.tr("Pictures picked up"),
            "measure.picked_up_share": self.tr("Share of pictures picked up"),
            "measure.pickup_s": self.tr("Time until pick-up"),
            "measure.people": self.tr("Different people"),
            "measure.returning_people": self.tr("People who came back"),
            "measure.people_per_day": self.tr("People per day (DAU)"),
            "measure.people_7_days": self.tr("People in 7 days (WAU)"),
            "measure.people_30_days": self.tr("People in 30 days (MAU)"),
            "measure.stickiness": self.tr("Stickiness (DAU / MAU)"),
            "measure.failed": self.tr("Visits ended by a failure"),
            "measure.open_h": self.tr("Hours open"),
            "measure.out_of_order_h": self.tr("Hours out of order"),
            "measure.maintenance_h": self.tr("Hours of maintenance"),
            "measure.availability": self.tr("Availability"),
            "measure.pictures_per_s": self.tr("Living pictures per second"),
            "measure.slow_pictures_per_s": self.tr(
                "Pictures per second, slowest tenth of visits"
            ),
            "measure.receipts": self.tr("Payments"),
        }

    def _tables(self) -> dict[str, str]:
        return {
            "table.overview": self.tr("Overview"),
            "table.definitions": self.tr("Definitions"),
            "table.days": self.tr("Days"),
            "table.weeks": self.tr("Weeks"),
            "table.months": self.tr("Months"),
            "table.hours": self.tr("Hours"),
            "table.weekday_hours": self.tr("The week by the hour"),
            "table.funnel": self.tr("How far visits go"),
            "table.lengths": self.tr("Length of visits"),
            "table.languages": self.tr("Languages"),
            "table.kiosks": self.tr("Kiosks"),
            "table.paintings": self.tr("Paintings"),
            "table.pickups": self.tr("Pictures picked up"),
            "table.pickup_times": self.tr("Time until pick-up"),
            "table.people": self.tr("People"),
            "table.cohorts": self.tr("Who comes back"),
            "table.errors": self.tr("Failures"),
            "table.operation": self.tr("Opening hours"),
            "table.speed": self.tr("Speed"),
            "table.revenue": self.tr("Revenue"),
        }

    def _columns(self) -> dict[str, str]:
        return {
            "column.visits": self.tr("Visits"),
            "column.portraits": self.tr("Portraits"),
            "column.deleted": self.tr("Deleted"),
            "column.declined": self.tr("Declined"),
            "column.left_early": self.tr("Left early"),
            "column.failed": self.tr("Failed"),
            "column.interrupted": self.tr("Interrupted"),
            "column.completion": self.tr("With a portrait"),
            "column.partial": self.tr("Incomplete"),
            "column.visits_per_day": self.tr("Visits per day"),
            "column.step": self.tr("Step"),
            "column.share": self.tr("Share"),
            "column.lost": self.tr("Lost"),
            "column.drop_off": self.tr("Drop-off"),
            "column.language": self.tr("Language"),
            "column.kiosk": self.tr("Kiosk"),
            "column.name": self.tr("Name"),
            "column.painting": self.tr("Painting"),
            "column.tried": self.tr("Tried"),
            "column.taken": self.tr("Taken"),
            "column.kept": self.tr("Kept"),
            "column.conversion": self.tr("Kept of tried"),
            "column.offered": self.tr("Offered"),
            "column.picked_up": self.tr("Picked up"),
            "column.pictures": self.tr("Pictures"),
            "column.people": self.tr("People"),
            "column.people_7_days": self.tr("In 7 days (WAU)"),
            "column.people_30_days": self.tr("In 30 days (MAU)"),
            "column.stickiness": self.tr("Stickiness"),
            "column.cohort": self.tr("First week"),
            "column.returned": self.tr("Came back"),
            "column.retention": self.tr("Retention"),
            "column.churn": self.tr("Gone"),
            "column.error": self.tr("Failure"),
            "column.availability": self.tr("Availability"),
            "column.pictures_per_s": self.tr("Pictures per second"),
            "column.currency": self.tr("Currency"),
            "column.receipts": self.tr("Payments"),
            "column.amount": self.tr("Amount"),
            "column.measure": self.tr("Measure"),
            "column.value": self.tr("Value"),
            "column.before": self.tr("Before"),
            "column.change": self.tr("Change"),
            "column.definition": self.tr("Definition"),
        }

    def _times(self) -> dict[str, str]:
        return {
            "column.date": self.tr("Date"),
            "column.weekday": self.tr("Weekday"),
            "column.week": self.tr("Week"),
            "column.monday": self.tr("Monday"),
            "column.days": self.tr("Days"),
            "column.month": self.tr("Month"),
            "column.hour": self.tr("Hour"),
            "column.seconds": self.tr("Length"),
            "column.open_h": self.tr("Hours open"),
            "column.out_of_order_h": self.tr("Hours out of order"),
            "column.maintenance_h": self.tr("Hours of maintenance"),
            "column.staff_h": self.tr("Hours with the staff"),
        }

    def _codes(self) -> dict[str, str]:
        return {
            "code.consent": self.tr("Touched the screen"),
            "code.choose": self.tr("Agreed"),
            "code.live": self.tr("Chose a painting"),
            "code.countdown": self.tr("Pressed the shutter"),
            "code.result": self.tr("Saw the portrait"),
            "code.completed": self.tr("Kept it"),
            "code.camera": self.tr("Camera"),
            "code.engine": self.tr("Engine"),
            "code.painting": self.tr("Painting"),
            "code.time": self.tr("Took too long"),
            "code.program": self.tr("Program"),
            "code.unknown": self.tr("Unknown"),
            "flag.0": "",
            "flag.1": self.tr("yes"),
        }

    def _report(self) -> dict[str, str]:
        return {
            "title": self.tr("Visitor figures"),
            "visits_chart": self.tr("Visits and portraits"),
            "period": self.tr("%1 to %2"),
            "compared": self.tr("compared with the %1 days before"),
            "made": self.tr("Made on %1."),
            "not_available": self.tr("not available"),
            "no_data": self.tr("Nothing in this range."),
            "no_bot": self.tr(
                "People can be counted only where the bot hands pictures over: its "
                "database is not available here."
            ),
            "partial": self.tr(
                "Lighter columns and lines in italics are not complete: days are "
                "missing, or not over."
            ),
            "odd": self.tr(
                "Visits with an impossible date, because the clock was wrong: %1. They "
                "are not counted here."
            ),
            "privacy": self.tr(
                "No figure comes from a face. The kiosk recognises nobody."
            ),
            "lost": self.tr("%1 lost"),
            "page": self.tr("Page %1"),
            "weeks_after": self.tr("Weeks after the first pick-up"),
            "by_the_hour": self.tr(
                "Visits in an hour, on average: the stronger the colour, the more."
            ),
        }


def _sheet_name(words: str) -> str:
    letters = "".join(" " if one in NO_SHEET_LETTERS else one for one in words)
    return letters[:MOST_SHEET_LETTERS].strip()
