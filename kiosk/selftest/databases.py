"""The databases: each is made, brought up to date and opened once more."""

from contextlib import closing
from importlib import import_module
from pathlib import Path

from sqlalchemy import inspect

from kiosk.bot.database import database_url
from kiosk.bot.tables import metadata
from kiosk.bot.upgrade import connected, upgrade
from kiosk.errors import KioskError
from kiosk.storage.condition import LogState
from kiosk.storage.database import open_log
from kiosk.storage.migrations import MIGRATIONS, version_of

_POSTGRESQL = ("psycopg", "sqlalchemy.dialects.postgresql.psycopg")


def check_log(folder: Path) -> str:
    """Begin a session log, and open it again."""
    version = 0
    for _ in range(2):
        opened = open_log(folder)
        with closing(opened.database) as database:
            version = version_of(database)
        if version != len(MIGRATIONS) or opened.condition.state is not LogState.GOOD:
            raise KioskError(
                f"The session log is not well. {opened.condition.sentence}"
            )
    return f"version {version}"


def check_bot(folder: Path) -> str:
    """Make the bot's database by its steps; load what PostgreSQL and S3 need."""
    url = database_url("", folder)
    upgrade(url)
    upgrade(url)
    with connected(url) as connection:
        missing = set(metadata.tables) - set(inspect(connection).get_table_names())
    if missing:
        raise KioskError(f"The bot's database lacks {', '.join(sorted(missing))}.")
    for module in _POSTGRESQL:
        import_module(module)
    _sign_for_s3()
    return f"{len(metadata.tables)} tables; PostgreSQL and S3 can be used"


def _sign_for_s3() -> None:
    """Go through what a request to a bucket needs, up to its signature."""
    import boto3

    client = boto3.session.Session().client(
        "s3",
        region_name="eu-central-1",
        aws_access_key_id="selftest",
        aws_secret_access_key="selftest",  # noqa: S106 (nobody's)
    )
    where = {"Bucket": "selftest", "Key": "picture"}
    if "Signature=" not in client.generate_presigned_url("get_object", Params=where):
        raise KioskError("Requests to S3 cannot be signed.")
