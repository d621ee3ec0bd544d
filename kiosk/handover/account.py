"""Which service this kiosk hands its pictures to."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kiosk.settings.network_kinds import is_loopback
from kiosk.settings.sections.handover import Handover


@dataclass(frozen=True, slots=True)
class Account:
    """A service and the key that it knows this kiosk by.

    Attributes:
        url: Without a slash at its end.
        key: Secret; left out where an account is printed.
    """

    url: str
    key: str = field(repr=False)

    @property
    def host(self) -> str:
        """The service's host, for people."""
        return urlsplit(self.url).netloc

    @property
    def here(self) -> bool:
        """Whether the service is on this computer."""
        return is_loopback(urlsplit(self.url).hostname or "")


def account_of(settings: Handover) -> Account | None:
    """The account that is set; None unless both address and key are."""
    key = settings.key.get_secret_value()
    return Account(settings.service, key) if settings.service and key else None
