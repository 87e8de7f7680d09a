"""The balance sheet in words: 资产总额 = 负债总额 + 净资产 at one time, 净值 = 原值 − 累计折旧."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

_ENDING = r"(?:总额|总计|合计|总值|余额)?(?:账面价值|账面数|账面)?(?:共计|共|约|为|达|达到)?$"
_ASSETS = re.compile(
    rf"(?<!固定)(?<!流动)(?<!无形)(?<!净)(?:资产(?:总额|总计|合计|总值|总量)|总资产){_ENDING}"
)
_DEBTS = re.compile(rf"(?:总负债|(?<![产动期性他息益])负债){_ENDING}")
_NET = re.compile(rf"(?:净资产|所有者权益|净资产权益){_ENDING}")
_GROSS = re.compile(rf"原值{_ENDING}")
_WORN = re.compile(rf"累计(?:折旧|摊销)(?:[（(、和与及]?(?:折旧|摊销)[）)]?)?{_ENDING}")
_WORTH = re.compile(rf"净值{_ENDING}")
_BEGINNING = re.compile("年初|期初|上年|去年")
_MOVED = re.compile("增[加长]|减少|下降|变动")


def find_assets(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that what is owned less what is owed is the net, and what was paid less what is worn what it is worth."""
    for statement in statements:
        _worth(statement, relations)
        near = [m for m in of_kind(statement.near, FactKind.AMOUNT) if not _MOVED.search(m.lead)]
        own = {m.fact.id for m in statement.own}
        for net in near:
            if not _NET.search(normal(net.lead)):
                continue
            assets, debts = _nearest(near, net, _ASSETS), _nearest(near, net, _DEBTS)
            if assets is None or debts is None or not own & {m.fact.id for m in (assets, debts, net)}:
                continue
            relations.choose(
                [
                    Reading(
                        RelationKind.DIFFERENCE,
                        Operation.DIFFERENCE,
                        (assets.fact, debts.fact),
                        net.fact,
                        "净资产＝资产总额－负债总额",
                        sure=True,
                    )
                ]
            )


def _worth(statement: Statement, relations: Relations) -> None:
    """Assert 原值 A 万元，累计折旧 B 万元，净值 C 万元, where the paragraph states one of each up to there."""
    for net in of_kind(statement.own, FactKind.AMOUNT):
        if not _WORTH.search(normal(net.lead)) or _MOVED.search(net.lead):
            continue
        near = [
            m
            for m in of_kind(statement.near, FactKind.AMOUNT)
            if same_unit(m.fact, net.fact) and m.depth == net.depth
        ]
        gross, worn, worth = ([m for m in near if p.search(normal(m.lead))] for p in (_GROSS, _WORN, _WORTH))
        alone = len(gross) == len(worn) == len(worth) == 1
        ahead = alone and gross[0].fact.start < worn[0].fact.start < net.fact.start
        one_time = ahead and all(_is_opening(m) == _is_opening(net) for m in (*gross, *worn))
        if not one_time or any("减值" in m.lead for m in near):
            continue
        pair = (gross[0].fact, worn[0].fact)
        reason = "净值＝原值－累计折旧"
        relations.choose(
            [Reading(RelationKind.DIFFERENCE, Operation.DIFFERENCE, pair, net.fact, reason, sure=True)]
        )


def _nearest(near: Sequence[Mention], net: Mention, pattern: re.Pattern[str]) -> Mention | None:
    """Return the figure of the same time that stands nearest to the net: before it, or else behind it."""
    fitting = [
        m
        for m in near
        if pattern.search(normal(m.lead))
        and m is not net
        and m.depth == net.depth
        and same_unit(m.fact, net.fact)
        and m.fact.period == net.fact.period
        and _is_opening(m) == _is_opening(net)
    ]
    before = [m for m in fitting if m.fact.start < net.fact.start]
    return before[-1] if before else (fitting[0] if fitting else None)


def _is_opening(mention: Mention) -> bool:
    return mention.fact.measure == "opening" or _BEGINNING.search(mention.lead) is not None
