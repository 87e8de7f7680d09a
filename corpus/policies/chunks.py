"""A policy document → chunks, each under the article that a citation names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.document.evidence import Locator
from corpus.document.model import Document
from corpus.index.pieces import TARGET, Chunk, ChunkKind, chunk_id, path_words, split
from corpus.index.rows import row_chunks
from corpus.policies.articles import Passage, passages


def policy_chunks(document: Document, title: str) -> list[Chunk]:
    """Return the chunks of a policy in reading order; ``title`` is the name under which they are cited."""
    locator = Locator(document)
    chunks: list[Chunk] = []
    for passage in passages(document):
        if passage.table is not None:
            chunks.extend(_rows(passage, locator, title))
        else:
            chunks.extend(_pieces(passage, locator, title))
    return chunks


def _rows(passage: Passage, locator: Locator, title: str) -> Iterator[Chunk]:
    assert passage.table is not None
    for row in row_chunks(passage.table, locator):
        evidence = replace(row.evidence, source="policy", document=title)
        yield replace(row, text=f"{title} {row.text}", evidence=evidence, article=passage.article)


def _pieces(passage: Passage, locator: Locator, title: str) -> Iterator[Chunk]:
    document = locator.document
    section = path_words(passage.section)
    above = " ".join(words for words in (title, section) if words)
    for start, end in _cut(document.text, passage.start, passage.end):
        inside = passage.article and start > passage.start and passage.article not in (section, "")
        head = f"{above} {passage.article}" if inside else above
        text = f"{head}\n{document.text[start:end]}"
        evidence = replace(
            locator.evidence(start, end), source="policy", document=title, section=section or None
        )
        kind = ChunkKind.ARTICLE if passage.article else ChunkKind.TEXT
        yield Chunk(chunk_id(document, start, text), kind, text, evidence, passage.article)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave an article whole as long as it is of a size to be read at once."""
    if end - start <= TARGET * 3 // 2:
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield start + lead, start + lead + len(words.strip())
        return
    yield from split(text, start, end)
