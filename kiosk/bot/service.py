"""Builds the service, runs it, and takes it down in order."""

import asyncio
import contextlib
import logging
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass

import uvicorn

from kiosk.bot import facts
from kiosk.bot.addresses import local_address
from kiosk.bot.api.app import WEBHOOK_PATH, make_app
from kiosk.bot.api.backstage import Backstage
from kiosk.bot.api.bodies import Room
from kiosk.bot.api.guards import KeyGuard, UploadRate
from kiosk.bot.caretaker import Caretaker
from kiosk.bot.chat.phrases import Phrases
from kiosk.bot.chat.reception import Reception
from kiosk.bot.condition import Condition, Part
from kiosk.bot.courier import Courier
from kiosk.bot.database import Database
from kiosk.bot.errors import BotError, BotTokenError, MessengerError, WaitError
from kiosk.bot.keys import invite_own
from kiosk.bot.leftovers import Leftovers
from kiosk.bot.listening import Ears
from kiosk.bot.messenger import Messenger
from kiosk.bot.pictures import Pictures
from kiosk.bot.premises import Premises
from kiosk.bot.queue import Queue
from kiosk.bot.secrecy import Secrecy, webhook_secret
from kiosk.bot.upgrade import upgrade
from kiosk.errors import SettingsError
from kiosk.settings.sections.bot import Bot

logger = logging.getLogger(__name__)

LEASE_S = 30.0
BACKLOG = 512
GRACE_S = 5
KEEP_ALIVE_S = 75
"""Longer than clients keep a connection: it must not close just as one uses it."""
PAUSES_S = (1.0, 2.0, 5.0, 15.0, 60.0)


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told how the service is.

    Attributes:
        ready: Called once with the address that it listens at.
        told: Called with what is wrong, a sentence; empty once all is well.
        own_key: The key of the kiosk that runs it; empty where none does.
    """

    ready: Callable[[str], None] = lambda _address: None
    told: Callable[[str], None] = lambda _sentence: None
    own_key: str = ""


class Service:
    """The service.

    Args:
        settings: The section ``bot``.
        premises: Where it keeps its things.
        watcher: Who is told how it is.
        lease_s: How long a message is held by a copy that does not answer.
    """

    def __init__(
        self,
        settings: Bot,
        premises: Premises,
        watcher: Watcher | None = None,
        lease_s: float = LEASE_S,
    ) -> None:
        self._settings, self._premises = settings, premises
        self._watcher = watcher or Watcher()
        self._lease_s = lease_s
        self._token = settings.token.get_secret_value()
        self._username = ""
        self._leaving = asyncio.Event()

    def stop(self) -> None:
        """End the run; what is being sent is finished first."""
        self._leaving.set()

    async def run(self) -> None:
        """Serve until `stop` is called.

        Raises:
            BotError: If the database cannot be opened.
            SettingsError: If it cannot listen where it should.
        """
        await asyncio.to_thread(upgrade, self._premises.database)
        with _listening(self._premises) as listener:
            database = Database(self._premises.database)
            try:
                await self._serve(database, listener)
            finally:
                await database.close()

    async def _serve(self, database: Database, listener: socket.socket) -> None:
        condition = Condition(self._watcher.told)
        salt = await facts.salt(database)
        self._username = await facts.username(database)
        if self._watcher.own_key:
            await invite_own(database, self._watcher.own_key, time.time())
        messenger = Messenger(self._token, self._settings.api)
        secrecy, phrases = Secrecy(self._token, salt), Phrases()
        pictures = Pictures(database, self._premises.blobs)
        queue = Queue(
            database,
            secrets.token_hex(8),
            self._lease_s,
            self._settings.messages_per_s,
        )
        courier = Courier(
            database,
            queue,
            pictures,
            Leftovers(database, self._premises.blobs),
            messenger,
            secrecy,
            phrases,
            condition,
            self._lease_s,
            self._settings.messages_per_s,
        )
        ears = Ears(Reception(database, secrecy), messenger, condition, courier.wake)
        hooked = bool(self._settings.webhook)
        app = make_app(
            Backstage(
                KeyGuard(database),
                UploadRate(self._settings.uploads_per_min),
                Room(),
                pictures,
                lambda: self._username,
                courier.wake,
                ears.take if hooked else None,
                webhook_secret(self._token),
            )
        )
        server = _Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                backlog=BACKLOG,
                timeout_graceful_shutdown=GRACE_S,
                timeout_keep_alive=KEEP_ALIVE_S,
                server_header=False,
            )
        )
        async with _beside(
            self._talk(database, messenger, phrases, condition, courier, ears),
            Caretaker(database, self._premises.blobs).run(),
        ) as works:
            serving = asyncio.create_task(server.serve([listener]))
            leaving = asyncio.create_task(self._leaving.wait())
            host, port = listener.getsockname()[:2]
            self._watcher.ready(local_address(host, port))
            logger.info("the service listens")
            await asyncio.wait(
                (serving, leaving, *works), return_when=asyncio.FIRST_COMPLETED
            )
            leaving.cancel()
            server.should_exit = True
            await serving
        await messenger.end()
        logger.info("the service is closed")

    async def _talk(
        self,
        database: Database,
        messenger: Messenger,
        phrases: Phrases,
        condition: Condition,
        courier: Courier,
        ears: Ears,
    ) -> None:
        """Get to know Telegram, however long that takes; then listen and send."""
        failures = 0
        while True:
            try:
                self._username = await messenger.begin()
                await facts.remember_username(database, self._username)
                await messenger.offer_commands(phrases.commands())
                if self._settings.webhook:
                    address = self._settings.webhook + WEBHOOK_PATH
                    await messenger.hook(address, webhook_secret(self._token))
                else:
                    await messenger.unhook()
                break
            except BotError as error:
                condition.trouble(Part.TELEGRAM, str(error))
                await asyncio.sleep(_pause_s(error, failures))
                failures += 1
        condition.well(Part.TELEGRAM)
        if self._settings.webhook:
            await courier.run()
        else:
            async with asyncio.TaskGroup() as group:
                group.create_task(courier.run())
                group.create_task(ears.ask())


class _Server(uvicorn.Server):
    """Uvicorn without its signal handlers: the service's owner has them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def _beside(
    *works: Coroutine[object, object, None],
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Run things beside, for as long as the block lasts; they end with it.

    Raises:
        Exception: What the first of them failed with.
    """
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for failure in ended:
        if isinstance(failure, Exception):
            raise failure


@contextlib.contextmanager
def _listening(premises: Premises) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in premises.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((premises.host, premises.port))
        except OSError as error:
            raise SettingsError(
                f"The service cannot listen at {premises.host}:{premises.port}: "
                f"{error.strerror or 'there is no such address'}. Is it running "
                "already? Or set bot.listen."
            ) from error
        yield listener


def _pause_s(error: BotError, failures: int) -> float:
    if isinstance(error, WaitError):
        return error.retry_after_s
    firm = isinstance(error, BotTokenError) or not isinstance(error, MessengerError)
    return PAUSES_S[-2 if firm else min(failures, len(PAUSES_S) - 1)]
