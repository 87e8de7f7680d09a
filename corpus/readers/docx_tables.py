"""A DOCX table as a grid of cells with spans, in the accepted state of tracked rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.readers.docx_xml import Node, W, children, number, switch, val

_MOST_COLUMNS = 200


@dataclass(slots=True)
class GridCell:
    """One cell before its text is read; ``nodes`` are the w:tc merged into it, top first."""

    row: int
    column: int
    column_span: int
    row_span: int = 1
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """The cells of a table in reading order, its size, and how many leading rows repeat as heads."""

    cells: list[GridCell]
    rows: int
    columns: int
    header_rows: int


def read_grid(table: Node) -> Grid:
    """Return the grid of a w:tbl."""
    grid = Grid([], 0, 0, 0)
    above: dict[int, GridCell] = {}
    for row in children(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        above = _read_row(grid, row, properties, above)
        if switch(properties, "tblHeader") and grid.header_rows == grid.rows:
            grid.header_rows += 1
        grid.rows += 1
    return _without_idle_edges(grid)


def _without_idle_edges(grid: Grid) -> Grid:
    """Drop rows and columns in which no cell begins; Word keeps such columns where a border was once dragged."""
    rows = sorted({cell.row for cell in grid.cells})
    columns = sorted({cell.column for cell in grid.cells})
    for cell in grid.cells:
        bottom, right = cell.row + cell.row_span, cell.column + cell.column_span
        cell.row, cell.column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        cell.row_span = bisect_left(rows, bottom) - cell.row
        cell.column_span = bisect_left(columns, right) - cell.column
    return Grid(grid.cells, len(rows), len(columns), bisect_left(rows, grid.header_rows))


def _read_row(
    grid: Grid, row: Node, properties: Node | None, above: dict[int, GridCell]
) -> dict[int, GridCell]:
    """Add one row; return the cells that a vertical merge of the next row may continue, by column."""
    before = None if properties is None else number(val(properties.find(W + "gridBefore")))
    column = max(before or 0, 0)
    open_cells: dict[int, GridCell] = {}
    for cell, span, merge in _cells(row):
        upper = above.get(column) if merge == "continue" else None
        if upper is not None and upper.column_span == span:
            upper.row_span = grid.rows - upper.row + 1
            upper.nodes.append(cell)
            current = upper
        else:
            current = GridCell(grid.rows, column, span, nodes=[cell])
            grid.cells.append(current)
        open_cells[column] = current
        column += span
        grid.columns = max(grid.columns, column)
    return open_cells


def _cells(row: Node) -> Iterator[tuple[Node, int, str | None]]:
    """Yield each cell with its width in grid columns and its vertical merge; old w:hMerge is folded in."""
    waiting: tuple[Node, int, str | None] | None = None
    for cell in children(row, W + "tc"):
        properties = cell.find(W + "tcPr")
        stated = None if properties is None else number(val(properties.find(W + "gridSpan")))
        span = min(max(stated or 1, 1), _MOST_COLUMNS)
        if waiting is not None and _merge(properties, "hMerge") == "continue":
            waiting = (waiting[0], waiting[1] + span, waiting[2])
            continue
        if waiting is not None:
            yield waiting
        waiting = (cell, span, _merge(properties, "vMerge"))
    if waiting is not None:
        yield waiting


def _merge(properties: Node | None, name: str) -> str | None:
    node = None if properties is None else properties.find(W + name)
    return None if node is None else val(node) or "continue"
