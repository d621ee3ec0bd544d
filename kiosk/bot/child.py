"""The service as a child of the kiosk: started, watched, started again, ended with it.

Nothing of the service is loaded into the kiosk; see `kiosk.bot.process` for how the two
speak to each other.
"""

import contextlib
import json
import logging
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk import program
from kiosk.bot.beside import own_account
from kiosk.settings.sections.bot import Bot

logger = logging.getLogger(__name__)

PAUSES_S = (1.0, 2.0, 5.0, 15.0, 60.0)
STEADY_S = 60.0
"""Who ran that long has the shortest pause again."""
ENDING_S = 15.0
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


@dataclass(frozen=True, slots=True)
class ChildState:
    """How the service is.

    Attributes:
        listens: Whether kiosks can reach it.
        sentence: What is wrong, for staff; empty if nothing is.
    """

    listens: bool
    sentence: str


class BotChild:
    """Runs the service beside the kiosk.

    Args:
        settings: The section ``bot``, with a token.
        command: What is run; the service by default.
    """

    def __init__(self, settings: Bot, command: Sequence[str] = ()) -> None:
        self.account = own_account(settings)
        """Where the kiosk brings its pictures, and its own key."""
        self._command = list(command) or program.command("bot", "run", "--beside")
        self._state = ChildState(listens=False, sentence="The bot is starting.")
        self._ending = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._watch, name="bot child")

    @property
    def state(self) -> ChildState:
        """How the service is now."""
        return self._state

    def start(self) -> None:
        """Start it, in a thread that watches it from then on."""
        self._thread.start()

    def stop(self) -> None:
        """End it; what it is sending is finished first. Takes up to 15 seconds."""
        with self._lock:
            self._ending.set()
            process = self._process
        if process is not None:
            _end(process)
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        failures = 0
        while not self._ending.is_set():
            began_s = time.monotonic()
            sentence = self._run_once()
            if self._ending.is_set():
                return
            failures = 0 if time.monotonic() - began_s >= STEADY_S else failures
            pause_s = PAUSES_S[min(failures, len(PAUSES_S) - 1)]
            failures += 1
            logger.error(
                "the bot ended by itself", extra={"fields": {"again_in_s": pause_s}}
            )
            self._state = ChildState(listens=False, sentence=sentence)
            self._ending.wait(pause_s)

    def _run_once(self) -> str:
        """Run it until it ends; tell why it did."""
        try:
            with self._lock:
                if self._ending.is_set():
                    return ""
                self._process = process = subprocess.Popen(  # noqa: S603 (ourselves)
                    self._command,
                    cwd=program.ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    creationflags=_NO_WINDOW,
                )
        except OSError as error:
            return f"The bot cannot be started: {error.strerror}."
        complaints: list[str] = []
        listener = threading.Thread(
            target=_gather, args=(process.stderr, complaints), name="bot complaints"
        )
        listener.start()
        with process:  # which closes what is being read when it ends
            with contextlib.suppress(OSError, ValueError):
                assert process.stdin is not None  # noqa: S101 (asked for above)
                assert process.stdout is not None  # noqa: S101 (as above)
                process.stdin.write(f"{self.account.key}\n")
                process.stdin.flush()
                for line in process.stdout:
                    self._hear(line)
            listener.join()
        why = complaints[-1] if complaints else "It says nothing; see its log."
        return f"The bot ended and is started again. {why}"

    def _hear(self, line: str) -> None:
        try:
            told = json.loads(line)
        except ValueError:
            return
        if isinstance(told, dict) and "address" in told:
            self._state = ChildState(listens=True, sentence="")
        elif isinstance(told, dict) and "trouble" in told:
            listens = self._state.listens
            self._state = ChildState(listens=listens, sentence=str(told["trouble"]))


def _gather(lines: Iterable[str], complaints: list[str]) -> None:
    """Keep the last thing that it complained about."""
    for line in lines:
        if line.strip():
            complaints[:] = [line.strip()[:300]]


def _end(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(OSError, ValueError):
        assert process.stdin is not None  # noqa: S101 (asked for)
        process.stdin.close()
    for harder in (process.terminate, process.kill):
        try:
            process.wait(ENDING_S)
        except subprocess.TimeoutExpired:
            harder()
