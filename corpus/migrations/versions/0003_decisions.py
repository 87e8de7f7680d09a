"""What reviewers decided about findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "decisions",
        sa.Column("report", sa.Text, primary_key=True),
        sa.Column("finding", sa.String(24), primary_key=True),
        sa.Column("likeness", sa.String(24), nullable=False),
        sa.Column("choice", sa.String(16)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=False),
    )
