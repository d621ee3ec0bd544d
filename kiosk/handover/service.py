"""Speaks to the service that hands pictures over; its API is in ``kiosk bot``'s.

One client is used by one thread. Redirects are refused, certificates are checked, and
an answer is read only as far as a sensible one can be long.
"""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

import httpx
from pydantic import AllowInfNan, BaseModel, ConfigDict, Field, ValidationError

from kiosk.handover.account import Account
from kiosk.handover.errors import (
    BusyError,
    GoneError,
    KeyRefusedError,
    RefusedError,
    UnknownPictureError,
    UnreachableError,
)
from kiosk.settings.kinds import Link

CONNECT_S = 5.0
ANSWER_S = 20.0
"""So long the other side may say nothing."""
SENDING_S = 600.0
"""Longest upload of one picture."""
MOST_ANSWER_BYTES = 64_000
CHUNK_BYTES = 64_000
LONGEST_WAIT_S = 3600.0
UNSAID_WAIT_S = 30.0

_Seconds = Annotated[float, AllowInfNan(allow_inf_nan=False), Field(ge=0, le=1e11)]
_Name = Annotated[str, Field(min_length=1, max_length=100)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Introduction(_Answer):
    """What a service says of itself and of the key.

    Attributes:
        kiosk: The name by which it knows this kiosk.
        bot: The bot's user name.
        link: The address behind the QR code, with a place for the token.
        keep_hours: How long it keeps pictures at most.
        time: Unix seconds, as it has them.
    """

    kiosk: _Name
    bot: _Name
    link: Annotated[Link, Field(min_length=1)]
    keep_hours: Annotated[float, AllowInfNan(allow_inf_nan=False), Field(gt=0, le=8760)]
    time: _Seconds


class Delivery(StrEnum):
    """How far a picture has come at the service."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DELETED = "deleted"
    EXPIRED = "expired"


class _State(_Answer):
    state: Annotated[Delivery, Field(strict=False)]
    delivered_at: _Seconds | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the service says of a picture.

    Attributes:
        state: How far it has come.
        at_s: When it was delivered, Unix seconds; None unless it was.
    """

    state: Delivery
    at_s: float | None


class Service:
    """The service of an account; close it in the end.

    All methods raise UnreachableError where no usable answer comes, BusyError where the
    service asks to wait and KeyRefusedError where it does not know the key.

    Args:
        account: Where it is, and the kiosk's key.
        stop: Asked while a picture is sent: whether to break off.
    """

    def __init__(
        self, account: Account, stop: Callable[[], bool] = lambda: False
    ) -> None:
        self._account, self._stop = account, stop
        self._client = httpx.Client(
            headers={
                "Authorization": f"Bearer {account.key}",
                "Accept-Encoding": "identity",
            },
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
            follow_redirects=False,
            verify=_certificates(account),
            # A venue's proxy must not be asked for what is on this computer.
            trust_env=not account.here,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def introduce(self) -> Introduction:
        """Ask who it is and whether it knows us."""
        try:
            return Introduction.model_validate_json(self._ask("GET", "/v1/kiosk"))
        except (ValidationError, UnknownPictureError, GoneError, RefusedError):
            raise UnreachableError(self._odd()) from None

    def put(self, picture: str, sealed: bytes, expires_at_s: float) -> None:
        """Hand a sealed picture over; harmless when repeated.

        Args:
            picture: Its id.
            sealed: The very same bytes every time.
            expires_at_s: Unix seconds.

        Raises:
            GoneError: If it was deleted or is too old.
            RefusedError: If it will never be taken.
        """
        deadline_s = time.monotonic() + SENDING_S

        def chunks() -> Iterator[bytes]:
            for start in range(0, len(sealed), CHUNK_BYTES):
                if self._stop() or time.monotonic() > deadline_s:
                    raise UnreachableError("A picture was not sent in time.")
                yield sealed[start : start + CHUNK_BYTES]

        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Length": str(len(sealed)),
            "Vernissage-Expires": str(int(expires_at_s)),
        }
        try:
            self._ask("PUT", f"/v1/pictures/{picture}", headers, chunks())
        except UnknownPictureError:
            raise UnreachableError(self._odd()) from None

    def ask(self, picture: str) -> Fetched:
        """Ask whether a picture was fetched.

        Raises:
            UnknownPictureError: If the service has no such picture of ours.
        """
        answer = self._ask("GET", f"/v1/pictures/{picture}")
        try:
            told = _State.model_validate_json(answer)
        except ValidationError:
            raise UnreachableError(self._odd()) from None
        return Fetched(told.state, told.delivered_at)

    def delete(self, picture: str) -> None:
        """Have a picture deleted, whether it arrived or not; harmless when repeated."""
        self._ask("DELETE", f"/v1/pictures/{picture}")

    def _ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        content: Iterator[bytes] | None = None,
    ) -> bytes:
        try:
            with self._client.stream(
                method, self._account.url + path, headers=headers, content=content
            ) as response:
                answer = self._read(response)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise UnreachableError(self._unreachable(error)) from None
        if not response.is_success:
            raise self._refusal(response)
        return answer

    def _read(self, response: httpx.Response) -> bytes:
        answer, deadline_s = b"", time.monotonic() + ANSWER_S
        for part in response.iter_raw():
            answer += part
            if len(answer) > MOST_ANSWER_BYTES or time.monotonic() > deadline_s:
                raise UnreachableError(self._odd())
        return answer

    def _refusal(self, response: httpx.Response) -> Exception:
        status, host = response.status_code, self._account.host
        if status in (401, 403):
            reason = "does not know" if status == 401 else "has revoked"
            return KeyRefusedError(
                f"The service at {host} {reason} this kiosk's key: put a new one from "
                "'kiosk bot invite-kiosk' into handover.key."
            )
        if status == 404:
            return UnknownPictureError(f"The service at {host} has no such picture.")
        if status == 410:
            return GoneError("The picture was deleted, or its time is over.")
        if status in (429, 503, 507):
            sentence = {
                429: f"The service at {host} gets pictures faster than it allows.",
                503: f"The service at {host} is busy.",
                507: f"The service at {host} has no room for more pictures.",
            }[status]
            return BusyError(sentence, wait_of(response.headers.get("Retry-After")))
        if 300 <= status < 400:
            return UnreachableError(
                f"The service at {host} sends us elsewhere, which is not followed: put "
                "its own address into handover.service."
            )
        if 400 <= status < 500 and status != 408:
            return RefusedError(f"The service at {host} refused a picture ({status}).")
        return UnreachableError(f"The service at {host} has failed ({status}).")

    def _unreachable(self, error: Exception) -> str:
        host = self._account.host
        if isinstance(error, httpx.TimeoutException):
            return f"The service at {host} does not answer: check the network."
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLCertVerificationError):
                return (
                    f"The certificate of {host} cannot be trusted: check the address, "
                    "and this computer's clock."
                )
            cause = cause.__cause__ or cause.__context__
        where = "is it running?" if self._account.here else "check the network."
        return f"The service at {host} cannot be reached: {where}"

    def _odd(self) -> str:
        return (
            f"What answers at {self._account.host} is not the service: check "
            "handover.service, and whether the network wants a login."
        )


def _certificates(account: Account) -> ssl.SSLContext:
    """Whom to trust; reading them takes half a second, which http has no use for."""
    if account.url.startswith("https:"):
        return httpx.create_ssl_context()
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def wait_of(text: str | None) -> float:
    """Seconds that a ``Retry-After`` asks for, within bounds; dates count as unsaid."""
    if text is None or not text.isascii() or not text.isdigit():
        return UNSAID_WAIT_S
    return min(max(float(text[:9]), 1.0), LONGEST_WAIT_S)
