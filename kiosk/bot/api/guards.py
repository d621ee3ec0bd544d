"""Who may do what, and how often."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from fastapi.security import HTTPBearer

from kiosk.bot.api.refusals import Refusal
from kiosk.bot.database import Database
from kiosk.bot.keys import Kiosk, kiosk_of

FREE_WRONG = 5
"""Wrong keys from one address that are answered at once."""
SLOWEST_S = 3.0
MOST_SLOWED = 64
"""Answers that are held back at the same time; beyond them the answer is 429."""
FORGIVEN_S = 60.0
_MOST_REMEMBERED = 10_000
_BEARER = "bearer "

bearer = HTTPBearer(
    scheme_name="kiosk key",
    description="The key that 'kiosk bot invite-kiosk' printed.",
    auto_error=False,
)
"""For the documentation; `KeyGuard` looks at the header itself."""


class KeyGuard:
    """Knows kiosks by their keys, and lets those wait who guess.

    A right key is never held back, whatever else comes from its address: a venue's
    kiosks often share one.

    Args:
        database: Has the keys.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wrong = _Recent(_MOST_REMEMBERED)
        self._slowed = 0

    async def kiosk_of(self, request: Request) -> Kiosk:
        """Whose request it is.

        Raises:
            Refusal: If nobody's, or of a kiosk whose key was taken away.
        """
        header = request.headers.get("Authorization", "")
        given = header[len(_BEARER) :].strip() if header[:7].lower() == _BEARER else ""
        kiosk = await kiosk_of(self._database, given)
        if kiosk is not None and not kiosk.revoked:
            return kiosk
        await self._slow(request.client.host if request.client else "")
        if kiosk is not None:
            raise Refusal(403, "This kiosk's key was taken away. Ask for a new one.")
        raise Refusal(401, "The service does not know this key.")

    async def _slow(self, address: str) -> None:
        wrong = self._wrong.count(address, FORGIVEN_S)
        pause_s = min(0.1 * 2.0 ** min(wrong - FREE_WRONG, 10), SLOWEST_S)
        if wrong <= FREE_WRONG:
            return
        if self._slowed >= MOST_SLOWED:
            raise Refusal(429, "Too many wrong keys.", round(FORGIVEN_S))
        self._slowed += 1
        try:
            await asyncio.sleep(pause_s)
        finally:
            self._slowed -= 1


class UploadRate:
    """How many pictures a kiosk may bring: so many a minute, and as many at once.

    Args:
        per_min: Pictures a minute.
        clock: Monotonic seconds.
    """

    def __init__(
        self, per_min: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_min, self._clock = per_min, clock
        self._left: dict[int, tuple[float, float]] = {}

    def spend(self, kiosk_id: int) -> None:
        """Count one picture.

        Raises:
            Refusal: If it is one too many.
        """
        now_s = self._clock()
        left, then_s = self._left.get(kiosk_id, (float(self._per_min), now_s))
        left = min(left + (now_s - then_s) * self._per_min / 60.0, float(self._per_min))
        if left < 1.0:
            wait_s = (1.0 - left) * 60.0 / self._per_min
            raise Refusal(429, "This kiosk brings too many pictures.", int(wait_s) + 1)
        self._left[kiosk_id] = (left - 1.0, now_s)


class _Recent:
    """Counts what came from an address lately, for a bounded number of addresses."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def count(self, address: str, forgotten_s: float) -> int:
        now_s = time.monotonic()
        count, last_s = self._counts.pop(address, (0, now_s))
        count = 1 if now_s - last_s > forgotten_s else count + 1
        self._counts[address] = (count, now_s)
        if len(self._counts) > self._most:
            self._counts.popitem(last=False)
        return count
