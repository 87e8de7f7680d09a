"""The chunk: a stretch of the canonical text that keeps its evidence, and the words it is found by; how to cut one.

A chunk's quote is always ``Document.text[start:end]``; its ``text`` is what is embedded and indexed: the same words
with what a reader of the page sees around them (headings above, caption, column heads), which the quote leaves out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.document.evidence import Evidence
from corpus.document.model import Document

CHUNKING = "2"
"""Version of the cut: what is stored under another version is cut and indexed anew."""

TARGET = 400
"""Characters that a text chunk should not pass; one sentence may."""

LONGEST_HEADING = 40
"""Characters of a heading that go into the path: a run-in heading may be a whole paragraph."""

_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]+[”’）」』]*|[^。；！？\n]+$")


class ChunkKind(StrEnum):
    """What a chunk is cut from."""

    TEXT = "text"
    ROW = "row"
    ARTICLE = "article"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A retrievable stretch with its place. ``article`` names the article of a policy (第三十二条), else None."""

    id: str
    kind: ChunkKind
    text: str
    evidence: Evidence
    article: str | None = None


def chunk_id(document: Document, start: int, text: str) -> str:
    """Return the id by content: the same file gives the same ids, two files never share one."""
    content = f"{document.sha256}\0{start}\0{text}".encode("utf-8", "replace")
    return hashlib.sha256(content).hexdigest()[:32]


def path_words(section: Sequence[str]) -> str:
    """Return the headings above as one line, or nothing where there are none."""
    return " / ".join(heading[:LONGEST_HEADING] for heading in section)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at the ends of sentences into pieces of at most TARGET characters, white space trimmed."""
    piece = start
    for match in _SENTENCE.finditer(text, start, end):
        if match.end() - piece > TARGET and match.start() > piece:
            yield from _trimmed(text, piece, match.start())
            piece = match.start()
        while match.end() - piece > 2 * TARGET:
            yield from _trimmed(text, piece, piece + TARGET)
            piece += TARGET
    yield from _trimmed(text, piece, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield start, end
