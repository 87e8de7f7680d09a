"""Relations that leave a question → findings to be asked: counts against lists, statements of unclear scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.card import card
from rules.checks.tie_out.broken import code_of
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Severity
from rules.relations.build import LEFT_UNSAID, PRICE_UNSAID
from rules.relations.changes.points_of_amounts import POINTS_OF_AMOUNT, POINTS_OF_RATE
from rules.relations.judging.computation import RATES, Operation
from rules.relations.judging.culprits import Suspicion
from rules.relations.judging.far_off import FAR_OFF, MISREAD
from rules.relations.judging.judge import TRUNCATION, WIDE_ONLY, is_rounded_up
from rules.relations.judging.second_look import NAMESAKE
from rules.relations.rates.of_hundred import NOT_A_HUNDRED
from rules.relations.rates.rates import OVER_INITIAL
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.wording import place

_REPEATS = (RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX)
_ROUNDED = 5
_TITLES = {
    FAR_OFF: "数字相差悬殊，请核对",
    MISREAD: "数字不相符，请人工看一眼",
    NAMESAKE: "同名数字两处不同，请核对",
    NOT_A_HUNDRED: "各项比重之和不等于 100 %",
    POINTS_OF_AMOUNT: "增减幅度的单位待核对",
    POINTS_OF_RATE: "增减幅度的单位待核对",
    LEFT_UNSAID: "结余与两数之差不符，去向待说明",
    PRICE_UNSAID: "金额与单价、数量不符，口径待说明",
}
"""What is asked about whatever it is of, by what is said of it."""
_ASKED = (RelationKind.COUNT, RelationKind.SUM, *_REPEATS)


def question_findings(
    relations: Sequence[Relation], facts: Mapping[str, Fact], readings: Sequence[Reading] = ()
) -> Iterable[Finding]:
    """Yield a question for each relation that the report leaves open where its figures look like a slip.

    ``readings`` as in ``find_culprits``.
    """
    rounds = _rounds(relations, facts)
    suspicion = Suspicion(relations, facts, readings)
    for relation in relations:
        cut = rounds and relation.judgement.convention == TRUNCATION
        if not (cut or _is_asked(relation)) or relation.stated is None:
            continue
        stated = facts[relation.stated]
        misread = relation.judgement.likely == MISREAD
        origin = suspicion.of(relation)
        yield card(code_of(relation, facts)).finding(
            content=(stated.label, stated.quantity.plain(), relation.judgement.expected or ""),
            title=_title(relation, stated),
            kind=str(relation.kind),
            verdict=relation.verdict,
            severity=Severity.INFO if misread else Severity.WARNING,
            disposition=Disposition.INTERNAL if misread else Disposition.ASK,
            message=_message(relation, stated),
            evidence=tuple(facts[fact].evidence for fact in reversed(relation.facts)),
            reported=stated.quantity.plain(),
            expected=relation.judgement.expected,
            derivation=relation.judgement.derivation,
            culprit=origin.culprit,
            suspects=origin.suspects,
            related=(relation.id,),
        )


def _rounds(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> bool:
    """Say whether the report rounds its rates: often enough where cutting off would have shown, and cuts off seldom."""
    up = cut = 0
    for relation in relations:
        if relation.judgement.convention == TRUNCATION:
            cut += 1
        elif (
            relation.verdict is Verdict.EXACT and relation.operation in RATES and relation.stated is not None
        ):
            operands = [facts[fact].quantity for fact in relation.operands]
            up += is_rounded_up(Operation(relation.operation), operands, facts[relation.stated].quantity)
    return up >= _ROUNDED and cut * 5 <= up


def _is_asked(relation: Relation) -> bool:
    if relation.verdict is Verdict.ROUNDING:
        return relation.judgement.likely == WIDE_ONLY
    if relation.verdict is Verdict.CONVENTION:
        return relation.judgement.convention == OVER_INITIAL
    open_question = relation.verdict is Verdict.UNDETERMINED and bool(relation.judgement.likely)
    return open_question and (relation.kind in _ASKED or relation.judgement.likely in _TITLES)


def _title(relation: Relation, stated: Fact) -> str:
    name = stated.subject or stated.label
    if (title := _TITLES.get(relation.judgement.likely or "")) is not None:
        return f"{title}：{name}"
    if relation.kind is RelationKind.COUNT:
        return f"列示的个数与总数不一致：{name}"
    if relation.judgement.convention == TRUNCATION:
        return f"比率截尾未四舍五入：{name}"
    if relation.verdict is Verdict.CONVENTION:
        return f"执行率的分母待说明：{name}"
    return f"{'两处数字不同' if relation.kind in _REPEATS else '分项与总额不衔接'}，口径待说明：{name}"


def _message(relation: Relation, stated: Fact) -> str:
    if relation.judgement.likely in (FAR_OFF, MISREAD, NAMESAKE, NOT_A_HUNDRED):
        return f"{place(stated)}：{relation.judgement.derivation}；{relation.judgement.likely}。"
    if relation.judgement.likely in (POINTS_OF_AMOUNT, POINTS_OF_RATE):
        return f"{place(stated)}“{stated.label.strip()} {stated.quantity.words()}”：{relation.judgement.derivation}。请核对单位。"
    if relation.kind is RelationKind.COUNT:
        return (
            f"{place(stated)}“{stated.label.strip()} {stated.quantity.words()}”，按文中列示计数："
            f"{relation.judgement.derivation}。请补列其余项目，或更正总数。"
        )
    if relation.judgement.convention == TRUNCATION:
        return f"{place(stated)}：{relation.judgement.derivation}；本报告其他比率均四舍五入，此处为截尾。请统一取位办法。"
    if relation.verdict is Verdict.CONVENTION:
        return f"{place(stated)}：{relation.judgement.derivation}，{OVER_INITIAL}。请说明口径，或按全年预算更正。"
    if relation.judgement.likely == WIDE_ONLY:
        return f"{place(stated)}：{relation.judgement.derivation}；{WIDE_ONLY}。请按统一的小数位数核对。"
    return f"{place(stated)}：{relation.judgement.derivation}。请说明两处口径，或统一取值。"
