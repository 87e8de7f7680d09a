"""One document → all its facts: running text, table cells, and the words inside wordy cells."""

from __future__ import annotations

from corpus.document.evidence import Locator
from rules.facts.mention import Extraction
from rules.facts.tables import read_tables
from rules.facts.text import read_text


def extract(locator: Locator, year: str | None) -> Extraction:
    """Return every figure of the document with what it says of whom. ``year`` is the report's year."""
    cells = read_tables(locator, year)
    taken = frozenset(cell.fact.start for cell in cells)
    mentions = tuple(m for m in read_text(locator, year) if m.fact.start not in taken)
    return Extraction(year=year, mentions=mentions, cells=cells)
