"""Hears what people say and queues what the bot answers, in one transaction.

Only when that is committed is Telegram told that the message has been dealt with: one
that was cut off comes again, and one that comes again is known by its number.
"""

from dataclasses import dataclass, replace

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.chat.asking import Asked, Asking
from kiosk.bot.chat.patience import Patience, hear, is_quiet, mistake
from kiosk.bot.chat.phrases import language_for
from kiosk.bot.chat.said import Kind, Said, is_attempt, token_in
from kiosk.bot.database import AnyRow, Database, insert_into
from kiosk.bot.queue import put_words
from kiosk.bot.secrecy import Errand, Secrecy
from kiosk.settings.kinds import LANGUAGES

LANGUAGE_TOUCH = "language:"
_PLAIN = frozenset({"help", "privacy", "language"})
_LOOKED_UP = frozenset({"", "start", "delete"})


@dataclass(frozen=True, slots=True)
class _Answer:
    words: str = ""
    language: str = ""
    """A language that was chosen."""
    wrong: bool = False


_UNREAD = {Kind.FILE: _Answer("file"), Kind.FORWARD: _Answer("forward")}


class Reception:
    """Answers people.

    Args:
        database: Where the answers are queued.
        secrecy: Hides who is answered.
    """

    def __init__(self, database: Database, secrecy: Secrecy) -> None:
        self._database, self._secrecy = database, secrecy
        self._asking = Asking(secrecy)

    async def hear(self, said: Said, now_s: float) -> bool:
        """Deal with one message.

        Args:
            said: The message.
            now_s: Unix seconds.

        Returns:
            Whether it was new.

        Raises:
            StoreBusyError: If it could not be dealt with: it has to come again.
        """
        return await self._database.write(lambda link: self._hear(link, said, now_s))

    async def _hear(self, link: AsyncConnection, said: Said, now_s: float) -> bool:
        new = await link.execute(
            insert_into(link, tables.updates)
            .values(id=said.update_id, seen_at=now_s)
            .on_conflict_do_nothing(index_elements=["id"])
        )
        if not new.rowcount:
            return False
        if not said.private and not said.command:
            return True  # people talk to each other there
        person = self._secrecy.person(said.chat)
        row = await _person(link, person, now_s)
        patience = hear(_patience(row), now_s)
        if is_quiet(patience, now_s):
            answer = _Answer("" if patience.told_quiet else "slow_down")
        else:
            repeats = bool(said.album) and said.album == row.album
            answer = (
                _Answer() if repeats else await self._answer(link, said, row, now_s)
            )
            if answer.wrong:
                patience = mistake(patience, now_s)
            if is_quiet(patience, now_s):
                answer = replace(answer, words="slow_down")
        patience = replace(patience, told_quiet=is_quiet(patience, now_s))
        await _store(link, person, patience, said.album, answer.language)
        if answer.words:
            language = answer.language or _language(row, said)
            errand = Errand(said.chat, language, answer.words, callback=said.callback)
            await put_words(link, self._secrecy, errand, now_s)
        return True

    async def _answer(
        self,
        link: AsyncConnection,
        said: Said,
        row: AnyRow,
        now_s: float,
    ) -> _Answer:
        at_once = _at_once(said)
        if at_once is not None:
            return at_once
        if said.command == "delete":
            return await self._delete(link, said, now_s)
        token = token_in(said.rest)
        if token is not None:
            asked = Asked(said.chat, token, _language(row, said))
            words, wrong = await self._asking.ask(link, asked, now_s)
            return _Answer(words, wrong=wrong)
        if said.command == "start":
            return _Answer("unknown", wrong=True)
        attempt = is_attempt(said.rest)
        return _Answer("mistyped" if attempt else "help", wrong=attempt)

    async def _delete(self, link: AsyncConnection, said: Said, now_s: float) -> _Answer:
        if not said.rest:
            await self._asking.forget(link, said.chat, now_s)
            return _Answer("delete_done")
        token = token_in(said.rest)
        if token is None:
            return _Answer("mistyped", wrong=True)
        known = await self._asking.delete(link, token, now_s)
        return _Answer("delete_one" if known else "delete_none", wrong=not known)


def _at_once(said: Said) -> _Answer | None:
    """The answer where nothing has to be looked up; None where something has."""
    if not said.private:
        return _Answer("group")
    if said.kind is not Kind.TEXT:
        return _UNREAD[said.kind] if said.kind in _UNREAD else _touched(said)
    command, rest = said.command, said.rest
    if command == "language" and rest.lower() in LANGUAGES:
        return _Answer("language_set", rest.lower())
    if command in _PLAIN:
        return _Answer(command)
    if command not in _LOOKED_UP:
        return _Answer("help")
    return None if rest or command == "delete" else _Answer("welcome")


def _touched(said: Said) -> _Answer:
    language = said.text.removeprefix(LANGUAGE_TOUCH)
    if language in LANGUAGES:
        return _Answer("language_set", language)
    return _Answer("help")


def _language(row: AnyRow, said: Said) -> str:
    return str(row.language or language_for(said.language_code))


def _patience(row: AnyRow) -> Patience:
    return Patience(
        row.heard,
        row.heard_since,
        row.wrong,
        row.wrong_at,
        row.quiet_until,
        row.told_quiet,
    )


async def _person(link: AsyncConnection, person: str, now_s: float) -> AnyRow:
    """The row of a chat, locked; made if it is new."""
    new = insert_into(link, tables.people).values(
        person=person,
        seen_at=now_s,
        next_at=0.0,
        heard=0,
        heard_since=now_s,
        wrong=0,
        wrong_at=0.0,
        quiet_until=0.0,
        told_quiet=False,
    )
    found = await link.execute(
        new.on_conflict_do_update(
            index_elements=["person"], set_={"seen_at": now_s}
        ).returning(tables.people)
    )
    row: AnyRow = found.one()
    return row


async def _store(
    link: AsyncConnection,
    person: str,
    patience: Patience,
    album: str,
    language: str,
) -> None:
    values: dict[str, object] = {
        "heard": patience.heard,
        "heard_since": patience.heard_since,
        "wrong": patience.wrong,
        "wrong_at": patience.wrong_at,
        "quiet_until": patience.quiet_until,
        "told_quiet": patience.told_quiet,
    }
    if album:
        values["album"] = album
    if language:
        values["language"] = language
    await link.execute(
        update(tables.people).where(tables.people.c.person == person).values(**values)
    )
