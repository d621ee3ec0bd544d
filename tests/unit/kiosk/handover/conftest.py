"""A dispatch of its own for every test, and the service on loopback."""

import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.handover import dispatch, rounds
from kiosk.handover.dispatch import Dispatch
from kiosk.handover.sealing import Document
from kiosk.rehearsal.loopback import LoopbackService
from kiosk.settings.sections.handover import Handover

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def service() -> Iterator[LoopbackService]:
    with LoopbackService() as listening:
        yield listening


@pytest.fixture
def picture() -> Document:
    content = PNG + secrets.token_bytes(20_000)
    return Document("vernissage-lady.png", "image/png", "Lady", "en", content)


@pytest.fixture
def until() -> Callable[[Callable[[], object]], None]:
    """Wait until something is so."""

    def wait(happened: Callable[[], object], most_s: float = 8.0) -> None:
        end_s = time.monotonic() + most_s
        while not happened():
            assert time.monotonic() < end_s, "it does not happen"
            time.sleep(0.005)

    return wait


class Kiosk:
    """A dispatch with settings that can be changed, and what it told."""

    def __init__(self, folder: Path, service: LoopbackService) -> None:
        self.folder = folder / "outbox"
        self.account, self.settings = service.account, Handover()
        self.told, self.listens = [], True
        self.dispatch = self._made()
        self.dispatch.start()

    def _made(self) -> Dispatch:
        return Dispatch(
            self.folder, lambda: self.account, lambda: self.settings, self._tell
        )

    def _tell(self, session: str, offered_s: float, fetched_s: float) -> bool:
        if self.listens:
            self.told.append((session, offered_s, fetched_s))
        return self.listens

    def restart(self) -> None:
        self.dispatch.close()
        self.dispatch = self._made()
        self.dispatch.start()

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("*.sealed"))


@pytest.fixture
def kiosk(
    tmp_path: Path, service: LoopbackService, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kiosk]:
    monkeypatch.setattr(dispatch, "CODE_FIRST_S", 0.0)
    monkeypatch.setattr(rounds, "ASKS_WATCHED_EVERY_S", 0.1)
    monkeypatch.setattr(rounds, "LEAST_BETWEEN_ASKS_S", 0.05)
    made = Kiosk(tmp_path, service)
    yield made
    made.dispatch.close()
