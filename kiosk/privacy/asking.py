"""Which words of the consent are in force, by the settings."""

from collections.abc import Mapping

from kiosk.privacy.consent import ConsentText, read_consent, read_own_consent
from kiosk.privacy.regions import REGIONS
from kiosk.settings.schema import Settings


def consent_in_force(settings: Settings) -> Mapping[str, ConsentText]:
    """The venue's own words, or ours for its region.

    Args:
        settings: What is set.

    Returns:
        From a language's code to its words, in all languages of the kiosk.

    Raises:
        KioskError: If the words cannot be used. No visitor may be asked then.
    """
    privacy = settings.privacy
    region = REGIONS[privacy.region]
    age = region.adult_age if region.asks_age else None
    ours = read_consent(region=privacy.region, adult_age=age)
    if privacy.consent is None:
        return ours
    return read_own_consent(privacy.consent, ours, settings.visit.languages, age)
