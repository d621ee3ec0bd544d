"""The section ``bot``."""

from pydantic import SecretStr

from kiosk.settings.fields import Section, number, setting
from kiosk.settings.network_kinds import (
    LONGEST_ADDRESS,
    BlobPlace,
    BotToken,
    DatabaseAddress,
    Listening,
    PublicAddress,
    WebAddress,
)


class Bot(Section):
    """The Telegram bot that hands pictures over; set only where it runs."""

    token: BotToken = setting(
        SecretStr(""),
        "The secret that @BotFather gave for the bot; with it 'kiosk run' runs the "
        "bot beside itself.",
        "empty, or a token as @BotFather writes it: 123456:ABC…",
    )
    listen: Listening = setting(
        "127.0.0.1:8787",
        "Where the bot's service listens for kiosks.",
        "an address and a port",
    )
    database: DatabaseAddress = setting(
        SecretStr(""),
        "The service's database; without it a SQLite file in the data folder.",
        "empty, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME",
    )
    blobs: BlobPlace = setting(
        "",
        "Where sealed pictures wait; without it a folder in the data folder.",
        f"empty, a whole path or s3://BUCKET/PREFIX, at most {LONGEST_ADDRESS} "
        "characters",
    )
    blobs_endpoint: WebAddress = setting(
        "",
        "The S3 service's address, where it is not Amazon's.",
        "empty, or an address that begins with https://, or with http:// on this "
        f"computer, at most {LONGEST_ADDRESS} characters",
    )
    webhook: PublicAddress = setting(
        "",
        "The public address at which Telegram reaches the service; without it the "
        "service asks Telegram.",
        "empty, or an address that begins with https://, at most "
        f"{LONGEST_ADDRESS} characters",
        example="https://bot.example.org",
    )
    api: WebAddress = setting(
        "https://api.telegram.org",
        "The Bot API's address.",
        "an address that begins with https://, or with http:// on this computer, at "
        f"most {LONGEST_ADDRESS} characters",
    )
    messages_per_s: int = number(
        25,
        "How many messages the bot sends in a second to all chats together.",
        least=1,
        most=30,
    )
    uploads_per_min: int = number(
        30,
        "How many pictures each kiosk may bring in a minute.",
        least=1,
        most=600,
    )
