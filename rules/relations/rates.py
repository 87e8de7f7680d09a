"""Rates that the words of a sentence assert: 执行率, 控制率, 完成预算的…%, 为预算 A 的…%, 占…的…%."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import read_label
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.build import BUDGETS, Reading, Relations
from rules.relations.change_rate import CHANGES
from rules.relations.computation import HUNDRED
from rules.relations.judge import Operation
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.relations.sentence import Statement, amounts, nearest, of_kind, same_unit

_EXECUTION = ("execution_rate", "control_rate", "execution_rate_initial")
_SHARE_OF = re.compile(r"占(.*?)(?:的|比重|比例|比)*$")
_BOUND = re.compile(r"^(?:以上|以下|左右|之间|以内)")
_OF_BASE = re.compile(r"^(?:的|之)?$")
_NAMED = re.compile(r"([\u4e00-\u9fff]{2,6})[率度](?:为|达到?|是|约)?$")
_SAVED = re.compile("节约|节省|节支")
"""节约率 is of the budget and not of the price, which stands nearer."""
OVER_INITIAL = "以年初预算为分母（同一报告另列有全年预算）"
_MOST_READINGS = 40


def find_rates(statements: Sequence[Statement], facts: Sequence[Fact], relations: Relations) -> None:
    """Assert the rates of running text; ``facts`` are all of the document, for wholes that stand elsewhere."""
    for statement in statements:
        common = _common_whole(statement, facts)
        shares: list[Relation] = []
        for mention in statement.own:
            if mention.fact.kind is not FactKind.RATE or mention.range_end or _BOUND.match(mention.tail):
                continue
            if mention.fact.measure in _EXECUTION:
                relations.choose(list(_executions(mention, statement))[:_MOST_READINGS])
            elif mention.fact.measure == "adjustment_rate":
                relations.choose(list(_adjustment(mention, statement)))
            elif mention.fact.measure == "arrival_rate":
                relations.choose(list(_arrival(mention, statement)))
            elif mention.fact.measure == "share":
                kept = relations.choose(list(_share(mention, statement, facts, common))[:_MOST_READINGS])
                shares += [kept] if kept is not None else []
            elif mention.fact.measure is None and _OF_BASE.match(mention.lead):
                relations.choose(list(_of_base(mention, statement)))
            if _NAMED.search(normal(mention.lead)) and mention.depth == 0:
                relations.choose(list(_of_two_before(mention, statement)))
        _add_up(shares, {fact.id: fact for fact in facts}, relations)


def _add_up(shares: Sequence[Relation], facts: Mapping[str, Fact], relations: Relations) -> None:
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


def _executions(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """The expenditure over the budget of the same thing: in the statement, else in those before it."""
    own = nearest(amounts(statement.own), rate)
    back = list(reversed(amounts(statement.before)))
    bases = ("initial_budget",) if rate.fact.measure == "execution_rate_initial" else BUDGETS
    executed = [m for m in [*own, *back] if m.fact.measure == "executed"]
    budgets = [m for m in [*own, *back] if m.fact.measure in bases]
    reason = f"“{rate.fact.label}”＝支出÷预算"
    for spent in executed[:6]:
        for budget in budgets[:6]:
            if not _one_thing(spent, budget, rate) or not same_unit(spent.fact, budget.fact):
                continue
            here = spent.statement == budget.statement == rate.statement
            before = max(spent.fact.start, budget.fact.start) < rate.fact.start
            alike = spent.fact.subject == budget.fact.subject == rate.fact.subject
            clear = (
                spent is executed[0] and budget is budgets[0] and spent.depth == budget.depth == rate.depth
            )
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (spent.fact, budget.fact),
                rate.fact,
                reason,
                sure=here and before and alike and clear and spent.own_measure and budget.own_measure,
                convention=other_base(rate.fact, budget.fact, budgets),
            )


def _adjustment(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """预算调整率 in the sentence that states the change and the initial budget."""
    near = nearest(amounts(statement.near), rate)
    moved = [
        m for m in near if m.fact.measure in ("added", "recalled", "budget_adjustment") or "之和" in m.lead
    ]
    bases = [m for m in near if m.fact.measure in ("initial_budget", "budget")]
    for change in moved[:3]:
        for base in bases[:3]:
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (change.fact, base.fact),
                rate.fact,
                "预算调整率＝调整数÷年初预算",
                sure=_only(change, moved, statement) and _only(base, bases, statement),
                alarms=base.fact.subject in (TOTAL, None),
            )


def _only(mention: Mention, found: Sequence[Mention], statement: Statement) -> bool:
    """Say whether a figure is the only one of its sort in the statement."""
    return [m for m in found if m.statement == statement.own[0].statement] == [mention]


def _arrival(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """资金到位率 = what arrived over what was planned."""
    near = nearest(amounts(statement.near), rate)
    arrived = [m for m in near if m.fact.measure == "received"]
    planned = [m for m in near if m.fact.measure in BUDGETS and m.fact.measure != "received"]
    for part in arrived[:3]:
        for whole in planned[:3]:
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                "资金到位率＝到位资金÷计划资金",
            )


def other_base(rate: Fact, base: Fact, budgets: Sequence[Mention]) -> str | None:
    """Name the convention where a rate is taken over 年初预算 though the whole year's budget is stated as another."""
    if rate.measure == "execution_rate_initial" or base.measure != "initial_budget":
        return None
    whole_year = [
        m.fact
        for m in budgets
        if m.fact.measure == "adjusted_budget"
        and (m.fact.subject, m.fact.scope) == (base.subject, base.scope)
    ]
    differs = any(fact.quantity.value != base.quantity.value for fact in whole_year)
    return OVER_INITIAL if differs else None


def _one_thing(spent: Mention, budget: Mention, rate: Mention) -> bool:
    """Leave out pairs that plainly speak of different things."""
    if spent.statement != rate.statement and rate.fact.subject not in (
        spent.fact.subject,
        budget.fact.subject,
        None,
    ):
        return False
    names = {m.fact.subject for m in (spent, budget, rate) if m.own_subject and m.fact.subject}
    known = {name for name in names if name in vocabulary().subjects and name != TOTAL}
    if len(known) > 1:
        return False
    periods = {m.fact.period for m in (spent, budget, rate)} - {None}
    return len(periods) <= 1


def _of_base(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """…支出 A，为预算 B 的 r %: the figure before the base over the base."""
    at = statement.own.index(rate)
    earlier = [m for m in statement.own[:at] if m.depth == rate.depth]
    if len(earlier) < 1 or not re.search(r"[为占]|完成", earlier[-1].lead):
        return
    base = earlier[-1]
    pool = [m for m in reversed([*statement.before, *earlier[:-1]]) if same_unit(m.fact, base.fact)]
    for index, part in enumerate(pool[:4]):
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (part.fact, base.fact),
            rate.fact,
            f"“{part.fact.label}”为“{base.fact.label}”的比例",
            sure=index == 0 and part.statement == rate.statement and part.own_measure,
        )


def _of_two_before(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """发放 590 份，回收 566 份，回收率 r %: two figures of one unit and the rate that is named after the second."""
    kinds = (FactKind.AMOUNT, FactKind.COUNT)
    pool = [m for m in of_kind(statement.near, *kinds) if m.depth == 0 and m.fact.start < rate.fact.start][
        -8:
    ]
    stem = _NAMED.search(normal(rate.lead))
    here = [m for m in pool if m.statement == rate.statement]
    named = _named_after(stem.group(1) if stem else "", here)
    for part in [*reversed(named), *(m for m in reversed(pool) if m not in named)]:
        earlier = [m for m in here if same_unit(m.fact, part.fact) and m.fact.start < part.fact.start]
        for whole in reversed(pool):
            if (
                whole is part
                or not same_unit(part.fact, whole.fact)
                or whole.fact.start > part.fact.start + 40
            ):
                continue
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
                sure=not _SAVED.search(rate.lead)
                and (len(named) == 1 or part in here[-1:])
                and part in named
                and bool(earlier)
                and whole is earlier[-1],
                alarms=(part in named and whole not in named and whole.statement == rate.statement)
                or ([whole, part] == here[-2:] and _is_said_of(rate, whole, part)),
            )


def _is_said_of(rate: Mention, whole: Mention, part: Mention) -> bool:
    """Say whether a rate follows two figures of its own sentence, neither of them an amount of change."""
    return all(m.sentence == rate.sentence and m.fact.measure not in CHANGES for m in (whole, part))


def _named_after(stem: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the figures whose label says most of what a rate is named by: 正常运行 1187 个, 正常运行率."""
    for length in range(len(stem), 1, -1):
        word = stem[-length:]
        found = [
            m for m in mentions if word in (label := normal(m.lead)) and not re.search(f"[不未]{word}", label)
        ]
        if found:
            return found
    word = stem[-2:]
    return [m for m in mentions if len(word) == 2 and all(character in normal(m.lead) for character in word)]


def _common_whole(statement: Statement, facts: Sequence[Fact]) -> Fact | None:
    """Return the whole that two or more shares of a statement fit: the others are of the same."""
    votes: Counter[str] = Counter()
    wholes: dict[str, Fact] = {}
    for mention in statement.own:
        if mention.fact.kind is FactKind.RATE and mention.fact.measure == "share" and not mention.range_end:
            readings = _share(mention, statement, facts, None)
            fitting = next((r for r in readings if r.judge().verdict is Verdict.EXACT), None)
            if fitting is not None:
                key = f"{fitting.operands[1].quantity.value}"
                wholes.setdefault(key, fitting.operands[1])
                votes[key] += 1
    best = votes.most_common(1)
    return wholes[best[0][0]] if best and best[0][1] >= 2 else None


def _share(
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
