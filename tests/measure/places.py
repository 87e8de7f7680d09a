"""Where the figures of a paper stand in the canonical text of the document that was read back from a file."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import NamedTuple

from corpus.document.model import Document
from tests.measure.book import Turn
from tests.measure.paper import Order, Paper, Place
from tests.measure.workbook import order_of_sheets


class Found(NamedTuple):
    """A printed figure with its offsets in ``Document.text``; ``number`` is its place in ``Paper.places()``."""

    number: int
    place: Place
    start: int
    end: int


class FoundTurn(NamedTuple):
    """A word of direction with its offset in ``Document.text``."""

    turn: Turn
    start: int


def locate(paper: Paper, document: Document) -> list[Found]:
    """Return all figures that can be placed; where reading reordered or lost text, the rest is left out."""
    order = order_in(document.format, paper)
    place_of = _placer(paper.text(order), document)
    found: list[Found] = []
    for number, place in enumerate(paper.places(order)):
        start = place_of(place.start, place.text)
        if start is not None:
            found.append(Found(number, place, start, start + len(place.text)))
    return found


def locate_turns(paper: Paper, document: Document) -> list[FoundTurn]:
    """Return all words of direction that can be placed."""
    order = order_in(document.format, paper)
    written = paper.text(order)
    place_of = _placer(written, document)
    found: list[FoundTurn] = []
    for turn, at in paper.turns(order):
        start = place_of(at, written[at : at + turn.end - turn.start])
        if start is not None:
            found.append(FoundTurn(turn, start))
    return found


def order_in(format: str, paper: Paper) -> Order | None:
    """Return the order in which a format gives the blocks of a paper; None is that of the paper."""
    return order_of_sheets(paper) if format == "xlsx" else None


def _placer(written: str, document: Document) -> Callable[[int, str], int | None]:
    offsets = [index for index, char in enumerate(document.text) if not char.isspace()]
    read = "".join(document.text[index] for index in offsets)
    to_read = _alignment(written, read)

    def place_of(at: int, text: str) -> int | None:
        first = to_read.get(at)
        if first is None:
            return None
        start = offsets[first]
        return start if document.text[start : start + len(text)] == text else None

    return place_of


def _alignment(written: str, read: str) -> dict[int, int]:
    if written == read:
        return {index: index for index in range(len(written))}
    blocks = difflib.SequenceMatcher(None, written, read, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
