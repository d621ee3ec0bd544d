"""Lets requests go only where they may."""

import ipaddress

import httpx

from kiosk.packs.fetch.errors import BadAnswerError

LONGEST_ADDRESS = 8000


def checked_address(url: str | httpx.URL, hosts: frozenset[str]) -> httpx.URL:
    """An address to which a request may go.

    Args:
        url: Whole address.
        hosts: Names of the hosts that are allowed, in small letters.

    Raises:
        BadAnswerError: If it is no address, of another host, not encrypted (but for
            this computer's own) or carries a name or password.
    """
    try:
        address = httpx.URL(url) if len(str(url)) <= LONGEST_ADDRESS else None
    except (httpx.InvalidURL, ValueError, TypeError):
        address = None
    if address is None or not address.host:
        raise BadAnswerError("The museum's answer holds an address that is none.")
    host = address.host.lower()
    if host not in hosts or address.userinfo:
        raise BadAnswerError(
            f"The museum's answer points to another place ({host[:80]}), to which the "
            "kiosk does not go."
        )
    if not _is_safe(address, host):
        raise BadAnswerError(
            f"The museum's answer points to an address at {host[:80]} that is not "
            "encrypted. The kiosk only takes encrypted ones."
        )
    return address


def host_of(url: str) -> str:
    """The host of an address in small letters; empty where there is none."""
    try:
        return httpx.URL(url).host.lower()
    except (httpx.InvalidURL, ValueError, TypeError):
        return ""


def _is_safe(address: httpx.URL, host: str) -> bool:
    if _is_this_computer(host):
        return address.scheme in ("http", "https")
    return address.scheme == "https" and address.port in (None, 443)


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
