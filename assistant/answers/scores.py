"""Scores: how one came about, what was deducted where, whether a row's score stands; a person decides in the end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.desk import Desk
from assistant.answers.others import prior_score
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.rows import Row, find_row, rows
from assistant.answers.told import answer_content
from assistant.answers.words import name_of, place
from assistant.lookup.computing import ratio
from assistant.plan import About, Kind
from assistant.question import dimension_of
from assistant.support import Origin
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.numbers.units import PERCENT, SCORE, Dimension
from rules.relations.relation import Relation, RelationKind, Verdict


def answer_score(desk: Desk) -> Reply:
    """Answer 怎么得的分: the row's own computation where a rule gives one, else what the form says."""
    row = find_row(desk)
    if row is None:
        return _of_class(desk) or _total(desk)
    reply = Reply(
        Kind.SCORE, about=About(Kind.SCORE, desk.question.subjects[:1], "score", indicator=row.name)
    )
    reply.add(desk.unknown_figures(), _stated(row))
    relation = _by_rule(desk, row)
    if relation is not None:
        _say_by_rule(desk, reply, row, relation)
    elif row.score.method:
        _say_support(desk, reply, row)
    else:
        reply.add("报告和规则都没有写明该项的计分办法，不作复算。")
    _say_finding(desk, reply, row)
    return reply


def _stated(row: Row) -> str:
    return (
        f"评分表{row.called}：分值 {row.weight}，自评得分 {row.points}（{place(row.evidence)}）{row.marker}。"
    )


def _by_rule(desk: Desk, row: Row) -> Relation | None:
    """Return the relation that computes the row's score from a rule (分值 × 执行率)."""
    if row.score.evidence is None:
        return None
    for relation in desk.review.relations:
        by_rule = relation.kind is RelationKind.SCORE_VS_RULE and relation.stated is not None
        if by_rule and desk.tools.fact(relation.stated or "").start == row.score.evidence.start:
            return relation
    return None


def _say_by_rule(desk: Desk, reply: Reply, row: Row, relation: Relation) -> None:
    stated = desk.tools.fact(relation.stated or "")
    facts = [desk.tools.fact(operand) for operand in relation.operands]
    rate = next((fact for fact in facts if fact.quantity.unit == PERCENT), None)
    rate = rate or _rate_of_total(desk)
    if rate is not None:
        ratios = desk.derivations(rate, (RelationKind.RATIO,))
        if ratios and len(ratios[0].operands) == 2:
            top, base = (desk.tools.fact(operand) for operand in ratios[0].operands)
            result = ratio(top, base, max(rate.quantity.precision, 2))
            if result is not None:
                reply.add(
                    f"{name_of(rate)}：{desk.result(result, rate.subject, rate.measure, scope=rate.scope)}；报告列为 {desk.figure(rate)}。"
                )
    reply.add(f"得分：{desk.material.derivation(relation, stated)} 分，{_fits(relation)}。")
    found = desk.card("S04")
    if found is not None:
        shown, marker = found
        basis = desk.material.basis(shown.basis[0])
        reply.add(f"计分办法：{shown.formula}{marker}（{basis}）。")


def _rate_of_total(desk: Desk) -> Fact | None:
    facts = [
        f
        for f in desk.review.facts
        if f.measure == "execution_rate" and f.subject in ("收支总计", "整体支出")
    ]
    return facts[-1] if facts else None


def _fits(relation: Relation) -> str:
    return {
        Verdict.EXACT: "与自评得分一致",
        Verdict.ROUNDING: "与自评得分的差属尾差",
        Verdict.IMPOSSIBLE: "与自评得分不一致，请单位说明",
    }.get(relation.verdict, "口径未说明，不能判定")


def _of_class(desk: Desk) -> Reply | None:
    """Answer what a class of indicators scored, where the question names one: the sum of its rows."""
    every = rows(desk)
    words = [term for term in desk.question.terms if len(term) > 2]
    own = [row for row in every if any(term in f"{row.score.level1}{row.score.level2}" for term in words)]
    if len(own) < 2 or len(own) == len(every) or desk.question.period == "prior":
        return None
    name = next(term for term in words if any(term in f"{r.score.level1}{r.score.level2}" for r in own))
    reply = Reply(Kind.SCORE, about=About(Kind.SCORE, (), "score"))
    for word, texts in (
        ("自评得分", [row.score.self_score or "0" for row in own]),
        ("分值", [row.score.weight or "0" for row in own]),
    ):
        total = sum((Decimal(text) for text in texts), Decimal(0))
        derivation = f"{' + '.join(texts)} = {total:f} 分"
        shown = desk.material.passage(derivation, Origin.COMPUTED, None, derivation)
        reply.add(f"“{desk.material.passage(name, Origin.QUESTION)}”各行{word}相加：{shown}{own[0].marker}。")
    return reply


def _total(desk: Desk) -> Reply:
    """Answer how the total came about, or what it is."""
    card = desk.review.scorecard
    if desk.question.period == "prior" or card is None or card.self_total is None:
        return _no_score(desk)
    reply = Reply(Kind.SCORE, about=About(Kind.SCORE, (), "score"))
    facts = [
        fact
        for fact in desk.review.facts
        if fact.measure in ("total_score", "score") or fact.label.endswith("自评得分")
    ]
    totals = [f for f in facts if f.quantity.unit == SCORE and f.quantity.plain() == card.self_total]
    if not totals:
        return _no_score(desk)
    full = [f for f in desk.review.facts if f.measure == "total_weight"]
    if "weight" in desk.question.measures and full:
        reply.add(f"满分为 {_full_marks(desk, full[0])}（{desk.place(full[0])}）。")
    reply.add(f"自评得分为 {desk.stated(desk.statements.grouped(totals)[0])}。")
    if "等级" in desk.question.plain and card.grade is not None:
        reply.add(_grade(desk, card.grade))
    sums = [r for fact in totals for r in desk.derivations(fact, (RelationKind.SCORE_SUM,))]
    if sums:
        reply.add(
            f"总分由各项得分相加：{desk.material.derivation(sums[0], desk.tools.fact(sums[0].stated or ''))}，{_fits(sums[0])}。"
        )
    return reply


def _full_marks(desk: Desk, fact: Fact) -> str:
    marker = desk.material.cite_fact(fact)
    return f"{desk.material.score(fact.quantity.plain(), {'满分'}, 'weight', marker)}{marker}"


def _grade(desk: Desk, grade: str) -> str:
    """Return the grade that the total earns, with the basis of the bands."""
    grades = desk.review.pack.grades
    basis = "；".join(desk.material.basis(item) for item in grades.basis) if grades is not None else ""
    return f"按得分对应的等级为“{desk.material.passage(grade, Origin.COMPUTED, None, '自评得分所在的等级')}”（依据：{basis}）。"


def _no_score(desk: Desk) -> Reply:
    prior = desk.question.period == "prior"
    held = prior_score(desk) if prior else None
    if held is not None:
        return held
    year = desk.statements.prior_year or "上"
    totals = [] if prior else list(desk.question.terms)
    near = [f for f in desk.review.facts if f.measure == "total_score"]
    nearest = [f"本年度的自评总分（{desk.place(f)}）{desk.material.cite_fact(f)}" for f in near[:1]]
    return refuse(
        desk,
        Kind.SCORE,
        f"{year} 年的自评得分" if prior else "这项得分",
        nearest or nearest_sentences(desk, totals),
        request="附上上年的自评报告后可以再问。" if prior else "",
    )


def answer_deductions(desk: Desk) -> Reply:
    """List what was deducted row by row, summing to what the total lacks."""
    every = rows(desk)
    card = desk.review.scorecard
    if not every or card is None:
        return refuse(desk, Kind.DEDUCTIONS, "评分表或逐项得分", nearest_sentences(desk, desk.question.terms))
    every = _asked_rows(desk, every)
    lost = [row for row in every if row.lost]
    reply = Reply(Kind.DEDUCTIONS, about=About(Kind.DEDUCTIONS, (), "score"))
    total = sum((row.lost for row in lost), Decimal(0))
    if not lost:
        about = "、".join(row.called for row in every[:6])
        return reply.add(f"{about}的自评得分都等于分值，没有扣分{every[0].marker}。")
    derivation = f"{' + '.join(f'{row.lost:f}' for row in lost)} = {total:f} 分"
    shown = desk.material.computed(total, SCORE, derivation, measure="deducted", context="扣分合计扣")
    missing = [row for row in every if row.score.weight is None or row.score.self_score is None]
    counted = desk.material.counted(len(lost), "项", "评分表中自评得分低于分值的项数，扣分")
    reply.add(desk.unknown_figures(), f"扣分共 {counted}，合计扣 {shown}：")
    for at, row in enumerate(lost, 1):
        reason = _reason(desk, row)
        reply.add(
            f"{at}．{row.called}：分值 {row.weight}，自评得分 {row.points}，扣分 {row.deducted}{row.marker}。{reason}"
        )
    if len(lost) > 1:
        reply.add(f"相加：{desk.material.passage(derivation, Origin.COMPUTED, None, derivation)}。")
    if len(every) == len(rows(desk)):
        _say_against_total(desk, reply, total)
    if missing:
        reply.add("有的行缺分值或得分，未计入。")
    return reply


def _asked_rows(desk: Desk, every: list[Row]) -> list[Row]:
    """Return the rows that a question names by class or name (满意度指标); all, where it names none."""
    terms = [
        term for term in desk.question.terms if len(term) > 1 and term not in ("指标", "扣分", "得分", "分值")
    ]
    named = [
        row
        for row in every
        if any(term in f"{row.score.level1}{row.score.level2}{row.score.name}" for term in terms)
    ]
    return named or every


def _say_against_total(desk: Desk, reply: Reply, total: Decimal) -> None:
    card = desk.review.scorecard
    full = next((f for f in desk.review.facts if f.measure == "total_weight"), None)
    own = next((f for f in desk.review.facts if f.measure == "total_score"), None)
    if card is None or full is None or own is None:
        return
    rest = full.quantity.value - own.quantity.value
    agrees = "与逐项扣分一致" if rest == total else "与逐项扣分不一致，请核对评分表"
    text = f"{full.quantity.plain()} − {own.quantity.plain()} = {rest:f} 分"
    passage = desk.material.passage(text, Origin.COMPUTED, None, text)
    reply.add(f"总分核对：{passage}，{agrees}（{desk.place(own)}）{desk.material.cite_fact(own)}。")


def _reason(desk: Desk, row: Row) -> str:
    if not row.score.reason:
        return "报告没有写扣分的原因。"
    text = " ".join(row.score.reason.split()).rstrip("。；")
    return f"报告的原因：“{desk.material.passage(text, Origin.CITED, row.marker)}”{row.marker}。"


def answer_indicator(desk: Desk) -> Reply:
    """Answer whether a row's score stands: share of the points, the band, its basis; a person decides."""
    row = find_row(desk)
    if row is None:
        return answer_content(desk)
    reply = Reply(Kind.INDICATOR, about=About(Kind.INDICATOR, (), "score", indicator=row.name))
    reply.add(_stated(row))
    if row.score.actual:
        said = desk.material.passage(
            " ".join(row.score.actual.split()).rstrip("。"), Origin.CITED, row.marker
        )
        reply.add(f"实际完成值写的是：“{said}”{row.marker}。")
    share = row.share
    if share is not None:
        value, derivation = share
        desk.material.computed(value, PERCENT, derivation, subjects=row.names, context="占分值 得分")
        reply.add(
            f"自评得分占分值的比例：{desk.material.passage(derivation, Origin.COMPUTED, None, derivation)}。"
        )
    _say_support(desk, reply, row)
    _say_finding(desk, reply, row)
    reply.add("站不站得住由审核人定；单位补充评定过程和佐证材料后再判断。")
    return reply


def _say_support(desk: Desk, reply: Reply, row: Row) -> None:
    score = row.score
    if score.method is None or score.suggested_low is None or score.suggested_high is None:
        reply.add("未约定评分办法，不作参考分值区间。")
        return
    method = desk.material.passage(score.method, Origin.COMPUTED, None, score.method)
    low, high = Decimal(score.suggested_low), Decimal(score.suggested_high)
    text = f"{low.normalize():f} 分" if low == high else f"{low.normalize():f} 分至 {high.normalize():f} 分"
    supported = desk.material.passage(
        text, Origin.COMPUTED, None, f"{score.method}，分值 {score.weight}", row.names
    )
    basis = "；".join(desk.material.basis(item) for item in score.basis)
    reply.add(f"可支持的分值（参考）{row.called}：{supported}；{method}。依据：{basis}。")


def _say_finding(desk: Desk, reply: Reply, row: Row) -> None:
    found = _finding_of(desk, row)
    if found is None:
        return
    card = desk.card(found.rule)
    text = desk.material.finding(found).rstrip("。")
    marker = card[1] if card is not None else ""
    reply.add(f"审核发现：{text}{marker}。")


def _finding_of(desk: Desk, row: Row) -> Finding | None:
    if row.score.evidence is None:
        return None
    own = desk.sentences.at(row.score.evidence.start or 0)
    for finding in desk.review.findings:
        for evidence in finding.evidence[:1]:
            inside = own is not None and own.start <= (evidence.start or -1) < own.end
            if inside:
                return finding
    return None


def scored(desk: Desk, values: Sequence[Decimal]) -> bool:
    """Say whether one of the question's figures is a score."""
    return any(dimension_of(figure.unit) is Dimension.SCORE for figure in desk.question.figures) and bool(
        values
    )
