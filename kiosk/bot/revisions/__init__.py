"""The steps of the service's database, for Alembic; released ones stay as they are."""
