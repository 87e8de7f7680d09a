"""Relations that the structure of a table asserts: totals, parts, balances, rates, shares and growth by its heads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.document.model import Document, Table
from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction
from rules.facts.table_row import RowReading
from rules.relations.build import Relations
from rules.relations.tables.averages import shown_averages
from rules.relations.tables.balances import balances
from rules.relations.tables.breakdowns import breakdown_rows
from rules.relations.tables.classes import class_labels, nested_levels, scores_within_weights
from rules.relations.tables.columns import total_columns
from rules.relations.tables.learned import learned_formulas
from rules.relations.tables.named_rates import rates_by_name
from rules.relations.tables.outer_bases import rates_of_outer_bases
from rules.relations.tables.pairs import is_pair, pair_sums
from rules.relations.tables.parts import parts_of_rows
from rules.relations.tables.rows import formulas_between, row_formulas, says_of_returns
from rules.relations.tables.running_totals import running_totals
from rules.relations.tables.scores import exact_score, is_deduction, score_rows
from rules.relations.tables.shares import column_shares, shares_of_hundred
from rules.relations.tables.stretches import stretches
from rules.relations.tables.totals import total_rows, whole_rows, with_shown_totals
from rules.relations.tables.two_sides import totals_of_both_sides
from rules.relations.tables.wrapped import wrapped_totals

Facts = dict[tuple[int, int], Fact]


def find_in_tables(
    document: Document, extraction: Extraction, forms: frozenset[int], relations: Relations
) -> None:
    """Assert what every table's own structure says. The scores of ``forms`` (table indexes) are checked elsewhere."""
    cells: dict[int, Facts] = defaultdict(dict)
    for cell in extraction.cells:
        cells[cell.table][cell.row, cell.column] = exact_score(cell.fact)
    for table in document.tables:
        every = cells[table.index]
        facts = {at: fact for at, fact in every.items() if table.index not in forms or not _is_scored(fact)}
        if not every:
            continue
        rows = list(extraction.rows[table.index])
        pairs = [row for row in rows if is_pair(row)]
        pair_sums(pairs, facts, relations)
        formulas_between(
            [facts[row.row, c] for row in pairs for c in row.figures if (row.row, c) in facts],
            "表中各项",
            relations,
        )
        rows = [row for row in rows if not is_pair(row)]
        score_rows(rows, every, relations)
        nested_levels(rows, facts, relations)
        _sums(table, rows, facts, relations)
        returned = says_of_returns(rows)
        totals_of_both_sides(rows, facts, relations)
        for row in rows:
            row_formulas(row, facts, relations, returned=returned)
        for members in _segments(rows):
            total_columns(members, facts, relations)
            running_totals(members, facts, relations)
            stretches(members, facts, relations)
            balances(members, facts, relations)
            column_shares(members, facts, relations)
            rates_by_name(members, facts, relations)
            learned_formulas(members, facts, relations)
            shown_averages(members, facts, relations)
            shares_of_hundred(members, facts, relations)
            rates_of_outer_bases(members, facts, extraction.facts, relations)
            scores_within_weights(members, facts, relations)
            class_labels(members, facts, extraction.mentions, relations)


def _is_scored(fact: Fact) -> bool:
    """Say whether a figure is one of those that are checked with the form; what was taken off is not."""
    return fact.kind in (FactKind.WEIGHT, FactKind.SCORE) and not is_deduction(fact)


def _segments(rows: Sequence[RowReading]) -> list[list[RowReading]]:
    return [
        [row for row in rows if row.segment == segment] for segment in sorted({row.segment for row in rows})
    ]


def _sums(table: Table, rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    for members in _segments(wrapped_totals(rows, facts, relations)):
        members = with_shown_totals(members, facts)
        total_rows(members, facts, relations)
        breakdown_rows(members, facts, relations)
        whole_rows(members, facts, relations)
        parts_of_rows(table, members, facts, relations)
