"""Execution rates right behind what was spent of a named thing, whose budget another passage tells under that name.

省级资金拨付 3512.86 万元，执行率 95.46 %, 来源为市级财政 5600 万元和省级切块 3680 万元; 县本级资金支出 A，执行率 r %;
基本支出 A（执行率 r %）over the budget of a row; 评标室年末执行率为 r %, both figures of which a row tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.judging.judge import Operation
from rules.relations.rates.executions import CARRIED, other_base
from rules.relations.rates.operands import Figures, Operand
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit

_MONEY = "执行|支出|使用|拨付|支付|兑付|列支"
_RATE = re.compile(
    rf"(?P<thing>[^，]*?)(?:(?:资金|预算|经费|专项|年末|全年|年度)*(?:{_MONEY})(?:进度|比例|率)(?:仅|约|已|为|达到?|是|至)*"
    r"|(?:仅|已|约|共)?完成(?:年初|全年|年度|调整|当年|其)?(?:预算|安排|下达|批复)?(?:数|额|总额)?的?"
    r"|(?P<share>(?:仅|已|约)?[占为](?:年初|全年|年度|其)?(?:安排|下达|批复|预算安排)(?:数|额|总额|资金)?的))"
)
_EDGES = re.compile(
    r"^(?:其中|来源为|来源|[由和与及含按]|包括|另有?|全年|当年|本年|年初|年中|年度|年末|实际|累计|已|共|上年(?=结转)|安排|下达|拨付|投入|"
    r"(?:19|20)\d{2}年度?|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[①-⑳]|[一二三四五六七八九]是)"
    rf"|(?:{_MONEY}|实际|累计|全年|本年|年末|年初|调整|完成|发放|报账|资金|预算|概算|安排|下达|批复|到位|决算|金额|总额|合计|小计|共计|"
    r"[数额共计为达已了的])$"
)
_AHEAD = re.compile("^.*(?:包括|来源[为于]|其中|构成为|分别[为是])(?=.)")
_LEVEL = re.compile(
    r"(?P<level>中央|[省市县区](?:级|本级)|[省市县区](?=财政)|上级|自治区|本级)(?:财政|切块|补助|补贴|拨款|专项|配套|预算内)*"
)
_BUDGET = re.compile(r"预算|概算|安排|下达|批复|计划(?!外)")
_FUNDS = re.compile(r"资金|预算|安排|下达|筹集|投入|来源|拨款|补助")
_SPENT = re.compile(rf"{_MONEY}|发放|报账|结[余转]|剩余|决算|付款|已付")
_NOT_OF_YEAR = re.compile(
    r"结[余转]|剩余|未|尚|欠|追加|调[增减整]|核[增减]|收回|节约|缺口|上年|去年|[较比高低超][出于]?"
)
_LISTED = re.compile(
    "(?:执行率|支出进度)(?:[^，。；：:\\d]{0,12}(?:依次|分别|[有为是]|包括)[：:]|在[^。；]{2,16}的(?:项目)?有?\\d{0,3}个?，(?:分别)?[为是])"
)
_OTHER_RATE = re.compile("率|占比|比重|满意度|进度")
_BEFORE_BRACKET = re.compile(r"([\u4e00-\u9fff“”]{4,20})[（(]$")
_CARRIED_THING = re.compile("结[转余]")
_NOUN = re.compile(r"建设|项目|工程|购置|采购|专项|经费|补助")
_LOOSE = re.compile("支付|兑付|拨付|列支|完成$")
"""Rates of payments may be of a contract, and what is completed may be the work."""
_MID_YEAR = re.compile(r"截[至止]|\d月[底末]|半年|季度")
_HALVES = ("基本", "项目")
_FEWEST = 2
_FEWEST_BEGUN = 4


def executions_by_thing(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what was spent of a thing over the one budget that the report tells under its name."""
    words = _RATE.fullmatch(normal(rate.lead))
    if rate.fact.quantity.hedge is not Hedge.NONE:
        return
    if words is None:
        listed = _listed(rate, figures)
        yield from _of_row(rate, listed, figures) if len(listed) >= _FEWEST_BEGUN else ()
        return
    part = _spent_before(rate, statement)
    own = _key(words.group("thing") or "")
    name = _key(part.lead) if part is not None else ""
    if part is not None and len(name) >= _FEWEST and (not own or own == name):
        loose = _LOOSE.search(normal(rate.lead)) is not None
        for reading in _over_budgets(rate, part.fact, name, figures):
            sure, alarms = reading.sure and words.group("share") is None, reading.alarms
            yield replace(reading, sure=sure and not loose, alarms=alarms and not loose)
    elif len(own) >= _FEWEST_BEGUN and _MID_YEAR.search(figures.words_before(rate)) is None:
        yield from _of_row(rate, own, figures)


def _listed(rate: Mention, figures: Figures) -> str:
    """Return the name that a rate of a list of execution rates has: 执行率由高到低依次为：甲项目 96.02 %、…; 执行率较低的有：甲项目（72.30 %）."""
    before = figures.words_before(rate)
    announced = _LISTED.search(before)
    if announced is None or _OTHER_RATE.search(before, announced.end()) is not None:
        return ""
    bracket = _BEFORE_BRACKET.search(before)
    return _key(bracket.group(1) if bracket is not None else rate.lead)


def _spent_before(rate: Mention, statement: Statement) -> Mention | None:
    """Return the amount right before a rate, or that its bracket explains, where nothing but rates stands between."""
    for mention in reversed(statement.own[: statement.own.index(rate)]):
        if mention.fact.kind is FactKind.RATE and mention.depth == rate.depth:
            continue
        lead = normal(mention.lead)
        at_hand = mention.sentence == rate.sentence and mention.depth in (rate.depth, rate.depth - 1)
        said = _SPENT.search(lead) or (
            mention.fact.measure in (None, "executed", *BUDGETS) and not mention.own_measure
        )
        plain = mention.fact.kind is FactKind.AMOUNT and mention.fact.quantity.hedge is Hedge.NONE
        other = _NOT_OF_YEAR.search(lead.replace("结转资金", "")) or (
            mention.own_measure and mention.fact.measure in BUDGETS
        )
        return mention if at_hand and said and plain and not other and not mention.range_end else None
    return None


def _over_budgets(rate: Mention, part: Fact, name: str, figures: Figures) -> Iterator[Reading]:
    told = [b for b in figures.once(_budgets) if b.name == name]
    fitting = [
        b.fact
        for b in told
        if b.fact.id != part.id
        and b.fact.period in (None, part.period)
        and same_unit(b.fact, part)
        and _is_of_stage(b.fact, normal(rate.lead))
    ]
    wholes = _different(fitting)
    shown = (
        len(wholes) == 1
        and _is_full(wholes[0], name, figures)
        and not _has_namesakes(name, wholes[0], figures)
    )
    for whole in wholes[:2]:
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (part, whole),
            rate.fact,
            f"“{rate.fact.label}”＝{part.label}÷{whole.label}（分母见他处）",
            sure=shown,
            alarms=shown,
            convention=other_base(rate.fact, whole, (f for f in figures.facts if f.period == whole.period)),
        )


def _is_of_stage(whole: Fact, lead: str) -> bool:
    """Say whether a budget is of the stage that a rate names: 完成年初预算的, 完成调整预算的."""
    if "年初" in lead:
        return whole.measure == "initial_budget"
    return "调整" not in lead or whole.measure == "adjusted_budget"


def _has_namesakes(name: str, whole: Fact, figures: Figures) -> bool:
    """Say whether other budgets of that name may add to one: 省级补助 and 省级配套, 道路 and 城区道路."""
    if name in _HALVES:
        return False
    others = (b for b in figures.once(_budgets) if name in normal(b.fact.label) or name in b.name)
    return any(
        b.fact.quantity.in_base < whole.quantity.in_base or b.name != name
        for b in others
        if len(_different([b.fact, whole])) > 1 and b.fact.period in (None, whole.period)
    )


def _is_full(whole: Fact, name: str, figures: Figures) -> bool:
    """Say whether nothing came to a budget that the rate may be of as well: what was carried over, what was added."""
    if whole.measure == "adjusted_budget" or _CARRIED_THING.search(name):
        return True
    moved = whole.measure == "initial_budget" and any(
        f.measure in ("adjusted_budget", "added", "budget_adjustment") for f in figures.facts
    )
    return not moved and not any(CARRIED.search(fact.label) for fact in figures.facts)


def _of_row(rate: Mention, name: str, figures: Figures) -> Iterator[Reading]:
    """Yield both amounts of the one row of a table that a rate names: 远程异地评标室年末执行率为 r %."""
    rows: dict[str, list[Fact]] = {}
    for fact in figures.facts:
        row = fact.evidence.row
        if row is not None and fact.kind is FactKind.AMOUNT and fact.period in (None, rate.fact.period):
            rows.setdefault(row, []).append(fact)
    called = [facts for row, facts in rows.items() if _is_begun(_key(row), name)]
    if len(called) != 1:
        return
    spent = _different([f for f in called[0] if f.measure == "executed"])
    budgets = _different([f for f in called[0] if f.measure in BUDGETS])
    if len(spent) == len(budgets) == 1 and same_unit(spent[0], budgets[0]):
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (spent[0], budgets[0]),
            rate.fact,
            f"“{rate.fact.label}”＝{spent[0].label}÷{budgets[0].label}（分子、分母见他处）",
            sure=_is_full(budgets[0], name, figures),
            alarms=_is_full(budgets[0], name, figures),
        )


def _is_begun(row: str, name: str) -> bool:
    """Say whether a row is called by a name, or by it and one more noun: 评标室建设."""
    return row == name or (row.startswith(name) and _NOUN.fullmatch(row[len(name) :]) is not None)


def _budgets(figures: Figures) -> tuple[Operand, ...]:
    """Return the amounts of running text and tables that are budgets by their words or place, with what they are of."""
    text = (o for o in figures.all_told() if o.mention is not None and _is_budget(o.mention, figures))
    cells = (o for o in figures.all_cells() if o.fact.kind is FactKind.AMOUNT and o.fact.measure in BUDGETS)
    found = (o for o in (*text, *cells) if o.fact.quantity.hedge is Hedge.NONE)
    return tuple(replace(o, name=_key(o.name.partition("|")[0])) for o in found)


def _is_budget(mention: Mention, figures: Figures) -> bool:
    lead = normal(mention.lead)
    fact = mention.fact
    if fact.kind is not FactKind.AMOUNT or _NOT_OF_YEAR.search(lead.replace("上年结转", "")):
        return False
    if (mention.own_measure and fact.measure in BUDGETS) or (
        _BUDGET.search(lead) and not _SPENT.search(lead)
    ):
        return True
    if _SPENT.search(_without_halves(lead)) or fact.measure not in (None, *BUDGETS):
        return False
    before = figures.words_before(mention)
    return _FUNDS.search(before) is not None and _SPENT.search(_without_halves(before)) is None


def _without_halves(words: str) -> str:
    return words.replace("基本支出", "").replace("项目支出", "")


def _key(words: str) -> str:
    """Return the name of a thing without its stages: 县本级 of 其中县本级资金支出."""
    text = _AHEAD.sub("", normal(words))
    before = None
    while before != text:
        before, text = text, _EDGES.sub("", text).strip("“”，、：: ")
    level = _LEVEL.fullmatch(text)
    return f"{level.group('level').removesuffix('级')}级" if level is not None else text


def _different(facts: Sequence[Fact]) -> list[Fact]:
    """Return one fact a value, the finest print first; a coarser print of the same is left out."""
    found: list[Fact] = []
    for fact in sorted(facts, key=_width):
        if all(abs(fact.quantity.in_base - other.quantity.in_base) > _width(fact) / 2 for other in found):
            found.append(fact)
    return found


def _width(fact: Fact) -> Decimal:
    """Return one unit of the last digit printed, in base units."""
    return Decimal(1).scaleb(-fact.quantity.precision) * fact.quantity.factor
