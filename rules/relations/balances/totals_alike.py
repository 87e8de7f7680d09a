"""收入总计 and 支出总计 of final accounts, which take in what was carried over and so are one figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit

_END = "(?:决算)?(?:数|金额)?(?:各|均)?(?:为|是|达)?$"
_INCOME = re.compile(f"(?<![较比与])(?P<fund>[\u4e00-\u9fff]{{0,8}})收入总计{_END}")
_SPENDING = re.compile(f"(?P<fund>[\u4e00-\u9fff]{{0,8}})支出总计{_END}")
_DATED = re.compile("[本当全][年期]度?|年度|年")


def find_totals_alike(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that 支出总计 is what 收入总计 before it is, of one year and fund, unless the difference is told as well."""
    for statement in statements:
        for spending in of_kind(statement.own, FactKind.AMOUNT):
            said = _SPENDING.search(normal(spending.lead))
            if said is None or not _is_plain(spending):
                continue
            earlier = [m for m in (*statement.section, *statement.near) if m.fact.start < spending.fact.start]
            pool = list({m.fact.id: m for m in earlier}.values())
            incomes = [m for m in pool if _is_income(m, spending, said["fund"])]
            if incomes and not _is_told(incomes[-1], spending, statement):
                reason = "收入总计＝支出总计"
                pair = (incomes[-1].fact,)
                relations.choose([Reading(RelationKind.SUM, Operation.SUM, pair, spending.fact, reason)])


def _is_income(mention: Mention, spending: Mention, fund: str) -> bool:
    said = _INCOME.search(normal(mention.lead))
    same = mention.fact.period == spending.fact.period and same_unit(mention.fact, spending.fact)
    return (
        said is not None
        and same
        and mention.fact.quantity.precision == spending.fact.quantity.precision
        and _is_plain(mention)
        and fund in ("", _DATED.sub("", said["fund"]), said["fund"])
    )


def _is_plain(mention: Mention) -> bool:
    told = mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end and not mention.depth
    return told and PRIOR.search(mention.lead) is None and not is_base(mention)


def _is_told(income: Mention, spending: Mention, statement: Statement) -> bool:
    """Say whether a figure of the statement is the difference: 收入总计 A，支出总计 B，结余 C leaves out what was carried over."""
    apart = abs(income.fact.quantity.in_base - spending.fact.quantity.in_base)
    every = (*statement.near, *statement.own)
    return bool(apart) and any(m.fact.quantity.in_base == apart for m in every)
