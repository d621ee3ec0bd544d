import pytest
from pydantic import ValidationError

from kiosk.settings.names import SETTINGS
from kiosk.settings.schema import Settings
from kiosk.settings.sections.bot import Bot

BOT_TOKEN = "123456:" + "A" * 35


@pytest.mark.parametrize(
    "values",
    [
        {"token": BOT_TOKEN},
        {"token": ""},
        {"listen": "[::1]:0"},
        {"listen": "localhost:80"},
        {"database": "postgresql://me:secret@db.example.org/bot"},
        {"database": "sqlite:////srv/bot.sqlite"},
        {"blobs": "s3://pictures/bot"},
        {"blobs": "/srv/blobs"},
        {"blobs_endpoint": "http://127.0.0.1:9000"},
        {"webhook": "https://bot.example.org/"},
        {"api": "http://localhost:8081"},
    ],
)
def test_what_a_bot_can_be(values: dict[str, object]) -> None:
    Bot.model_validate(values)


@pytest.mark.parametrize(
    "values",
    [
        {"token": "123456"},
        {"token": f"{BOT_TOKEN}\n"},
        {"token": 5},
        {"token": "x" * 600},
        {"listen": "8787"},
        {"listen": "127.0.0.1:99999"},
        {"listen": "a b:1"},
        {"database": "mysql://a/b"},
        {"database": "postgresql://"},
        {"blobs": "s3://B"},
        {"blobs": "here"},
        {"blobs": "s3://bucket/a b"},
        {"blobs_endpoint": "http://example.org"},
        {"webhook": "http://127.0.0.1"},
        {"webhook": "https://me:secret@example.org"},
        {"webhook": "https://example.org/?a=1"},
        {"api": "ftp://example.org"},
        {"api": "https://"},
        {"messages_per_s": 31},
        {"uploads_per_min": 0},
    ],
)
def test_what_a_bot_cannot_be(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Bot.model_validate(values)


def test_secrets_are_never_printed() -> None:
    settings = Settings(bot=Bot.model_validate({"token": BOT_TOKEN}))

    assert BOT_TOKEN not in f"{settings!r}{settings}{settings.model_dump_json()}"
    assert settings.bot.token.get_secret_value() == BOT_TOKEN
    assert {name for name, one in SETTINGS.items() if one.secret} >= {
        "bot.token",
        "bot.database",
    }
