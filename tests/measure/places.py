"""Where the figures of a paper stand in the canonical text of the document that was read back from a file."""

from __future__ import annotations

import difflib
from typing import NamedTuple

from corpus.document.model import Document
from tests.measure.paper import Paper, Place


class Found(NamedTuple):
    """A printed figure with its offsets in ``Document.text``; ``number`` is its place in ``Paper.places()``."""

    number: int
    place: Place
    start: int
    end: int


def locate(paper: Paper, document: Document) -> list[Found]:
    """Return all figures that can be placed; where reading reordered or lost text, the rest is left out."""
    offsets = [index for index, char in enumerate(document.text) if not char.isspace()]
    read = "".join(document.text[index] for index in offsets)
    written = paper.text()
    to_read = _alignment(written, read)
    found: list[Found] = []
    for number, place in enumerate(paper.places()):
        ends = [to_read.get(place.start + index) for index in range(len(place.text))]
        first, last = ends[0], ends[-1]
        if first is None or last is None or last - first != len(place.text) - 1:
            continue
        start, end = offsets[first], offsets[last] + 1
        if document.text[start:end] == place.text:
            found.append(Found(number, place, start, end))
    return found


def _alignment(written: str, read: str) -> dict[int, int]:
    if written == read:
        return {index: index for index in range(len(written))}
    blocks = difflib.SequenceMatcher(None, written, read, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
