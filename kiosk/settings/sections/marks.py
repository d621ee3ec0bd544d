"""The section ``marks``."""

from kiosk.settings.fields import ONE_LINE, SWITCH, WHOLE_PATH, Section, setting
from kiosk.settings.kinds import File, Name
from kiosk.settings.network_kinds import LONGEST_ADDRESS, WebAddress


class Marks(Section):
    """How pictures that are handed out say what they are."""

    visible: bool = setting(
        True,
        "A small mark in a corner, never on a face; without it the operator has to "
        "tell people in another way that the picture was altered.",
        SWITCH,
    )
    text: Name = setting(
        "",
        "The first line of the mark; the venue's name where empty.",
        ONE_LINE,
        example="Town museum",
    )
    image: File | None = setting(
        None,
        "A picture, best a PNG with a transparent ground, in the place of that line.",
        WHOLE_PATH,
        example="~/museum-logo.png",
    )
    certificate: File | None = setting(
        None,
        "The certificate that signs pictures, as a PEM file with those that vouch for "
        "it; without it the kiosk makes its own, for which nobody vouches.",
        WHOLE_PATH,
        example="~/c2pa/chain.pem",
    )
    key: File | None = setting(
        None,
        "The private key that belongs to marks.certificate, as a PEM file without a "
        "password.",
        WHOLE_PATH,
        example="~/c2pa/key.pem",
    )
    timestamp: WebAddress = setting(
        "",
        "A time-stamping service (RFC 3161) that is asked for each picture; none is "
        "asked, and no time is written, where empty.",
        f"empty, or an address that begins with https://, at most {LONGEST_ADDRESS} "
        "characters",
        example="https://timestamp.example.org",
    )
