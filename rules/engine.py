"""review(): one document through facts, relations and rules to a ``Review``; no output of its own."""

from __future__ import annotations

from corpus.document.model import Document
from rules.review import Review


def review(document: Document, *, year: str | None = None, region: str | None = None) -> Review:
    """Check everything in the document. ``year`` and ``region`` override what the document says of itself."""
    raise NotImplementedError
