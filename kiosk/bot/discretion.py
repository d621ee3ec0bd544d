"""Keeps secrets out of every line that is logged, whoever wrote it.

Libraries log addresses, and the Bot API's addresses hold the bot's token; exceptions
hold them too. So the finished line is looked through, traceback and all.
"""

import logging
import re
from collections.abc import Sequence

HIDDEN = "[not shown]"
_SECRETS = re.compile(
    r"[0-9]{5,20}:[A-Za-z0-9_-]{30,}"  # a bot's token
    r"|vnk_[A-Za-z0-9_-]{20,}"  # a kiosk's key
    r"|(?i:bearer) [^\s\"']+"
    r"|(?<=://)[^/@\s]+:[^/@\s]+(?=@)"  # a password in an address
    r"|(?<=start=)[A-Za-z0-9_-]+"
)
_CHATTY = ("httpx", "httpcore", "telegram", "botocore", "boto3", "urllib3", "uvicorn")


class Discreet(logging.Formatter):
    """Formats as another formatter does, without the secrets.

    Args:
        inner: The other one.
        secrets: Words that must never appear, beside those of a known shape.
    """

    def __init__(self, inner: logging.Formatter, secrets: Sequence[str] = ()) -> None:
        super().__init__()
        self._inner = inner
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into text."""
        text = self._inner.format(record)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _SECRETS.sub(HIDDEN, text)


def be_discreet(secrets: Sequence[str]) -> None:
    """Hide secrets in the log from now on, and quiet what says too much.

    Args:
        secrets: Words that must never appear.
    """
    for handler in logging.getLogger().handlers:
        inner = handler.formatter or logging.Formatter()
        handler.setFormatter(Discreet(inner, secrets))
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
