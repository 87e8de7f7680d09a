"""Which files are taken out of a folder; apart from the readers, which take long to load."""

from __future__ import annotations

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".docx", ".pdf"})
"""The endings of the files that are taken out of a folder."""
