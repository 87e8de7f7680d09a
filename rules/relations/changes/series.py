"""Growth over a row of years: 2021 年 A、2022 年 B、2023 年 C，后两年分别增长 p %、q %: each year over the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.changes.direction import direction, is_change_rate, is_figure
from rules.relations.changes.rate import LINK
from rules.relations.changes.years import row_of_years
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_EACH = re.compile("分别|依次|逐年|连续|各|年均?增|[近后两三四五]年")
"""Words that deal the rates out over the years, which then leave no other reading."""
_REASON = "各年增减率＝（当年－上年）÷上年"


def find_growth_series(
    text: str, statement: Statement, year: str | None, relations: Relations
) -> frozenset[str]:
    """Assert the rates of growth that are dealt out over years; returns the ids of those that stand in such a row.

    Where most of the rates fit their years, the row is read rightly, and the one that does not is wrong.
    """
    held: set[str] = set()
    for rates in _rows(statement.own):
        years = _years(rates, statement)
        if len(years) < len(rates) + 1:
            earlier = [*statement.before, *(m for m in statement.own if m.fact.start < rates[0].fact.start)]
            years = list(row_of_years(earlier, text, year).values())
        down = direction(rates[0])
        if len(years) != len(rates) + 1 or down is None:
            continue
        found = []
        for at, rate in enumerate(rates):
            order = [years[at + 1].fact, years[at].fact]
            said = rate.fact.quantity
            stated = replace(said, value=-said.value) if down else said
            judgement = judge(Operation.YOY, [fact.quantity for fact in order], stated)
            found.append((order, rate.fact, judgement))
        fitting = sum(judgement.verdict in FITS for *_, judgement in found)
        held |= {rate.fact.id for rate in rates}
        if (fitting and fitting >= len(rates) - 1) or _EACH.search(rates[0].lead):
            for order, fact, judgement in found:
                relations.add(RelationKind.YOY, order, fact, _REASON, judgement, Operation.YOY)
    return frozenset(held)


def _rows(own: Sequence[Mention]) -> list[list[Mention]]:
    """Return the rows of two or more rates of growth that 、 links."""
    rows: list[list[Mention]] = []
    for before, mention in zip((None, *own), own, strict=False):
        if mention.fact.kind is not FactKind.RATE or mention.range_end:
            continue
        if before is not None and rows and rows[-1][-1] is before and LINK.search(before.tail):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [row for row in rows if len(row) > 1 and is_change_rate(row[0])]


def _years(rates: Sequence[Mention], statement: Statement) -> list[Mention]:
    """Return the figures of years one after another that stand before the rates, as many as there may be."""
    before = [
        m
        for m in statement.own
        if m.fact.start < rates[0].fact.start
        and (is_figure(m) or m.fact.quantity.unit is None)
        and m.fact.period
        and m.fact.period in m.lead
        and m.depth == rates[0].depth
    ]
    row: list[Mention] = []
    for mention in reversed(before):
        period, after = mention.fact.period, row[0] if row else None
        if after is None or (
            after.fact.quantity.unit == mention.fact.quantity.unit
            and period == str(int(after.fact.period or 0) - 1)
        ):
            row.insert(0, mention)
    return row
