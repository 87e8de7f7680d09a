"""Shares that the words of a sentence assert: 占 X 的 p %, 占比 p %; and the sum of parts whose shares are all of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import read_label
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.build import Relations
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.relations.sentence import Statement, of_kind, same_unit

_OF_WHICH = re.compile("其中|内有")
_SHARE_OF = re.compile(r"占(.*?)(?:的|比重|比例|比)*$")


def add_up(shares: Sequence[Relation], facts: Mapping[str, Fact], relations: Relations) -> None:
    """Where the shares of one whole add up to 100 %, the parts are all of it."""
    groups: dict[str, list[Relation]] = defaultdict(list)
    for share in shares:
        if share.stated is not None and len(share.operands) == 2:
            groups[share.operands[1]].append(share)
    for whole, members in groups.items():
        rates = [facts[share.stated].quantity for share in members if share.stated is not None]
        parts = [facts[share.operands[0]] for share in members]
        if len(members) < 2 or len({part.id for part in parts}) < len(parts):
            continue
        slack = sum((Decimal(1).scaleb(-rate.precision) / 2 for rate in rates), Decimal(0))
        if abs(sum((rate.value for rate in rates), Decimal(0)) - HUNDRED) > slack:
            continue
        if not all(same_unit(part, facts[whole]) for part in parts):
            continue
        # What the rounding of the shares leaves open may be a small part that is not listed.
        full, total = (
            facts[whole].quantity.in_base,
            sum((part.quantity.in_base for part in parts), Decimal(0)),
        )
        hidden = abs(full - total) <= full * slack / HUNDRED
        relations.choose(
            [
                Reading(
                    RelationKind.SUM,
                    Operation.SUM,
                    tuple(parts),
                    facts[whole],
                    f"各项占“{facts[whole].label}”的比重合计为 100 %",
                    sure=True,
                    open_ended=hidden,
                    alarms=False,
                )
            ]
        )


def common_whole(statement: Statement, facts: Sequence[Fact]) -> Fact | None:
    """Return the whole that two or more shares of a statement fit: the others are of the same."""
    votes: Counter[str] = Counter()
    wholes: dict[str, Fact] = {}
    for mention in statement.own:
        if mention.fact.kind is FactKind.RATE and mention.fact.measure == "share" and not mention.range_end:
            readings = share(mention, statement, facts, None)
            fitting = next((r for r in readings if r.judge().verdict is Verdict.EXACT), None)
            if fitting is not None:
                key = f"{fitting.operands[1].quantity.value}"
                wholes.setdefault(key, fitting.operands[1])
                votes[key] += 1
    best = votes.most_common(1)
    return wholes[best[0][0]] if best and best[0][1] >= 2 else None


def share(
    rate: Mention, statement: Statement, facts: Sequence[Fact], common: Fact | None
) -> Iterator[Reading]:
    """占 X 的 p %: the thing that is named, or the figure before, over X, or over what the list breaks up.

    ``common`` is the whole of the other shares in the statement, where they agree.
    """
    named = _SHARE_OF.search(normal(rate.lead))
    words = (named.group(1) if named else "").strip()
    pool = [
        m
        for m in of_kind([*statement.before, *statement.own], FactKind.AMOUNT, FactKind.COUNT)
        if m is not rate
    ]
    before = [m for m in pool if m.fact.start < rate.fact.start]
    parts = _parts(rate, before, facts)
    if not words and (inner := _inside(rate, statement)) is not None:
        yield inner
    before = [*of_kind(statement.section, FactKind.AMOUNT, FactKind.COUNT), *before]
    facts = [fact for fact in facts if fact.period in (None, rate.fact.period)]
    if common is not None and parts and _comparable(parts[0], common) and parts[0].id != common.id:
        yield Reading(
            RelationKind.SHARE,
            Operation.RATIO,
            (parts[0], common),
            rate.fact,
            f"“{parts[0].label}”占“{common.label}”的比重",
            sure=True,
        )
        if not words:
            return  # the others say of what
    for at, part in enumerate(parts[: 4 if words else 1]):
        for order, whole in enumerate(_wholes(words, part, before, facts)[:14]):
            if whole is part or not _comparable(whole, part) or whole.period != part.period:
                continue
            yield Reading(
                RelationKind.SHARE,
                Operation.RATIO,
                (part, whole),
                rate.fact,
                f"“{part.label}”占“{whole.label}”的比重",
                sure=at == order == 0 and bool(words) and _is_clear(part, whole, before),
            )


def _inside(rate: Mention, statement: Statement) -> Reading | None:
    """车辆 925 辆，其中新能源车 214 辆，占 p %: the figure behind 其中 over the one before it, nothing between the three."""
    at = statement.own.index(rate)
    if at < 2 or rate.fact.measure != "share":
        return None
    whole, part = statement.own[at - 2 : at]
    beside = {rate.sentence, part.sentence, whole.sentence} == {rate.sentence}
    if not beside or not _OF_WHICH.match(part.lead) or whole.depth != part.depth or rate.depth < part.depth:
        return None
    if not _comparable(whole.fact, part.fact) or whole.range_end or part.range_end:
        return None
    reason = f"“{part.fact.label}”占“{whole.fact.label}”的比重"
    return Reading(RelationKind.SHARE, Operation.RATIO, (part.fact, whole.fact), rate.fact, reason, sure=True)


def _comparable(one: Fact, other: Fact) -> bool:
    """Money with money, and counts with counts: 143 人 of 208 份 is a share too."""
    return same_unit(one, other) or one.kind is other.kind is FactKind.COUNT


def _is_clear(part: Fact, whole: Fact, before: Sequence[Mention]) -> bool:
    """Both stand in the statement, with one stage."""
    here = {m.fact.id for m in before}
    return part.id in here and whole.id in here and part.measure == whole.measure is not None


def _parts(rate: Mention, before: Sequence[Mention], facts: Sequence[Fact]) -> list[Fact]:
    own_name = normal(rate.lead).partition("占")[0]
    subject = vocabulary().subject(own_name)
    name = subject.name if subject is not None else own_name
    found: list[Fact] = []
    if len(name) >= 2:
        found = [m.fact for m in reversed(before) if m.fact.subject == name]
        found += [fact for fact in facts if fact.subject == name and fact.kind is FactKind.AMOUNT]
        return _different(found)
    same_depth = [m.fact for m in reversed(before) if m.depth == rate.depth]
    outside = next((m for m in reversed(before) if m.statement == rate.statement), None)
    if rate.depth and outside is not None and outside.depth == rate.depth - 1:
        return _different([outside.fact, *same_depth])  # A 万元（占比 p %）
    return _different(same_depth)


def _wholes(words: str, part: Fact, before: Sequence[Mention], facts: Sequence[Fact]) -> list[Fact]:
    near = [m.fact for m in before if m.fact.id != part.id]
    if words and words not in ("比", "比重", "全部", "总数", "总额"):
        subject = vocabulary().subject(words)
        fund = vocabulary().fund(words)
        generic = (
            fund is not None or "总" in words or read_label(words, FactKind.AMOUNT, None).subject == TOTAL
        )
        name = subject.name if subject is not None else (TOTAL if generic else words)
        pool = [*reversed(near), *facts]
        found = [
            fact
            for fact in pool
            if (fact.subject == name or normal(fact.label).endswith(words)) and fact.id != part.id
        ]
        return _different([f for f in found if f.measure == part.measure] + found)
    alike = [fact for fact in near if fact.measure == part.measure and fact.subject != part.subject]
    return _different([*alike[:2], *reversed(alike), *near])


def _different(facts: Sequence[Fact]) -> list[Fact]:
    """Return one fact a value, in order."""
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        unit = fact.quantity.unit
        found.setdefault((fact.quantity.plain(), unit.symbol if unit is not None else ""), fact)
    return list(found.values())
