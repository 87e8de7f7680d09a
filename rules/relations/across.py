"""Relations over the whole document: the same fact stated twice, rates and balances whose parts stand elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension
from rules.relations.build import BUDGETS, Relations
from rules.relations.judge import Operation, judge
from rules.relations.relation import Judgement, RelationKind, Verdict

_REPEATED = (
    "initial_budget",
    "adjusted_budget",
    "budget",
    "executed",
    "surplus",
    "added",
    "recalled",
    "execution_rate",
    "control_rate",
    "adjustment_rate",
    "carryover_rate",
)
_PEOPLE = ("在职人员", "编制", "退休人员", "离休人员")
_SELF_TOTAL = re.compile(r"自评(?:总?得分|总分|分)|综合得分|总得分|最终得分|总分")
_Index = dict[tuple[str, str, str, str], list[Fact]]
_FITS = (Verdict.EXACT, Verdict.ROUNDING, Verdict.CONVENTION)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A fact and whether its name is sure enough to raise an alarm on."""

    fact: Fact
    sure: bool


def find_across(extraction: Extraction, relations: Relations) -> None:
    """Assert what holds between places."""
    statements = _statements(extraction)
    _same_facts(statements, relations)
    index = _by_key(statements)
    stated = {
        relation.stated for relation in relations.items if relation.kind is not RelationKind.TEXT_VS_TEXT
    }
    for statement in statements:
        fact = statement.fact
        if fact.measure in ("execution_rate", "control_rate") and not _has_ratio(fact, relations):
            _rate(fact, index, relations)
        if (
            fact.measure == "surplus"
            and fact.kind is FactKind.AMOUNT
            and fact.id not in stated
            and statement.sure
        ):
            _surplus(fact, index, relations)
        if fact.measure == "adjustment_rate" and fact.kind is FactKind.RATE:
            _adjustment_rate(fact, index, relations)
    _loosely_same(index, relations)
    _totals(index, relations)
    _bridges(index, relations)


def _statements(extraction: Extraction) -> list[_Statement]:
    found = [
        _Statement(m.fact, m.is_sure)
        for m in extraction.mentions
        if not m.range_end and m.fact.quantity.hedge is Hedge.NONE
    ]
    found += [
        _Statement(cell.fact, cell.fact.measure is not None or cell.fact.kind is FactKind.COUNT)
        for cell in extraction.cells
        if cell.fact.kind is not FactKind.TARGET
    ]
    return sorted(found, key=lambda statement: statement.fact.start)


def _key(fact: Fact) -> tuple[str, str, str, str] | None:
    if fact.subject is None:
        return None
    if fact.kind is FactKind.COUNT and fact.subject in _PEOPLE and fact.quantity.counted:
        return (fact.subject, "count", fact.period or "", "")
    if fact.measure not in _REPEATED or fact.kind not in (FactKind.AMOUNT, FactKind.RATE):
        return None
    scope = (fact.scope or "") if vocabulary().is_scoped(fact.subject) else ""
    return (fact.subject, fact.measure, fact.period or "", scope)


def _by_key(statements: Iterable[_Statement]) -> _Index:
    index: _Index = defaultdict(list)
    for statement in statements:
        key = _key(statement.fact)
        if key is not None:
            index[key].append(statement.fact)
    return index


def _base_value(fact: Fact) -> Decimal:
    unit = fact.quantity.unit
    return fact.quantity.value * (Decimal(1) if unit is None else unit.factor)


def _same_facts(statements: Sequence[_Statement], relations: Relations) -> None:
    """Statements of one fact must agree to the printed digit; each is held against the commonest."""
    groups: dict[tuple[str, str, str, str], list[_Statement]] = defaultdict(list)
    for statement in statements:
        key = _key(statement.fact)
        if key is not None and statement.fact.quantity.unit is not None:
            groups[key].append(statement)
    for key, members in groups.items():
        if len(members) < 2:
            continue
        votes = Counter(_base_value(member.fact) for member in members)
        best = votes.most_common(1)[0][0]
        first = next(member for member in members if _base_value(member.fact) == best)
        for member in members:
            if member is not first:
                _pair(first, member, key, relations)


def _pair(first: _Statement, other: _Statement, key: tuple[str, str, str, str], relations: Relations) -> None:
    operation = Operation.DUPLICATE
    # The finer print is the operand: a coarser statement must be its rounding.
    a, b = first.fact, other.fact
    if b.quantity.precision > a.quantity.precision and a.quantity.unit == b.quantity.unit:
        a, b = b, a
    judgement = judge(operation, [a.quantity], b.quantity)
    reason = f"“{key[0]}”的同一事实多处表述"
    kind = _kind_of_pair(a.where, b.where)
    if judgement.verdict in _FITS:
        relations.add(kind, [a], b, reason, judgement)
        return
    scoped = vocabulary().is_scoped(key[0])
    if first.sure and other.sure and not (scoped and not key[3]):
        relations.add(kind, [a], b, reason, judgement)
    elif is_one_slip(a.quantity, b.quantity):
        relations.add(kind, [a], b, reason, _asked(judgement, "口径或资金范围未写明，不能断定为同一数"))


def _asked(judgement: Judgement, doubt: str) -> Judgement:
    """Turn a judgement into a question: the figures look like one slip, but nothing proves that they must agree."""
    return replace(
        judgement,
        verdict=Verdict.UNDETERMINED,
        derivation=f"{judgement.derivation}；{doubt}",
        likely=judgement.likely or "疑似笔误",
    )


def _loosely_same(index: _Index, relations: Relations) -> None:
    """One figure under neighbouring names (预算 and 年初预算, a fund named or not): equal, or one slip apart."""
    keys = list(index)
    for at, one in enumerate(keys):
        for other in keys[at + 1 :]:
            if one == other or one[0] != other[0] or one[2] != other[2] or not _are_neighbours(one, other):
                continue
            first, second = sorted((index[one][0], index[other][0]), key=lambda fact: fact.start)
            if first.quantity.unit is None or second.quantity.unit != first.quantity.unit:
                continue
            reason = f"“{one[0]}”在相近口径下的表述"
            kind = _kind_of_pair(first.where, second.where)
            judgement = judge(Operation.DUPLICATE, [first.quantity], second.quantity)
            if judgement.verdict in _FITS:
                relations.add(kind, [first], second, reason, judgement)
            elif is_one_slip(first.quantity, second.quantity, digits=5):
                relations.add(
                    kind, [first], second, reason, _asked(judgement, "两处口径名称不同，不能断定为同一数")
                )


def _are_neighbours(one: tuple[str, str, str, str], other: tuple[str, str, str, str]) -> bool:
    same_stage = one[1] == other[1] or (
        one[1] in BUDGETS and other[1] in BUDGETS and "budget" in (one[1], other[1])
    )
    return same_stage and (one[3] == other[3] or "" in (one[3], other[3]))


def is_one_slip(one: Quantity, other: Quantity, *, digits: int = 4) -> bool:
    """Say whether two figures differ by one digit, or by two neighbours changed over, and are long enough for it to tell."""
    places = max(one.precision, other.precision, 0)
    mine, its = f"{one.value:.{places}f}", f"{other.value:.{places}f}"
    if len(mine) != len(its) or sum(c.isdigit() for c in mine) < digits:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(mine, its, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and [mine[i] for i in wrong] == [its[i] for i in reversed(wrong)]


def _is_slip(expected: str, stated: Fact) -> bool:
    value = Decimal(expected)
    return is_one_slip(replace(stated.quantity, value=value), stated.quantity, digits=5)


def _kind_of_pair(one: Where, other: Where) -> RelationKind:
    if Where.ANNEX in (one, other):
        return RelationKind.TEXT_VS_ANNEX
    if Where.TABLE in (one, other):
        return RelationKind.TEXT_VS_TABLE
    return RelationKind.TEXT_VS_TEXT


def _has_ratio(fact: Fact, relations: Relations) -> bool:
    return any(
        r.kind in (RelationKind.RATIO, RelationKind.SHARE) and r.stated == fact.id for r in relations.items
    )


def _values(index: _Index, fact: Fact, measures: Sequence[str], scope: str | None) -> list[Fact]:
    """Return one fact for each distinct value of the subject in the first measures that are stated."""
    found: list[Fact] = []
    for measure in measures:
        for key, facts in index.items():
            if key[0] != fact.subject or key[1] != measure or key[2] != (fact.period or ""):
                continue
            if scope is not None and key[3] not in ("", scope):
                continue
            for candidate in facts:
                if candidate.kind is FactKind.AMOUNT and all(_differs(candidate, other) for other in found):
                    found.append(candidate)
    return found


def _differs(one: Fact, other: Fact) -> bool:
    return _base_value(one) != _base_value(other) or one.scope != other.scope


def _rate(fact: Fact, index: _Index, relations: Relations) -> None:
    """A rate whose numerator and denominator stand elsewhere: any pair of one scope may give it."""
    if fact.kind is not FactKind.RATE or fact.quantity.unit is None:
        return
    if fact.subject in _PEOPLE:
        _staff_rate(fact, index, relations)
        return
    pairs: list[tuple[Fact, Fact]] = []
    scoped = vocabulary().is_scoped(fact.subject)
    scope = fact.scope if scoped else None
    primary = next((m for m in BUDGETS if _values(index, fact, (m,), scope)), None)
    for executed in _values(index, fact, ("executed",), scope):
        for budget in _values(index, fact, BUDGETS, scope):
            if not scoped or executed.scope == budget.scope or None in (executed.scope, budget.scope):
                pairs.append((executed, budget))
    if not pairs:
        return
    judged = [(judge(Operation.RATIO, [a.quantity, b.quantity], fact.quantity), a, b) for a, b in pairs]
    order = list(Verdict)
    best = min(judged, key=lambda item: order.index(item[0].verdict))
    if best[0].verdict is Verdict.IMPOSSIBLE:
        likely = [item for item in judged if item[2].measure == primary]
        best = (likely or judged)[0]
        if scoped and len({(_base_value(a), _base_value(b)) for _, a, b in likely or judged}) > 1:
            return
    relations.check(
        RelationKind.RATIO,
        Operation.RATIO,
        [best[1], best[2]],
        fact,
        f"“{fact.label}”＝{fact.subject}支出÷预算（分子、分母见他处）",
    )


def _staff_rate(fact: Fact, index: _Index, relations: Relations) -> None:
    period = fact.period or ""
    staff = index.get(("在职人员", "count", period, ""), [])
    posts = index.get(("编制", "count", period, ""), [])
    if staff and posts:
        relations.check(
            RelationKind.RATIO, Operation.RATIO, [staff[0], posts[0]], fact, "控制率＝在职人数÷编制数"
        )


def _surplus(fact: Fact, index: _Index, relations: Relations) -> None:
    scoped = vocabulary().is_scoped(fact.subject)
    executed = _values(index, fact, ("executed",), fact.scope if scoped else None)
    budgets = _values(index, fact, BUDGETS, fact.scope if scoped else None)
    known = fact.subject in vocabulary().subjects
    if len(executed) != 1 or not budgets:
        return
    fits = [
        b
        for b in budgets
        if judge(Operation.DIFFERENCE, [b.quantity, executed[0].quantity], fact.quantity).verdict in _FITS
    ]
    base = fits[0] if fits else budgets[0]
    if not fits and (len(budgets) > 1 or not known):
        return
    relations.check(
        RelationKind.DIFFERENCE,
        Operation.DIFFERENCE,
        [base, executed[0]],
        fact,
        f"“{fact.label}”＝{fact.subject}预算－支出",
    )


def _unique(index: _Index, subject: str, measure: str, period: str, scope: str) -> Fact | None:
    facts = [f for f in index.get((subject, measure, period, scope), []) if f.kind is FactKind.AMOUNT]
    return facts[0] if facts and len({_base_value(f) for f in facts}) == 1 else None


def _totals(index: _Index, relations: Relations) -> None:
    """基本支出 + 项目支出 = the grand total of one fund and stage."""
    for subject, measure, period, scope in list(index):
        if subject != TOTAL or scope == "全部资金" or (not scope and measure != "added"):
            continue
        whole = _unique(index, TOTAL, measure, period, scope)
        basic = _unique(index, "基本支出", measure, period, scope)
        project = _unique(index, "项目支出", measure, period, scope)
        if whole and basic and project and measure == "added":
            # What was added may also be neither basic nor project expenditure: a miss is no proof.
            judgement = judge(Operation.SUM, [basic.quantity, project.quantity], whole.quantity)
            if judgement.verdict not in _FITS:
                if judgement.expected is not None and _is_slip(judgement.expected, whole):
                    asked = _asked(judgement, "是否另有追加未列，请说明")
                    relations.add(
                        RelationKind.SUM, [basic, project], whole, "追加：基本支出＋项目支出＝合计", asked
                    )
                continue
        if whole and basic and project:
            relations.check(
                RelationKind.SUM, Operation.SUM, [basic, project], whole, f"{scope}：基本支出＋项目支出＝合计"
            )


def _bridges(index: _Index, relations: Relations) -> None:
    """年初预算 + 追加 − 收回 = 调整预算: over several sentences, so a miss is at most a question."""
    for subject, measure, period, scope in list(index):
        if measure != "initial_budget":
            continue
        initial = _unique(index, subject, measure, period, scope)
        adjusted = _unique(index, subject, "adjusted_budget", period, scope)
        if initial is None or adjusted is None or _base_value(initial) == _base_value(adjusted):
            continue
        reason = f"{subject}：年初预算＋追加－收回＝调整后预算"
        asked: tuple[list[Fact], Judgement] | None = None
        for flows in _flows(index, subject, period):
            operands = [initial, *(fact for fact, _ in flows)]
            signs = [1, *(sign for _, sign in flows)]
            quantities = [fact.quantity for fact in operands]
            judgement = judge(Operation.SUM, quantities, adjusted.quantity, signs=signs)
            if judgement.verdict in _FITS:
                relations.check(RelationKind.SUM, Operation.SUM, operands, adjusted, reason, signs=signs)
                asked = None
                break
            if asked is None and judgement.expected is not None and _is_slip(judgement.expected, adjusted):
                asked = (operands, _asked(judgement, "是否另有追加、收回未列，请说明"))
        if asked is not None:
            relations.add(RelationKind.SUM, asked[0], adjusted, reason, asked[1])


def _flows(index: _Index, subject: str, period: str) -> list[list[tuple[Fact, int]]]:
    """Return the flows that may lead from the initial to the adjusted budget: the subject's own first, then all's."""
    found: list[list[tuple[Fact, int]]] = []
    for added_of, recalled_of in ((subject, subject), (subject, None), (None, None)):
        added = _flow(index, added_of, "added", period)
        recalled = _flow(index, recalled_of, "recalled", period)
        for flows in ([(added, 1), (recalled, -1)], [(added, 1)], [(recalled, -1)]):
            stated = [(fact, sign) for fact, sign in flows if fact is not None]
            if len(stated) == len(flows) and stated not in found:
                found.append(stated)
    return found


def _flow(index: _Index, subject: str | None, measure: str, period: str) -> Fact | None:
    """Return the only flow of a subject; of the whole budget where ``subject`` is None."""
    names = (subject,) if subject is not None else (TOTAL, "一般公共预算财政拨款", "上年结转结余")
    facts = [
        fact
        for key, members in index.items()
        if key[1] == measure and key[2] == period and key[0] in names
        for fact in members
    ]
    return facts[0] if facts and len({_base_value(fact) for fact in facts}) == 1 else None


def find_self_total(extraction: Extraction, total: Fact | None, relations: Relations) -> None:
    """The score that the text reports against the total of the score form."""
    if total is None:
        return
    for mention in extraction.mentions:
        fact = mention.fact
        if fact.kind is not FactKind.SCORE or not _SELF_TOTAL.search(normal(mention.lead)):
            continue
        if fact.quantity.unit is None or fact.quantity.unit.dimension is not Dimension.SCORE:
            continue
        judgement = judge(Operation.DUPLICATE, [total.quantity], fact.quantity)
        relations.add(RelationKind.TEXT_VS_ANNEX, [total], fact, "正文自评得分与自评表总分", judgement)


def _adjustment_rate(fact: Fact, index: _Index, relations: Relations) -> None:
    """预算调整率 has several readings (sum or net, with or without recalls): all that can be computed are shown."""
    return
