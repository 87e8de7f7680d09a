"""Rates whose two figures the place alone tells, whatever the rate is called: 应收 589.48 万元，实收 531.26 万元，收缴率 90.1 %.

What is due stands right before what was done of it (应 … 实 …, 已 …), the part right behind the whole that it is among
(12 份合同中有 5 份逾期，逾期比例 41.67 %), the budget right before what it came to (采购预算 A，实际采购 B，完成 r %), or a
bracket behind a figure gives its base and its rate (支出 A（预算 B，执行率 r %）).
Nothing stands between the three, so that no other figures can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.changes.direction import is_change, is_change_rate, is_held_against
from rules.relations.judging.judge import Operation
from rules.relations.rates.beside import IN_TIME, named_by
from rules.relations.rates.operands import AVERAGE, Figures, is_counted
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable

_CALLED = re.compile(r"[\u4e00-\u9fff]+(?:[率度]|比[例率重])(?:仅|只有|约|已|均|为|是|达到?|至)*$")
_NAME = re.compile(r"([\u4e00-\u9fff]{2,}?)(?:[率度]|比[例率重])(?:仅|只有|约|已|均|为|是|达到?|至)*$")
_DUE = re.compile(
    r"(?<![反响适供对效相])应(?!急|用|对|聘|付|届|收账)|(?<!不)符合[^，]{0,8}条件|需要?(?=[\u4e00-\u9fff])"
)
_DONE = re.compile(
    r"^(?:其中|截[至止到][^，]{0,12}?[日底末前]|\d{1,2}月[底末]?|[年当全季月][\u4e00-\u9fff]?|共|累计)*(?:实际?|已)(?=[\u4e00-\u9fff]|$)"
)
_VERB_DUE = re.compile(r"应([\u4e00-\u9fff])[\u4e00-\u9fff]{0,2}$")
_VERB_DONE = re.compile(r"[实已](?:际)?([\u4e00-\u9fff])[\u4e00-\u9fff]{0,2}$")
_OF_WHAT_WAS_DONE = re.compile(
    "合格|达标|优良?|良好|满意|及时|准确|通过|阳性|有效|差错|成活|保存|重复|一次|首次"
)
"""Rates of how well it was done are of what was done, or of neither: 应检 A 辆、实检 B 辆，检测合格率."""
_BUDGET = re.compile(r"(?:预算|计划|任务|目标)(?:数|额|金额|资金|规模)?(?:为)?$")
_ACTUAL = re.compile(r"^实际[\u4e00-\u9fff]{2}(?:支出|金额|资金|数)?(?:为)?$")
_BESIDES = re.compile("未|欠|缺|差|其余|剩余|尚|待|[比较超]|免|减|计划|目标")
_AMONG = re.compile(r"^[\u4e00-\u9fff“”]{1,12}中(?:[\u4e00-\u9fff]{2,10}的)?有?$")
_AMONG_BEHIND = re.compile(r"(?:之?中)有?$")
_BASE = re.compile(
    r"^(?:其中)?(?:[全当本]?年[初度]?|年中|调整后|调整|核定|批复|全年)?(?:的)?(?:支出)?"
    r"(?:预算|控制|计划|目标|任务|概算|下达|安排|批复|限额|指标|规划|设计)(?:数|指标|额|额度|资金|任务|值|控制数)?(?:为|数)?$"
)
_OF_BASE = re.compile(
    "^(?:预算|资金|计划|目标|任务)?(?:执行|完成|控制|支出|使用|实现|到位|兑现|兑付|支付|拨付)(?:进度|比例|率)(?:仅|约|为|达到?)*$"
)
_DONE_OF = re.compile("^(?:仅|已)?完成$")
"""Of money, it may be the work that is so far done."""
_OF_PLAN = re.compile(
    r"，(?:超额)?(?:完成|达到?|为|占)(?:了)?(?:全年|年度|年初|当年|既定)?(?:计划|目标|任务|指标)(?:任务|数|值)?[（(](?:计划|目标)?(?:为)?"
)
_SPENT = re.compile(
    "^(?:已|实际|实|全年|年内|当年|累计)*(?:支出|支付|使用|拨付|执行|用款|付款|兑付|列支|发放|报账|到位|到账|完成)(?:资金|金额|数)?(?:为)?$"
)
"""安排 A 万元、使用 B 万元（r %）: what the bracket behind what was spent tells the rate of."""
_ADDED = re.compile("新|净增")
_COMES_TO = re.compile("(?:仅|约|只)?相当于")
_LEFT = re.compile("率[高低][于出]|提高|下降|增长|降低")


def placed(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield the part over the whole where their places leave no others."""
    at = next((n for n, m in enumerate(statement.own) if m.fact is rate.fact), None)
    if at is None or rate.fact.quantity.hedge is not Hedge.NONE or rate.range_end:
        return
    lead = normal(rate.lead)
    if rate.depth:
        yield from _in_bracket(rate, at, lead, statement, figures.text)
    elif lead in ("的", ""):
        yield from _of_bracket(rate, at, statement, figures.text)
    before = statement.own[:at]
    if len(before) < 2 or any(m.sentence != rate.sentence for m in before[-2:]):
        return
    whole, part = before[-2:]
    if lead == "的" and _COMES_TO.search(normal(part.lead)):
        yield from _comes_to(rate, part, before[:-1])
        return
    if _is_borne_out(whole, part, rate, statement.own[at + 1 : at + 2]) and _fit(part, whole):
        yield _over(rate, part, whole, firm=True)
        return
    if _is_budget_spent(whole, part, rate, lead, figures.text):
        yield replace(_over(rate, part, whole, firm=True), firm=False)
        return
    if not (_CALLED.search(lead) and _fit(part, whole) and rate.depth == part.depth == whole.depth):
        return
    if _LEFT.search(lead) or (_BESIDES.search(normal(part.lead)) and not _are_of_one_verb(whole, part)):
        return
    if (_is_due(whole, part) or _is_among(whole, part)) and _says_of(lead, whole, part):
        told = _over(rate, part, whole, firm=True)
        # More than there is of them is wrong by itself, where one slip explains it.
        sound = _is_within(rate, part, whole) or _is_due(whole, part) or told.is_explained()
        yield told if sound else replace(told, sure=False, firm=False)


def _comes_to(rate: Mention, whole: Mention, before: Sequence[Mention]) -> Iterator[Reading]:
    """Yield 甲 A 万元，比上年增长 …，相当于乙 B 万元的 r %: what the sentence opens with, over what it is held against."""
    alike = [m for m in before if m.sentence == rate.sentence and m.depth == rate.depth == whole.depth]
    own = [
        m
        for m in alike
        if _fit(m, whole) or (_is_mean(m) and _is_mean(whole) and comparable(m.fact, whole.fact))
    ]
    own = [m for m in own if not (is_change(m) or is_held_against(m) or m.range_end)]
    for part in own[:1] + own[1:][-1:]:
        yield replace(_over(rate, part, whole, firm=True), firm=False, sure=len(own) == 1)


def _is_mean(mention: Mention) -> bool:
    return AVERAGE.search(normal(mention.lead)) is not None and mention.fact.quantity.hedge is Hedge.NONE


def _in_bracket(rate: Mention, at: int, lead: str, statement: Statement, text: str) -> Iterator[Reading]:
    """Yield 支出 A（预算 B，执行率 r %）, and 640 名老人中 607 人满意（94.84 %，…）."""
    before = statement.own[:at]
    if len(before) < 2 or any(m.sentence != rate.sentence for m in before[-2:]):
        return
    one, other = before[-2:]
    opened = text[other.fact.evidence.end or other.fact.start : rate.fact.start]
    if other.depth == rate.depth and one.depth == rate.depth - 1:
        close = re.fullmatch(
            r"[（(][^（）()，,；;]*", text[one.fact.evidence.end or one.fact.start : other.fact.start]
        )
        base = close is not None and _BASE.match(normal(other.lead)) is not None
        of_base = _OF_BASE.match(lead) or (_DONE_OF.match(lead) and one.fact.kind is FactKind.COUNT)
        if base and of_base and re.fullmatch(r"[，,、][^（）()]*", opened) and _fit(one, other):
            yield _over(rate, one, other, firm=True)
    elif one.depth == other.depth == rate.depth - 1 and re.fullmatch(r"[^，,；;（(]{0,12}[（(]", opened):
        bare = lead in normal(opened) and not _BESIDES.search(normal(other.lead))
        if bare and _is_among(one, other) and _fit(other, one):
            told = _over(rate, other, one, firm=True)
            sound = _is_within(rate, other, one) or told.is_explained()
            yield told if sound else replace(told, sure=False, firm=False)
        elif not lead and not normal(rate.tail) and _SPENT.match(normal(other.lead)) and _fit(other, one):
            between = text[one.fact.evidence.end or one.fact.start : other.fact.start]
            if re.match("[、，,]", between) and opened in ("（", "("):
                yield _over(rate, other, one, firm=False)


def _of_bracket(rate: Mention, at: int, statement: Statement, text: str) -> Iterator[Reading]:
    """Yield 建成站点 214 个，完成计划（220 个）的 97.27 %: what was done over the plan that a bracket tells.

    What it is more or fewer than last year stands between them (比上年的 22 次少 3 次，完成计划（24 次）的 79.2 %).
    """
    before = statement.own[:at]
    if len(before) < 2 or any(m.sentence != rate.sentence for m in before[-2:]):
        return
    last, plan = before[-2:]
    ahead = text[last.fact.evidence.end or last.fact.start : plan.fact.start]
    behind = text[plan.fact.evidence.end or plan.fact.start : rate.fact.start]
    placed_so = plan.depth == 1 and last.depth == 0 and re.fullmatch("[）)]的", behind)
    if not placed_so or _OF_PLAN.fullmatch(ahead) is None:
        return
    level = [m for m in before[:-1] if m.sentence == rate.sentence]
    done = next((m for m in reversed(level) if not _is_aside(m)), None)
    added = done is not last and _ADDED.search(normal(last.lead)) is not None
    if added and _fit(last, plan):
        # 比上年新增 26 个，完成计划（30 个）的 86.67 %: what was added may be what was planned
        yield _over(rate, last, plan, firm=False)
    if done is not None and done.depth == 0 and not _BESIDES.search(normal(done.lead)) and _fit(done, plan):
        yield _over(rate, done, plan, firm=not added)


def _is_aside(mention: Mention) -> bool:
    """Say whether a figure only compares what was done with another year."""
    return is_change(mention) or is_held_against(mention) or is_change_rate(mention)


def _is_borne_out(whole: Mention, part: Mention, rate: Mention, behind: Sequence[Mention]) -> bool:
    """Say whether what was not done right behind a rate is left of the two figures right before it: 562 家，481 家获得支持，通过率 r %，未通过 81 家."""
    name = _NAME.search(normal(rate.lead))
    if name is None or not behind or len({m.depth for m in (whole, part, rate, behind[0])}) > 1:
        return False
    rest = behind[0]
    denied = re.match(f"(?:其中|另有|还有)?[未不](?:予|能|获)?{name.group(1)[-2:]}", normal(rest.lead))
    left = whole.fact.quantity.in_base - part.fact.quantity.in_base
    return bool(denied and rest.sentence == rate.sentence and left and rest.fact.quantity.in_base == left)


def _is_budget_spent(whole: Mention, part: Mention, rate: Mention, lead: str, text: str) -> bool:
    """Say whether a clause each tells the budget, what it came to, and how much of it that is: 采购预算 A，实际采购 B，完成 r %."""
    between = [
        text[one.fact.evidence.end or one.fact.start : other.fact.start]
        for one, other in ((whole, part), (part, rate))
    ]
    near = all(re.fullmatch(r"[，,、][^，,、；;。（(]{2,12}", words) for words in between)
    end = rate.fact.evidence.end or rate.fact.start
    budget = _BUDGET.search(normal(whole.lead)) and _ACTUAL.match(normal(part.lead))
    plain = lead == "完成" and text[end : end + 1] in tuple("，,；;。（(\n")
    level = rate.depth == part.depth == whole.depth
    return bool(near and budget and plain and level and _fit(part, whole))


def _is_due(whole: Mention, part: Mention) -> bool:
    """Say whether what was due stands right before what was done of it: 应种 14862 剂次，实种 14693 剂次."""
    return _DUE.search(normal(whole.lead)) is not None and _DONE.match(normal(part.lead)) is not None


def _is_among(whole: Mention, part: Mention) -> bool:
    """Say whether the part is told among the whole right before it: 5 个标段中 4 个, 31 个村中，19 个村."""
    goes_on = whole.tail.startswith("、")  # 良 5 个、中 1 个: a grade
    behind = not goes_on and _AMONG_BEHIND.search(normal(whole.tail)) is not None
    return _AMONG.match(normal(part.lead)) is not None or behind


def _says_of(lead: str, whole: Mention, part: Mention) -> bool:
    """Say whether the rate speaks of what the figures do, by one character at least: 入户率 of 已通自来水户 does by 户.

    What was due and done under one verb speaks of it wherever the name has it: 应免 18420 头、实免 18236 头，免疫密度.
    """
    name = _NAME.search(lead)
    verb = _are_of_one_verb(whole, part)
    if name is not None and verb and verb in name.group(1) and not _OF_WHAT_WAS_DONE.search(name.group(1)):
        return True
    if name is not None and named_by(name.group(1), part) == IN_TIME:
        return True
    words = "".join(normal(w) for w in (whole.lead, whole.tail, part.lead, part.tail))
    unit = "".join(m.fact.quantity.unit.symbol for m in (whole, part) if m.fact.quantity.unit is not None)
    return name is not None and any(character in words + unit for character in name.group(1)[-2:])


def _are_of_one_verb(whole: Mention, part: Mention) -> str:
    """Return the verb under which the one was due and the other done (应免, 实免), nothing where there is none."""
    due, done = _VERB_DUE.search(normal(whole.lead)), _VERB_DONE.search(normal(part.lead))
    return due.group(1) if due and done and due.group(1) == done.group(1) else ""


def _fit(one: Mention, other: Mention) -> bool:
    exact = all(
        is_counted(m.fact)
        and m.fact.quantity.hedge is Hedge.NONE
        and not m.range_end
        and AVERAGE.search(normal(m.lead)) is None
        for m in (one, other)
    )
    return exact and one.fact.kind is not FactKind.RATE and comparable(one.fact, other.fact)


def _is_within(rate: Mention, part: Mention, whole: Mention) -> bool:
    return rate.fact.quantity.value > 100 or part.fact.quantity.in_base <= whole.fact.quantity.in_base


def _over(rate: Mention, part: Mention, whole: Mention, *, firm: bool) -> Reading:
    return Reading(
        RelationKind.RATIO,
        Operation.RATIO,
        (part.fact, whole.fact),
        rate.fact,
        f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
        sure=firm,
        firm=firm,
    )
