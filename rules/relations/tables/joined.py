"""Two tables of the same rows: 户均投入 in the one is the amount in the other over the number of households.

Rows are matched by their labels. A formula over both tables is taken only where nearly all rows bear it out, as within
one table (``table_learned``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import CellFact
from rules.facts.vocabulary import normal
from rules.numbers.units import WAN_YUAN, YUAN, Dimension, Unit
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

_FEWEST = 3
_MOST_TABLES = 12
_AVERAGE = re.compile(r"均(?!衡)|每[\u4e00-\u9fff]|单位成本|标准(?!分)")
_KINDS = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER)

_Columns = dict[str, dict[str, Fact]]
"""The figures of a table by the head of their column and the label of their row."""


def find_in_joined_tables(cells: Sequence[CellFact], relations: Relations) -> None:
    """Assert averages whose amount or number stands in another table with the same rows."""
    tables = _by_table(cells)
    for one, other in combinations(list(tables.values())[:_MOST_TABLES], 2):
        for mine, its in ((one, other), (other, one)):
            _averages(mine, its, relations)


def _by_table(cells: Sequence[CellFact]) -> dict[int, _Columns]:
    found: dict[int, _Columns] = {}
    for cell in cells:
        label, head = normal(cell.fact.evidence.row or ""), normal(cell.fact.evidence.column or "")
        if label and cell.fact.kind in _KINDS:
            found.setdefault(cell.table, {}).setdefault(head, {})[label] = cell.fact
    return found


def _averages(mine: _Columns, its: _Columns, relations: Relations) -> None:
    for head, averages in mine.items():
        if not _AVERAGE.search(head) or sum(fact.id in _used(relations) for fact in averages.values()) > 1:
            continue
        for readings in _options(averages, mine, its):
            fitting = [reading.holds() for reading in readings]
            if sum(fitting) >= _FEWEST and sum(fitting) * 5 >= len(readings) * 4 - 4:
                for reading in readings:
                    relations.choose([reading])
                break


def _used(relations: Relations) -> set[str]:
    return {
        fact for relation in relations.items for fact in relation.facts if relation.operation == "product"
    }


def _options(averages: Mapping[str, Fact], mine: _Columns, its: _Columns) -> Iterator[list[Reading]]:
    """Yield the products average × number = amount, the number beside the average or beside the amount."""
    numbers = [
        column
        for columns in (mine, its)
        for column in columns.values()
        if any(fact.kind is FactKind.COUNT for fact in column.values())
    ]
    amounts = [
        {label: replace(fact, quantity=replace(fact.quantity, unit=unit)) for label, fact in column.items()}
        for column in its.values()
        for unit in _units_of(column)
    ]
    for amount in amounts:
        for number in numbers:
            shared = [label for label in averages if label in amount and label in number]
            readings = [
                _reading(averages[label], number[label], amount[label], label)
                for label in shared
                if number[label].kind is FactKind.COUNT and amount[label].kind is not FactKind.RATE
            ]
            if len(readings) >= _FEWEST:
                yield readings


def _units_of(column: Mapping[str, Fact]) -> tuple[Unit, ...]:
    """Return the unit of a column of money; one that states none is tried in 万元 and 元, which the rows decide."""
    units = {fact.quantity.unit for fact in column.values()}
    if units == {None}:
        return (WAN_YUAN, YUAN)
    return tuple(unit for unit in units if unit is not None and unit.dimension is Dimension.MONEY)[:1]


def _reading(average: Fact, number: Fact, whole: Fact, label: str) -> Reading:
    return Reading(
        RelationKind.ARITHMETIC_OTHER,
        Operation.PRODUCT,
        (average, number),
        whole,
        f"“{label}”：平均数×数量＝另一表中的总额（两表各行相同）",
        sure=True,
    )
