"""Standards of running text that a table applies: 标准为小学每生每年 200 元、初中每生每年 260 元, and a table of 小学 and 初中.

Each standard names a row or a column of the table. Which number and which amount of it the standards lie between, all of
them but one must show to the printed digit; the one that does not, by one slip, is then wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import CellFact, Mention
from rules.facts.vocabulary import normal
from rules.relations.averages.words import is_in, units_of
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind

_FEWEST = 2
_SHORTEST = 2
_TELLING = 4
"""Digits of an amount from which on a standard does not meet it by chance."""
_BRACKET = re.compile(r"[（(][^）)]*[）)]|^其中[：:]?")
_OF = re.compile("(?P<thing>[\u4e00-\u9fff]*)标准")

_PER = re.compile(r"^/(?P<unit>[\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff])")

_Lines = Mapping[str, Mapping[str, Fact]]
"""The figures of a table by the labels of its rows (or columns) and the names across."""


@dataclass(frozen=True, slots=True)
class _Standard:
    """A standard just as printed, the words that say for whom, the units of what it is paid for, and of what it is."""

    fact: Fact
    words: str
    units: tuple[str, ...]
    thing: str


def find_standards(statements: Sequence[Statement], cells: Sequence[CellFact], relations: Relations) -> None:
    """Assert what the standards of a statement give in the rows or columns of a table that they name."""
    tables = list(_tables(cells))
    for statement in statements:
        groups: dict[str, list[_Standard]] = defaultdict(list)
        for standard in _standards(statement):
            groups[standard.thing].append(standard)
        for group in groups.values():
            for lines in tables if len(group) >= _FEWEST else ():
                if _applied(group, lines, relations):
                    break


def _standards(statement: Statement) -> Iterator[_Standard]:
    thing = ""
    for mention in of_kind(statement.own, FactKind.AMOUNT):
        word = AVERAGE.search(normal(mention.lead))
        behind = _PER.match(mention.tail)
        if word is None and behind is not None:  # 民事 1500 元/件、刑事 2000 元/件
            yield _Standard(_exact(mention), normal(mention.lead), (behind["unit"],), thing)
            continue
        if word is None or not word.group("per"):
            continue
        words = normal(mention.lead)[: word.start()]
        named = _OF.search(words)
        thing = thing if named is None else named["thing"]
        yield _Standard(_exact(mention), words, units_of(word)[:1] + _plain_units(word), thing)


def _plain_units(word: re.Match[str]) -> tuple[str, ...]:
    """Return the units of the heads alone: 每生每年 is paid for each 人."""
    plain = AVERAGE.search(f"每{word.group('per')}")
    return () if plain is None or word.group("month") not in (None, "年") else units_of(plain)


def _exact(mention: Mention) -> Fact:
    """Return a standard as just what is printed: it was set, and not rounded."""
    return replace(mention.fact, quantity=replace(mention.fact.quantity, counted=True))


def _tables(cells: Sequence[CellFact]) -> Iterator[_Lines]:
    by_table: dict[int, list[CellFact]] = defaultdict(list)
    for cell in cells:
        by_table[cell.table].append(cell)
    for own in by_table.values():
        rows: dict[str, dict[str, Fact]] = defaultdict(dict)
        columns: dict[str, dict[str, Fact]] = defaultdict(dict)
        for cell in own:
            row, column = cell.fact.evidence.row or "", cell.fact.evidence.column or ""
            rows[_label(row)].setdefault(column, cell.fact)
            columns[_label(column)].setdefault(row, cell.fact)
        yield rows
        yield columns


def _label(words: str) -> str:
    return normal(_BRACKET.sub("", normal(words)))


def _applied(group: Sequence[_Standard], lines: _Lines, relations: Relations) -> bool:
    """Assert the standards between the two places of their lines that nearly all of them show; say whether any does."""
    told = [(standard, line) for standard in group if (line := _named(standard, lines)) is not None]
    if len(told) < _FEWEST or len({id(line) for _, line in told}) < len(told):
        return False
    shared = [name for name in told[0][1] if all(name in line for _, line in told)]
    options = []
    for number in shared:
        for amount in shared:
            readings = [_reading(standard, line[number], line[amount]) for standard, line in told]
            fitting = [r for r in readings if r is not None and r.holds()]
            fewest = _TELLING if len(fitting) < _FEWEST else _TELLING - 1  # two that fit tell more than one
            tells = all(r.stated.quantity.telling_digits >= fewest for r in fitting)
            if None not in readings and fitting and tells and len(fitting) >= len(told) - 1:
                options.append([r for r in readings if r is not None])
    if len(options) != 1:
        return False
    for reading in options[0]:
        relations.choose([replace(reading, sure=reading.is_explained())])
    return True


def _named(standard: _Standard, lines: _Lines) -> Mapping[str, Fact] | None:
    """Return the line that the words of a standard end with, the longest name that any has."""
    found = [label for label in lines if len(label) >= _SHORTEST and standard.words.endswith(label)]
    return lines[max(found, key=len)] if found else None


def _reading(standard: _Standard, number: Fact, amount: Fact) -> Reading | None:
    unit = number.quantity.unit
    counts = number.kind is FactKind.COUNT and unit is not None and is_in(unit.symbol, standard.units)
    if not counts or amount.kind is not FactKind.AMOUNT:
        return None
    return Reading(
        RelationKind.ARITHMETIC_OTHER,
        Operation.PRODUCT,
        (standard.fact, number),
        amount,
        f"“{standard.fact.label}”×{number.label}＝{amount.label}（所列各项标准均如此）",
        alarms=False,
    )
