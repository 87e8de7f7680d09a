"""Is a figure right, is an excuse sound, does a sum add up: what the checker says of figures that a question names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.counts import quoted
from assistant.answers.deriving import explain
from assistant.answers.desk import Desk
from assistant.answers.figures import answer_figure
from assistant.answers.reply import Reply
from assistant.answers.rows import names_of
from assistant.answers.words import label, name_of, place
from assistant.figures import Figure
from assistant.lookup.computing import nearest_corner, ratio, total
from assistant.lookup.statements import Statement
from assistant.plan import About, Kind
from assistant.question import dimension_of, ways
from assistant.support import Origin
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Impact
from rules.numbers.units import Dimension
from rules.relations.relation import Relation, RelationKind, Verdict

_RATES = (Dimension.RATE, Dimension.POINTS)


def candidates(desk: Desk, figure: Figure) -> list[Fact]:
    """Return the facts that a figure of the question can mean: of its things and stages first."""
    question = desk.question
    equal = desk.statements.equal_to(figure)
    of_thing = [
        fact for fact in equal if any(desk.statements.is_of(fact, name) for name in question.subjects)
    ]
    equal = of_thing or ([] if question.subjects and not _is_generic(desk) else equal)
    of_stage = [fact for fact in equal if fact.measure in question.measures]
    return of_stage or equal


def _is_generic(desk: Desk) -> bool:
    """Say whether the things that a question names are mere kinds (项目) that counts are made of."""
    return all(not desk.statements.facts(name) for name in desk.question.subjects) or any(
        len(name) <= 2 and name in ("项目", "指标", "单位", "部门") for name in desk.question.subjects
    )


def answer_verify(desk: Desk) -> Reply:
    """Answer 对不对 of a figure that the question names, or of a thing whose figure it does not."""
    question = desk.question
    if not question.figures:
        return _verify_named(desk)
    facts = candidates(desk, question.figures[0])
    if not facts:
        return _not_stated(desk)
    fact = _checked_first(desk, facts)
    same = [one for one in facts if (one.subject, one.measure) == (fact.subject, fact.measure)]
    reply = Reply(Kind.VERIFY)
    reply.about = About(
        Kind.VERIFY,
        (fact.subject,) if fact.subject else (),
        fact.measure,
        wants=("verify",),
    )
    statements = desk.statements.grouped(same)
    reply.add(f"报告所列{name_of(fact)}为 {desk.stated(statements[0])}。")
    findings = desk.findings_about(same)
    counted = [relation for one in same for relation in desk.derivations(one, (RelationKind.COUNT,))]
    if counted:
        _say_count(desk, reply, counted[0])
    else:
        _say_relations(desk, reply, same, fact)
    _say_findings(desk, reply, findings)
    if findings:
        reply.about = About(
            Kind.VERIFY, reply.about.subjects, fact.measure, finding=findings[0].id, wants=("verify",)
        )
    return reply


def _checked_first(desk: Desk, facts: Sequence[Fact]) -> Fact:
    """Return the fact that a finding or a computation is about, else the first."""
    for fact in facts:
        if desk.findings_about([fact]):
            return fact
    return next((fact for fact in facts if desk.derivations(fact)), facts[0])


def _say_relations(desk: Desk, reply: Reply, facts: Sequence[Fact], fact: Fact) -> None:
    """Say what the computation gives, with its parts; of figures that nothing computes, whether all places agree."""
    before = len(reply.lines)
    if fact.subject is not None and fact.quantity.unit is not None and fact.quantity.unit.dimension in _RATES:
        explain(desk, reply, [Statement(tuple(facts))], fact.subject, fact.measure)
    if len(reply.lines) == before:
        for relation in [r for one in facts for r in desk.derivations(one)][:2]:
            reply.add(f"复算：{desk.material.derivation(relation, fact)}，{_verdict(relation)}。")
    elsewhere = [r for r in desk.review.relations if fact.id in r.facts and r.kind in _TWICE]
    unequal = [r for r in elsewhere if r.verdict not in (Verdict.EXACT, Verdict.ROUNDING)]
    if unequal:
        reply.add(f"同一数据还有不同数值：{desk.material.derivation(unequal[0], fact)}。")
    elif elsewhere and len(reply.lines) == before:
        reply.add("报告中各处对这个数的表述一致；没有可以复算它的分项，是否与账表一致未作核实。")
    if len(reply.lines) == before:
        reply.add("报告中没有可以复算这个数的分子、分母或分项，程序不能判断对错。")


_TWICE = frozenset(
    {RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX, RelationKind.UNIT}
)


def _verdict(relation: Relation) -> str:
    return {
        Verdict.EXACT: "与报告一致",
        Verdict.ROUNDING: "属尾差，不算错",
        Verdict.CONVENTION: "按另一种取位或口径才成立",
        Verdict.IMPOSSIBLE: "不成立",
        Verdict.UNDETERMINED: "口径未说明，不能判定",
    }[relation.verdict]


def _say_count(desk: Desk, reply: Reply, relation: Relation) -> None:
    reply.add(
        f"按文中列示计数：{desk.material.derivation(relation, desk.tools.fact(relation.stated or ''))}，{_verdict(relation)}。"
    )


def _say_findings(desk: Desk, reply: Reply, findings: Sequence[Finding]) -> None:
    for finding in findings[:1]:
        advice = finding.suggestion
        if advice:
            reply.add(f"建议：{desk.material.passage(advice.rstrip('。'), Origin.COMPUTED, None, advice)}。")
        found = desk.card(finding.rule)
        if found is not None:
            shown, marker = found
            reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")


def _verify_named(desk: Desk) -> Reply:
    """Answer 控制率算得对吗: what is stated, recomputed."""
    reply = answer_figure(desk)
    facts = [
        fact
        for subject in desk.question.subjects[:1]
        for measure in desk.question.measures[:1]
        for fact in desk.statements.facts(subject, (measure,))
    ]
    if reply.answered:
        reply.kind = Kind.VERIFY
        _say_findings(desk, reply, desk.findings_about(facts))
    return reply


def _not_stated(desk: Desk) -> Reply:
    """Say that a figure of the question is not in the report, and what the report has instead."""
    question = desk.question
    reply = Reply(
        Kind.VERIFY,
        about=About(Kind.VERIFY, question.subjects[:1], question.measures[0] if question.measures else None),
    )
    subject = question.subjects[0] if question.subjects else None
    measure = question.measures[0] if question.measures else None
    found = (
        desk.statements.stated(subject, measure, question.period, question.fund)
        if subject and measure
        else []
    )
    reply.add(f"{desk.echo()} {'不是报告所列的数' if found else '在报告中没有出现'}。")
    if not found and subject:
        figure = question.figures[0]
        alike = [
            fact
            for fact in desk.statements.facts(subject)
            if dimension_of(figure.unit) in (None, dimension_of(fact.quantity.unit))
        ]
        found = desk.statements.grouped(alike)[:3]
    reply.answered = bool(found)
    for statement in found[:3]:
        name = name_of(statement.fact)
        reply.add(f"报告所列{name}为 {desk.stated(statement)}。")
    return reply


def answer_rounding(desk: Desk) -> Reply:
    """Answer whether rounding explains a figure: take the values most in its favour that the report can stand for."""
    question = desk.question
    if not question.figures:
        return answer_verify(desk)
    facts = [fact for fact in candidates(desk, question.figures[0])]
    for fact in facts:
        for relation in desk.derivations(fact):
            reply = _rounded(desk, fact, relation)
            if reply is not None:
                return reply
    return answer_verify(desk)


def _rounded(desk: Desk, fact: Fact, relation: Relation) -> Reply | None:
    name = name_of(fact)
    reply = Reply(
        Kind.ROUNDING,
        about=About(
            Kind.ROUNDING, (fact.subject,) if fact.subject else (), fact.measure, wants=("rounding",)
        ),
    )
    findings = desk.findings_about([fact])
    if findings:
        reply.about = About(Kind.ROUNDING, reply.about.subjects, fact.measure, finding=findings[0].id)
    if relation.kind in (RelationKind.RATIO, RelationKind.SHARE) and len(relation.operands) == 2:
        top, base = (desk.tools.fact(operand) for operand in relation.operands)
        result = ratio(top, base, max(fact.quantity.precision, 0))
        corner = nearest_corner(top.quantity, base.quantity, fact.quantity.value, fact.quantity.precision)
        if result is None or corner is None:
            return None
        reply.add(
            f"{name}按所列的数计算为 {desk.amount(result, fact.subject, fact.measure)}（{desk.result(result, fact.subject, fact.measure)}），"
            f"报告为 {desk.figure(fact)}。"
        )
        reply.add(f"分子：{name_of(top)} {desk.figure(top)}；分母：{name_of(base)} {desk.figure(base)}。")
        words = desk.material.passage(
            corner.words(result.places), Origin.COMPUTED, None, corner.words(result.places)
        )
        if result.agrees(fact.quantity):
            reply.add(
                f"说得通：分子、分母都是取位后的数，取最有利的值算得 {words}，与报告的数相差在尾差以内。"
            )
        else:
            reply.add(
                f"说不通：分子、分母都取印出位数以内最有利的值，也只能算到 {words}，仍到不了报告的数。",
                "怎么填错的不作猜测，请单位核对分子、分母取数。",
            )
        return reply
    verdict = {
        Verdict.EXACT: "与所列各数一致，不需要用四舍五入解释",
        Verdict.ROUNDING: "说得通：差在尾差以内，不算错",
        Verdict.IMPOSSIBLE: "说不通：按印出位数取任何值都得不出报告的数",
    }.get(relation.verdict)
    if verdict is None:
        return None
    reply.add(
        f"{name}：{desk.material.derivation(relation, fact)}。",
        f"{verdict}。",
        f"位置：{desk.place(fact)}{desk.material.cite_fact(fact)}。",
    )
    return reply


def answer_arithmetic(desk: Desk) -> Reply:
    """Answer 甲加乙不等于丙啊: whether the figures of the question are the report's, and whether their sum is a rounding."""
    question = desk.question
    found = [desk.statements.equal_to(figure) for figure in question.figures]
    relation = _joining(desk, found)
    if relation is None:
        return _own_sum(desk, found)
    stated = desk.tools.fact(relation.stated or "")
    reply = Reply(
        Kind.ARITHMETIC,
        about=About(Kind.ARITHMETIC, (stated.subject,) if stated.subject else (), stated.measure),
    )
    operands = [desk.tools.fact(operand) for operand in relation.operands]
    reply.add(f"{_verdict_head(relation)}。{name_of(stated)}：{desk.material.derivation(relation, stated)}。")
    reply.add(
        "所涉的数："
        + "；".join(f"{name_of(fact)} {desk.figure(fact)}" for fact in (*operands, stated))
        + f"（{desk.place(stated)}）。"
    )
    if relation.verdict is Verdict.ROUNDING:
        reply.add(
            "各数都是取位后的数，相加后的差没有超出取位造成的范围，未取位的数可以使等式成立，所以属尾差，不算错，也不写进审核意见。"
        )
    found_card = desk.card("A01")
    if found_card is not None:
        shown, marker = found_card
        reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")
    return reply


def _verdict_head(relation: Relation) -> str:
    return {
        Verdict.EXACT: "等式成立",
        Verdict.ROUNDING: "属尾差，不算错",
        Verdict.CONVENTION: "按另一种取位或口径才成立",
        Verdict.IMPOSSIBLE: "不成立，应请单位核对",
        Verdict.UNDETERMINED: "口径未说明，不能判定",
    }[relation.verdict]


def _joining(desk: Desk, found: Sequence[Sequence[Fact]]) -> Relation | None:
    """Return the relation whose stated figure is the last of the question and whose operands are the others."""
    last = {fact.id for fact in found[-1]}
    others = [{fact.id for fact in facts} for facts in found[:-1]]
    best: Relation | None = None
    for relation in desk.review.relations:
        operands = set(relation.operands)
        joins = relation.stated in last and all(group & operands for group in others)
        decides = best is None or relation.verdict is not Verdict.UNDETERMINED
        if joins and decides and len(operands) == len(others):
            best = relation
    return best


def _own_sum(desk: Desk, found: Sequence[Sequence[Fact]]) -> Reply:
    """Compute what the question adds up from the report's figures, where no relation joins them."""
    reply = Reply(Kind.ARITHMETIC, about=About(Kind.ARITHMETIC))
    if not all(found[:-1]) or len(found) < 3:
        missing = next((at for at, facts in enumerate(found) if not facts), 0)
        reply.answered = False
        return reply.add(f"{desk.echo(missing)} 在报告中没有出现，不能核这个算式。")
    facts = [group[0] for group in found[:-1]]
    result = total(facts, _signs(desk))
    if result is None:
        reply.answered = False
        return reply.add("这几个数计量单位不同，不能相加。")
    reply.add(f"报告没有说这几个数有加减关系；单就数字计算：{desk.result(result, None, None)}。")
    stated = found[-1][0] if found[-1] else None
    if stated is not None:
        fits = result.agrees(stated.quantity)
        reply.add(f"报告为 {desk.figure(stated)}，{'差在尾差以内' if fits else '两者不相等'}。")
    return reply


def _signs(desk: Desk) -> list[int]:
    question, minus = desk.question, ways()["operators"]["minus"]
    signs = [1]
    for one, other in zip(question.figures, question.figures[1:-1], strict=False):
        between = question.plain[one.end : other.start]
        signs.append(-1 if any(word in between for word in minus) else 1)
    return signs


def answer_which(desk: Desk) -> Reply:
    """Answer 到底是甲还是乙: what each figure is of, and the computation that joins them where there is one."""
    question = desk.question
    found = [candidates(desk, figure) for figure in question.figures[:2]]
    if not all(found):
        missing = next(at for at, facts in enumerate(found) if not facts)
        reply = Reply(Kind.WHICH, answered=any(found), about=About(Kind.WHICH, question.subjects[:1]))
        reply.add(f"{desk.echo(missing)} 在报告中没有出现。")
        for facts in found:
            reply.add(quoted(desk, facts[0]) if facts else "")
        return reply
    relation = _between(desk, *found)
    first, second = found[0][0], found[1][0]
    reply = Reply(
        Kind.WHICH, about=About(Kind.WHICH, (first.subject,) if first.subject else (), first.measure)
    )
    if relation is not None and relation.kind not in _TWICE:
        reply.add("不矛盾，是同一事项在不同时点或口径下的数：")
    elif relation is not None or (first.subject, first.measure, first.scope) == (
        second.subject,
        second.measure,
        second.scope,
    ):
        reply.add("说的是同一事实，数值不一致；以哪个为准由单位核对账表后确定：")
    else:
        reply.add("各数的口径不同：")
    for facts in found:
        fact = facts[0]
        when = label(fact)
        reply.add(f"{when} {desk.stated(desk.statements.grouped(facts)[0])}。")
    if relation is not None and relation.kind not in _TWICE:
        stated = desk.tools.fact(relation.stated or "")
        reply.add(f"算式：{desk.material.derivation(relation, stated)}。")
        others = [desk.tools.fact(i) for i in relation.operands if i not in {f.id for g in found for f in g}]
        for fact in others:
            reply.add(f"其中{name_of(fact)} {desk.figure(fact)}（{desk.place(fact)}）。")
    return reply


def _between(desk: Desk, first: Sequence[Fact], second: Sequence[Fact]) -> Relation | None:
    one, other = {fact.id for fact in first}, {fact.id for fact in second}
    joined = [r for r in desk.review.relations if one & set(r.facts) and other & set(r.facts)]
    return min(joined, key=lambda r: r.kind in _TWICE, default=None)


def answer_consequence(desk: Desk) -> Reply:
    """Answer 要退回吗, 影响分不: what the finding touches, and that a person decides."""
    finding = _meant(desk)
    if finding is None:
        reply = Reply(Kind.CONSEQUENCE, answered=False, about=About(Kind.CONSEQUENCE))
        return reply.add(
            "没有找到您说的差异所对应的发现；请写明指哪个指标，如“三公经费控制率的差异要退回吗”。"
        )
    reply = Reply(
        Kind.CONSEQUENCE, about=About(Kind.CONSEQUENCE, desk.question.subjects[:1], finding=finding.id)
    )
    reply.add(f"对应的发现：{desk.material.passage(finding.title, Origin.COMPUTED, None, finding.message)}。")
    for evidence in finding.evidence[:1]:
        reply.add(f"位置：{place(evidence)}{desk.material.cite(evidence)}。")
    _say_gap(desk, reply, finding)
    _say_score(desk, reply, finding)
    if finding.impact is Impact.PUBLIC:
        reply.add("涉及对外公开的数据，应当更正。")
    handling = {
        Disposition.RETURN: "程序建议的处理是“应修改”",
        Disposition.ASK: "程序建议的处理是“请说明”",
        Disposition.ADVISE: "程序建议的处理是“建议完善”，不作为退回的单独理由",
        Disposition.INTERNAL: "程序建议的处理是“内部提示”，不发单位",
    }[finding.disposition]
    reply.add(f"{handling}；退不退由审核人定。")
    found = desk.card(finding.rule)
    if found is not None:
        shown, marker = found
        reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")
    return reply


def _say_gap(desk: Desk, reply: Reply, finding: Finding) -> None:
    if finding.derivation:
        reply.add(
            f"算式：{desk.material.passage(finding.derivation, Origin.COMPUTED, None, finding.derivation)}。"
        )
    gap = _gap(finding)
    points = [at for at, f in enumerate(desk.question.figures) if gap is not None and f.value == gap]
    if points:
        reply.add(f"{desk.echo(points[0])}，就是报告的数与算出的数之差。")


def _say_score(desk: Desk, reply: Reply, finding: Finding) -> None:
    row = _row_of(desk, finding)
    if row is None:
        reply.add(
            "该数不在评分表的完成值里，不直接影响得分。"
            if finding.impact is not Impact.SCORE
            else "影响得分。"
        )
        return
    name = row.name
    marker = "" if row.evidence is None else desk.material.cite(row.evidence)
    target = (
        "" if not row.target else f"，年度指标值“{desk.material.passage(row.target, Origin.CITED, marker)}”"
    )
    score = desk.material.score(row.self_score or "", names_of(name), "score", marker)
    weight = desk.material.score(row.weight or "", names_of(name), "weight", marker)
    both = _met_either_way(row.target, finding)
    effect = "按哪个数都达到指标值，不影响该项得分" if both else "可能影响该项得分，请对照评分办法"
    reply.add(
        f"评分表“{desk.material.passage(name, Origin.CITED, marker)}”：分值 {weight}，自评得分 {score}{target}{marker}；{effect}。"
    )


def _row_of(desk: Desk, finding: Finding):  # type: ignore[no-untyped-def]
    starts = {evidence.row for evidence in finding.evidence if evidence.row}
    return next((row for row in desk.tools.indicators if row.name in starts), None)


def _met_either_way(target: str | None, finding: Finding) -> bool:
    """Say whether the reported and the expected figure both meet a target of the sort ≤100%."""
    import re

    found = re.match(r"\s*([≤≥<>＜＞])\s*=?\s*(\d+(?:\.\d+)?)", target or "")
    try:
        values = [Decimal(text) for text in (finding.reported, finding.expected) if text]
    except ArithmeticError:
        return False
    if found is None or len(values) < 2:
        return False
    limit = Decimal(found[2])
    return all(value <= limit if found[1] in "≤<＜" else value >= limit for value in values)


def _gap(finding: Finding) -> Decimal | None:
    try:
        return abs(Decimal(finding.expected or "") - Decimal(finding.reported or ""))
    except ArithmeticError:
        return None


def _meant(desk: Desk) -> Finding | None:
    """Return the finding that a question means: the last one spoken of, one of that gap, or one about its thing."""
    question = desk.question
    held = {finding.id: finding for finding in desk.review.findings}
    asked = {figure.value for figure in question.figures}
    if desk.before.finding in held and (
        not asked or _gap(held[desk.before.finding]) in asked or not question.figures
    ):
        return held[desk.before.finding]
    by_gap = [
        finding for finding in desk.review.findings if (gap := _gap(finding)) is not None and gap in asked
    ]
    facts = [
        fact
        for subject in question.subjects
        for fact in desk.statements.facts(subject, question.measures or None)
    ]
    about = desk.findings_about(facts)
    both = [finding for finding in by_gap if finding in about]
    if both or (by_gap and not question.subjects):
        return (both or by_gap)[0]
    if about:
        return about[0]
    return held.get(desk.before.finding or "")
