"""Reads what kiosks and Telegram send, never more of it than is allowed."""

import asyncio
import contextlib
from collections.abc import Iterator

from fastapi import Request
from starlette.requests import ClientDisconnect

from kiosk.bot.api.refusals import BUSY_S, Refusal

TOO_LARGE = 413
MEMORY_BYTES = 256_000_000
SILENCE_S = 20.0
WHOLE_S = 600.0
DRAINED_S = 10.0


class Room:
    """The memory for what is being received, shared by all requests.

    Args:
        most_bytes: How much that is.
    """

    def __init__(self, most_bytes: int = MEMORY_BYTES) -> None:
        self._free = most_bytes

    @contextlib.contextmanager
    def taken(self, size: int) -> Iterator[None]:
        """Take some for as long as a request lasts.

        Raises:
            Refusal: If there is none left.
        """
        if size > self._free:
            raise Refusal(503, "Too much comes at once.", BUSY_S)
        self._free -= size
        try:
            yield
        finally:
            self._free += size


def announced(request: Request, most_bytes: int) -> int:
    """How many bytes a request says it has.

    Raises:
        Refusal: If it does not say, or says too many.
    """
    text = request.headers.get("Content-Length", "")
    if not text:
        raise Refusal(411, "The request must say how long it is: Content-Length.")
    if not text.isascii() or not text.isdigit():
        raise Refusal(422, "Content-Length is no number.")
    if len(text) > 18 or int(text) > most_bytes:
        raise Refusal(TOO_LARGE, f"A picture may have at most {most_bytes} bytes.")
    return int(text)


async def read_body(request: Request, most_bytes: int) -> bytes:
    """Read a request's body.

    Args:
        request: Its body is not read yet.
        most_bytes: Reading ends there.

    Raises:
        Refusal: If it is longer, or comes too slowly, or breaks off.
    """
    body = bytearray()
    chunks = request.stream()
    try:
        async with asyncio.timeout(WHOLE_S):
            while True:
                async with asyncio.timeout(SILENCE_S):
                    chunk = await anext(chunks, None)
                if chunk is None:
                    return bytes(body)
                body += chunk
                if len(body) > most_bytes:
                    raise Refusal(TOO_LARGE, f"At most {most_bytes} bytes are taken.")
    except TimeoutError:
        raise Refusal(408, "The request came too slowly.") from None
    except ClientDisconnect:
        raise Refusal(400, "The request broke off.") from None


async def drain(request: Request, most_bytes: int) -> None:
    """Read and drop a body, so that the sender hears the answer to it.

    A connection that is closed with something unread is reset, and the answer lost.
    """
    dropped = 0
    with contextlib.suppress(TimeoutError, ClientDisconnect, RuntimeError):
        async with asyncio.timeout(DRAINED_S):
            async for chunk in request.stream():
                dropped += len(chunk)
                if dropped > most_bytes:
                    return
