"""The words of a report in one language, by stable names."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.stats.ledger import Value
from kiosk.stats.measure import Kind


@dataclass(frozen=True, slots=True)
class Wording:
    """What a report says.

    Attributes:
        language: Its code.
        venue: Name of the museum or café; may be empty.
        words: From a name such as ``measure.visits`` or ``column.date`` to words.
        titles: From a painting's key to its title.
    """

    language: str
    venue: str
    words: Mapping[str, str]
    titles: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """The words of a name."""
        return self.words[name]

    def measure(self, name: str) -> str:
        """What a measure is called."""
        return self.words[f"measure.{name}"]

    def table(self, name: str) -> str:
        """What a table is called."""
        return self.words[f"table.{name}"]

    def column(self, name: str) -> str:
        """What a column is called."""
        return self.words[f"column.{name}"]

    def text(self, value: Value, kind: Kind) -> str:
        """Words for a value that is one of a few, or a painting's title."""
        if value is None:
            return ""
        if kind is Kind.PAINTING:
            return self.titles.get(str(value), str(value))
        group = {
            Kind.CODE: "code",
            Kind.LANGUAGE: "language",
            Kind.WEEKDAY: "weekday",
            Kind.FLAG: "flag",
        }.get(kind)
        if group is None:
            return str(value)
        return self.words.get(f"{group}.{value}", str(value))
