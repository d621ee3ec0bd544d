"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _kiosks()
    _pictures()
    _deliveries()
    _people()
    _rest()


def _kiosks() -> None:
    op.create_table(
        "kiosks",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kiosks"),
        sa.UniqueConstraint("name", name="uq_kiosks_name"),
    )
    op.create_table(
        "keys",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("kiosk_id", sa.Integer, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.Column("revoked_at", sa.Double),
        sa.PrimaryKeyConstraint("digest", name="pk_keys"),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosks.id"], name="fk_keys_kiosk_id"),
    )
    op.create_index("ix_keys_kiosk_id", "keys", ["kiosk_id"])


def _pictures() -> None:
    op.create_table(
        "pictures",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kiosk_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64)),
        sa.Column("blob", sa.Text),
        sa.Column("uploaded_at", sa.Double),
        sa.Column("expires_at", sa.Double, nullable=False),
        sa.Column("ended_at", sa.Double),
        sa.Column("person", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
        sa.ForeignKeyConstraint(
            ["kiosk_id"], ["kiosks.id"], name="fk_pictures_kiosk_id"
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'delivered', 'deleted', 'expired')",
            name="state",
        ),
    )
    op.create_index("ix_pictures_kiosk_id", "pictures", ["kiosk_id"])
    op.create_index("ix_pictures_expires_at", "pictures", ["expires_at"])
    op.create_index("ix_pictures_person", "pictures", ["person"])
    there = sa.text("blob IS NOT NULL")
    op.create_index(
        "ix_pictures_blob",
        "pictures",
        ["blob"],
        sqlite_where=there,
        postgresql_where=there,
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("picture_id", sa.String(64)),
        sa.Column("errand", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.Column("due_at", sa.Double, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("lease_by", sa.String(32)),
        sa.Column("lease_until", sa.Double),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.CheckConstraint("kind IN ('words', 'picture', 'preview')", name="kind"),
        sa.CheckConstraint("state IN ('waiting', 'due')", name="state"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_due", "deliveries", ["state", "due_at"])
    op.create_index("ix_deliveries_person", "deliveries", ["person", "state", "id"])
    asked = sa.text("kind = 'picture'")
    op.create_index(
        "uq_deliveries_asked",
        "deliveries",
        ["picture_id", "person"],
        unique=True,
        sqlite_where=asked,
        postgresql_where=asked,
    )
    one_due = sa.text("kind = 'picture' AND state = 'due'")
    op.create_index(
        "uq_deliveries_one_due",
        "deliveries",
        ["picture_id"],
        unique=True,
        sqlite_where=one_due,
        postgresql_where=one_due,
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("language", sa.String(2)),
        sa.Column("seen_at", sa.Double, nullable=False),
        sa.Column("next_at", sa.Double, nullable=False),
        sa.Column("heard", sa.Integer, nullable=False),
        sa.Column("heard_since", sa.Double, nullable=False),
        sa.Column("wrong", sa.Integer, nullable=False),
        sa.Column("wrong_at", sa.Double, nullable=False),
        sa.Column("quiet_until", sa.Double, nullable=False),
        sa.Column("told_quiet", sa.Boolean, nullable=False),
        sa.Column("album", sa.Text),
        sa.PrimaryKeyConstraint("person", name="pk_people"),
    )


def _rest() -> None:
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_updates"),
    )
    op.create_index("ix_updates_seen_at", "updates", ["seen_at"])
    op.create_table(
        "pace",
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("next_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_pace"),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )
    op.create_table(
        "pickups",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("kiosk", sa.Text, nullable=False),
        sa.Column("uploaded_at", sa.Double, nullable=False),
        sa.Column("picked_up_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pickups"),
    )
    op.create_index("ix_pickups_person", "pickups", ["person"])
    op.create_index("ix_pickups_picked_up_at", "pickups", ["picked_up_at"])
