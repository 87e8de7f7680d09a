"""The mean of listed figures: 四个季度得分分别为 A、B、C 和 D 分，年平均 E 分.

Only scores are read so: an average of rates or amounts is mostly weighted. What fails is alleged where one slip explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS, is_slip_of
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_FEWEST = 3
_JOINED = re.compile(r"\s*分?\s*(?:[、，,]|和|与|及|以及)\s*")
_MEAN = re.compile(r"平均|均值")
_WEIGHTED = re.compile(r"加权|权重|折算|[×*]")
_AWARDED = 2
"""Decimals from which on a score was computed, and may hide more digits."""


def find_means(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the mean that a statement gives behind a list of scores; ``text`` is the canonical text."""
    for statement in statements:
        for run, mean in _means(text, statement.own):
            _hold([mention.fact for mention in run], mean.fact, relations)


def _means(text: str, own: Sequence[Mention]) -> Iterator[tuple[list[Mention], Mention]]:
    run: list[Mention] = []
    for mention in own:
        if mention.fact.kind is not FactKind.SCORE or mention.range_end:
            run = []
            continue
        between = text[run[-1].fact.evidence.end or 0 : mention.fact.start] if run else ""
        if run and _JOINED.fullmatch(between):
            run.append(mention)
            continue
        told = len(run) >= _FEWEST and re.search("分别|依次", run[0].lead)
        if told and _MEAN.search(mention.lead) and not _WEIGHTED.search(run[0].lead + between):
            yield run, mention
        run = [mention]


def _hold(parts: Sequence[Fact], mean: Fact, relations: Relations) -> None:
    exact = all(part.quantity.precision < _AWARDED for part in parts)
    total = Quantity(
        sum((part.quantity.value for part in parts), Decimal(0)),
        None,
        max(part.quantity.precision for part in parts),
        "",
        counted=exact,
    )
    number = Quantity(Decimal(len(parts)), None, 0, str(len(parts)), counted=True)
    judgement = judge(Operation.RATIO, [total, number], replace(mean.quantity, unit=None))
    slipped = any(is_slip_of(part.quantity, _due(part, parts, mean)) for part in parts) or is_slip_of(
        mean.quantity, round(total.value / len(parts), max(mean.quantity.precision, 0))
    )
    if judgement.verdict in FITS or slipped:
        reason = f"“{mean.label}”＝所列 {len(parts)} 项的平均"
        relations.add(RelationKind.ARITHMETIC_OTHER, list(parts), mean, reason, judgement)


def _due(part: Fact, parts: Sequence[Fact], mean: Fact) -> Decimal:
    """Return what one of the figures would have to be, printed like it."""
    others = sum((other.quantity.value for other in parts if other is not part), Decimal(0))
    return round(mean.quantity.value * len(parts) - others, max(part.quantity.precision, 0))
