"""Disk full, database locked, Telegram away: told, and lived through."""

import sqlite3
import time

from kiosk.bot import service
from kiosk.bot.blobs import FolderBlobs
from kiosk.bot.errors import StoreFullError
from tests.botroom import BotRoom, picture
from tests.fake_telegram import FakeTelegram, Trouble

CHAT = 9


class FullOnce(FolderBlobs):
    """A disk that is full at first."""

    full = True

    def put(self, name: str, content: bytes) -> None:
        if self.full:
            raise StoreFullError("The disk with the pictures is full.")
        super().put(name, content)


def test_a_full_disk_and_a_locked_database_pass(tmp_path) -> None:
    blobs, mine, later = FullOnce(tmp_path / "sealed"), picture(), picture()
    with FakeTelegram() as own, BotRoom(tmp_path, own, blobs=blobs) as room:
        phone = room.phone()
        full = phone.put(mine)
        assert full.status_code == 507
        assert full.json() == {"error": "The disk with the pictures is full."}
        assert int(full.headers["Retry-After"]) > 0
        blobs.full = False
        assert phone.put(mine).status_code == 201

        other = sqlite3.connect(tmp_path / "bot.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        own.say(CHAT, f"/start {mine.token}")
        time.sleep(0.5)
        other.execute("ROLLBACK")
        other.close()

        assert phone.put(later).status_code == 201
        document = own.wait_for(CHAT, "sendDocument", patience_s=20.0)[0]
        assert document.content == mine.document.content


def test_uploads_are_taken_while_telegram_is_away(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(service, "PAUSES_S", (0.1, 0.1))
    mine = picture()
    with FakeTelegram() as telegram:
        telegram.spoil("getMe", *[Trouble(502)] * 1000)
        with BotRoom(tmp_path, telegram) as room:
            phone = room.phone()
            assert phone.ask("GET", "/v1/kiosk").status_code == 503
            assert phone.put(mine).status_code == 201
            telegram.say(CHAT, f"/start {mine.token}")
            telegram.forgive("getMe")

            assert telegram.wait_for(CHAT, "sendDocument")
            assert phone.ask("GET", "/v1/kiosk").status_code == 200
            assert room.troubles[0].startswith("Telegram cannot be reached")
            assert room.troubles[-1] == ""


def test_another_poller_is_told(tmp_path) -> None:
    with FakeTelegram() as telegram:
        telegram.spoil("getUpdates", Trouble(409))
        with BotRoom(tmp_path, telegram) as room:
            telegram.say(CHAT, "/help")

            telegram.wait_for(CHAT)
            assert "Another program asks" in room.troubles[0]
