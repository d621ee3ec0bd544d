"""Carries messages to Telegram: takes them out of the queue, sends, writes it down.

A picture is delivered exactly once as far as Telegram allows. It is written down right
after Telegram's answer, in one short transaction. Should the service be killed, or lose
the database for longer than a lease, between that answer and the commit, the picture is
sent again: the visitor has it twice rather than never. Telegram offers no way to ask.
"""

import asyncio
import contextlib
import functools
import logging
import time
from collections.abc import AsyncIterator

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.chat.phrases import NAMES, Phrases
from kiosk.bot.chat.reception import LANGUAGE_TOUCH
from kiosk.bot.condition import Condition, Part
from kiosk.bot.database import Database
from kiosk.bot.endings import PictureState, end_pictures, note_pickup
from kiosk.bot.errors import (
    BotError,
    BotTokenError,
    MessengerError,
    RefusedError,
    StoreBusyError,
    StoreFullError,
    WaitError,
)
from kiosk.bot.leftovers import Leftovers
from kiosk.bot.messenger import Messenger
from kiosk.bot.parcel import Parcels, preview_of
from kiosk.bot.pictures import Pictures
from kiosk.bot.queue import Claim, Queue, put_preview, put_words
from kiosk.bot.secrecy import Errand, Secrecy
from kiosk.bot.together import Work
from kiosk.bot.waiting import promote

logger = logging.getLogger(__name__)

AT_ONCE = 16
LOOK_S = 0.5
"""How often is looked for what another copy of the service has queued."""
PAUSES_S = (1.0, 2.0, 5.0, 15.0, 60.0)
MOST_ATTEMPTS = 8
"""For words and previews; a picture is tried until it expires."""
AGAIN_S = 1.0
WINDOW_S = 1.0
ENDING_S = 20.0


class Courier:
    """Sends what is in the queue.

    Args:
        database: Where everything is written down.
        queue: Where messages come from.
        pictures: Where pictures come from.
        leftovers: Deletes those that were delivered.
        messenger: Who sends them.
        secrecy: Reveals errands.
        phrases: The words.
        condition: Is told whether Telegram takes messages.
        lease_s: How long a message is held without being prolonged.
        messages_per_s: To all chats together.
    """

    def __init__(
        self,
        database: Database,
        queue: Queue,
        pictures: Pictures,
        leftovers: Leftovers,
        messenger: Messenger,
        secrecy: Secrecy,
        phrases: Phrases,
        condition: Condition,
        lease_s: float,
        messages_per_s: int,
    ) -> None:
        self._database, self._queue, self._leftovers = database, queue, leftovers
        self._messenger, self._secrecy, self._phrases = messenger, secrecy, phrases
        self._condition, self._lease_s = condition, lease_s
        self._parcels = Parcels(database, pictures)
        self._woken = asyncio.Event()
        self._carried: dict[int, asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(messages_per_s)
        self._rest_until = 0.0

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; what is being sent then is finished."""
        holding = asyncio.create_task(self._hold())
        try:
            while True:
                self._woken.clear()
                if not await self._take():
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._woken.wait(), LOOK_S)
        finally:
            if self._carried:
                await asyncio.wait(self._carried.values(), timeout=ENDING_S)
            for task in (*self._carried.values(), holding):
                task.cancel()

    async def _take(self) -> bool:
        free = AT_ONCE - len(self._carried)
        if free <= 0:
            return False
        try:
            claims = await self._queue.take(free, time.time())
        except (StoreBusyError, StoreFullError) as error:
            self._condition.trouble(Part.STORE, str(error))
            await asyncio.sleep(AGAIN_S)
            return False
        self._condition.well(Part.STORE)
        for claim in claims:
            task = asyncio.create_task(self._carry(claim))
            self._carried[claim.id] = task
            task.add_done_callback(functools.partial(self._let_go, claim.id))
        return bool(claims)

    def _let_go(self, claim_id: int, _done: object) -> None:
        self._carried.pop(claim_id, None)
        self._woken.set()

    async def _hold(self) -> None:
        """Prolong the leases; what another copy has taken over is not sent here."""
        while True:
            await asyncio.sleep(self._lease_s / 3.0)
            ids = list(self._carried)
            if not ids:
                continue
            with contextlib.suppress(BotError):
                held = await self._queue.hold(ids, time.time())
                for lost in set(ids) - held:
                    if task := self._carried.get(lost):
                        task.cancel()

    async def _carry(self, claim: Claim) -> None:
        try:
            errand = self._secrecy.reveal(claim.person, claim.hidden)
            if errand is None:
                logger.warning("a message of another bot token was dropped")
                await self._written(lambda link: self._drop(link, claim))
            elif claim.kind == "picture":
                await self._deliver(claim, errand)
            elif claim.kind == "preview":
                await self._show(claim, errand)
            else:
                await self._speak(claim, errand)
            self._condition.well(Part.TELEGRAM)
        except MessengerError as error:
            await self._failed(claim, error)
        except (StoreBusyError, StoreFullError) as error:
            self._condition.trouble(Part.STORE, str(error))
            await self._later(claim)
        except Exception:
            logger.exception("a message could not be sent")
            await self._later(claim)

    async def _deliver(self, claim: Claim, errand: Errand) -> None:
        parcel = await self._parcels.open(claim, errand)
        document = parcel.document
        if document is None:
            await self._written(lambda link: self._excuse(link, claim, parcel.words))
            return
        caption = self._phrases.say("caption", errand.language, title=document.title)
        async with self._turn(claim):
            await self._messenger.send_document(errand.chat, document, caption)
        await self._written(lambda link: self._delivered(link, claim))

    async def _show(self, claim: Claim, errand: Errand) -> None:
        parcel = await self._parcels.open(claim, errand)
        document = parcel.document
        jpeg = None
        if document is not None:
            jpeg = await asyncio.to_thread(preview_of, document)
        if jpeg is not None:
            caption = self._phrases.say("preview", errand.language)
            async with self._turn(claim):
                await self._messenger.send_photo(errand.chat, jpeg, caption)
        await self._written(lambda link: self._drop(link, claim))
        await self._leftovers.clear(claim.picture_id)

    async def _speak(self, claim: Claim, errand: Errand) -> None:
        if errand.callback:
            await self._messenger.answer_touch(errand.callback)
        choose = errand.words == "language"
        buttons = [(name, LANGUAGE_TOUCH + code) for code, name in NAMES.items()]
        text = self._phrases.say(errand.words, errand.language)
        async with self._turn(claim):
            await self._messenger.send_words(
                errand.chat, text, buttons if choose else ()
            )
        await self._written(lambda link: self._drop(link, claim))

    async def _failed(self, claim: Claim, error: MessengerError) -> None:
        now_s = time.time()
        if isinstance(error, WaitError):
            self._rest_until = now_s + error.retry_after_s
            logger.warning(
                "Telegram wants to be left alone",
                extra={"fields": {"seconds": error.retry_after_s}},
            )
            with contextlib.suppress(BotError):
                await self._queue.rest(self._rest_until)
                await self._queue.put_back(claim, self._rest_until, tried=False)
            return
        if isinstance(error, RefusedError):
            logger.warning("Telegram refused a message", extra=_kind(claim))
            await self._written(lambda link: self._refused(link, claim))
            return
        self._condition.trouble(Part.TELEGRAM, str(error))
        patient = claim.kind == "picture" or isinstance(error, BotTokenError)
        if not patient and claim.attempts + 1 >= MOST_ATTEMPTS:
            logger.warning("a message was given up", extra=_kind(claim))
            await self._written(lambda link: self._drop(link, claim))
            return
        await self._later(claim)

    async def _later(self, claim: Claim) -> None:
        pause_s = PAUSES_S[min(claim.attempts, len(PAUSES_S) - 1)]
        with contextlib.suppress(BotError):  # or else the lease runs out
            await self._queue.put_back(claim, time.time() + pause_s, tried=True)

    @contextlib.asynccontextmanager
    async def _turn(self, claim: Claim) -> AsyncIterator[None]:
        """Wait for the message's place on the time line, then send it in the block.

        A turn is held until a second after Telegram's answer. Whenever a message
        arrives there, it is within its turn: so no second ever sees more than there
        are turns, however long the network keeps messages.
        """
        while (wait_s := max(claim.send_at, self._rest_until) - time.time()) > 0.0:
            await asyncio.sleep(wait_s)
        await self._turns.acquire()
        try:
            yield
        finally:
            loop = asyncio.get_running_loop()
            loop.call_later(WINDOW_S, self._turns.release)

    async def _written(self, work: Work[None]) -> None:
        """Write down what Telegram has done, however long that takes."""
        while True:
            try:
                await asyncio.shield(self._database.write(work))
            except (StoreBusyError, StoreFullError) as error:
                self._condition.trouble(Part.STORE, str(error))
                await asyncio.sleep(AGAIN_S)
            else:
                return

    async def _delivered(self, link: AsyncConnection, claim: Claim) -> None:
        now_s = time.time()
        await self._queue.finish(link, claim, now_s)
        if not await note_pickup(link, claim.picture_id or "", claim.person, now_s):
            return
        await link.execute(
            update(tables.people)
            .where(tables.people.c.person == claim.person)
            .values(wrong=0)
        )
        await put_preview(link, claim, now_s)
        await promote(link, claim.picture_id or "", now_s)

    async def _excuse(self, link: AsyncConnection, claim: Claim, words: str) -> None:
        """Say why there is no picture; one that is broken is not offered again."""
        now_s = time.time()
        picture = claim.picture_id or ""
        if not await self._queue.finish(link, claim, now_s):
            return
        if words == "broken":
            await end_pictures(link, [picture], PictureState.DELETED, now_s)
        errand = self._secrecy.reveal(claim.person, claim.hidden)
        if errand is not None:
            said = Errand(errand.chat, errand.language, words)
            await put_words(link, self._secrecy, said, now_s)
        await promote(link, picture, now_s)

    async def _refused(self, link: AsyncConnection, claim: Claim) -> None:
        now_s = time.time()
        if await self._queue.finish(link, claim, now_s) and claim.kind == "picture":
            await promote(link, claim.picture_id or "", now_s)

    async def _drop(self, link: AsyncConnection, claim: Claim) -> None:
        await self._queue.finish(link, claim, time.time())


def _kind(claim: Claim) -> dict[str, object]:
    return {"fields": {"kind": claim.kind, "attempts": claim.attempts}}
