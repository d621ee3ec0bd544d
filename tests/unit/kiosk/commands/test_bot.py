import json
from pathlib import Path

import pytest

from kiosk.bot.invitation import OWN_KIOSK, is_key
from kiosk.cli import main
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.telegram_methods import USERNAME

pytestmark = pytest.mark.usefixtures("own_logging")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path))


def test_kiosks_are_invited_listed_and_shut_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bot", "kiosks"]) == 0
    assert "No kiosk was invited yet" in capsys.readouterr().out

    assert main(["bot", "invite-kiosk", " Café de l'Hôtel "]) == 0
    said = capsys.readouterr()
    key = said.out.split('key = "')[1].split('"')[0]
    assert is_key(key)
    assert 'service = "http://127.0.0.1:8787"' in said.out
    assert "HTTPS proxy" in said.err
    files = b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )
    assert key.encode() not in files

    assert main(["bot", "invite-kiosk", "Café de l'Hôtel"]) == 2
    assert "already" in capsys.readouterr().err
    assert main(["bot", "revoke", "Café de l'Hôtel"]) == 0
    assert main(["bot", "revoke", "Café de l'Hôtel"]) == 2
    again = ["bot", "invite-kiosk", "Café de l'Hôtel", "--json", "--service"]
    assert main([*again, "https://bot.example.org"]) == 0
    capsys.readouterr()

    assert main(["bot", "kiosks", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["kiosks"]
    assert told["name"] == "Café de l'Hôtel"
    assert not told["revoked"]
    assert told["waiting"] == told["delivered"] == 0


@pytest.mark.parametrize("name", ["", " ", "x" * 81, "a\nb", "\u202ex", OWN_KIOSK])
def test_a_kiosk_needs_a_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bot", "invite-kiosk", name]) == 2

    assert capsys.readouterr().err.count("\n") == 1


def test_everything_is_tried(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with FakeTelegram() as telegram:
        monkeypatch.setenv("VERNISSAGE_BOT__API", telegram.url)
        assert main(["bot", "check"]) == 2
        assert "bot.token is not set" in capsys.readouterr().err

        monkeypatch.setenv("VERNISSAGE_BOT__TOKEN", TOKEN)
        assert main(["bot", "check"]) == 0
        said = capsys.readouterr().out
        assert f"@{USERNAME}" in said
        assert "SQLite" in said

        monkeypatch.setenv("VERNISSAGE_BOT__TOKEN", TOKEN[:-1] + "x")
        (tmp_path / "file").write_text("x", encoding="utf-8")
        monkeypatch.setenv("VERNISSAGE_BOT__BLOBS", str(tmp_path / "file"))
        assert main(["bot", "check"]) == 2
        said = capsys.readouterr().err
        assert "Telegram: Telegram does not know bot.token" in said
        assert "blobs: " in said
        assert TOKEN[:-1] not in said


def test_the_service_needs_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bot", "run"]) == 2
    assert "@BotFather" in capsys.readouterr().err
