"""Telegram's Bot API, as much of it as the service needs.

With `kiosk.bot.polling` it is all that knows Telegram's library.

Texts are sent without a parse mode: whatever stands in them is text. What Telegram says
of a failure is not handed on, as it may hold the bot's token.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from kiosk.bot.chat.said import Kind, Said
from kiosk.bot.errors import (
    BotTokenError,
    ConflictError,
    MessengerError,
    RefusedError,
    WaitError,
)
from kiosk.bot.polling import UNREADABLE, PollingRequest
from kiosk.handover.sealing import Document

POLL_S = 25
os.environ.setdefault("PTB_TIMEDELTA", "true")  # or every RetryAfter warns

_HEARD = ["message", "callback_query"]
_CONNECTIONS = 32
_UPLOAD_S = 120.0
_PATIENCE_S = 10.0


class Messenger:
    """The bot, as Telegram knows it.

    Args:
        token: The bot's.
        api: The Bot API's address.
    """

    def __init__(self, token: str, api: str) -> None:
        self._bot = Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=HTTPXRequest(
                connection_pool_size=_CONNECTIONS,
                connect_timeout=_PATIENCE_S,
                read_timeout=_PATIENCE_S,
                write_timeout=_PATIENCE_S,
                pool_timeout=_PATIENCE_S,
                media_write_timeout=_UPLOAD_S,
            ),
            get_updates_request=PollingRequest(
                connection_pool_size=1, connect_timeout=_PATIENCE_S
            ),
        )

    async def begin(self) -> str:
        """Make the bot ready.

        Returns:
            Its name, without ``@``.

        Raises:
            MessengerError: If Telegram cannot be reached or does not know the token.
        """
        with _explained():
            await self._bot.initialize()
            return str(self._bot.username)

    async def end(self) -> None:
        """Close all connections."""
        with contextlib.suppress(TelegramError, RuntimeError):
            await self._bot.shutdown()

    async def offer_commands(self, commands: Mapping[str, Mapping[str, str]]) -> None:
        """Have Telegram show the bot's commands.

        Args:
            commands: By language, from command to what it does; "" is for all others.

        Raises:
            MessengerError: If Telegram does not take them.
        """
        with _explained():
            for language, offered in commands.items():
                await self._bot.set_my_commands(
                    list(offered.items()), language_code=language or None
                )

    async def hook(self, address: str, secret: str) -> None:
        """Have Telegram bring messages to an address.

        Raises:
            MessengerError: If Telegram refuses it.
        """
        with _explained():
            await self._bot.set_webhook(
                address, secret_token=secret, allowed_updates=_HEARD
            )

    async def unhook(self) -> None:
        """Have Telegram keep messages until they are asked for.

        Raises:
            MessengerError: If Telegram cannot be reached.
        """
        with _explained():
            await self._bot.delete_webhook()

    async def listen(self, offset: int | None) -> Sequence[Said | int]:
        """Wait for messages.

        Args:
            offset: The number after the last message that was dealt with.

        Returns:
            What was said, in order; the number alone of what is nothing for us.

        Raises:
            MessengerError: If Telegram cannot be reached.
        """
        with _explained():
            updates = await self._bot.get_updates(
                offset, timeout=POLL_S, read_timeout=_PATIENCE_S, allowed_updates=_HEARD
            )
        return [said_of(update) or update.update_id for update in updates]

    def read(self, body: bytes) -> Said | None:
        """Read a message that Telegram brought; None if it is nothing for us.

        Args:
            body: Anything.
        """
        try:
            values = json.loads(body)
            update = Update.de_json(values, self._bot)
            return said_of(update)
        except UNREADABLE:
            return None

    async def send_words(
        self, chat: int, text: str, buttons: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Send a text.

        Args:
            chat: Where to.
            text: Plain.
            buttons: Beneath it: what each shows and what it says to us.

        Raises:
            MessengerError: If Telegram did not take it.
        """
        rows = [
            [InlineKeyboardButton(shown, callback_data=data)] for shown, data in buttons
        ]
        with _explained():
            await self._bot.send_message(
                chat,
                text,
                reply_markup=InlineKeyboardMarkup(rows) if rows else None,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )

    async def send_document(self, chat: int, document: Document, caption: str) -> None:
        """Send a file, byte for byte.

        Raises:
            MessengerError: If Telegram did not take it.
        """
        with _explained():
            await self._bot.send_document(
                chat,
                InputFile(document.content, filename=document.name),
                caption=caption,
                disable_content_type_detection=True,
            )

    async def send_photo(self, chat: int, jpeg: bytes, caption: str) -> None:
        """Send a picture to look at.

        Raises:
            MessengerError: If Telegram did not take it.
        """
        with _explained():
            await self._bot.send_photo(
                chat, InputFile(jpeg, filename="preview.jpg"), caption=caption
            )

    async def answer_touch(self, callback: str) -> None:
        """End the waiting of a button that was touched; no matter if it fails."""
        with contextlib.suppress(MessengerError), _explained():
            await self._bot.answer_callback_query(callback)


def said_of(update: Update) -> Said | None:
    """What somebody said; None for what the bot does not hear."""
    message = update.message
    touch = update.callback_query
    if touch is not None and isinstance(touch.message, Message):
        return Said(
            update.update_id,
            touch.message.chat.id,
            touch.message.chat.type == "private",
            touch.from_user.language_code or "",
            Kind.TOUCH,
            text=touch.data or "",
            callback=touch.id,
        )
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    kind = Kind.TEXT if message.text is not None else Kind.FILE
    if message.forward_origin is not None:
        kind = Kind.FORWARD
    if kind is Kind.FILE and not message.effective_attachment:
        return None  # somebody came, a message was pinned, and the like
    return Said(
        update.update_id,
        message.chat.id,
        message.chat.type == "private",
        message.from_user.language_code or "",
        kind,
        text=message.text or "",
        album=message.media_group_id or "",
    )


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except RetryAfter as error:
        after = error.retry_after  # a number where the environment says so
        after_s = after.total_seconds() if isinstance(after, timedelta) else after
        raise WaitError(float(after_s)) from None
    except Conflict:
        raise ConflictError(
            "Another program asks Telegram for this bot's messages. Let one service "
            "run for each bot, or set bot.webhook."
        ) from None
    except InvalidToken:
        raise BotTokenError(
            "Telegram does not know bot.token. Ask @BotFather for the right one."
        ) from None
    except (BadRequest, Forbidden, ChatMigrated) as error:
        raise RefusedError(f"Telegram refuses: {type(error).__name__}.") from None
    except (TelegramError, RuntimeError) as error:
        raise MessengerError(
            f"Telegram cannot be reached: {type(error).__name__}."
        ) from None
