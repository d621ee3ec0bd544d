"""From "keep" on the kiosk to the bytes in the chat: every part is the real one.

Only Telegram is not: a Bot API on this computer stands in for it.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.bot.child import BotChild
from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.handover.account import Account
from kiosk.handover.offer import token_of
from kiosk.handover.progress import Progress
from kiosk.handover.sealing import picture_id, unseal
from kiosk.packs.library import open_library
from kiosk.places import CONFIG_NAME
from kiosk.rehearsal.house import House
from kiosk.rehearsal.traces import Traces
from kiosk.rehearsal.walk import Walk
from kiosk.settings.sections.bot import Bot
from kiosk.storage.database import FILE_NAME
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.postgres import free_port
from tests.sitters import write_sitters
from tests.telegram_methods import USERNAME

SIZE_PX = (540, 960)
SPEED = 2.0
WITHIN_S = 30.0
LADY = "pack/lady"


class Visit:
    """A kiosk that runs the real bot beside itself, and a phone."""

    def __init__(self, house: House, folder: Path, telegram: FakeTelegram) -> None:
        self.house, self.app, self.folder = house, house.app, folder
        self.walk, self.telegram = Walk(house), telegram
        self.traces = Traces(house.app, folder)

    def keep(self) -> None:
        self.walk.begin()
        self.walk.agree()
        self.walk.choose(LADY)
        self.walk.live()
        self.walk.shoot()
        self.walk.keep()

    def until(self, happened, what: str) -> None:
        self.house.until(lambda: bool(happened()), what, WITHIN_S)

    def progress(self, progress: Progress) -> None:
        self.until(lambda: self.app.dispatch.progress is progress, progress)
        self.house.wait(0.2)

    def scan(self) -> str:
        """The link that a phone reads off the screen."""
        found = zxingcpp.read_barcodes(self.house.picture())
        (code,) = [one for one in found if one.format == zxingcpp.BarcodeFormat.QRCode]
        return code.text

    def leave(self) -> None:
        self.walk.reach(State.ATTRACT)
        self.house.watch(lambda: not self.traces.left(), 8.0)
        assert self.traces.left() == []


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> None:
    """The kiosk and the bot are shared by the tests; see `visit`."""


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture(scope="module")
def visit(
    tmp_path_factory: pytest.TempPathFactory, telegram: FakeTelegram
) -> Iterator[Visit]:
    before = set(threading.enumerate())
    folder = tmp_path_factory.mktemp("kiosk")
    given = {
        "token": TOKEN,
        "api": telegram.url,
        "listen": f"127.0.0.1:{free_port()}",
    }
    with pytest.MonkeyPatch.context() as patch:  # the bot reads them for itself
        patch.setenv("VERNISSAGE_HOME", str(tmp_path_factory.mktemp("bot")))
        for name, value in given.items():
            patch.setenv(f"VERNISSAGE_BOT__{name}".upper(), value)
        bot = BotChild(Bot.model_validate(given))
        settings = CurrentSettings.usual(folder / CONFIG_NAME)
        library = open_library(write_sitters(tmp_path_factory.mktemp("packs")))
        with House(settings, library, folder, SIZE_PX, speed=SPEED, bot=bot) as house:
            opened = Visit(house, folder, telegram)
            opened.until(lambda: house.app.complete, "the paintings")
            opened.until(lambda: house.app.dispatch.link, "the bot")
            yield opened
    assert not {
        thread for thread in set(threading.enumerate()) - before if not thread.daemon
    }


def test_the_portrait_comes_to_the_phone_that_scanned_the_code(visit: Visit) -> None:
    visit.keep()
    link = visit.scan()
    (token,) = parse_qs(urlsplit(link).query)["start"]
    assert link == f"https://t.me/{USERNAME}?start={token}"
    assert token_of(visit.app.stage.handover.code) == token
    visit.progress(Progress.READY)
    (sealed,) = visit.folder.rglob("*.sealed")
    portrait = unseal(token, sealed.read_bytes())
    taken = visit.app.controller.visitor.portrait
    assert (
        cv2.imdecode(np.frombuffer(portrait.content, np.uint8), cv2.IMREAD_COLOR).shape
        == taken.bgr.shape
    )
    del taken

    visit.telegram.say(7, f"/start {token}", language="de")
    document, photo = visit.telegram.wait_for(7, count=2)
    assert document.method == "sendDocument"
    assert document.content == portrait.content
    assert document.filename == portrait.name == "vernissage-lady.jpg"
    assert photo.method == "sendPhoto"

    visit.progress(Progress.FETCHED)
    visit.walk.tap(visit.app.stage.handover.done)
    visit.leave()
    visit.until(lambda: not list(visit.folder.rglob("*.sealed")), "an empty outbox")
    with closing(sqlite3.connect(visit.folder / FILE_NAME)) as log:
        ((session, outcome, offered, fetched),) = log.execute(
            "SELECT id, outcome, offered_utc_ms, picked_up_utc_ms "
            "FROM pickups JOIN sessions ON pickups.session = sessions.id"
        )
    assert len(session) == 32
    assert outcome == "completed"
    assert 0 <= fetched - offered < 60_000


def test_a_deleted_picture_comes_to_nobody(visit: Visit) -> None:
    visit.keep()
    token = visit.app.controller.visitor.token
    visit.progress(Progress.READY)
    visit.walk.tap(visit.app.stage.handover.delete)
    visit.until(lambda: not list(visit.folder.rglob("*.sealed")), "an empty outbox")
    standing = visit.app.dispatch
    visit.until(lambda: standing.standing.tally.deletions == 0, "the deletion")

    visit.telegram.say(9, f"/start {token}")
    answer = visit.telegram.wait_for(9)[0]
    time.sleep(0.3)
    assert answer.method == "sendMessage"
    assert not visit.telegram.to(9, "sendDocument")
    visit.leave()


def test_who_scans_before_the_picture_is_there_gets_it_when_it_comes(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, link = visit.app.dispatch._courier._service, visit.app.dispatch.link
    with monkeypatch.context() as patch:  # nobody listens at that address
        patch.setattr(service, "_account", Account("http://127.0.0.1:9", "key"))
        visit.keep()
        visit.progress(Progress.DELAYED)
        token = visit.app.controller.visitor.token
        assert visit.scan() == link.replace("{token}", token)
        visit.telegram.say(10, f"/start {token}")
        assert visit.telegram.wait_for(10)[0].method == "sendMessage"
        assert picture_id(token) in {
            path.stem for path in visit.folder.rglob("*.sealed")
        }

    visit.app.dispatch.wake()
    visit.progress(Progress.READY)
    assert visit.telegram.wait_for(10, "sendDocument")
    visit.progress(Progress.FETCHED)
    visit.walk.tap(visit.app.stage.handover.done)
    visit.leave()
