"""Structure → chunks: what stands under one heading together, a table by its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document.evidence import Locator
from corpus.document.model import Block, BlockKind, Document
from corpus.index.pieces import TARGET, Chunk, ChunkKind, chunk_id, path_words, split
from corpus.index.rows import row_chunks


def chunk(document: Document) -> list[Chunk]:
    """Return the chunks of a document in reading order; contents entries and page furniture are left out."""
    locator = Locator(document)
    chunks: list[Chunk] = []
    for part in _parts(document.blocks):
        if isinstance(part, Block):
            chunks.extend(row_chunks(part, locator))
        else:
            chunks.extend(_text_chunks(part, locator))
    return chunks


@dataclass(slots=True)
class _Stretch:
    """Neighbouring blocks of one section, perhaps with the section's own heading in front."""

    start: int
    end: int
    section: tuple[str, ...]
    headed: bool
    bare: bool


def _parts(blocks: Sequence[Block]) -> Iterator[_Stretch | Block]:
    """Yield tables, and stretches of text in between; a heading alone only where nothing stands below it."""
    current: _Stretch | None = None
    for block in blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        if current is not None and not _continues(current, block):
            if not (current.bare and block.section[: len(current.section)] == current.section):
                yield current
            current = None
        if block.kind is BlockKind.TABLE:
            yield block
        elif current is None:
            heading = block.kind is BlockKind.HEADING
            current = _Stretch(block.start, block.end, block.section, headed=heading, bare=heading)
        else:
            current.end, current.bare = block.end, False
    if current is not None:
        yield current


def _continues(current: _Stretch, block: Block) -> bool:
    if block.kind in (BlockKind.TABLE, BlockKind.HEADING) or block.section != current.section:
        return False
    return current.bare or block.end - current.start <= TARGET


def _text_chunks(part: _Stretch, locator: Locator) -> Iterator[Chunk]:
    document = locator.document
    for start, end in split(document.text, part.start, part.end):
        inside = part.headed and start == part.start
        above = path_words(part.section[:-1] if inside else part.section)
        words = document.text[start:end]
        text = f"{above}\n{words}" if above else words
        evidence = locator.evidence(start, end)
        yield Chunk(chunk_id(document, start, text), ChunkKind.TEXT, text, evidence)
