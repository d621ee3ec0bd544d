"""The section ``venue``."""

from collections.abc import Mapping

from kiosk.settings.fields import LANGUAGE_CODES, ONE_LINE, Section, setting
from kiosk.settings.kinds import LONGEST_WORDS, Language, Name, Words

_BY_LANGUAGE = (
    f"a table of texts by language ({LANGUAGE_CODES}), each one line of at most "
    f"{LONGEST_WORDS} characters"
)


class Venue(Section):
    """Who shows the kiosk, and what it says when it cannot be used."""

    name: Name = setting("", "The name of the museum or café.", ONE_LINE)
    out_of_order: Mapping[Language, Words] = setting(
        {},
        "What visitors read while the kiosk does not work; our own words where empty.",
        _BY_LANGUAGE,
        example={"en": "Please ask at the desk.", "de": "Bitte fragen Sie am Empfang."},
    )
    maintenance: Mapping[Language, Words] = setting(
        {},
        "What visitors read while staff have closed the kiosk; our own words where "
        "empty.",
        _BY_LANGUAGE,
        example={"en": "Open again at two.", "de": "Ab 14 Uhr wieder offen."},
    )
