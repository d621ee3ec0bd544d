"""Runs the service as a process: its log, its signals, and the kiosk that started it.

A kiosk that runs the service beside itself writes the key of its own into the standard
input and holds that open: when it ends, however that is, so does the service. Its
standard output then tells how it is, one JSON object a line.
"""

import asyncio
import json
import logging
import signal
import sys
import threading
from collections.abc import Callable

from kiosk.bot.discretion import be_discreet
from kiosk.bot.premises import bot_token, premises_of
from kiosk.bot.service import Service, Watcher
from kiosk.errors import SettingsError
from kiosk.log import BOT_FILE_NAME, log_to_file, log_to_stderr
from kiosk.output import say
from kiosk.settings.schema import Settings


def serve(settings: Settings, *, beside: bool) -> int:
    """Run the service until it is told to end.

    Args:
        settings: How.
        beside: Whether a kiosk runs it beside itself.

    Returns:
        The exit code.

    Raises:
        BotError: If the database cannot be opened.
        SettingsError: If a setting is missing or cannot be meant.
    """
    token = bot_token(settings)
    premises = premises_of(settings)
    own_key = sys.stdin.readline().strip() if beside else ""
    if beside and not own_key:
        raise SettingsError("--beside is for the kiosk itself, which starts the bot.")
    log_to_stderr(logging.WARNING if beside else logging.INFO)
    log_to_file(name=BOT_FILE_NAME)
    be_discreet((token, own_key, settings.bot.database.get_secret_value()))
    watcher = Watcher(_ready_line, _trouble_line, own_key) if beside else Watcher(_say)
    service = Service(settings.bot, premises, watcher)
    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(_run(service, beside=beside))
    return 0


def new_loop() -> asyncio.AbstractEventLoop:
    """A loop that the drivers of both databases can run in."""
    if sys.platform == "win32":
        return asyncio.SelectorEventLoop()
    return asyncio.new_event_loop()


async def _run(service: Service, *, beside: bool) -> None:
    loop = asyncio.get_running_loop()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(service.stop)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    if beside:
        threading.Thread(target=_until_alone, args=(stop,), daemon=True).start()
    await service.run()


def _until_alone(stop: Callable[[], None]) -> None:
    sys.stdin.read()
    stop()


def _say(address: str) -> None:
    say(f"The service listens at {address}. Ctrl+C ends it.")


def _ready_line(address: str) -> None:
    say(json.dumps({"address": address}))


def _trouble_line(sentence: str) -> None:
    say(json.dumps({"trouble": sentence}))
