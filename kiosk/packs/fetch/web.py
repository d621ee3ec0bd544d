"""Asks hosts politely: paced, patient up to a limit, only where it may go."""

import contextlib
import functools
import logging
import random
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Self, TypeVar

import httpx

from kiosk.packs.fetch.addresses import checked_address
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    FetchCancelledError,
    UnreachableError,
)
from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.pace import Clockwork, Deadline, Pace
from kiosk.packs.fetch.replies import (
    TryAgainError,
    check_length,
    check_status,
    json_object,
    too_long,
)

logger = logging.getLogger(__name__)
T = TypeVar("T")

MOST_REDIRECTS = 5
LONGEST_HOLD_S = 3600.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Web:
    """The way out; one for each job, used by one thread at a time.

    Args:
        manners: How to ask.
        cancel: Set by whoever wants the job to stop.
        clockwork: The time.
        pace: Shared by all jobs of a program; its own where none is given.
    """

    def __init__(
        self,
        manners: Manners,
        cancel: threading.Event | None = None,
        clockwork: Clockwork | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.manners = manners
        self.cancel = cancel or threading.Event()
        self._clockwork = clockwork or Clockwork()
        self._pace = pace or Pace(self._clockwork)
        self._dice = random.Random()  # noqa: S311 (spreads pauses, guards nothing)
        agent = manners.agent  # Chicago asks for its own header; others pass it over
        self._client = httpx.Client(
            headers={"User-Agent": agent, "AIC-User-Agent": agent},
            verify=_certificates(manners.trust_environment),
            trust_env=manners.trust_environment,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def check_cancelled(self) -> None:
        """Stop here if somebody wants it.

        Raises:
            FetchCancelledError: If so.
        """
        if self.cancel.is_set():
            raise FetchCancelledError("Fetching was stopped.")

    def question_deadline(self) -> Deadline:
        """The time for one answer in words, from now on."""
        return Deadline(self._clockwork, self.manners.question_s)

    def image_deadline(self) -> Deadline:
        """The time for one image, from now on."""
        return Deadline(self._clockwork, self.manners.image_s)

    def ask(
        self,
        url: str,
        hosts: frozenset[str],
        parameters: Mapping[str, str] | None = None,
        accept: str = "application/json",
    ) -> dict[str, object]:
        """Ask for a JSON object.

        Args:
            url: Without a query.
            hosts: Where the question may go.
            parameters: The query.
            accept: The kind of answer that is wanted.

        Raises:
            NotFoundError: If there is nothing at that address.
            UnreachableError: If no answer came in time.
            BadAnswerError: If it is refused or no JSON object of a fair length.
            FetchCancelledError: If somebody stopped it.
        """
        address = str(httpx.URL(url, params=dict(parameters))) if parameters else url
        deadline = self.question_deadline()

        def attempt() -> dict[str, object]:
            with self.answer(address, hosts, deadline, {"Accept": accept}) as response:
                most = self.manners.most_answer_bytes
                return json_object(self._whole(response, most, deadline))

        return self.patiently(attempt, deadline)

    def read(self, url: str, hosts: frozenset[str], most_bytes: int) -> bytes:
        """Read something small whole, a preview for instance.

        Raises:
            NotFoundError: If there is nothing at that address.
            UnreachableError: If no answer came in time.
            BadAnswerError: If it is refused or too long.
            FetchCancelledError: If somebody stopped it.
        """
        deadline = self.question_deadline()

        def attempt() -> bytes:
            with self.answer(url, hosts, deadline, {}) as response:
                return self._whole(response, most_bytes, deadline)

        return self.patiently(attempt, deadline)

    def patiently(self, attempt: Callable[[], T], deadline: Deadline) -> T:
        """Attempt something several times, with growing pauses.

        Args:
            attempt: Raises `TryAgainError` for what may pass.
            deadline: By when it must be done.

        Raises:
            UnreachableError: If it did not pass.
            FetchError: What the attempt raises besides.
        """
        number = 1
        while True:
            self.check_cancelled()
            try:
                return attempt()
            except TryAgainError as error:
                pause_s = self._pause_s(number, error)
                if number >= self.manners.tries or pause_s >= deadline.left_s():
                    raise UnreachableError(str(error)) from error
                self._clockwork.wait(pause_s, self.cancel)
            number += 1

    @contextlib.contextmanager
    def answer(
        self,
        url: str,
        hosts: frozenset[str],
        deadline: Deadline,
        headers: Mapping[str, str],
    ) -> Iterator[httpx.Response]:
        """Send one request, follow where it leads and give the answer, still unread.

        Raises:
            NotFoundError: If there is nothing at that address.
            TryAgainError: If it fails in a way that may pass, here or while reading.
            BadAnswerError: If it is refused or leads where it may not.
        """
        address = checked_address(url, hosts)
        with contextlib.ExitStack() as stack:
            try:
                for _ in range(MOST_REDIRECTS + 1):
                    response = stack.enter_context(
                        self._sent(address, deadline, headers)
                    )
                    if response.status_code not in _REDIRECTS:
                        self._check_status(response)
                        yield response
                        return
                    target = address.join(response.headers.get("Location", ""))
                    address = checked_address(target, hosts)
            except httpx.InvalidURL as error:
                raise BadAnswerError(
                    "The museum's answer holds an address that is none."
                ) from error
            except httpx.TimeoutException as error:
                raise TryAgainError(
                    f"{address.host} does not answer. Check the kiosk's connection, or "
                    "try again later."
                ) from error
            except (httpx.TransportError, httpx.DecodingError) as error:
                raise TryAgainError(
                    f"The connection to {address.host} fails. Check the kiosk's "
                    "connection, or try again later."
                ) from error
        raise BadAnswerError(f"{address.host} leads from one address to another.")

    def chunks(
        self, response: httpx.Response, deadline: Deadline, *, raw: bool
    ) -> Iterator[bytes]:
        """Read an answer piece by piece, while there is time and nobody stops it.

        Args:
            response: From `answer`.
            deadline: By when it must be read.
            raw: Whether to leave a compressed answer as it is.
        """
        for piece in response.iter_raw() if raw else response.iter_bytes():
            self.check_cancelled()
            deadline.left_s()
            yield piece

    def _sent(
        self, address: httpx.URL, deadline: Deadline, headers: Mapping[str, str]
    ) -> contextlib.AbstractContextManager[httpx.Response]:
        self._pace.wait_turn(address.host.lower(), deadline, self.cancel)
        self.check_cancelled()
        left_s = deadline.left_s()
        timeout = httpx.Timeout(
            min(self.manners.read_s, left_s),
            connect=min(self.manners.connect_s, left_s),
        )
        logger.debug("asking %s", address.host)
        return self._client.stream("GET", address, headers=headers, timeout=timeout)

    def _check_status(self, response: httpx.Response) -> None:
        try:
            check_status(response)
        except TryAgainError as error:
            if error.pause_s is not None:
                host = response.url.host.lower()
                self._pace.hold(host, min(error.pause_s, LONGEST_HOLD_S))
            raise

    def _pause_s(self, number: int, error: TryAgainError) -> float:
        longest_s = self.manners.longest_delay_s
        grown_s = min(self.manners.first_delay_s * 2.0 ** (number - 1), longest_s)
        spread_s = grown_s * self._dice.uniform(0.5, 1.0)
        if error.pause_s is None:
            return spread_s
        if error.pause_s > longest_s:
            raise UnreachableError(str(error)) from error
        return max(error.pause_s, spread_s)

    def _whole(self, response: httpx.Response, most: int, deadline: Deadline) -> bytes:
        check_length(response, most)
        body = bytearray()
        for piece in self.chunks(response, deadline, raw=False):
            body += piece
            if len(body) > most:
                raise BadAnswerError(too_long(response.url.host))
        return bytes(body)


@functools.cache
def _certificates(trust_environment: bool) -> ssl.SSLContext:
    """Whom to believe; read once, because that takes a while."""
    return httpx.create_ssl_context(trust_env=trust_environment)
