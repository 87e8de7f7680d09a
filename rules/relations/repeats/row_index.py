"""The rows of all tables, looked up by the letters of their names: which may a figure of the text be of?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.numbers.units import Dimension, Unit
from rules.relations.repeats.cells import Site
from rules.relations.repeats.names import core
from rules.relations.repeats.said import Said
from rules.relations.repeats.stage import agree, is_of_name

DEALT = re.compile(r"分别|依次|各(?!项|类|级)")
"""Words before one of several figures in a row, which the words before them name in order."""
_SAID_ELSEWHERE = (Dimension.COUNT, Dimension.AREA, Dimension.MONEY)
"""What figures of a table may be in that names its unit in a note, or not at all."""
_COUNTED = (FactKind.COUNT, FactKind.TARGET)

Line = tuple[int, int]
"""A row: its table and its place there."""
Sort = str
"""What a figure measures: a score, a unit that things are counted in, a dimension, or what its table leaves unsaid."""
_SCORED, _UNSAID = "of a score form", "unsaid"


_Index = dict[int, dict[str, set[Line]]]
"""The rows of each table by the pairs of letters of their names."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The figures of one table: by what they measure and by row; ``firsts`` are the first of each named row.

    ``totals`` are the rows of all; ``rare`` the units that only one row is counted in; ``form``: rows are indicators.
    ``order`` numbers the figures as they are read.
    """

    table: int
    cells: Mapping[Sort, Mapping[Line, Sequence[Site]]]
    firsts: Mapping[Line, Site]
    totals: Sequence[Line]
    rare: frozenset[str]
    form: bool
    order: Mapping[str, int]

    def named(self, lines: Iterable[Line]) -> list[Site]:
        """Return the first figure of each of some named rows."""
        return [self.firsts[line] for line in lines]

    def like(self, said: Said, lines: Iterable[Line]) -> list[Site]:
        """Return the figures of some rows that measure the same, of the same year and maybe the same stage."""
        fact, found = said.fact, []
        for sort in sorts_of_said(fact):
            by_line = self.cells.get(sort, {})
            for line in lines if by_line else ():
                for site in by_line.get(line, ()):
                    same_year = site.fact.period == fact.period or fact.measure == "change_rate"
                    if same_year and agree(stage_of(said, site), site.stage):
                        found.append(site)
        return sorted(found, key=lambda site: self.order[site.fact.id]) if len(found) > 1 else found


class Tables:
    """The figures of all tables; the rows are looked up by the pairs of letters that their names are made of."""

    def __init__(self, sites: Sequence[Site]) -> None:
        groups: dict[int, list[Site]] = defaultdict(list)
        for site in sites:
            groups[site.table].append(site)
        self._by_table = {table: _rows(table, group) for table, group in groups.items()}
        self._order = {table: at for at, table in enumerate(self._by_table)}.__getitem__
        self._totals: dict[Sort, set[int]] = defaultdict(set)
        for site in sites:
            if site.total:
                for sort in sorts_of_cell(site.fact):
                    self._totals[sort].add(site.table)
        self._near: _Index = defaultdict(lambda: defaultdict(set))
        self._wide: _Index = defaultdict(lambda: defaultdict(set))
        self._full: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for table, rows in self._by_table.items():
            for line, site in rows.firsts.items():
                index = self._wide if site.indicator else self._near
                for name in site.names:
                    self._full[name[:2]].add((name, table))
                    for pair in _pairs(name):
                        index[table][pair].add(line)

    def for_each(self, said: Said, alike: Collection[int]) -> Iterator[tuple[Rows, list[Line]]]:
        """Yield each table that a figure may be held against, with the rows whose names share anything with its words.

        Those are the tables ``alike``, and those with a row that the figure's own words name in full: a cell of any other
        that differs says nothing. A table without such a row may still have the figure for its total, where it states a
        figure like it.
        """
        named = {table for pair in _pairs(said.lead) for name, table in self._full[pair] if name in said.lead}
        sorts = sorts_of_said(said.fact)
        alone = DEALT.search(said.lead) is None and bool(said.lead or said.mention.depth)
        totals = {table for sort in sorts for table in self._totals.get(sort, ())} if alone else set()
        for table in sorted(named.union(alike), key=self._order):
            lines = self._named_by(said, table)
            if lines or table in totals:
                yield self._by_table[table], lines

    def _named_by(self, said: Said, table: int) -> list[Line]:
        words = {said.before, said.lead, core(said.lead), core(said.fact.subject or "")}
        found = _looked_up(self._near[table], words)
        if table in self._wide:
            found |= _looked_up(self._wide[table], {said.wide, *words})
        return list(found)


def stage_of(said: Said, site: Site) -> str | None:
    """Return the stage that a figure's words say besides what is part of a row's name."""
    return None if is_of_name(said.stage, site.names) else said.stage


def _looked_up(index: Mapping[str, set[Line]], words: Iterable[str]) -> set[Line]:
    return {line for text in words for pair in _pairs(text) if pair in index for line in index[pair]}


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))


def _rows(table: int, group: Sequence[Site]) -> Rows:
    cells: dict[Sort, dict[Line, list[Site]]] = defaultdict(lambda: defaultdict(list))
    firsts: dict[Line, Site] = {}
    for site in group:
        for sort in sorts_of_cell(site.fact):
            cells[sort][site.line].append(site)
        if site.names:
            firsts.setdefault(site.line, site)
    totals = tuple(dict.fromkeys(site.line for site in group if site.total))
    order = {site.fact.id: at for at, site in enumerate(group)}
    return Rows(table, cells, firsts, totals, _rare(group), group[0].indicator, order)


def _rare(group: Sequence[Site]) -> frozenset[str]:
    units = {
        (site.line, site.fact.quantity.unit.symbol)
        for site in group
        if site.names and site.fact.quantity.unit is not None and site.fact.kind in _COUNTED
    }
    return frozenset(symbol for symbol, times in Counter(symbol for _, symbol in units).items() if times == 1)


def sorts_of_said(fact: Fact) -> tuple[Sort, ...]:
    """Return what a cell may measure that states a figure of the text again."""
    unit = fact.quantity.unit
    if fact.kind is FactKind.SCORE:
        return (_SCORED,)
    if unit is None:
        return ()
    return (_sort(unit), _UNSAID) if unit.dimension in _SAID_ELSEWHERE else (_sort(unit),)


def sorts_of_cell(fact: Fact) -> Iterator[Sort]:
    """Yield what a cell measures."""
    unit = fact.quantity.unit
    if fact.kind in (FactKind.SCORE, FactKind.WEIGHT) and fact.measure is None:
        yield _SCORED
    if unit is not None:
        yield _sort(unit)
    elif fact.kind is FactKind.RATE and abs(fact.quantity.value) > 1:
        yield str(Dimension.RATE)  # 94.10 under 到位率, in per cent though nothing says so
    elif fact.kind is FactKind.OTHER:
        yield _UNSAID


def _sort(unit: Unit) -> Sort:
    return f"{unit.dimension}:{unit.symbol}" if unit.dimension is Dimension.COUNT else str(unit.dimension)
