"""The library: what a document repeals, and the day from which it is itself no longer in force."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two columns; of documents that are there already nothing is known."""
    with op.batch_alter_table("documents") as table:
        table.add_column(sa.Column("repeals", sa.JSON(none_as_null=True)))
        table.add_column(sa.Column("repealed", sa.Date))
