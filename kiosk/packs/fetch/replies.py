"""Understands what a server answers, before its contents matter."""

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from kiosk.packs.fetch.errors import BadAnswerError, FetchError, NotFoundError

_GOOD = frozenset({200, 206, 416})
_GONE = frozenset({404, 410})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class TryAgainError(FetchError):
    """Something that may pass; `Web.patiently` tries again.

    Args:
        words: What to say if it does not pass.
        pause_s: What the museum asks to wait; None where it says nothing.
    """

    def __init__(self, words: str, pause_s: float | None = None) -> None:
        super().__init__(words)
        self.pause_s = pause_s


def check_status(response: httpx.Response) -> None:
    """Make sure that an answer brings what was asked for.

    Raises:
        NotFoundError: If there is nothing at that address.
        TryAgainError: If the server is busy or in trouble.
        BadAnswerError: If it refuses.
    """
    status, host = response.status_code, response.url.host
    if status in _GOOD:
        return
    if status in _GONE:
        raise NotFoundError(f"{host} has nothing there.")
    if status in _PASSING:
        pause_s = _asked_pause_s(response.headers.get("Retry-After", ""))
        raise TryAgainError(_busy_words(host, status, pause_s), pause_s)
    raise BadAnswerError(
        f"{host} refuses the request (code {status}). Try again later; if it stays "
        "so, the museum has changed its service or does not serve this network."
    )


def check_length(response: httpx.Response, most_bytes: int) -> int | None:
    """The length that an answer says it has, before it is read.

    Returns:
        Bytes, or None where it does not say.

    Raises:
        BadAnswerError: If that is too much.
    """
    text = response.headers.get("Content-Length", "")
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        return None
    if int(text) > most_bytes:
        raise BadAnswerError(too_long(response.url.host))
    return int(text)


def too_long(host: str) -> str:
    """The sentence about an answer that is too long."""
    return f"The answer of {host} is larger than the kiosk takes."


def _busy_words(host: str, status: int, pause_s: float | None) -> str:
    if pause_s is None:
        return f"{host} is in trouble or busy (code {status}). Try again later."
    if pause_s < 90:
        return f"{host} is busy. Try again in a minute or two."
    return f"{host} asks to come back in {round(pause_s / 60)} minutes."


def _asked_pause_s(text: str) -> float | None:
    """The seconds of a ``Retry-After``, which may also be a date."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def json_object(body: bytes) -> dict[str, object]:
    """Read a JSON object.

    Raises:
        BadAnswerError: If it is none.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        if body.lstrip()[:1] == b"<":
            raise BadAnswerError(
                "A web page came instead of data. Perhaps this network asks for a "
                "sign-in first; open a browser on it, or try again later."
            ) from error
        raise BadAnswerError("The museum's answer cannot be read.") from error
    if not isinstance(value, dict):
        raise BadAnswerError("The museum's answer is not what it documents.")
    return value
