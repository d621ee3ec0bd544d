"""What the law of a place asks of a kiosk, as far as a program can see to it.

No legal advice: the numbers are what we hold to be safe, at or below what is asked. The
operator's data protection officer has the last word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover


@dataclass(frozen=True, slots=True)
class Region:
    """A profile.

    Attributes:
        title: For people.
        laws: What it follows.
        adult_age: From which age somebody may agree alone.
        asks_age: Whether the kiosk asks for it, and for the grown-up.
        most_log_days: For how long log files are kept at most.
        most_sessions_days: For how long single visits stay in the session log at most.
        most_picture_hours: For how long sealed portraits wait at most.
    """

    title: str
    laws: str
    adult_age: int
    asks_age: bool
    most_log_days: int
    most_sessions_days: int
    most_picture_hours: int


REGIONS: Mapping[str, Region] = MappingProxyType(
    {
        "none": Region(
            "no region set", "none in particular", 16, False, 365, 3650, 168
        ),
        "eu": Region(
            "European Union",
            "GDPR, articles 6 to 9 and 35; AI Act, article 50",
            16,
            True,
            90,
            730,
            72,
        ),
        "us-il": Region(
            "Illinois",
            "Biometric Information Privacy Act (740 ILCS 14)",
            18,
            True,
            90,
            730,
            72,
        ),
        "us-tx": Region(
            "Texas",
            "Capture or Use of Biometric Identifier (Bus. & Com. Code 503.001)",
            18,
            True,
            90,
            365,
            72,
        ),
        "ru": Region("Russia", "Federal laws 152-FZ and 572-FZ", 18, True, 30, 365, 24),
    }
)


@dataclass(frozen=True, slots=True)
class Retention:
    """For how long what relates to visits is kept.

    Attributes:
        log_days: Log files.
        sessions_days: Single visits in the session log.
        picture_hours: Sealed portraits that wait to be fetched.
    """

    log_days: int
    sessions_days: int
    picture_hours: int = 24


def retention_of(settings: Settings) -> Retention:
    """What holds: what is set, or less where the region asks for less."""
    wanted, region = settings.privacy, REGIONS[settings.privacy.region]
    return Retention(
        min(wanted.log_days, region.most_log_days),
        min(wanted.sessions_days, region.most_sessions_days),
        min(settings.handover.keep_hours, region.most_picture_hours),
    )


def handover_of(settings: Settings) -> Handover:
    """The hand-over as it holds: portraits wait no longer than the region allows."""
    hours = retention_of(settings).picture_hours
    return settings.handover.model_copy(update={"keep_hours": hours})


def shortened(settings: Settings) -> list[str]:
    """What the region shortens, a line for each setting."""
    keep, privacy = retention_of(settings), settings.privacy
    pairs = (
        ("handover.keep_hours", settings.handover.keep_hours, keep.picture_hours),
        ("privacy.log_days", privacy.log_days, keep.log_days),
        ("privacy.sessions_days", privacy.sessions_days, keep.sessions_days),
    )
    return [
        f"{name} is {holds} in force: region {privacy.region} shortens {wanted}."
        for name, wanted, holds in pairs
        if holds < wanted
    ]


def hands_over(settings: Settings) -> bool:
    """Whether visitors can take their portrait along."""
    handover = settings.handover
    has_bot = bool(settings.bot.token.get_secret_value())
    return has_bot or bool(handover.service) or bool(handover.link)
