"""What the kiosk's privacy page shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivacyText:
    """What the privacy page says in one language.

    Attributes:
        heading: Above it.
        points: A sentence or two each.
        back: On the button that leads to the paintings.
        go_on: On the button that leads to the question.
    """

    heading: str
    points: tuple[str, ...]
    back: str
    go_on: str
