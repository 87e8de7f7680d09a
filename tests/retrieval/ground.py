"""The library that questions are asked of: made-up reports, the rule cards, and the official texts where they are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.lookup.further_words import further_words
from assistant.specimens.sample import sample_path
from assistant.wiring import shelve_cards
from corpus.document.model import Document
from corpus.library import Library
from corpus.readers.opening import open_document
from tests.conftest import REPORTS
from tests.measure.ground import document
from tests.retrieval.questions import POLICIES

TEXTS = REPORTS.parent / "policies" / "texts"
"""The official texts; where the folder is missing, questions about policies are left out, and it is said."""


def report(name: str) -> Document:
    """Return a report by name: the bundled sample without errors, or one of those for measuring."""
    return open_document(sample_path("docx", clean=True)) if name == "sample" else document(name, "docx")


@contextmanager
def library(home: Path, vectors: Path, sources: list[str]) -> Iterator[tuple[Library, dict[str, str]]]:
    """Yield a library of these sources, and the hash of each report; ``vectors`` keeps what was embedded before."""
    home.mkdir(parents=True, exist_ok=True)
    if vectors.exists():
        shutil.copy(vectors, home / vectors.name)
    hashes = {}
    with Library.open(home, expand=further_words) as opened:
        shelve_cards(opened)
        if POLICIES in sources:
            for path in sorted(TEXTS.glob("*.md")):
                opened.add_file(path)
        for name in sources:
            if name != POLICIES:
                hashes[name] = opened.add_report(report(name)).sha256
        yield opened, hashes
    vectors.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(home / vectors.name, vectors)
