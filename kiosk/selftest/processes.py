"""Every process that the kiosk starts of itself is started once."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Final

from kiosk import program
from kiosk.bot.child import BotChild
from kiosk.errors import KioskError
from kiosk.settings.sections.bot import Bot
from pipeline.devices import PROCESSOR
from pipeline.measuring import measure_apart

_PATIENCE_S: Final = 60.0
_GLANCE_S: Final = 0.05
_NO_BOT: Final = "123456789:" + "A" * 35
"""Looks like a bot's token and is nobody's."""


def check_probe(_folder: Path) -> str:
    """Ask a process of its own what Qt finds."""
    done = subprocess.run(  # noqa: S603 (ourselves)
        program.command("doctor", "--probe"),
        cwd=program.ROOT,
        capture_output=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise KioskError(f"Qt does not start. {said[-1] if said else ''}".rstrip())
    seen = json.loads(done.stdout)
    return f"Qt on '{seen['platform']}', {seen['font_families']} families of typefaces"


def check_measuring(_folder: Path) -> str:
    """Measure the processor in a process of its own."""
    found = measure_apart(PROCESSOR, None, None, _PATIENCE_S)
    if found.failure or found.light_ms is None:
        raise KioskError(found.failure or "The measurement told nothing.")
    return f"both models of every frame take {found.light_ms:.0f} ms"


def check_bot_process(_folder: Path) -> str:
    """Run the bot beside the kiosk, where no Telegram answers, and ask whether it does.

    It reads its settings for itself, from the environment.
    """
    nobody, free = _free_port(), _free_port()
    given = {
        "token": _NO_BOT,
        "api": f"http://127.0.0.1:{nobody}",
        "listen": f"127.0.0.1:{free}",
    }
    for name, value in given.items():
        os.environ[f"VERNISSAGE_BOT__{name.upper()}"] = value
    child = BotChild(Bot.model_validate(given))
    child.start()
    try:
        ends_s = time.monotonic() + _PATIENCE_S
        while not (well := _answers(f"{child.account.url}/v1/health")):
            if time.monotonic() > ends_s:
                break
            time.sleep(_GLANCE_S)
        sentence = child.state.sentence
    finally:
        child.stop()
        for name in given:
            os.environ.pop(f"VERNISSAGE_BOT__{name.upper()}", None)
    if not well:
        raise KioskError(sentence or "The bot's service does not answer.")
    return "the bot's service answers"


def _answers(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=_PATIENCE_S) as answer:
            told: object = json.load(answer)
    except (OSError, ValueError):
        return False
    return told == {"ok": True}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
