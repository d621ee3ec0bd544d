"""Under which addresses the service is reached. Nothing heavy is loaded here."""

import ipaddress
from urllib.parse import urlsplit

from kiosk.settings.network_kinds import is_loopback
from kiosk.settings.sections.bot import Bot


def host_and_port(listen: str) -> tuple[str, int]:
    """The parts of the setting ``bot.listen``."""
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port)


def local_address(host: str, port: int) -> str:
    """The address at which a program on this computer reaches the service."""
    try:
        everywhere = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        everywhere = False
    if everywhere:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def kiosks_address(bot: Bot) -> str:
    """The address that kiosks are told, as far as the settings know it."""
    return bot.webhook or local_address(*host_and_port(bot.listen))


def is_local(address: str) -> bool:
    """Whether an address is reached from this computer only."""
    try:
        return is_loopback(urlsplit(address).hostname or "")
    except ValueError:
        return False
