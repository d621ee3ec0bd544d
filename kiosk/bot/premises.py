"""Where a service keeps its things, out of the settings."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from kiosk.bot.addresses import host_and_port
from kiosk.bot.blobs import BlobStore, FolderBlobs
from kiosk.bot.bucket import BucketBlobs
from kiosk.bot.database import database_url
from kiosk.errors import SettingsError
from kiosk.places import data_folder
from kiosk.settings.schema import Settings

FOLDER = "bot"
BLOBS = "sealed"
BUCKET_START = "s3://"


@dataclass(frozen=True, slots=True)
class Premises:
    """What a service stands on.

    Attributes:
        database: Its address.
        blobs: Where sealed pictures wait.
        blobs_named: The same, for people.
        host: Where it listens.
        port: On which port; 0 is any.
    """

    database: URL
    blobs: BlobStore
    blobs_named: str
    host: str
    port: int


def premises_of(settings: Settings) -> Premises:
    """Find everything.

    Args:
        settings: The section ``bot`` and ``storage.folder``.

    Raises:
        SettingsError: If a setting cannot be meant.
    """
    bot = settings.bot
    folder = (settings.storage.folder or data_folder()) / FOLDER
    url = database_url(bot.database.get_secret_value(), folder)
    host, port = host_and_port(bot.listen)
    if bot.blobs.startswith(BUCKET_START):
        blobs: BlobStore = BucketBlobs(bot.blobs, bot.blobs_endpoint)
        named = bot.blobs
    else:
        place = Path(bot.blobs) if bot.blobs else folder / BLOBS
        blobs, named = FolderBlobs(place), str(place)
    return Premises(url, blobs, named, host, port)


def bot_token(settings: Settings) -> str:
    """The bot's token.

    Raises:
        SettingsError: If there is none.
    """
    token = settings.bot.token.get_secret_value()
    if not token:
        raise SettingsError(
            "bot.token is not set. Ask @BotFather in Telegram for a bot and put its "
            "token into the settings."
        )
    return token
