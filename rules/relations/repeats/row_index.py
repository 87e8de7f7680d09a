"""The rows of all tables, looked up by the letters of their names: which may a figure of the text be of?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        self._totals: dict[Sort, set[int]] = defaultdict(set)
        for site in sites:
            if site.total:
                for sort in sorts_of_cell(site.fact):
                    self._totals[sort].add(site.table)
        self._near: dict[str, set[Line]] = defaultdict(set)
        self._wide: dict[str, set[Line]] = defaultdict(set)
        for rows in self._by_table.values():
            for line, site in rows.firsts.items():
                index = self._wide if site.indicator else self._near
                for name in site.names:
                    for pair in _pairs(name):
                        index[pair].add(line)

    def for_each(self, said: Said) -> Iterator[tuple[Rows, list[Line]]]:
        """Yield each table with the rows of it whose names share anything with the words of a figure.

        A table without such a row may still have the figure for its total, where it states a figure like it.
        """
        found: dict[int, list[Line]] = defaultdict(list)
        for line in self._named_by(said):
            found[line[0]].append(line)
        sorts = sorts_of_said(said.fact)
        alone = DEALT.search(said.lead) is None and bool(said.lead or said.mention.depth)
        totals = {table for sort in sorts for table in self._totals.get(sort, ())} if alone else set()
        for table, rows in self._by_table.items():
            if table in found or table in totals:
                yield rows, found.get(table, [])

    def _named_by(self, said: Said) -> set[Line]:
        words = {said.before, said.lead, core(said.lead), core(said.fact.subject or "")}
        near = _looked_up(self._near, words)
        return near | _looked_up(self._wide, {said.wide, *words}) if self._wide else near


def stage_of(said: Said, site: Site) -> str | None:
    """Return the stage that a figure's words say besides what is part of a row's name."""
    return None if is_of_name(said.stage, site.names) else said.stage


def _looked_up(index: Mapping[str, set[Line]], words: Iterable[str]) -> set[Line]:
    pairs = {pair for text in words for pair in _pairs(text)}
    return {line for pair in pairs if pair in index for line in index[pair]}


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
