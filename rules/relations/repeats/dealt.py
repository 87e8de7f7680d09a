"""Figures dealt out in order against a column: 四个季度得分分别为 A、B、C、D, 甲、乙、丙分别为 A、B、C, and a row for each in a table.

The rows are those that the words name one by one in this order, or all rows of a table that are counted: 四个季度 and
一季度, 二季度, 三季度, 四季度.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rules.facts.fact import FactKind
from rules.relations.repeats.cells import Site
from rules.relations.repeats.names import found_in
from rules.relations.repeats.row_index import Sort, sorts_of_cell, sorts_of_said
from rules.relations.repeats.said import Said
from rules.relations.repeats.stage import agree
from rules.relations.repeats.ties import LIKELY, POSSIBLE, Tie

_FEWEST = 3
_JOINED = re.compile(r"\s*(?:[、，,]|和|与|及|以及)\s*")
_LEADING = re.compile(r"分别|依次")
_DIGITS = "一二三四五六七八九十"
_NUMBER = re.compile(rf"([{_DIGITS}]|\d{{1,2}})个?([\u4e00-\u9fff]{{2}})")

Column = Sequence[Site]


def dealt_ties(text: str, said: Sequence[Said], sites: Sequence[Site]) -> Iterator[Tie]:
    """Yield the ties of the figures of each list with the cells of the column that they go through; ``text`` is all of it."""
    columns = _columns(sites)
    for run in _runs(text, said):
        for column in columns:
            if _is_alike(run, column) and (picked := _rows(run[0], len(run), column)):
                for item, site in zip(run, picked, strict=True):
                    yield _tie(item, site)


def _runs(text: str, said: Sequence[Said]) -> Iterator[list[Said]]:
    """Yield the runs of figures with nothing but 、 between them that 分别 or 依次 leads."""
    run: list[Said] = []
    for item in [*said, None]:
        end = run[-1].fact.evidence.end if run else None
        if item is not None and end is not None and _JOINED.fullmatch(text[end : item.fact.start]):
            run.append(item)
            continue
        if len(run) >= _FEWEST and _LEADING.search(run[0].lead):
            yield run
        run = [] if item is None else [item]


def _columns(sites: Sequence[Site]) -> list[Column]:
    columns: dict[tuple[int, int], list[Site]] = defaultdict(list)
    for site in sites:
        if site.names and not site.total and not site.subtotal:
            columns[site.table, site.column].append(site)
    return [tuple(column) for column in columns.values() if len(column) >= _FEWEST]


def _is_alike(run: Sequence[Said], column: Column) -> bool:
    first, site = run[0], column[0]
    sorts: set[Sort] = {sort for cell in column for sort in sorts_of_cell(cell.fact)}
    same = sorts.intersection(sorts_of_said(first.fact)) and first.fact.period == site.fact.period
    return bool(same) and bool(agree(first.stage, site.stage)) and _is_named(first, site)


def _is_named(first: Said, site: Site) -> bool:
    """Say whether the words before the list have what the head says; a score has none."""
    words = first.before
    if first.fact.kind is FactKind.SCORE and site.leaf in words:
        return True
    return all(found_in(part, words)[1] for part in site.heads)


def _rows(first: Said, count: int, column: Column) -> Column:
    """Return the cells of a column that the words before a list go through, none where they do not."""
    if len(column) == count and any(
        _value(number) == count and all(noun in site.names[0] for site in column)
        for number, noun in _NUMBER.findall(first.before)
    ):
        return column
    places = sorted((found_in(site.names, first.before)[0], at) for at, site in enumerate(column))
    named = [column[at] for place, at in places if place > 0]
    return named if len(named) == count else ()


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _DIGITS.index(number) + 1


def _tie(item: Said, site: Site) -> Tie:
    statement = item.mention.statement
    groups = ((statement, site.table, 0, site.row), (statement, site.table, 1, site.column))
    stage = max(POSSIBLE, agree(item.stage, site.stage))
    reason = f"正文依次所列与表中“{site.fact.label}”"
    return Tie(item.fact, site.fact, LIKELY, stage, reason, statement, site.table, False, groups)
