"""Slips of the pen in one printed figure, and a document with one figure printed otherwise."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from corpus.document.model import Block, Cell, Document, Table

SLIPS = ("digit", "swap", "drop")
OTHER_VALUE = "value"
"""Another figure of about the size: what a stale table or a mistake of computing leaves, and no slip of the pen."""


def slip(digits: str, kind: str, rng: random.Random) -> str | None:
    """Return the digits with one slip of the kind; None where none of that kind changes the value."""
    grouped = "," in digits
    plain = digits.replace(",", "")
    options = [text for text in _options(plain, kind, rng) if Decimal(text) != Decimal(plain)]
    if not options:
        return None
    text = rng.choice(options)
    if not grouped:
        return text
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def _options(plain: str, kind: str, rng: random.Random) -> list[str]:
    at = [index for index, char in enumerate(plain) if char.isdigit()]
    if kind == "digit":
        return [
            plain[:i] + rng.choice([d for d in "123456789" if d != plain[i]]) + plain[i + 1 :] for i in at
        ]
    if kind == OTHER_VALUE:
        places = len(plain.partition(".")[2])
        return [f"{Decimal(plain) * rng.randint(700, 1400) / 1000:.{places}f}"]
    if kind == "swap":
        pairs = [i for i in at if i + 1 in at and plain[i] != plain[i + 1]]
        swapped = [plain[:i] + plain[i + 1] + plain[i] + plain[i + 2 :] for i in pairs]
        return [text for text in swapped if not _leads_with_zero(text)]
    dropped = [plain[:i] + plain[i + 1 :] for i in at if len(at) > 1]
    return [
        text for text in dropped if text[0].isdigit() and text[-1].isdigit() and not _leads_with_zero(text)
    ]


def _leads_with_zero(text: str) -> bool:
    return len(text) > 1 and text[0] == "0" and text[1] != "."


def printed_otherwise(document: Document, start: int, end: int, digits: str) -> Document:
    """Return the document with other digits in one place; all that stands behind moves along.

    The runs (places on the page) are dropped: no check looks at them.
    """
    shift = len(digits) - (end - start)
    text = document.text[:start] + digits + document.text[end:]

    def moved(offset: int) -> int:
        return offset + shift if offset >= end else offset

    def cell_of(cell: Cell) -> Cell:
        first, last = moved(cell.start) if cell.start >= end else cell.start, moved(cell.end)
        return replace(cell, start=first, end=last, text=text[first:last])

    def table_of(table: Table) -> Table:
        return replace(table, cells=tuple(cell_of(cell) for cell in table.cells))

    def block_of(block: Block) -> Block:
        if block.end < start:
            return block
        table = None if block.table is None else table_of(block.table)
        return replace(block, start=moved(block.start), end=moved(block.end), table=table)

    blocks = tuple(block_of(block) for block in document.blocks)
    doubtful = tuple(
        replace(doubt, start=moved(doubt.start), end=moved(doubt.end)) for doubt in document.doubtful
    )
    return replace(document, text=text, blocks=blocks, doubtful=doubtful, runs=())
