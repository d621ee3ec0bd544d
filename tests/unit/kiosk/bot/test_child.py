"""The service as a child of the kiosk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil
import pytest

from kiosk.bot import child as child_module
from kiosk.bot.child import BotChild
from kiosk.settings.sections.bot import Bot
from tests.botroom import Phone, picture
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.postgres import free_port

CHAT = 7_700_123_456
OTHERS: list[int] = []


def settings(api: str = "https://api.telegram.org") -> Bot:
    listen = f"127.0.0.1:{free_port()}"
    return Bot.model_validate({"token": TOKEN, "api": api, "listen": listen})


@pytest.fixture(autouse=True)
def _environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))


@pytest.fixture(autouse=True)
def _others() -> None:
    """Other tests' servers may run."""
    OTHERS[:] = [process.pid for process in psutil.Process().children()]


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if one.pid not in OTHERS]


def wait_until(true: Callable[[], bool], patience_s: float = 30.0) -> None:
    until_s = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < until_s
        time.sleep(0.02)


def test_it_serves_its_kiosk_and_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_module, "PAUSES_S", (0.1,))
    mine = picture()
    with FakeTelegram() as telegram:
        bot = settings(telegram.url)
        for name in ("token", "api", "listen"):
            value = TOKEN if name == "token" else getattr(bot, name)
            monkeypatch.setenv(f"VERNISSAGE_BOT__{name.upper()}", value)
        child = BotChild(bot)
        assert not child.state.listens
        child.start()
        try:
            wait_until(lambda: child.state.listens)
            phone = Phone(child.account.url, child.account.key)
            wait_until(lambda: phone.ask("GET", "/v1/kiosk").status_code == 200)
            assert phone.ask("GET", "/v1/kiosk").json()["kiosk"] == "this computer"
            assert phone.put(mine).status_code == 201

            (process,) = children()
            process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            wait_until(lambda: not child.state.listens)
            assert "started again" in child.state.sentence
            wait_until(lambda: child.state.listens)

            telegram.say(CHAT, f"/start {mine.token}")
            sent = telegram.wait_for(CHAT, "sendDocument")[0]
            assert sent.content == mine.document.content
            phone.http.close()
        finally:
            child.stop()
    assert not children()
    log = (tmp_path / "log" / "bot.jsonl").read_text(encoding="utf-8")
    assert "the service listens" in log
    for secret in (TOKEN, child.account.key, mine.token, str(CHAT)):
        assert secret not in log


def test_why_it_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    child = BotChild(settings())  # whose process finds no token in its settings
    child.start()
    try:
        wait_until(lambda: "bot.token is not set" in child.state.sentence)
        assert not child.state.listens
    finally:
        child.stop()


def test_what_cannot_be_started_is_told() -> None:
    child = BotChild(settings(), ["/nothing/here"])
    child.start()
    try:
        wait_until(lambda: "cannot be started" in child.state.sentence)
    finally:
        child.stop()


def test_it_may_be_stopped_before_it_began() -> None:
    BotChild(settings()).stop()


def test_a_service_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "ENDING_S", 0.2)
    code = "import time, sys; print('{}', flush=True); time.sleep(60)"
    child = BotChild(settings(), [sys.executable, "-c", code])
    child.start()
    wait_until(lambda: bool(children()))

    child.stop()

    assert not children()


def test_it_ends_when_its_kiosk_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeTelegram() as telegram:
        bot = settings(telegram.url)
        environ = {
            **os.environ,
            "VERNISSAGE_BOT__TOKEN": TOKEN,
            "VERNISSAGE_BOT__API": bot.api,
            "VERNISSAGE_BOT__LISTEN": bot.listen,
        }
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "bot", "run", "--beside"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environ,
        ) as process:
            process.stdin.write("vnk_" + "A" * 43 + "\n")
            process.stdin.flush()
            assert "address" in process.stdout.readline()
            address = f"http://{bot.listen}/v1/health"
            assert httpx.get(address, trust_env=False).json() == {"ok": True}
            process.stdin.close()

            assert process.wait(20.0) == 0
