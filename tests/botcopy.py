"""One copy of the service as a process of its own, that can be killed: see `Copy`."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE_S = 15.0


class Copy:
    """A copy of the service that runs.

    Args:
        folder: Its own.
        lease_s: How long its messages are held after it was killed.
        settings: Of the section ``bot``.
    """

    def __init__(self, folder: Path, lease_s: float, **settings: Any) -> None:
        told = {"folder": str(folder), "lease_s": lease_s, "bot": settings}
        environ = {**os.environ, "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x"}
        self._process = subprocess.Popen(  # noqa: S603 (our own arguments)
            [sys.executable, "-m", "tests.botcopy", json.dumps(told)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            env={**environ, "AWS_DEFAULT_REGION": "us-east-1"},
        )
        self.address = ""
        self.pid = self._process.pid

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert self.address
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        self._process.wait(_PATIENCE_S)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def kill(self) -> None:
        """As a power cut does."""
        self._process.kill()
        self._process.wait(_PATIENCE_S)


async def _run(told: dict[str, Any]) -> None:
    from kiosk.bot.premises import premises_of
    from kiosk.bot.service import Service, Watcher
    from kiosk.settings.schema import Settings

    values = {"bot": told["bot"], "storage": {"folder": told["folder"]}}
    settings = Settings.model_validate(values)
    watcher = Watcher(lambda address: print(address, flush=True))  # noqa: T201 (the test reads it)
    service = Service(settings.bot, premises_of(settings), watcher, told["lease_s"])
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, service.stop)
    await service.run()


if __name__ == "__main__":
    asyncio.run(_run(json.loads(sys.argv[1])))
