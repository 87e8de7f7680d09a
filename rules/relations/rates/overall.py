"""Rates of all the money of a report, whose base only another passage gives: 全年支出 566.68 万元，预算执行率 94.83 %.

What was spent (截至 6 月底累计支出, 实际到位) stands before the rate and names no thing; the base is the budget of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.judging.judge import WIDE_ONLY, Operation
from rules.relations.rates.executions import CARRIED
from rules.relations.rates.operands import Figures
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, amounts
from rules.relations.sums.nesting import listed

_RATE = re.compile(
    r"^[^，]{0,6}(?:执行|支出|支付|拨付|兑付|使用|到位|完成|列支)(?:进度|比例|率)(?:仅|约|已|为|达到?|是|至)*$|^(?:仅|约|已)?(?:支出|执行)?进度(?:仅|约|已|为|达到?)*$"
)
_ABOUT_MONEY = re.compile("资金|预算|经费|执行|支出|支付|拨付|兑付|使用|到位|完成|列支|进度")
_ARRIVED = re.compile("到位")
_OF_SO_MANY = re.compile(r"[两二三四五六七八九十\d]+[个项](?:子项目?|分项|项目|专项)")
"""三个子项支出 B: it is of the budget that is told for three of them."""
_PLAIN = re.compile(
    rf"{_OF_SO_MANY.pattern}|"
    r"(?:19|20)\d{2}年度?|截?[至止到][^，]{0,14}?(?:日|月[底末]|月(?![\d底末])|[底末])|\d+月[底末]?|年[底末]|全年|当年|本年|年度|累计|实际|"
    r"支出|支付|拨付|兑付|列支|使用|到位|完成|发放|补[贴助]|各类|资金|经费|款项?|项目|专项|整体|总体|部门|单位|预算|[共总计各个已即达为额数]|\d+"
)
_PART_OF_YEAR = re.compile(r"上半年|前[二三两]个?季度|第?一季度|1(?:月份?)?[-—–至到~～]\d+月份?")
"""上半年支出 B，支出进度: the budget of the year, as it stood then."""
_PLAIN_WHOLE = re.compile(
    r"(?:项目|专项|调整后|部门|单位|整体|总体|全年|年度|本年|当年|批复|概算|预算|总投资|投资|计划|投入|划|经费|资金|总额|支出|[本我该全][局县市区省校院站馆所中心镇乡]*|[总共后])+"
)
_ASIDE = re.compile("（[^（）]*）")
_CALLED = re.compile(
    r"(?:经费|资金|预算|概算|总投资|计划投资|计划投入|总盘子)(?:总额|总量|合计)?(?:共计?|为|达|计)*$"
)
_ALL = re.compile("可用(?:资金|财力)|总盘子|资金(?:总量|总额|总计|合计)")
"""What is there to be spent, with what was carried over."""
_WITH_CARRIED = re.compile("(?<!不)(?:含|包括)[^，）]{0,8}结[转余]")
_OF_SOME = re.compile("中央|上级|[省市县区]级|本级|[省市县区]财政|一般公共|基金|国有资本|专户|其他")
_STAGES = ("adjusted_budget", "budget", "initial_budget", None)
_OPENING = 3
"""Amounts at the beginning of a report, among which it says what it is about."""
_FEW = 3
_SENTENCE = 120


def overall(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what was spent or arrived right before a rate over the budgets of the whole report, the likeliest first."""
    if _RATE.search(normal(rate.lead)) is None:
        return
    spent = _spent(rate, statement, figures.text)
    if spent is None:
        return
    arrived = _ARRIVED.search(rate.lead) is not None
    if arrived != (spent.fact.measure == "received"):
        return
    told = _wholes(spent, rate, figures)
    carried = any(CARRIED.search(fact.label) for fact in figures.facts)
    early = _PART_OF_YEAR.search(normal(spent.lead)) is not None
    number = _OF_SO_MANY.search(normal(spent.lead))
    if number is not None:
        told = [f for f in told if number.group() in _said_before(figures, f)]
    for at, whole in enumerate(told[:_FEW]):
        # The forms of single projects call theirs the budget of the year as well.
        same = [f for f in told if f.measure == whole.measure and f.where in (Where.TEXT, whole.where)]
        clear = at == 0 and len(same) == 1 and whole.measure is not None and not early
        others = [f for f in told if f.measure == "budget" and f is not whole]
        full = (
            whole.measure == "adjusted_budget"
            or _ALL.search(normal(whole.label)) is not None
            or _WITH_CARRIED.search(whole.label) is not None
        )
        reading = Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (spent.fact, whole),
            rate.fact,
            f"“{rate.fact.label}”＝{spent.fact.label}÷{whole.label}（分母见他处）",
            sure=clear and (not others or whole.measure == "adjusted_budget") and (full or not carried),
            alarms=full or not carried,
        )
        if reading.judge().likely != WIDE_ONLY:  # elsewhere a budget may be printed in whole 万元
            yield reading


def budgets_of_report(figures: Figures) -> tuple[Fact, ...]:
    """Return the budgets of the whole that running text gives, one a value."""
    every = [
        fact
        for fact in figures.facts
        if fact.kind is FactKind.AMOUNT
        and fact.where is Where.TEXT
        and fact.quantity.hedge is Hedge.NONE
        and fact.quantity.unit is not None
    ]
    named = [f for stage in _STAGES[:-1] for f in every if f.measure == stage and _is_whole(f, stage)]
    called = [f for f in every[:_OPENING] if _is_whole(f, None)]
    return tuple(_different([*called, *named])[: 2 * _FEW])


def _spent(rate: Mention, statement: Statement, text: str) -> Mention | None:
    """Return the amount right before a rate, where it names no thing and no budget stands with it."""
    own = [m for m in amounts(statement.own, rate.depth) if m.fact.start < rate.fact.start]
    items = listed(text, statement.own, wide=False)
    name = _ABOUT_MONEY.split(normal(rate.lead))[0]
    if len(name) > 1 and any(name in m.lead for m in own if m.fact.id in items):
        return None  # 其中工程 A、其他费用 B，其他费用执行率 is of the item
    own = [m for m in own if m.sentence == rate.sentence and m.fact.id not in items]
    if not own or any(m.fact.measure in BUDGETS and m.fact.measure != "received" for m in own):
        return None
    spent = own[-1]
    if (
        spent.fact.measure not in ("executed", "received", None)
        or spent.fact.quantity.hedge is not Hedge.NONE
    ):
        return None
    return spent if not _PLAIN.sub("", _PART_OF_YEAR.sub("", normal(spent.lead))) else None


def _wholes(spent: Mention, rate: Mention, figures: Figures) -> list[Fact]:
    """Return the budgets of the whole, one a value, by their stages."""
    every = [
        fact
        for fact in figures.facts
        if fact.kind is FactKind.AMOUNT
        and fact.quantity.hedge is Hedge.NONE
        and fact.id != spent.fact.id
        and fact.period in (None, rate.fact.period)
    ]
    opening = [f for f in every if f.where is Where.TEXT][:_OPENING]
    found = [f for f in every if f.where is Where.TEXT and _ALL.search(normal(f.label))]
    for stage in _STAGES:
        of_stage = [f for f in every if f.measure == stage] if stage else opening
        found += [f for f in of_stage if _is_whole(f, stage)]
    return _different(found)


def _is_whole(fact: Fact, stage: str | None) -> bool:
    if _OF_SOME.search(normal(fact.label)):
        return False
    if stage is None:
        return fact.measure in (None, *BUDGETS) and _CALLED.search(normal(fact.label)) is not None
    if fact.subject in (None, TOTAL) or _PLAIN_WHOLE.fullmatch(fact.subject or ""):
        return True
    return (
        fact.where is Where.TEXT
        and _PLAIN_WHOLE.fullmatch(_PLAIN.sub("", _ASIDE.sub("", normal(fact.label))) or "总") is not None
    )


def _said_before(figures: Figures, fact: Fact) -> str:
    """Return the sentence up to a figure, its numbers written alike."""
    return normal(re.split("[。；;\n]", figures.text[max(fact.start - _SENTENCE, 0) : fact.start])[-1])


def _different(facts: Sequence[Fact]) -> list[Fact]:
    found: dict[object, Fact] = {}
    for fact in facts:
        found.setdefault(fact.quantity.in_base, fact)
    return list(found.values())
