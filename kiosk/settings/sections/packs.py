"""The section ``packs``."""

from kiosk.settings.fields import ONE_LINE, SWITCH, Section, setting
from kiosk.settings.kinds import Name


class Packs(Section):
    """Where new paintings may come from."""

    network: bool = setting(
        False,
        "Whether the kiosk may go online for staff who search museums' open "
        "collections on the screen.",
        SWITCH,
    )
    contact: Name = setting(
        "",
        "An e-mail or web address by which museums can reach you, sent with every "
        "request to them.",
        ONE_LINE,
        example="you@museum.example",
    )
