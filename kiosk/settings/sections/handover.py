"""The section ``handover``."""

from pydantic import SecretStr

from kiosk.handover.offer import PLACE_OF_TOKEN
from kiosk.settings.fields import Section, number, setting
from kiosk.settings.kinds import LONGEST_LINK, LONGEST_SECRET, Link, Secret
from kiosk.settings.network_kinds import LONGEST_ADDRESS, WebAddress


class Handover(Section):
    """How visitors get their portrait."""

    service: WebAddress = setting(
        "",
        "The address of the service that hands pictures over; empty where no bot sends "
        "pictures.",
        "empty, or an address that begins with https://, or with http:// on this "
        f"computer, at most {LONGEST_ADDRESS} characters",
        example="https://bot.example.org",
    )
    key: Secret = setting(
        SecretStr(""),
        "This kiosk's own key for that service, as 'kiosk bot invite-kiosk' shows it.",
        f"empty, or one word of at most {LONGEST_SECRET} signs",
    )
    link: Link = setting(
        "",
        "The address behind the QR code, in which {token} becomes the visitor's code; "
        "without it the one that the service names.",
        f"empty, or an address that begins with https:// and holds {PLACE_OF_TOKEN} "
        f"once, at most {LONGEST_LINK} characters",
        example=f"https://t.me/your_museum_bot?start={PLACE_OF_TOKEN}",
    )
    keep_hours: int = number(
        24,
        "How many hours a picture, encrypted, waits to be fetched.",
        least=1,
        most=168,
    )
    outbox_mb: int = number(
        4000,
        "How many megabytes of encrypted pictures wait on this computer at most.",
        least=50,
        most=1_000_000,
    )
