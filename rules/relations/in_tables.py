"""Relations that the structure of a table asserts: totals, parts, balances, rates, shares and growth by its heads."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.model import Document
from rules.facts.fact import FactKind
from rules.facts.mention import CellFact
from rules.facts.table_layout import read_rows
from rules.relations.build import Relations
from rules.relations.table_columns import total_columns
from rules.relations.table_learned import learned_formulas
from rules.relations.table_parts import parts_of_rows
from rules.relations.table_rows import row_formulas
from rules.relations.table_shares import column_shares
from rules.relations.table_totals import total_rows, whole_rows


def find_in_tables(
    document: Document, cells: Sequence[CellFact], forms: frozenset[int], relations: Relations
) -> None:
    """Assert what every table's own structure says. The scores of ``forms`` (table indexes) are checked elsewhere."""
    for table in document.tables:
        left_out = (FactKind.WEIGHT, FactKind.SCORE) if table.index in forms else ()
        facts = {
            (cell.row, cell.column): cell.fact
            for cell in cells
            if cell.table == table.index and cell.fact.kind not in left_out
        }
        if not facts:
            continue
        rows = read_rows(table)
        for segment in sorted({row.segment for row in rows}):
            members = [row for row in rows if row.segment == segment]
            total_rows(members, facts, relations)
            whole_rows(members, facts, relations)
            parts_of_rows(table, members, facts, relations)
        for row in rows:
            total_columns(row, facts, relations)
            row_formulas(row, facts, relations)
        for segment in sorted({row.segment for row in rows}):
            members = [row for row in rows if row.segment == segment]
            column_shares(members, facts, relations)
            learned_formulas(members, facts, relations)
