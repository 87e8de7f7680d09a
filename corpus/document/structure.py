"""RawDocument → Document: canonical text, heading tree, contents entries, tables with name, unit, heads."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.document import captions, contents
from corpus.document.annexes import Annex, annexes
from corpus.document.headings import Headings, fold, numbered
from corpus.document.model import Block, BlockKind, Cell, Document, Doubt, Run, Table
from corpus.document.raw import RawDocument, RawParagraph, RawTable, RawText
from corpus.document.runs import doubts_of, runs_of, tidy
from corpus.document.table_heads import header_rows


def assemble(raw: RawDocument, *, name: str, sha256: str, format: str) -> Document:
    """Build the document: blocks joined by line feeds, cells of a row by tabs, rows by line feeds.

    Returns: a document where the text between the offsets of every cell is its text, and every block but a
    table covers exactly its line; white space at ends and invisible characters are gone.
    """
    blocks, entries = contents.settle(_tidied(raw))
    settled = _settle(blocks, entries)
    writer = _Writer()
    for block, what in zip(blocks, settled, strict=True):
        writer.add(block, what)
    return Document(
        name=name,
        sha256=sha256,
        format=format,
        text="".join(writer.parts),
        blocks=tuple(writer.blocks),
        runs=tuple(writer.runs),
        pages=raw.pages,
        furniture=raw.furniture,
        issues=raw.issues,
        doubtful=tuple(writer.doubts),
        asides=raw.asides,
    )


@dataclass(slots=True)
class _Settled:
    """What a block is; ``rank``: depth in the section path, ``title`` its name there (else its text)."""

    kind: BlockKind = BlockKind.PARAGRAPH
    rank: int | None = None
    level: int | None = None
    title: str | None = None
    target: str | None = None
    caption: str | None = None
    unit: str | None = None


def _tidied(raw: RawDocument) -> list[RawParagraph | RawTable]:
    found: list[RawParagraph | RawTable] = []
    for block in raw.blocks:
        if isinstance(block, RawTable):
            cells = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
            tidied = tuple(replace(cell, body=tidy(cell.body)) for cell in cells)
            found.append(replace(block, cells=tidied))
        elif (body := tidy(block.body)).text:
            found.append(replace(block, body=body))
    return found


def _settle(blocks: list[RawParagraph | RawTable], entries: dict[int, contents.Entry]) -> list[_Settled]:
    opened = annexes(blocks)
    titles = {annex.title_at: annex for annex in opened.values() if annex.title_at is not None}
    headings = Headings(blocks, frozenset(fold(entry.title) for entry in entries.values()))
    settled: list[_Settled] = []
    for index, block in enumerate(blocks):
        what = _Settled()
        if isinstance(block, RawTable):
            what.kind = BlockKind.TABLE
        elif index in entries:
            what = _entry(block, entries[index])
        elif index in opened:
            what = _annex(opened[index])
        elif index in titles:
            what = _annex(titles[index])
        elif (rank := headings.rank(index)) is not None:
            what = _Settled(BlockKind.HEADING, rank=rank, level=max(rank, 1))
        settled.append(what)
    _name_tables(blocks, settled, frozenset(titles))
    return settled


def _annex(annex: Annex) -> _Settled:
    """The line 附件1 and the title line below it bear the same section."""
    return _Settled(BlockKind.HEADING, rank=0, level=1, title=annex.name)


def _entry(block: RawParagraph, entry: contents.Entry) -> _Settled:
    number = numbered(entry.title)
    level = max(number.rank, 1) if number is not None else block.style_level or 1
    return _Settled(BlockKind.CONTENTS, level=level, target=entry.page)


def _name_tables(
    blocks: list[RawParagraph | RawTable], settled: list[_Settled], titles: frozenset[int]
) -> None:
    """Give each table the caption and the unit stated above or inside it; those lines become captions."""
    headings = {
        index: index not in titles
        and isinstance(block := blocks[index], RawParagraph)
        and _is_numbered(block)
        for index, what in enumerate(settled)
        if what.kind is BlockKind.HEADING
    }
    for index, block in enumerate(blocks):
        if not isinstance(block, RawTable):
            continue
        found = captions.above(blocks, index, headings, titles)
        settled[index].caption = found.caption or captions.name_inside(block)
        settled[index].unit = found.unit or captions.unit_inside(block)
        for at in (found.caption_at, found.unit_at):
            if at is not None and (at in titles or settled[at].kind is BlockKind.PARAGRAPH):
                settled[at].kind, settled[at].level = BlockKind.CAPTION, None


def _is_numbered(block: RawParagraph) -> bool:
    return numbered(block.body.text) is not None or block.body.text.replace(" ", "").startswith("附件")


class _Writer:
    """Writes the canonical text once, from front to back."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.doubts: list[Doubt] = []
        self._length = 0
        self._path: list[tuple[int, str]] = []
        self._tables = 0

    def add(self, block: RawParagraph | RawTable, what: _Settled) -> None:
        """Append one block."""
        if self.blocks:
            self._write("\n")
        start = self._length
        table: Table | None = None
        if isinstance(block, RawTable):
            table = self._table(block, what)
        else:
            self._body(block.body)
            self._descend(what, block.body.text)
        self.blocks.append(
            Block(
                kind=what.kind,
                start=start,
                end=self._length,
                page=block.page if block.page is not None else _first_page(block),
                section=() if what.kind is BlockKind.CONTENTS else tuple(title for _, title in self._path),
                level=what.level,
                table=table,
                target=what.target,
            )
        )

    def _descend(self, what: _Settled, text: str) -> None:
        if what.rank is None:
            return
        while self._path and self._path[-1][0] >= what.rank:
            self._path.pop()
        self._path.append((what.rank, what.title or text))

    def _table(self, raw: RawTable, what: _Settled) -> Table:
        cells: list[Cell] = []
        for cell in raw.cells:
            if cells:
                self._write("\t" if cells[-1].row == cell.row else "\n")
            start = self._length
            self._body(cell.body)
            page = cell.page if cell.page is not None else raw.page
            spans = (cell.row_span, cell.column_span)
            cells.append(
                Cell(cell.row, cell.column, *spans, cell.body.text, start, self._length, page, cell.origin)
            )
        self._tables += 1
        return Table(
            index=self._tables - 1,
            caption=what.caption,
            unit=what.unit,
            rows=raw.rows,
            columns=raw.columns,
            header_rows=header_rows(raw),
            cells=tuple(cells),
            partial=raw.partial,
            uncertain_spans=raw.uncertain_spans,
        )

    def _body(self, body: RawText) -> None:
        self.runs.extend(runs_of(body.places, self._length))
        self.doubts.extend(doubts_of(body.places, self._length))
        self._write(body.text)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _first_page(block: RawParagraph | RawTable) -> int | None:
    bodies = [cell.body for cell in block.cells] if isinstance(block, RawTable) else [block.body]
    return next((place.page for body in bodies for place in body.places if place is not None), None)
