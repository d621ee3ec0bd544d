"""Tries what the service stands on, one thing after the other."""

import asyncio
import secrets
from collections.abc import Iterator

from kiosk.bot.addresses import kiosks_address
from kiosk.bot.blobs import BlobStore
from kiosk.bot.database import is_file
from kiosk.bot.discretion import be_discreet
from kiosk.bot.errors import StoreBusyError
from kiosk.bot.messenger import Messenger
from kiosk.bot.premises import bot_token, premises_of
from kiosk.bot.upgrade import upgrade
from kiosk.errors import KioskError
from kiosk.settings.schema import Settings

_CONTENT = b"a trial of 'kiosk bot check'"


def try_everything(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Try database, blobs and Telegram.

    Args:
        settings: How the service would run.

    Yields:
        What was tried, what was found, and what is wrong; one of the last two is empty.

    Raises:
        SettingsError: If a setting is missing or cannot be meant.
    """
    token, premises = bot_token(settings), premises_of(settings)
    be_discreet((token,))
    where = premises.database.render_as_string(hide_password=True)
    kind = (
        "SQLite, for one copy of the service" if is_file(premises.database) else where
    )
    try:
        upgrade(premises.database)
        yield "database", kind, ""
    except KioskError as error:
        yield "database", "", str(error)
    try:
        _try_blobs(premises.blobs)
        yield "blobs", premises.blobs_named, ""
    except KioskError as error:
        yield "blobs", "", str(error)
    try:
        name = asyncio.run(_name(token, settings.bot.api))
        yield "Telegram", f"the bot is @{name}", ""
    except KioskError as error:
        yield "Telegram", "", str(error)
    how = "Telegram calls the service" if settings.bot.webhook else "it asks Telegram"
    yield "kiosks", f"reach it at {kiosks_address(settings.bot)}; {how}", ""


def _try_blobs(blobs: BlobStore) -> None:
    name = f"trial-{secrets.token_hex(8)}"
    blobs.put(name, _CONTENT)
    found = blobs.get(name)
    blobs.delete(name)
    if found != _CONTENT:
        raise StoreBusyError("What was written cannot be read again.")


async def _name(token: str, api: str) -> str:
    messenger = Messenger(token, api)
    try:
        return await messenger.begin()
    finally:
        await messenger.end()
