"""The library: documents and their chunks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("collection", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("number", sa.Text),
        sa.Column("issuer", sa.Text),
        sa.Column("issued", sa.Date),
        sa.Column("amended", sa.Date),
        sa.Column("effective", sa.Date),
        sa.Column("region", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("chunking", sa.String(16), nullable=False),
        sa.Column("embedder", sa.Text),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_documents_collection", "documents", ["collection"])
    op.create_table(
        "chunks",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column(
            "document", sa.String(64), sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("section", sa.Text),
        sa.Column("article", sa.Text),
        sa.Column("page", sa.Integer),
        sa.Column("page_label", sa.Text),
        sa.Column("table_caption", sa.Text),
        sa.Column("row_label", sa.Text),
        sa.Column("boxes", sa.JSON(none_as_null=True)),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
    )
    op.create_index("ix_chunks_document", "chunks", ["document"])
