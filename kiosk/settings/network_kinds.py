"""What addresses in the settings must look like, beyond their type and size.

The reasons raised here end a sentence that begins with the setting's name: ``must …``.
"""

import ipaddress
import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, SecretStr, StringConstraints

from kiosk.places import absolute_folder
from kiosk.settings.kinds import Secret

LONGEST_ADDRESS = 300
BOT_TOKEN_SHAPE = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{20,100}")
DATABASES = ("sqlite", "postgresql")

_SIGNS = re.compile(r"[!-~]*")  # ASCII without the space
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"[A-Za-z0-9._/-]{0,200}")
_HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _split(text: str) -> SplitResult | None:
    """The parts of an address; None if it is none, or holds more than it should."""
    try:
        parts = urlsplit(text)
        odd = parts.port == 0 or not parts.hostname or "@" in parts.netloc
    except ValueError:
        return None
    return None if odd or parts.query or parts.fragment else parts


def _web(text: str) -> str:
    if not text:
        return text
    parts = _split(text) if _SIGNS.fullmatch(text) else None
    if parts is None or parts.scheme not in {"http", "https"}:
        raise ValueError("must be a web address such as https://bot.example.org")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise ValueError("must begin with https:// unless it is on this computer")
    return text.rstrip("/")


def _public(text: str) -> str:
    if text and not text.startswith("https://"):
        raise ValueError("must begin with https://, for Telegram calls nothing else")
    return _web(text)


def _listening(text: str) -> str:
    host, _, port = text.rpartition(":")
    bare = host.removeprefix("[").removesuffix("]")
    try:
        known = bool(ipaddress.ip_address(bare))
    except ValueError:
        known = bool(_HOST_NAME.fullmatch(bare))
    if not known or not port.isascii() or not port.isdigit() or int(port) > 65_535:
        raise ValueError("must be an address and a port such as 127.0.0.1:8787")
    return text


def _bot_token(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    if text and not BOT_TOKEN_SHAPE.fullmatch(text):
        raise ValueError("must be the token that @BotFather gave, 123456:ABC…")
    return secret


def _database(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    scheme, mark, rest = text.partition("://")
    if text and (not mark or not rest or scheme not in DATABASES):
        raise ValueError(
            "must be empty or begin with postgresql:// or sqlite:///, and name a "
            "database"
        )
    return secret


def _blobs(text: str) -> str:
    if not text:
        return text
    if text.startswith("s3://"):
        bucket, _, prefix = text.removeprefix("s3://").partition("/")
        if not _BUCKET.fullmatch(bucket) or not _PREFIX.fullmatch(prefix):
            raise ValueError("must look like s3://bucket/prefix")
        return text.rstrip("/")
    folder = absolute_folder(text)
    if folder is None:
        raise ValueError("must be a whole path, or s3://bucket/prefix")
    return str(folder)


_Address = Annotated[str, StringConstraints(max_length=LONGEST_ADDRESS)]

WebAddress = Annotated[_Address, AfterValidator(_web)]
"""https, or http on this computer, without a slash at its end; may be empty."""

PublicAddress = Annotated[_Address, AfterValidator(_public)]
"""https only; may be empty."""

Listening = Annotated[_Address, AfterValidator(_listening)]
"""``host:port``; port 0 is any that is free."""

BotToken = Annotated[Secret, AfterValidator(_bot_token)]
"""What @BotFather gives; may be empty."""

DatabaseAddress = Annotated[Secret, AfterValidator(_database)]
"""SQLite or PostgreSQL; a secret because a password may be in it; may be empty."""

BlobPlace = Annotated[_Address, AfterValidator(_blobs)]
"""A whole path or ``s3://bucket/prefix``; may be empty."""
