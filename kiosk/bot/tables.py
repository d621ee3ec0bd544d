"""The tables of the service's database.

Times are Unix seconds in UTC. ``person`` is a chat as the database knows it: 64
hexadecimal digits that only the bot's token and the salt in ``facts`` lead to (see
:mod:`kiosk.bot.secrecy`). No chat, name, text or token of a picture is stored in clear.

The tables are made by the steps in :mod:`kiosk.bot.revisions`; a test holds both equal.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

HEX_LETTERS = 64

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

kiosks = Table(
    "kiosks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("created_at", Double, nullable=False),
)
"""The kiosks that were invited, also those whose keys were revoked."""

keys = Table(
    "keys",
    metadata,
    Column("digest", String(HEX_LETTERS), primary_key=True),
    Column("kiosk_id", Integer, ForeignKey("kiosks.id"), nullable=False, index=True),
    Column("created_at", Double, nullable=False),
    Column("revoked_at", Double),
)
"""SHA-256 of each kiosk's keys: 256 random bits, so nothing slower is needed."""

pictures = Table(
    "pictures",
    metadata,
    Column("id", String(HEX_LETTERS), primary_key=True),
    Column("kiosk_id", Integer, ForeignKey("kiosks.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("digest", String(HEX_LETTERS)),
    Column("blob", Text),
    Column("uploaded_at", Double),
    Column("expires_at", Double, nullable=False, index=True),
    Column("ended_at", Double),
    Column("person", String(HEX_LETTERS)),
    CheckConstraint(
        "state IN ('waiting', 'delivered', 'deleted', 'expired')", name="state"
    ),
    Index(
        "ix_pictures_blob",
        "blob",
        sqlite_where=text("blob IS NOT NULL"),
        postgresql_where=text("blob IS NOT NULL"),
    ),
    Index("ix_pictures_person", "person"),
)
"""Sealed pictures, and what is remembered of those that are gone.

``digest`` is the SHA-256 of what was uploaded, ``blob`` its name in the blob store as
long as it is there, ``person`` who has collected it.
"""

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String(HEX_LETTERS), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("picture_id", String(HEX_LETTERS)),
    Column("errand", LargeBinary, nullable=False),
    Column("created_at", Double, nullable=False),
    Column("due_at", Double, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_by", String(32)),
    Column("lease_until", Double),
    CheckConstraint("kind IN ('words', 'picture', 'preview')", name="kind"),
    CheckConstraint("state IN ('waiting', 'due')", name="state"),
    Index("ix_deliveries_due", "state", "due_at"),
    Index("ix_deliveries_person", "person", "state", "id"),
    Index(
        "uq_deliveries_asked",
        "picture_id",
        "person",
        unique=True,
        sqlite_where=text("kind = 'picture'"),
        postgresql_where=text("kind = 'picture'"),
    ),
    Index(
        "uq_deliveries_one_due",
        "picture_id",
        unique=True,
        sqlite_where=text("kind = 'picture' AND state = 'due'"),
        postgresql_where=text("kind = 'picture' AND state = 'due'"),
    ),
    sqlite_autoincrement=True,
)
"""Messages that are still to be sent; a row goes once Telegram has taken its message.

``errand`` holds chat, words and the picture's token, sealed. A picture is ``waiting``
until it is uploaded; of all who wait for the same one, one at a time is ``due``. Who
sends a message holds its row by a lease: ``lease_by`` is the copy of the service.
"""

people = Table(
    "people",
    metadata,
    Column("person", String(HEX_LETTERS), primary_key=True),
    Column("language", String(2)),
    Column("seen_at", Double, nullable=False),
    Column("next_at", Double, nullable=False),
    Column("heard", Integer, nullable=False),
    Column("heard_since", Double, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("wrong_at", Double, nullable=False),
    Column("quiet_until", Double, nullable=False),
    Column("told_quiet", Boolean, nullable=False),
    Column("album", Text),
)
"""What must be known of a chat between two messages: pace, patience, language."""

updates = Table(
    "updates",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("seen_at", Double, nullable=False, index=True),
)
"""Telegram's messages that were dealt with, for it may bring one twice."""

pace = Table(
    "pace",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("next_at", Double, nullable=False),
)
"""When the next message may be sent to anybody, by any copy of the service."""

facts = Table(
    "facts",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""The salt of ``person``, and the bot's name as Telegram last told it."""

pickups = Table(
    "pickups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String(HEX_LETTERS), nullable=False, index=True),
    Column("kiosk", Text, nullable=False),
    Column("uploaded_at", Double, nullable=False),
    Column("picked_up_at", Double, nullable=False, index=True),
)
"""One row for each picture that was collected, for the figures."""
