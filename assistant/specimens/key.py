"""The key of a specimen: what was planted, what only looks wrong, and where each stands."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant.specimens.blocks import (
    Cell,
    Contents,
    Heading,
    Paragraph,
    Part,
    Place,
    Report,
    Slot,
    Table,
    plain,
)

SCHEMA = "jiheng.specimen-key/1"
Topic = Literal["tie_out", "ratio", "yoy", "scoring", "indicator", "completeness", "convention"]
Level = Literal[1, 2, 3]
LONG = 60
"""A cell with more characters is prose: its sentence is quoted, not its row."""
SENTENCE = re.compile(r"[^。；]*[。；]?")


@dataclass(frozen=True, slots=True)
class Where:
    """Where something stands: the path of headings, or the annex and table with row and column."""

    section: str
    table: str | None = None
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Accept:
    """Which corrections of an error are right.

    ``value``: the expected figure, or one of ``values``: those that the printed figures give as well, within their
    rounding. ``words``: words that hold the expected ones or one of ``values``. ``below``: a figure under the bound
    ``values[0]``. ``any``: any words, since only the unit can know what belongs there.
    """

    how: Literal["value", "words", "below", "any"] = "value"
    values: tuple[str, ...] = ()


FIGURE = Accept()


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted error.

    ``contract_kind`` is the kind of CONTRACT.md that names it best, ``also`` others that one wrong figure breaks as
    well. ``reported`` is what now stands in the report, ``expected`` what stood there; both as printed, without unit
    except where the unit itself is wrong. ``unit`` is the unit that belongs to both, empty where there is none.
    ``alike`` are other words of the quote that name the same error, each with what should stand there. ``facts`` are
    the figures of the ledger that it touches, ``partners`` the quotes of other places that speak against it.
    """

    kind: str
    contract_kind: str
    topic: Topic
    level: Level
    title: str
    reported: str
    expected: str
    derivation: str
    quote: str
    where: Where
    also: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    unit: str = ""
    accept: Accept = FIGURE
    alike: tuple[tuple[str, str], ...] = ()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoy:
    """Something lawful that looks wrong; flagging it is a false alarm.

    ``quotes`` are all its places, ``figures`` the printed figures that take part in it.
    """

    kind: str
    title: str
    why: str
    quotes: tuple[str, ...]
    where: Where
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one specimen."""

    document: str
    planted: tuple[Planted, ...]
    decoys: tuple[Decoy, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the key as an object of plain values."""
        return {"schema": SCHEMA, **asdict(self)}


def quote_at(report: Report, place: Place) -> str:
    """Return the sentence, or the row of the table, that holds the place."""
    block = report.blocks[place.block]
    if isinstance(block, Paragraph):
        return _sentence(block.parts, place.part)
    if isinstance(block, Table) and place.cell is not None:
        cell = block.cells[place.cell]
        long = len(plain(cell.parts)) > LONG
        return _sentence(cell.parts, place.part) if long else row_text(block, cell.row)
    return str(getattr(block, "text", ""))


def _sentence(parts: tuple[Part, ...], part: int) -> str:
    at = len(plain(parts[:part]))
    for match in SENTENCE.finditer(plain(parts)):
        if match.start() <= at < match.end():
            return match.group().strip()
    return plain(parts)


def row_text(table: Table, row: int) -> str:
    """Return the texts of the cells that begin in a row, with single spaces between them."""
    return " ".join(text for cell in table.cells if cell.row == row and (text := plain(cell.parts)))


def where_is(report: Report, place: Place) -> Where:
    """Return the place in words."""
    section = _section(report, place.block)
    block = report.blocks[place.block]
    if not isinstance(block, Table) or place.cell is None:
        return Where(section)
    cell = block.cells[place.cell]
    return Where(section, _title(report, place.block), _row_label(block, cell), _head(block, cell))


def _section(report: Report, number: int) -> str:
    path: list[Heading] = []
    for block in report.blocks[: number + 1]:
        if isinstance(block, Heading):
            path = [*(above for above in path if above.level < block.level), block]
        elif isinstance(block, Paragraph) and block.style == "annex":
            path = [Heading(plain(block.parts), 1)]
    if isinstance(report.blocks[number], Contents):
        return "目录"
    return " / ".join(heading.text for heading in path)


def _title(report: Report, number: int) -> str | None:
    for block in reversed(report.blocks[:number]):
        if isinstance(block, Paragraph) and block.style == "caption":
            return plain(block.parts)
    return None


def _is_label(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.parts) and not any(isinstance(part, Slot) for part in cell.parts)


def _row_label(table: Table, cell: Cell) -> str | None:
    for column in (table.label_column, 0):
        label = table.at(cell.row, column)
        if label is not None and _is_label(label):
            return plain(label.parts)
    return None


def _head(table: Table, cell: Cell) -> str | None:
    start = min(cell.row, table.header_rows) if table.header_rows else cell.row
    for row in range(start - 1, -1, -1):
        above = table.at(row, cell.column)
        if above is not None and _is_label(above):
            return plain(above.parts)
    return None
