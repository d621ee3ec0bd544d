"""The real service on this computer: in a thread with its own loop, or as a process."""

import asyncio
import io
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import httpx
import numpy as np
import pytest
from PIL import Image

from kiosk.bot import courier, queue
from kiosk.bot.blobs import BlobStore, FolderBlobs
from kiosk.bot.database import Database, database_url
from kiosk.bot.invitation import new_key
from kiosk.bot.keys import invite
from kiosk.bot.premises import Premises
from kiosk.bot.service import Service, Watcher
from kiosk.handover.offer import new_token
from kiosk.handover.sealing import Document, picture_id, seal
from kiosk.settings.sections.bot import Bot
from tests.fake_telegram import TOKEN, FakeTelegram

DAY_S = 86_400


def jpeg(seed: int = 1, side_px: int = 200) -> bytes:
    """A small real picture."""
    pixels = np.random.default_rng(seed).integers(0, 255, (8, 8, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).resize((side_px, side_px)).save(out, "JPEG", quality=90)
    return out.getvalue()


def document(content: bytes = b"", title: str = "The lady") -> Document:
    content = content or jpeg()
    return Document("vernissage-lady.jpg", "image/jpeg", title, "de", content)


@dataclass
class Picture:
    """A picture as a kiosk has it."""

    token: str
    document: Document
    sealed: bytes

    @property
    def id(self) -> str:
        return picture_id(self.token)


def picture(content: bytes = b"", title: str = "The lady") -> Picture:
    token, made = new_token(), document(content, title)
    return Picture(token, made, seal(token, made))


class Phone:
    """A kiosk's way to the service."""

    def __init__(self, address: str, key: str) -> None:
        self.key = key
        self.http = httpx.Client(base_url=address, timeout=20.0, trust_env=False)

    def put(
        self, picture: Picture, expires_at: float | None = None, **more: Any
    ) -> httpx.Response:
        expires = str(int(time.time() + DAY_S if expires_at is None else expires_at))
        headers = {
            "Authorization": f"Bearer {self.key}",
            "Vernissage-Expires": expires,
            **more.pop("headers", {}),
        }
        return self.http.put(
            f"/v1/pictures/{picture.id}",
            content=more.pop("content", picture.sealed),
            headers=headers,
        )

    def ask(self, method: str, path: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.key}"}
        return self.http.request(method, path, headers=headers)

    def state(self, picture: Picture) -> str:
        return str(self.ask("GET", f"/v1/pictures/{picture.id}").json()["state"])

    def wait_for(self, picture: Picture, state: str, patience_s: float = 10.0) -> None:
        until_s = time.monotonic() + patience_s
        while self.state(picture) != state:
            assert time.monotonic() < until_s, f"it is {self.state(picture)}"
            time.sleep(0.02)


class BotRoom:
    """The service with everything around it."""

    def __init__(
        self,
        folder: Path,
        telegram: FakeTelegram,
        *,
        database: str = "",
        blobs: BlobStore | None = None,
        lease_s: float = 30.0,
        hurried: bool = False,
        **settings: Any,
    ) -> None:
        self._patch = pytest.MonkeyPatch()
        if hurried:  # a chat hears several things a second, against Telegram's limit
            self._patch.setattr(queue, "CHAT_PAUSE_S", 0.02)
            self._patch.setattr(courier, "LOOK_S", 0.02)
        self.folder, self.telegram = folder, telegram
        values = {"token": TOKEN, "api": telegram.url, "listen": "127.0.0.1:0"}
        self.settings = Bot.model_validate({**values, **settings})
        self.url = database_url(database, folder)
        self.blobs = blobs or FolderBlobs(folder / "sealed")
        self._lease_s = lease_s
        self.troubles: list[str] = []
        self.address = ""

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="service")
        self._thread.start()
        assert self._ready.wait(20.0)
        if self._failure:
            self._thread.join()
            raise self._failure
        self._phones: list[Phone] = []
        return self

    def __exit__(self, *_: object) -> None:
        for phone in self._phones:
            phone.http.close()
        self._loop.call_soon_threadsafe(self._service.stop)
        self._thread.join()
        self._patch.undo()
        if self._failure:
            raise self._failure

    def phone(self, name: str = "hall") -> Phone:
        """Invite a kiosk."""
        return self.phone_with(self.invite(name))

    def invite(self, name: str) -> str:
        key = new_key()
        self.work(lambda database: invite(database, name, key, time.time()))
        return key

    def phone_with(self, key: str) -> Phone:
        phone = Phone(self.address, key)
        self._phones.append(phone)
        return phone

    def work(self, work: Any) -> Any:
        """Do something in the database, from outside the service."""

        async def worked() -> Any:
            database = Database(self.url)
            try:
                return await work(database)
            finally:
                await database.close()

        return asyncio.run(worked())

    def rows(self, table: Any) -> list[Any]:
        async def found(link: Any) -> list[Any]:
            return list((await link.execute(table.select())).all())

        return list(self.work(lambda database: database.read(found)))

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 (raised again by the test)
            self._failure = error
            self._ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        premises = Premises(self.url, self.blobs, "", "127.0.0.1", 0)
        watcher = Watcher(self._on_ready, self.troubles.append)
        self._service = Service(self.settings, premises, watcher, self._lease_s)
        await self._service.run()

    def _on_ready(self, address: str) -> None:
        self.address = address
        self._ready.set()
