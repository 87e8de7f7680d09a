"""How money moved: against last year, from the first budget to the last, and what a sum is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.desk import Desk
from assistant.answers.others import before_in_prior
from assistant.answers.refusal import nearest_facts, nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.told import answer_content
from assistant.answers.words import is_total, label, name_of, named, place, thing
from assistant.lookup.computing import growth, total
from assistant.lookup.statements import TOTALS, Statement
from assistant.plan import About, Kind
from rules.facts.fact import Fact
from rules.facts.vocabulary import TOTAL
from rules.relations.relation import Relation, RelationKind, Verdict

_CHANGES = ("decrease", "increase", "change_rate")


def answer_comparison(desk: Desk) -> Reply:
    """Answer 比上年少了多少: both years, the difference, what the report itself says of it."""
    question = desk.question
    subject = question.subjects[0] if question.subjects else TOTAL
    measure = next((m for m in question.measures if m not in _CHANGES), "executed")
    now = desk.statements.best(subject, measure, None, question.fund)
    before = _last_year(desk, subject, measure) or (None if now is None else _compared_with(desk, now))
    about = About(Kind.COMPARISON, (subject,), measure, wants=("change",))
    if now is None or before is None:
        missing = f"{named(subject, measure)}的上年数" if now is not None else named(subject, measure)
        refused = refuse(
            desk,
            Kind.COMPARISON,
            missing,
            nearest_facts(desk, desk.statements.facts(subject)),
            request="附上上年的自评报告或决算报表后可以再比。",
        )
        refused.about = about
        return refused
    year, prior = desk.statements.year, desk.statements.prior_year
    name = named(subject, measure)
    reply = Reply(Kind.COMPARISON, about=about)
    reply.add(f"{prior} 年{name} {desk.stated(before)}。", f"{year} 年{name} {desk.stated(now)}。")
    _say_difference(desk, reply, subject, measure, now.fact, before.fact)
    _say_stated_change(desk, reply, subject)
    if measure == "executed":
        reply.add("以上是决算数与决算数相比；预算数与预算数相比是另一口径。")
    return reply


def _last_year(desk: Desk, subject: str, measure: str) -> Statement | None:
    return desk.statements.best(subject, measure, "prior") or before_in_prior(desk, subject, measure)


def _compared_with(desk: Desk, now: Statement) -> Statement | None:
    """Return the figure of the year before that the report itself compares with, though it names no stage of it."""
    own = {fact.id for fact in now.facts}
    for relation in desk.review.relations:
        if relation.kind is RelationKind.YOY and own & set(relation.operands):
            others = [desk.tools.fact(operand) for operand in relation.operands if operand not in own]
            prior = [fact for fact in others if fact.period == desk.statements.prior_year]
            if prior:
                return Statement((prior[0],))
    return None


def _say_difference(desk: Desk, reply: Reply, subject: str, measure: str, now: Fact, before: Fact) -> None:
    high, low, word, way = (
        (before, now, "减少", -1) if before.quantity.value >= now.quantity.value else (now, before, "增加", 1)
    )
    gap = total([high, low], [1, -1])
    if gap is None:
        return
    if gap.value == 0:
        reply.add("两年持平。")
        return
    shown = desk.amount(gap, subject, "decrease" if way < 0 else "increase", way)
    text = f"{named(subject, measure)}比上年{word} {shown}（{desk.result(gap, subject, None)}）"
    wanted = desk.question.plain
    rate = (
        growth(now, before) if any(word in wanted for word in ("百分", "%", "幅度", "比例", "率")) else None
    )
    if rate is not None:
        share = replace(rate, value=abs(rate.value))
        text += f"，{'下降' if way < 0 else '增长'} {desk.amount(share, subject, 'change_rate', way)}（{desk.result(rate, subject, None)}）"
    reply.add(f"{text}。")


def _say_stated_change(desk: Desk, reply: Reply, subject: str) -> None:
    for measure in _CHANGES:
        for statement in desk.statements.stated(subject, measure)[:1]:
            relations = [r for fact in statement.facts for r in desk.derivations(fact)]
            checked = (
                f"，复算{'一致' if relations[0].verdict is Verdict.EXACT else '见算式'}" if relations else ""
            )
            sentence = desk.material.places.around(statement.fact.evidence)
            reply.add(f"报告自己的表述（{place(sentence)}）：{desk.material.quote(sentence)}{checked}。")
            return


def answer_bridge(desk: Desk) -> Reply:
    """Answer 年初到全年怎么过来的: first budget + added − recalled = last budget, fund by fund and part by part."""
    question = desk.question
    subject = question.subjects[0] if question.subjects else TOTAL
    reply = Reply(Kind.BRIDGE, about=About(Kind.BRIDGE, (subject,), "adjusted_budget"))
    funds = [
        statement.fund
        for statement in desk.statements.stated(subject, "adjusted_budget", None, question.fund)
    ]
    general = [fund for fund in funds if fund == "一般公共预算"]
    for fund in dict.fromkeys([*general, *funds]):
        _bridge(desk, reply, subject, fund)
    relations = {r.judgement.derivation: r for r in desk.review.relations if is_bridge(desk, r)}
    for relation in relations.values():
        stated = desk.tools.fact(relation.stated or "")
        wanted = stated.subject == subject if question.subjects else stated.subject not in TOTALS
        if wanted:
            text = desk.material.derivation(relation, stated)
            reply.add(
                f"其中{named(stated.subject, None, stated.scope, stated)}：{text}{desk.material.cite_fact(stated)}。"
            )
    if not reply.lines:
        return refuse(
            desk,
            Kind.BRIDGE,
            f"{thing(subject)}从年初预算到全年预算的变动过程",
            nearest_facts(desk, desk.statements.facts(subject, ("initial_budget", "adjusted_budget"))),
        )
    found = desk.rule_of("adjusted_budget")
    reply.add(found)
    return reply


def is_bridge(desk: Desk, relation: Relation) -> bool:
    """Say whether a relation leads from a first budget over changes to a last one."""
    if relation.stated is None or relation.kind is not RelationKind.SUM:
        return False
    measures = {desk.tools.fact(operand).measure for operand in relation.operands}
    return bool(measures & {"added", "recalled", "budget_adjustment"}) and "initial_budget" in measures


def _bridge(desk: Desk, reply: Reply, subject: str, fund: str | None) -> None:
    """Add the way of one fund, computed from its parts; a part that is not stated is left out and the sum says so."""
    first = desk.statements.best(subject, "initial_budget", None, fund)
    last = desk.statements.best(subject, "adjusted_budget", None, fund)
    if first is None or last is None or first.fund != last.fund:
        return
    terms, signs = [first.fact], [1]
    for measure, sign in (("added", 1), ("recalled", -1)):
        found = desk.statements.best(subject, measure, None) or desk.statements.best(
            subject, measure, None, fund
        )
        if found is not None:
            terms.append(found.fact)
            signs.append(sign)
    if len(terms) == 1:
        return
    result = total(terms, signs)
    if result is None:
        return
    fits = result.agrees(last.fact.quantity)
    if not fits and any(fact.scope != fund for fact in terms):
        named_fund = fund or thing(subject)
        reply.add(
            f"{named_fund}年初预算 {desk.figure(first.fact)}，{named_fund}全年预算 {desk.figure(last.fact)}；"
            "除上面列出的追加、收回外，其变动经过报告没有列全。"
        )
        return
    parts = "；".join(f"{name_of(fact)} {desk.figure(fact)}" for fact in terms)
    scope = fund or ""
    reply.add(
        f"{scope}{'' if subject in TOTALS else thing(subject)}：{desk.result(result, subject, 'adjusted_budget', scope=fund)}，"
        + ("与所列全年预算" if fits else "与所列全年预算不等，所列全年预算为")
        + f" {desk.stated(last)}{'一致' if fits else ''}。",
        f"各数：{parts}。",
    )


def answer_breakdown(desk: Desk) -> Reply:
    """Answer 给了哪些, 由哪些构成: the parts that the report lists of a sum, and whether they add up to it."""
    facts = _asked(desk)
    if not facts:
        return answer_content(desk)
    lead = facts[0]
    question = desk.question
    about = About(Kind.BREAKDOWN, (lead.subject,) if lead.subject else (), lead.measure, wants=("breakdown",))
    reply = Reply(Kind.BREAKDOWN, about=about)
    reply.add(desk.unknown_figures())
    reply.add(f"{name_of(lead)} {desk.stated(desk.statements.grouped(facts)[0])}。")
    seen: set[str] = set()
    _parts(desk, reply, lead, facts, seen)
    if not question.measures and not question.figures:
        other = desk.statements.best(lead.subject, "budget" if lead.measure == "executed" else "executed")
        if other is not None:
            reply.add(f"{name_of(other.fact)} {desk.stated(other)}。")
            _parts(desk, reply, other.fact, other.facts, seen)
    if not seen:
        return refuse(
            desk,
            Kind.BREAKDOWN,
            f"{name_of(lead)}的分项",
            nearest_sentences(desk, desk.question.terms),
            request="请单位提供明细。",
        )
    return reply


def _asked(desk: Desk) -> list[Fact]:
    """Return the statements of the sum that a question asks about."""
    question = desk.question
    for figure in question.figures:
        equal = desk.statements.equal_to(figure)
        fitting = [f for f in equal if f.measure in question.measures] or ([] if question.measures else equal)
        if fitting:
            return [
                fitting[0],
                *(
                    f
                    for f in fitting[1:]
                    if (f.subject, f.measure) == (fitting[0].subject, fitting[0].measure)
                ),
            ]
    known = [name for name in question.subjects if desk.statements.facts(name)]
    for measure in question.measures or ("executed", "adjusted_budget", "budget"):
        for subject in (*known, *([] if question.subjects and not question.measures else [TOTAL])):
            found = desk.statements.best(subject, measure, question.period, question.fund)
            if found is not None:
                return list(found.facts)
    return []


def _parts(desk: Desk, reply: Reply, whole: Fact, facts: Sequence[Fact], seen: set[str]) -> None:
    """Add the parts of a sum by its relations, then the parts of those parts, once each."""
    own = {fact.id for fact in facts}
    sums = [
        relation
        for fact in facts
        for relation in desk.derivations(fact, (RelationKind.SUM,))
        if not is_bridge(desk, relation)
    ]
    operands = (
        [desk.tools.fact(operand) for operand in sums[0].operands] if sums else _same_stage(desk, whole)
    )
    operands = [fact for fact in operands if fact.id not in own]
    fresh = [fact for fact in operands if _key(fact) not in seen]
    if len(fresh) < 2 and not (sums and fresh):
        return
    seen |= {_key(fact) for fact in fresh}
    listed = "；".join(f"{name_of(fact) or label(fact)} {desk.figure(fact)}" for fact in fresh)
    head = "其中" if is_total(whole) else f"{name_of(whole)}的分项"
    reply.add(f"{head}：{listed}。")
    _say_sum(desk, reply, whole, sums, operands)
    for fact in fresh:
        same = [
            one
            for one in desk.statements.facts(fact.subject, (fact.measure,))
            if one.quantity.value == fact.quantity.value
        ]
        if fact.subject is not None and len(seen) < 24:
            _parts(desk, reply, fact, same or [fact], seen)


def _key(fact: Fact) -> str:
    return f"{fact.subject}/{fact.measure}/{fact.quantity.value}"


def _say_sum(
    desk: Desk, reply: Reply, whole: Fact, sums: Sequence[Relation], operands: Sequence[Fact]
) -> None:
    if sums:
        loose = "主要是" in sums[0].reason
        text = desk.material.derivation(sums[0], whole)
        reply.add(
            f"{name_of(whole)}相加：{text}{'（报告写“主要是”，没有说已列全）' if loose and sums[0].verdict is not Verdict.EXACT else ''}。"
        )
        return
    result = total(list(operands), [1] * len(operands))
    if result is not None and result.agrees(whole.quantity):
        reply.add(f"{name_of(whole)}相加：{desk.result(result, whole.subject, whole.measure)}，与总数相符。")


def _same_stage(desk: Desk, whole: Fact) -> list[Fact]:
    """Return the parts of a grand total that are given at the same stage: 基本支出 and 项目支出."""
    if whole.subject not in TOTALS:
        return []
    found = []
    for name in ("基本支出", "项目支出"):
        best = desk.statements.best(name, whole.measure or "")
        if best is not None:
            found.append(best.fact)
    return found
