"""Called by Alembic: runs the steps in the connection that `kiosk.bot.upgrade` has."""

from alembic import context

from kiosk.bot.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter much
)
context.run_migrations()
