"""The days that figures are shown of: today, or so many up to today."""

from PySide6.QtWidgets import QWidget

from kiosk.widgets.choice import Choice

TODAY = "today"
RANGES_DAYS = (28, 91, 365, 1096)


class Ranges(Choice):
    """Chips for today and for ranges; the value of a range is its number of days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.retranslate()
        self.choose(TODAY)

    @property
    def days(self) -> int:
        """How many days up to today are asked for; the shortest range while none is."""
        chosen = self.chosen
        return RANGES_DAYS[0] if chosen in (None, TODAY) else int(str(chosen))

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        words = (
            self.tr("Today"),
            self.tr("4 weeks"),
            self.tr("3 months"),
            self.tr("1 year"),
            self.tr("3 years"),
        )
        values = (TODAY, *(str(days) for days in RANGES_DAYS))
        self.set_options(list(zip(values, words, strict=True)))
        self.setAccessibleName(self.tr("Range"))
