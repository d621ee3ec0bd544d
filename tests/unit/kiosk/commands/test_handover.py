"""The command beside a kiosk, on a real outbox and against a service on loopback."""

import json
import time
from pathlib import Path

import pytest

from kiosk.bot import tables
from kiosk.bot.beside import own_account
from kiosk.bot.keys import invite_own
from kiosk.cli import main
from kiosk.handover.dispatch import FOLDER
from kiosk.handover.offer import new_token
from kiosk.handover.outbox import Outbox
from kiosk.handover.sealing import picture_id
from kiosk.rehearsal.loopback import LoopbackService, Mood
from kiosk.settings.sections.bot import Bot
from tests.botroom import BotRoom
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.postgres import free_port

pytestmark = pytest.mark.usefixtures("own_logging")


@pytest.fixture
def service():
    with LoopbackService() as listening:
        yield listening


@pytest.fixture
def folder(tmp_path: Path, service, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    monkeypatch.setenv("VERNISSAGE_HANDOVER__SERVICE", service.account.url)
    monkeypatch.setenv("VERNISSAGE_HANDOVER__KEY", service.key)
    return tmp_path / "data" / FOLDER


def keep(folder: Path, now_s: float) -> str:
    """Have a picture wait; gives its id."""
    outbox, picture = Outbox(folder), picture_id(new_token())
    outbox.put(
        picture,
        b"VSP1" + bytes(1000),
        session="s" * 32,
        kept_at_s=now_s,
        most_bytes=10**9,
    )
    outbox.close()
    return picture


@pytest.fixture
def picture(folder: Path, service) -> str:
    """The id of a picture that waits."""
    return keep(folder, service.now_s())


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    return json.loads(capsys.readouterr().out)


def test_nothing_waits_where_nothing_was_kept(folder: Path, capsys) -> None:
    assert main(["handover", "status", "--json"]) == 0

    assert told(capsys)["waiting"] == 0
    assert not folder.exists()


def test_what_waits_is_told_and_no_key(picture: str, service, capsys) -> None:
    assert main(["handover", "status"]) == 0

    said = capsys.readouterr().out
    assert "to be sent         1, the oldest for 0 s" in said
    assert "never answered" in said
    assert service.key not in said


def test_it_is_sent_now(picture: str, service, capsys) -> None:
    assert main(["handover", "retry", "--json"]) == 0

    report = told(capsys)
    assert (report["waiting"], report["sent"]) == (0, 1)
    assert report["kiosk"] == "Rehearsal"
    assert picture in service.pictures


def test_why_it_cannot_be_sent_is_told(picture: str, service, capsys) -> None:
    service.mood = Mood(status=403)
    assert main(["handover", "retry"]) == 2

    captured = capsys.readouterr()
    assert "revoked this kiosk's key" in captured.err
    assert "to be sent         1" in captured.out


def test_nothing_is_purged_by_mistake(picture: str, folder: Path, capsys) -> None:
    assert main(["handover", "purge"]) == 2

    assert "--yes" in capsys.readouterr().err
    assert list(folder.glob("*.sealed"))


def test_everything_is_purged_here_and_at_the_service(
    picture: str, folder: Path, service, capsys
) -> None:
    assert main(["handover", "retry", "--json"]) == 0
    capsys.readouterr()
    assert main(["handover", "purge", "--yes", "--json"]) == 0

    report = told(capsys)
    assert (report["waiting"], report["sent"], report["deletions"]) == (0, 0, 0)
    assert service.states[picture] == "deleted"
    assert not list(folder.glob("*.sealed"))


def test_a_list_that_is_none_is_named(folder: Path, capsys) -> None:
    folder.mkdir(parents=True)
    (folder / "outbox.sqlite").write_text("no list" * 1000)
    assert main(["handover", "status"]) == 2

    assert "cannot be read" in capsys.readouterr().err


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The service as a kiosk runs it beside itself, found by ``bot.token`` alone."""
    with FakeTelegram() as telegram, BotRoom(tmp_path / "bot", telegram) as room:
        listen = room.address.removeprefix("http://")
        bot = Bot.model_validate({"token": TOKEN, "listen": listen})
        key = own_account(bot).key
        room.work(lambda database: invite_own(database, key, time.time()))
        monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
        monkeypatch.setenv("VERNISSAGE_BOT__TOKEN", TOKEN)
        monkeypatch.setenv("VERNISSAGE_BOT__LISTEN", listen)
        yield room


def test_a_bot_beside_the_kiosk_is_spoken_to(beside, tmp_path: Path, capsys) -> None:
    keep(tmp_path / "data" / FOLDER, time.time())

    assert main(["handover", "retry", "--json"]) == 0
    report = told(capsys)
    assert (report["waiting"], report["sent"]) == (0, 1)
    assert (report["kiosk"], report["service"]) == ("this computer", beside.address)
    assert [row.state for row in beside.rows(tables.pictures)] == ["waiting"]

    assert main(["handover", "purge", "--yes", "--json"]) == 0
    report = told(capsys)
    assert (report["sent"], report["deletions"]) == (0, 0)
    assert [row.state for row in beside.rows(tables.pictures)] == ["deleted"]


def test_a_bot_that_does_not_run_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))
    monkeypatch.setenv("VERNISSAGE_BOT__TOKEN", TOKEN)
    monkeypatch.setenv("VERNISSAGE_BOT__LISTEN", f"127.0.0.1:{free_port()}")
    keep(tmp_path / "data" / FOLDER, time.time())

    assert main(["handover", "retry"]) == 2

    assert "is it running?" in capsys.readouterr().err
