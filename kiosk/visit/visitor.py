"""All that the kiosk knows of the visitor who stands there now; dropped as a whole."""

from dataclasses import dataclass

from kiosk.easel import FinishedPortrait
from kiosk.packs.manifest import PackPainting


@dataclass(slots=True, eq=False)
class Visitor:
    """One visit, in memory only.

    Attributes:
        painting: What they are in, or were last.
        asks_for: The painting for which their age is asked.
        least_age: The highest age that they said they have; 0 before they were asked.
        portrait: The finished portrait.
        token: Of the hand-over.
        portraits_taken: How many were finished.
    """

    painting: PackPainting | None = None
    asks_for: PackPainting | None = None
    least_age: int = 0
    portrait: FinishedPortrait | None = None
    token: str | None = None
    portraits_taken: int = 0

    def tries_left(self, most_retakes: int) -> int | None:
        """How often the portrait may be taken again.

        Args:
            most_retakes: The configured limit; 0 for none.

        Returns:
            None where there is no limit.
        """
        if most_retakes == 0:
            return None
        return max(0, most_retakes + 1 - self.portraits_taken)
